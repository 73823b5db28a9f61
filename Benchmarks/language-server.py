#!/usr/bin/env python3
"""Measures the language server as an editor meets it: from an edit written to its diagnostics read, in real processes.

Usage: Benchmarks/language-server.py [PROGRAM [FORMS]]
PROGRAM is .build/release/consentlint if it is not given; FORMS is a folder of texts, ../shared/forms/txt or Samples.
"""
import json
import os
import random
import statistics
import subprocess
import sys
import time


class Server:
    """A server as a child process. Bodies are only parsed where somebody looks at them: that is the client's time."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self.read = os.fdopen(os.dup(self.process.stdout.fileno()), "rb", buffering=1 << 20)
        self.ids = 0

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        view = memoryview(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        while view:
            view = view[os.write(self.process.stdin.fileno(), view):]

    def body(self):
        length = 0
        while True:
            line = self.read.readline()
            if not line:
                sys.exit("the server ended")
            if line == b"\r\n":
                return self.read.read(length)
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])

    def request(self, method, params):
        self.ids += 1
        self.send({"id": self.ids, "method": method, "params": params})
        while True:
            body = self.body()
            if b'"id":%d,' % self.ids in body[:60]:
                return json.loads(body)

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def published(self, version):
        """Reads until the diagnostics of a version, and gives their size in bytes."""
        mark = b'"version":%d,' % version
        while True:
            body = self.body()
            if b"publishDiagnostics" in body[:100] and mark in body[:400]:
                return len(body)

    def connect(self):
        self.request("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": {}})
        self.notify("initialized", {})

    def open(self, text):
        document = {"uri": "file:///form.txt", "languageId": "plaintext", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def edit(self, version, line, start, end, text):
        spot = {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
        self.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": "file:///form.txt", "version": version},
                "contentChanges": [{"range": spot, "text": text}],
            },
        )

    def kilobytes(self, field="VmRSS"):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith(field))

    def seconds(self):
        """Processor time that the server has taken."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(timeout=10)


def form(folder, words):
    """Forms of a folder, one after the other, until there are so many words."""
    names = sorted(
        os.path.join(path, name) for path, _, files in os.walk(folder) for name in files if name.endswith(".txt")
    )
    texts, count = [], 0
    while count < words:
        for name in names:
            with open(name, encoding="utf-8", errors="replace") as file:
                text = file.read().replace("\r", "")
            parts = text.split(" ")
            texts.append(" ".join(parts[: max(0, words - count)]))
            count += len(texts[-1].split())
            if count >= words:
                break
    return "\n\n".join(texts)


def latency(program, text, edits, seed=1):
    """Types a letter at random places and takes it out again; milliseconds of each, sorted."""
    chance = random.Random(seed)
    server = Server(program)
    server.connect()
    server.open(text)
    size = server.published(1)
    lines = [index for index, line in enumerate(text.split("\n")) if line]
    times, began = [], server.seconds()
    for version in range(2, edits + 2):
        if version % 2 == 0:
            line = chance.choice(lines)
        before = time.perf_counter()
        server.edit(version, line, 0, version % 2, "x" if version % 2 == 0 else "")
        server.published(version)
        times.append((time.perf_counter() - before) * 1000)
    own = (server.seconds() - began) * 1000 / edits
    server.end()
    return sorted(times), f"the server's own time {own:.2f} ms; {size} bytes of diagnostics"


def show(name, times, remark=""):
    p95 = times[int(len(times) * 0.95)]
    print(f"{name:32} median {statistics.median(times):7.2f} ms   p95 {p95:7.2f} ms   {remark}")


def start(program, text, runs=30):
    times = []
    for _ in range(runs):
        before = time.perf_counter()
        server = Server(program)
        server.connect()
        server.open(text)
        server.published(1)
        times.append((time.perf_counter() - before) * 1000)
        server.end()
    return sorted(times)


def memory(program, text, edits=10_000):
    server = Server(program)
    server.connect()
    server.open(text)
    server.published(1)
    lines = [index for index, line in enumerate(text.split("\n")) if line]
    chance = random.Random(2)
    early = 0
    for version in range(2, edits + 2):
        line = chance.choice(lines)
        # Real typing: most letters stay, so that the text becomes another one.
        server.edit(version, line, 0, 1 if version % 2 else 0, chance.choice("abc .") if version % 3 else "")
        server.published(version)
        if version == edits + 1 - 1000:
            early = server.kilobytes()
    late, peak = server.kilobytes(), server.kilobytes("VmHWM")
    server.end()
    print(
        f"{'memory after ' + str(edits) + ' edits':32} {late / 1024:.1f} MB now, {peak / 1024:.1f} MB at most,"
        f" {(late - early) / 1024:+.2f} MB in the last 1000"
    )


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/consentlint"
    real = "../shared/forms/txt"
    folder = sys.argv[2] if len(sys.argv) > 2 else (real if os.path.isdir(real) else "Samples")
    small, large = form(folder, 2_000), form(folder, 200_000)
    print(f"forms of {folder}: {len(small)} and {len(large)} characters")
    show("edit, 2,000 words", *latency(program, small, 1000))
    show("edit, 200,000 words", *latency(program, large, 200))
    times = start(program, small)
    show("start to first diagnostics", times)
    memory(program, small)


main()
