#!/usr/bin/env python3
"""Lints many forms and measures the whole process: time, memory, and what a second core brings. Prints numbers only.

usage: Benchmarks/many-forms.py [--program PROGRAM] [--forms FOLDER] [--count N]

First the forms of the folder as they are, then N seeded variations of them (paragraphs in another order, other numbers
and names), whose paths come in through standard input and whose findings go out as JSON Lines.
"""

import argparse
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

SEED = 8
NAMES = ["Oak Hill", "Riverside", "Lakeview", "North Gate", "Elm Park", "Stone Bridge", "Cedar Point", "Maple Grove"]


def varied(text, chance):
    """A form like `text`, but no copy of it."""
    parts = re.split(r"\n[ \t]*\n", text)
    chance.shuffle(parts)
    keep = max(1, int(len(parts) * chance.uniform(0.7, 1)))
    name = chance.choice(NAMES)
    whole = "\n\n".join(parts[:keep])
    whole = re.sub(r"\b(hospital|clinic)\b", lambda match: f"{name} {match[0]}", whole, count=5)
    return re.sub(r"\d", lambda match: str(chance.randrange(10)), whole)


def make(forms, count, folder):
    """Writes the variations, a thousand a folder; returns their paths."""
    chance = random.Random(SEED)
    texts = [form.read_text(errors="replace") for form in forms]
    paths = []
    for number in range(count):
        path = pathlib.Path(folder, f"{number // 1000:03}", f"form-{number:06}.txt")
        path.parent.mkdir(exist_ok=True)
        path.write_text(varied(texts[number % len(texts)], chance))
        paths.append(str(path))
    return paths


def run(program, arguments, paths=None):
    """Seconds and megabytes of one process, the whole of it."""
    with open(os.devnull, "w") as nothing, tempfile.TemporaryFile("w+") as names:
        names.write("\n".join(paths or []))
        names.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen([program, "lint", "--no-config", *arguments], stdin=names, stdout=nothing, stderr=nothing)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) > 1:
        sys.exit(f"many-forms: lint ended with code {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=".build/release/consentlint")
    parser.add_argument("--forms", default="../shared/forms/txt")
    parser.add_argument("--count", type=int, default=20_000)
    options = parser.parse_args()
    folder = pathlib.Path(options.forms)
    forms = sorted(folder.glob("*.txt")) or sorted(pathlib.Path("Samples").glob("*/document.txt"))
    size = sum(form.stat().st_size for form in forms)
    print(f"{os.cpu_count()} cores; {len(forms)} forms, {size / 1e6:.1f} MB")

    names = [str(form) for form in forms]
    for jobs in ("1", "2"):
        runs = [run(options.program, ["--jobs", jobs, *names]) for _ in range(15)]
        seconds = sorted(run[0] for run in runs)
        print(f"all forms, {jobs} job(s): median {seconds[7] * 1e3:.0f} ms, best {seconds[0] * 1e3:.0f} ms,"
              f" {max(run[1] for run in runs):.0f} MB")

    with tempfile.TemporaryDirectory() as work:
        paths = make(forms, options.count, work)
        size = sum(os.path.getsize(path) for path in paths)
        print(f"{len(paths)} variations, {size / 1e6:.0f} MB")
        stream = ["--format", "jsonl", "--files-from", "-"]
        times = {}
        for jobs in ("1", "2"):
            for part in (len(paths) // 10, len(paths)):
                times[jobs], memory = run(options.program, [*stream, "--jobs", jobs], paths[:part])
                print(f"{part} streamed, {jobs} job(s): {times[jobs]:.2f} s, {memory:.0f} MB,"
                      f" {part / times[jobs]:.0f} forms a second")
        print(f"two jobs are {times['1'] / times['2']:.2f} times faster than one")


main()
