#!/usr/bin/env bash
# Measures the whole command as a person starts it: time beside that of /bin/true, and peak memory.
# Usage: Benchmarks/cold-start.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=${1:-.build/release/consentlint}
if [ ! -x "$program" ]; then
  echo "There is no program at $program: run 'make build' first." >&2
  exit 1
fi
command -v hyperfine >/dev/null || scripts/install-dependencies.sh hyperfine
[ -x /usr/bin/time ] || scripts/install-dependencies.sh time

# A form of 8 kB: samples, one after the other, cut at the size.
form=$(mktemp --suffix=.txt)
results=$(mktemp)
trap 'rm -f "$form" "$results"' EXIT
head --bytes 8192 >"$form" \
  < <(cat Samples/{research-consent,imaging-ai-consent,photo-release}/document.txt)
# Shows the program's own message if it does not work; the runs below are silent.
"$program" scan --format json "$form" >/dev/null

hyperfine --shell=none --warmup 20 --runs 300 --style basic --export-csv "$results" \
  --command-name true /bin/true \
  --command-name scan "$program scan --format json $form" >/dev/null 2>&1

awk -F, '
  $1 == "true" { base = $4; baseMinimum = $7 }
  $1 == "scan" { scan = $4; scanMinimum = $7 }
  END {
    printf "cold start, 300 runs each     median      minimum\n"
    printf "  /bin/true                %8.2f ms  %8.2f ms\n", base * 1000, baseMinimum * 1000
    printf "  scan of an 8 kB form     %8.2f ms  %8.2f ms\n", scan * 1000, scanMinimum * 1000
    printf "  difference               %8.2f ms  %8.2f ms\n", (scan - base) * 1000, (scanMinimum - baseMinimum) * 1000
  }' "$results"

peak=$(/usr/bin/time --verbose "$program" scan --format json "$form" 2>&1 >/dev/null |
  awk -F': ' '/Maximum resident set size/ { print $2 }')
awk -v kilobytes="$peak" 'BEGIN { printf "  peak memory              %8.1f MB\n", kilobytes / 1024 }'
