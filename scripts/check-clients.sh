#!/usr/bin/env bash
# Lets a client that is not ours talk to the language server: pytest-lsp.
# What cannot be had is skipped, and a line says so.
# Usage: scripts/check-clients.sh [PROGRAM]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
CONSENTLINT=$(realpath "${1:-.build/debug/consentlint}")
venv=.build/clients
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

have_client() {
  [ -x $venv/bin/pytest ] && return 0
  command -v python3 >/dev/null || return 1
  python3 -m venv $venv >/dev/null 2>&1 &&
    timeout 180 $venv/bin/pip install --quiet --disable-pip-version-check pytest-lsp >/dev/null 2>&1 && return 0
  rm -rf $venv
  return 1
}

if have_client; then
  mkdir "$scratch/forms"
  cp Samples/imaging-ai-consent/document.txt "$scratch/forms/form.txt"
  CONSENTLINT=$CONSENTLINT CONSENTLINT_FORM=$scratch/forms/form.txt XDG_CACHE_HOME=$scratch \
    $venv/bin/pytest --quiet -p no:cacheprovider Tests/Clients || failures=1
else
  echo "pytest-lsp: skipped, it could not be installed (it needs python3 with venv, and PyPI)"
fi
exit $failures
