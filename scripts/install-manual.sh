#!/bin/sh
# Installs the manual page and the completions of the shells.
# Usage: scripts/install-manual.sh PROGRAM SHARE, with SHARE such as /usr/local/share
set -eu
program=$1
share=$2

# completion SHELL FILE
completion() {
  mkdir -p "$share/$(dirname "$2")"
  "$program" --generate-completion-script "$1" >"$share/$2"
}

completion bash bash-completion/completions/consentlint
completion zsh zsh/site-functions/_consentlint
completion fish fish/vendor_completions.d/consentlint.fish

if command -v python3 >/dev/null; then
  mkdir -p "$share/man/man1"
  "$(dirname "$0")/make-manual.py" "$program" >"$share/man/man1/consentlint.1"
else
  echo "The manual page was not installed: it needs python3 to be made." >&2
fi
