#!/usr/bin/env bash
# Starts the real editors on a form and checks that marks, hover and a fix arrive. An editor that is not there is
# skipped, and a line says so.
# Usage: editors/check.sh [PROGRAM]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
CONSENTLINT=$(realpath "${1:-.build/release/consentlint}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CONSENTLINT HOME=$scratch XDG_CONFIG_HOME=$scratch XDG_CACHE_HOME=$scratch XDG_DATA_HOME=$scratch
export XDG_STATE_HOME=$scratch
failures=0

# A fresh copy of the form, since fixes change it.
form() {
  cp Samples/imaging-ai-consent/document.txt "$scratch/form.txt"
  export CONSENTLINT_FORM=$scratch/form.txt
}

skip() {
  echo "$1: skipped, it is not installed (Debian: apt-get install $2)"
}

if command -v nvim >/dev/null; then
  form
  timeout 60 nvim --headless -n --clean -c "let g:consentlint_program = '$CONSENTLINT'" \
    -c "luafile editors/neovim/consentlint.lua" -c "luafile editors/neovim/check.lua" || failures=$((failures + 1))
else
  skip neovim neovim
fi

if command -v emacs >/dev/null && emacs --batch --eval '(package-initialize)' --eval "(require 'eglot)" 2>/dev/null; then
  form
  timeout 60 emacs --batch -l editors/emacs/check.el >"$scratch/emacs" 2>&1 || failures=$((failures + 1))
  grep '^emacs:' "$scratch/emacs" || cat "$scratch/emacs"
else
  skip emacs "emacs-nox elpa-eglot"
fi

ALE=$(dpkg --listfiles vim-ale 2>/dev/null | sed -n 's#/plugin/ale.vim$##p' | head -n 1)
if command -v vim >/dev/null && [ -n "$ALE" ]; then
  form
  export ALE CONSENTLINT_RESULT=$scratch/result
  timeout 60 vim -e -s -u editors/vim/check.vim </dev/null >/dev/null 2>&1 || failures=$((failures + 1))
  cat "$CONSENTLINT_RESULT" 2>/dev/null || echo "vim: no result"
else
  skip vim "vim vim-ale"
fi

if command -v kate >/dev/null && command -v Xvfb >/dev/null && command -v dbus-run-session >/dev/null; then
  form
  timeout 90 editors/kate/check.sh || failures=$((failures + 1))
else
  skip kate "kate xvfb dbus-daemon"
fi

if command -v node >/dev/null; then
  (cd editors/vscode && node --test >"$scratch/node" 2>&1) && echo "vscode: logic ok" || {
    cat "$scratch/node"
    failures=$((failures + 1))
  }
else
  skip "vscode (logic)" nodejs
fi
exit $((failures > 0))
