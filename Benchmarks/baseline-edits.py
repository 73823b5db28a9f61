#!/usr/bin/env python3
"""Edits forms whose findings were all accepted, and counts what a baseline gets wrong. Prints numbers, never text.

usage: Benchmarks/baseline-edits.py [PROGRAM [FOLDER]]

Each edit leaves the accepted clauses alone: no finding may come back. Then a clause is added, one of ours or one that
the form has already: all of its findings must be told, and no other.
"""

import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else ".build/release/consentlint"
FORMS = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "../shared/forms/txt")
SEED, FORM_COUNT, EDITS_A_FORM = 8, 20, 10

NEUTRAL = [
    "The front desk opens at eight in the morning.",
    "Please bring your glasses and a list of your medicines.",
    "Parking is free in the garden behind the building.",
    "The visit takes about half an hour.",
]
CLAUSES = [
    "Your images may be used to train computer programs that look for disease.",
    "We may share your pictures with companies that develop artificial intelligence products.",
    "We may sell your health records to other firms.",
]


def lint(folder):
    """The findings that are told, by first line and fingerprint."""
    program = str(pathlib.Path(PROGRAM).resolve())
    run = subprocess.run([program, "lint", "--format", "json"], cwd=folder, capture_output=True, check=False)
    if run.returncode > 1:
        sys.exit(run.stderr.decode())
    return json.loads(run.stdout)["documents"][0]["findings"]


def paragraphs(text):
    return re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n"))


def joined(parts):
    return "\n\n".join(parts)


def boundaries(parts):
    """Places between two paragraphs where nothing runs on: no list, no page break in a sentence."""
    def ends(part):
        return re.search(r"[a-z][.]\s*$", part)

    def begins(part):
        return re.match(r"\s*[A-Z][a-z]", part)

    return [at for at in range(1, len(parts)) if ends(parts[at - 1]) and begins(parts[at])]


def clean(parts, accepted):
    """Paragraphs of plain sentences without an accepted finding."""
    first, clean = 1, []
    for index, part in enumerate(parts):
        last = first + part.count("\n")
        is_prose = re.match(r"\s*[A-Z][a-z]", part) and re.search(r"[a-z][.]\s*$", part) and len(part) > 80
        if is_prose and not any(first <= line <= last for line in accepted):
            clean.append(index)
        first = last + 2
    return clean


def loose(parts, accepted):
    """Clean paragraphs between two plain ones: what stands around them does not change its meaning without them."""
    free = set(boundaries(parts))
    return [index for index in clean(parts, accepted) if index in free and index + 1 in free]


def insert(parts, accepted, chance):
    parts.insert(chance.choice(boundaries(parts)), chance.choice(NEUTRAL))


def delete(parts, accepted, chance):
    del parts[chance.choice(loose(parts, accepted))]


def reword(parts, accepted, chance):
    index = chance.choice(clean(parts, accepted))
    parts[index] = parts[index].rstrip() + " " + chance.choice(NEUTRAL)


def move(parts, accepted, chance):
    part = parts.pop(chance.choice(loose(parts, accepted)))
    parts.insert(chance.choice(boundaries(parts)), part)


def space(parts, accepted, chance):
    parts.insert(chance.choice(boundaries(parts)), "")


def indent(parts, accepted, chance):
    index = chance.choice(clean(parts, accepted))
    parts[index] = re.sub(r"(?m)^", "  ", parts[index])


def windows(parts, accepted, chance):
    parts[:] = [part.replace("\n", "\r\n") for part in parts]


EDITS = [insert, delete, reword, move, space, indent, windows]


def main():
    chance = random.Random(SEED)
    files = sorted(FORMS.glob("*.txt"))
    chance.shuffle(files)
    counts = collections.Counter()
    for file in files:
        if counts["forms"] == FORM_COUNT:
            break
        original = file.read_text(encoding="utf-8", errors="replace")
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            form = folder / "form.txt"
            (folder / ".consentlint.yaml").write_text("root: true\nbaseline: accepted\n")
            original = joined(paragraphs(original))
            form.write_text(original, encoding="utf-8")
            program = str(pathlib.Path(PROGRAM).resolve())
            subprocess.run([program, "baseline", "create"], cwd=folder, capture_output=True, check=True)
            (folder / ".consentlint.yaml").write_text("root: true\n")
            accepted = lint(folder)
            (folder / ".consentlint.yaml").write_text("root: true\nbaseline: accepted\n")
            lines = {f["range"]["start"]["line"] for f in accepted} | {f["range"]["end"]["line"] for f in accepted}
            parts = paragraphs(original)
            if len(boundaries(parts)) < 5 or len(loose(parts, lines)) < 2 or len(accepted) < 3:
                continue
            counts["forms"] += 1
            for _ in range(EDITS_A_FORM):
                edited = list(parts)
                edit = chance.choice(EDITS)
                edit(edited, lines, chance)
                glue = "\r\n\r\n" if edit is windows else "\n\n"
                form.write_bytes(glue.join(edited).encode())
                back = lint(folder)
                counts["edits"] += 1
                counts["accepted findings looked at"] += len(accepted)
                counts["came back"] += len(back)
                if back:
                    print(f"{file.name}: {edit.__name__}: {[f['rule'] for f in back]}", file=sys.stderr)
                # A new clause must be told: ours, or one of the form's own a second time.
                own = [f["sentence"] for f in accepted if len(f["sentence"]) < 300 and f["sentence"].endswith(".")]
                clause = chance.choice(CLAUSES + own[:6])
                form.write_text(clause + "\n", encoding="utf-8")
                alone = collections.Counter(f["rule"] for f in without(folder))
                edited.insert(chance.choice(boundaries(edited)) if glue == "\n\n" else 0, clause)
                form.write_bytes(glue.join(edited).encode())
                everything = collections.Counter(f["rule"] for f in without(folder))
                expected = everything - collections.Counter(f["rule"] for f in accepted)
                told = collections.Counter(f["rule"] for f in lint(folder))
                counts["new findings"] += sum(expected.values())
                counts["hidden"] += sum((expected - told).values())
                counts["clauses added"] += 1
                counts["clauses with a finding"] += bool(alone)
    for name, count in counts.items():
        print(f"{name}: {count}")
    sys.exit(1 if counts["came back"] or counts["hidden"] else 0)


def without(folder):
    """All findings, whatever was accepted."""
    config = folder / ".consentlint.yaml"
    config.write_text("root: true\n")
    findings = lint(folder)
    config.write_text("root: true\nbaseline: accepted\n")
    return findings


if __name__ == "__main__":
    main()
