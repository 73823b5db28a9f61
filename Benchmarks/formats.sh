#!/usr/bin/env bash
# Reads real forms in all formats and compares each with its plain text: was it read, are the words there, are the
# findings the same?
# Usage: Benchmarks/formats.sh [--findings] [--only .pdf]
# Needs ../shared/forms; without it, it says so and ends well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

forms=../shared/forms
if [ ! -d "$forms/docs" ]; then
  echo "Skipped: the real forms are not in $forms." >&2
  exit 0
fi
scripts/install-dependencies.sh
swift run --configuration release desk formats --docs "$forms/docs" --texts "$forms/txt" "$@"
