#!/usr/bin/env bash
# The step of action.yml. It gets its inputs in INPUT_*, and from GitHub GITHUB_STEP_SUMMARY, GITHUB_OUTPUT and the like.
set -uo pipefail

# Without the program it is built: that takes some minutes, and a cache of .build makes it shorter.
if ! command -v consentlint >/dev/null; then
  place=${RUNNER_TEMP:-/tmp}/consentlint
  [ -x "$place/bin/consentlint" ] || make -C "$(dirname "${BASH_SOURCE[0]}")/../.." install PREFIX="$place" || exit 2
  PATH=$place/bin:$PATH
fi

arguments=()
[ -z "${INPUT_FAIL_ON:-}" ] || arguments+=(--fail-on "$INPUT_FAIL_ON")
since=${INPUT_SINCE:-}
if [ "$since" = auto ]; then
  since=
  if [ -n "${GITHUB_BASE_REF:-}" ]; then
    # A checkout has one commit only; of the other branch its newest one is enough.
    git fetch --quiet --no-tags --depth=1 origin "$GITHUB_BASE_REF" || exit 2
    since=$(git rev-parse FETCH_HEAD)
  fi
fi
[ -z "$since" ] || arguments+=(--since "$since")
while IFS= read -r line; do [ -z "$line" ] || arguments+=("$line"); done <<<"${INPUT_ARGUMENTS:-}"
paths=()
while IFS= read -r line; do [ -z "$line" ] || paths+=("$line"); done <<<"${INPUT_PATHS:-.}"

sarif=${INPUT_SARIF:-consentlint.sarif}
summary=$(mktemp)
trap 'rm -f "$summary"' EXIT
consentlint lint --format github -o "sarif=$sarif" -o "markdown=$summary" "${arguments[@]}" -- "${paths[@]}"
code=$?
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$summary" >>"$GITHUB_STEP_SUMMARY"
[ -z "${GITHUB_OUTPUT:-}" ] || printf 'sarif=%s\nexit-code=%s\n' "$sarif" "$code" >>"$GITHUB_OUTPUT"
exit $code
