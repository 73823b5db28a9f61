#!/usr/bin/env bash
# Makes a sample in every format, with the programs that are installed, and compares what is found in each.
# Usage: Benchmarks/same-in-every-format.sh [FOLDER]
# The files are made in FOLDER and stay there; without it they go. Exit code 1: some format gave other findings.
# Programs: pandoc (Markdown to HTML, DOCX, ODT), soffice (DOCX to PDF), chromium or weasyprint (HTML to PDF, in one and
# in two columns), pdftoppm and img2pdf (PDF to a scan). Debian has all of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

sample=Samples/imaging-ai-consent/document.txt
folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp --directory)
  trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder"

has() {
  command -v "$1" >/dev/null 2>&1 && return 0
  echo "Skipped: what $1 makes (not installed)." >&2
  return 1
}

# Prints a web page $1 as the PDF $2.
print_page() {
  if command -v chromium >/dev/null 2>&1; then
    chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$2" "file://$(realpath "$1")" \
      >/dev/null 2>&1
  else
    weasyprint --quiet "$1" "$2" 2>/dev/null
  fi
}

files=("$sample")
add() {
  if [ -s "$1" ]; then files+=("$1"); else echo "Not made: $1" >&2; fi
}

# The sample's titles become Markdown's; its lists are Markdown already. Lines to fill in stay lines.
awk '
  /^[A-Z][A-Z .]+$/ { print (NR == 1 ? "# " : "## ") $0; print ""; next }
  /^[0-9]+\. [A-Z][^.]*$/ { sub(/^[0-9]+\. /, ""); print "### " ++section "\\. " $0; next }
  /^  \[ \]/ { print "- [ ]" substr($0, 6); next }
  /____/ { gsub(/_/, "\\_"); print $0 "  "; next }
  { print }
' "$sample" >"$folder/document.md"
add "$folder/document.md"

if has pandoc; then
  for format in html docx odt; do
    pandoc --from gfm --standalone --metadata title=Form --output "$folder/document.$format" "$folder/document.md"
    add "$folder/document.$format"
  done
  if has soffice; then
    mkdir -p "$folder/office"
    soffice "-env:UserInstallation=file://$folder/office" --headless --convert-to pdf --outdir "$folder/office" \
      "$folder/document.docx" >/dev/null 2>&1 || true
    [ ! -s "$folder/office/document.pdf" ] || mv "$folder/office/document.pdf" "$folder/office.pdf"
    add "$folder/office.pdf"
  fi
  if command -v chromium >/dev/null 2>&1 || has weasyprint; then
    # Not every printer draws form controls.
    sed 's|<input type="checkbox"[^>]*>|☐|' "$folder/document.html" >"$folder/one-column.html"
    print_page "$folder/one-column.html" "$folder/one-column.pdf"
    add "$folder/one-column.pdf"
    sed 's|</head>|<style>body { columns: 2; column-gap: 2em; max-width: none; font-size: 10pt }</style></head>|' \
      "$folder/one-column.html" >"$folder/two-columns.html"
    print_page "$folder/two-columns.html" "$folder/two-columns.pdf"
    rm "$folder/one-column.html" "$folder/two-columns.html"
    add "$folder/two-columns.pdf"
  fi
fi

for pdf in "$folder/one-column.pdf" "$folder/office.pdf"; do
  [ -s "$pdf" ] || continue
  if has pdftoppm && has img2pdf; then
    pdftoppm -r 200 -gray -png "$pdf" "$folder/scan"
    img2pdf --output "$folder/scan.pdf" "$folder"/scan-*.png
    rm "$folder"/scan-*.png
    add "$folder/scan.pdf"
  fi
  break
done

swift run --configuration release desk same --differences "${files[@]}"
