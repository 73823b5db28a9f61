#!/usr/bin/env bash
# Looks at pages in Chromium with axe-core: accessibility, requests, scripts, width on a phone, pages on paper.
# What cannot be had is skipped, and a line says so.
# Usage: scripts/check-page.sh [PROGRAM [FORM...]]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
CONSENTLINT=$(realpath "${1:-.build/debug/consentlint}")
shift || true
venv=.build/page-checker
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ]; then
  echo "pages: skipped, there is no Chromium (apt-get install chromium)"
  exit 0
fi

have_checker() {
  [ -x $venv/bin/python ] && return 0
  command -v python3 >/dev/null || return 1
  python3 -m venv $venv >/dev/null 2>&1 &&
    timeout 300 $venv/bin/pip install --quiet --disable-pip-version-check axe-playwright-python >/dev/null 2>&1 &&
    return 0
  rm -rf $venv
  return 1
}
if ! have_checker; then
  echo "pages: skipped, axe-playwright-python could not be installed (it needs python3 with venv, and PyPI)"
  exit 0
fi

# A form that tries to get into the page: tags, entities, attributes, signs that turn or hide text.
printf '%s\n' '<script>alert(1)</script><img src=https://example.org/x.png onerror=alert(1)>' '' \
  'We may share your scans with </mark></section> "><a href="javascript:alert(1)">our partners</a>.' '' \
  $'Your scans may be used to \u202Etrain\u202C AI \x1b[31m\x07 &lt;b&gt; &#60;i&#62;.' >"$scratch/hostile.txt"

forms=("$@")
[ ${#forms[@]} -gt 0 ] || forms=(Samples/*/document.* "$scratch/hostile.txt")
pages=()
for form in "${forms[@]}"; do
  page=$scratch/$(basename "$(dirname "$form")")-$(basename "$form").html
  "$CONSENTLINT" scan --format html --output "$page" "$form" && pages+=("$page")
done
$venv/bin/python scripts/check-page.py "$chromium" "${pages[@]}"
