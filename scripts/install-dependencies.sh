#!/bin/sh
# Installs the Debian packages that the build needs, and the programs that read PDF and pictures; or those named as
# arguments, where they are missing.
# Says nothing and changes nothing when all are there. Exit code 1: something is missing and was not installed.
set -eu

for_build=no
if [ $# -eq 0 ]; then
  for_build=yes
  set -- libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev libzip-dev pkg-config poppler-utils tesseract-ocr
fi

say() {
  printf '%s\n' "$*" >&2
}

# Without apt there is no common way to install, so say what is needed and how to go on.
if ! command -v apt-get >/dev/null 2>&1; then
  if [ $for_build = yes ] && command -v pkg-config >/dev/null 2>&1 &&
    pkg-config --exists libcmark-gfm libxml-2.0 libzip; then
    exit 0
  fi
  say "This machine has no apt. Install these with your own package manager (the names are Debian's), then try again: $*"
  exit 1
fi

missing=""
for package in "$@"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    say "Missing packages:$missing. You are not root and there is no sudo. As root, run: apt-get install$missing"
    exit 1
  fi
  root=sudo
fi

install() {
  # shellcheck disable=SC2086 # One word for each package.
  $root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends $missing
}

say "Installing:$missing"
# The package lists of a fresh machine are empty and those of an old one are stale: fetch them only then.
install >/dev/null 2>&1 && exit 0
$root apt-get update --quiet=2 >&2
if ! install >&2; then
  say "apt could not install:$missing. Its message is above."
  exit 1
fi
