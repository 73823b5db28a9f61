"""The server as a process: its beginning and its end. Run by scripts/check-clients.sh."""
import json
import os
import socket
import subprocess
import sys
import time

PROGRAM = os.environ["CONSENTLINT"]
INITIALIZE = {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}}


def framed(message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def wait_until(test, seconds=15):
    end = time.time() + seconds
    while time.time() < end:
        if test():
            return True
        time.sleep(0.05)
    return False


def is_running(process):
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as status:
            return status.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_session_and_exit_codes():
    whole = framed(INITIALIZE) + framed({"id": 2, "method": "shutdown"}) + framed({"method": "exit"})
    done = subprocess.run([PROGRAM, "lsp", "--stdio"], input=whole, capture_output=True, timeout=30, check=False)
    assert done.returncode == 0 and b'"capabilities"' in done.stdout and not done.stderr
    cut = subprocess.run([PROGRAM, "lsp"], input=framed(INITIALIZE)[:-5], capture_output=True, timeout=30, check=False)
    assert cut.returncode == 1 and not cut.stderr


def test_no_text_of_a_document_is_logged():
    secret = "Your zebra scans may be used to train AI."
    document = {"uri": "file:///a.txt", "languageId": "plaintext", "version": 1, "text": secret}
    wrong = {"textDocument": {"uri": "file:///a.txt", "version": 2}, "contentChanges": [{"range": {}, "text": secret}]}
    whole = b"".join([
        framed(INITIALIZE),
        framed({"method": "textDocument/didOpen", "params": {"textDocument": document}}),
        framed({"method": "textDocument/didChange", "params": wrong}),
        framed({"id": 2, "method": "shutdown"}),
        framed({"method": "exit"}),
    ])
    done = subprocess.run([PROGRAM, "lsp"], input=whole, capture_output=True, timeout=30, check=False)
    assert b"window/logMessage" in done.stdout and not done.stderr
    assert all(b"zebra" not in part for part in done.stdout.split(b"Content-Length") if b"logMessage" in part)


def test_socket(tmp_path):
    path = str(tmp_path / "server.sock")
    server = subprocess.Popen([PROGRAM, "lsp", "--socket", path], stderr=subprocess.PIPE)
    assert wait_until(lambda: os.path.exists(path))
    assert os.stat(path).st_mode & 0o077 == 0
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(path)
        client.sendall(framed(INITIALIZE))
        assert client.recv(100).startswith(b"Content-Length: ")
        assert not os.path.exists(path)
        client.sendall(framed({"id": 2, "method": "shutdown"}) + framed({"method": "exit"}))
        assert server.wait(timeout=15) == 0
    # A path where something is.
    taken = tmp_path / "taken"
    taken.write_text("x")
    failed = subprocess.run([PROGRAM, "lsp", "--socket", str(taken)], capture_output=True, timeout=30, check=False)
    assert failed.returncode == 2 and b"cannot listen" in failed.stderr and taken.read_text() == "x"


def test_ends_with_its_parent(tmp_path):
    # The pipe stays open here, as it does where another child of the editor inherited it.
    read, write = os.pipe()
    parent = subprocess.Popen(
        [
            sys.executable, "-c",
            "import subprocess, sys, time\n"
            f"child = subprocess.Popen([{PROGRAM!r}, 'lsp'], stdin={read}, stdout=subprocess.DEVNULL)\n"
            "print(child.pid, flush=True)\ntime.sleep(60)",
        ],
        pass_fds=[read], stdout=subprocess.PIPE,
    )
    child = int(parent.stdout.readline())
    time.sleep(0.5)
    assert is_running(child)
    parent.kill()
    parent.wait()
    assert wait_until(lambda: not is_running(child))
    os.close(write)
    os.close(read)
