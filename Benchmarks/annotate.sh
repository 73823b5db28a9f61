#!/usr/bin/env bash
# Puts comments into Word documents and opens them with LibreOffice: each must be opened, keep its comments on the way
# to DOCX and back, and keep its words.
# Usage: Benchmarks/annotate.sh [FILE.docx ...]
# Without files: the real forms beside the project, the samples made with pandoc, if that is installed.
# Programs: soffice, python3; pandoc for the samples. Set PROGRAM to try another build. Exit code 1: something was lost.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=${PROGRAM:-.build/release/consentlint}
command -v soffice >/dev/null 2>&1 || { echo "Skipped: soffice is not installed." >&2; exit 0; }
folder=$(mktemp --directory)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/in" "$folder/out" "$folder/again" "$folder/office"

files=("$@")
if [ $# -eq 0 ]; then
  for file in ../shared/forms/docs/*.docx; do [ ! -e "$file" ] || files+=("$file"); done
  if command -v pandoc >/dev/null 2>&1; then
    for sample in Samples/*/document.md Samples/*/document.txt; do
      [ -e "$sample" ] || continue
      name=$folder/in/$(basename "$(dirname "$sample")").docx
      pandoc --from gfm --to docx --output "$name" "$sample"
      files+=("$name")
    done
  fi
fi

for file in "${files[@]}"; do
  "$program" annotate "$file" -o "$folder/out/$(basename "$file")" >/dev/null
done
for format in docx pdf; do
  soffice "-env:UserInstallation=file://$folder/office" --headless --convert-to "$format" --outdir "$folder/again" \
    "$folder"/out/*.docx >/dev/null 2>&1
done

exec python3 - "$folder" "${files[@]}" <<'PYTHON'
"""Compares each document with what LibreOffice made of it."""
import pathlib
import sys
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
folder, failed = pathlib.Path(sys.argv[1]), 0


def comments(path):
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/comments.xml"))
    own = [c for c in root if c.get(W + "author") == "ConsentLint"]
    return sorted("".join(t.text or "" for t in c.iter(W + "t")) for c in own)


def words(path):
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return "".join("".join(t.text or "" for t in root.iter(W + "t")).split())


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


for file in sys.argv[2:]:
    path = pathlib.Path(file)
    made, again = folder / "out" / path.name, folder / "again" / path.name
    faults = []
    before, after = parts(path), parts(made)
    touched = {name for name in after if before.get(name) != after[name]}
    allowed = {"word/comments.xml", "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    if not touched <= allowed or not set(before) <= set(after):
        faults.append("other parts changed: " + ", ".join(sorted(touched - allowed)))
    if words(path) != words(made):
        faults.append("the words changed")
    if not again.exists() or not again.with_suffix(".pdf").exists():
        faults.append("LibreOffice did not open it")
    elif comments(made) != comments(again):
        faults.append(f"{len(comments(made))} comments became {len(comments(again))}")
    elif words(made) != words(again):
        faults.append("LibreOffice changed the words")
    failed += bool(faults)
    print(f"{path.name}: {len(comments(made))} comments: {'; '.join(faults) or 'all there'}")
sys.exit(failed > 0)
PYTHON
