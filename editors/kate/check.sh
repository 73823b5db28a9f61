#!/usr/bin/env bash
# Opens a form in this Kate on a screen of its own and checks that the server starts and its marks go out. For
# editors/check.sh. With SCREENSHOT set, and ImageMagick there, a picture of the screen is left at that path.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$(mktemp -d)
screen=:$((90 + RANDOM % 900))
trap 'kill $editor $server 2>/dev/null; rm -rf "$folder"' EXIT
export HOME=$folder XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data XDG_RUNTIME_DIR=$folder
export XDG_CACHE_HOME=$folder/cache QT_QPA_PLATFORM=xcb
mkdir -p "$folder/config/kate/lspclient" "$folder/bin" "$folder/data" "$folder/cache"
chmod 700 "$folder"
# What the server says is kept, so that it can be looked at.
printf '#!/bin/sh\n"%s" "$@" | tee -a "%s/said"\n' "$CONSENTLINT" "$folder" >"$folder/bin/consentlint"
chmod +x "$folder/bin/consentlint"
export PATH=$folder/bin:$PATH
cp editors/kate/settings.json "$folder/config/kate/lspclient/settings.json"
printf '[Kate Plugins]\nlspclientplugin=true\n[lspclient]\nAllowedServerCommandLines=%s lsp\n' \
  "$folder/bin/consentlint" >"$folder/config/katerc"
cp "$CONSENTLINT_FORM" "$folder/form.md"
Xvfb "$screen" -screen 0 800x540x24 >/dev/null 2>&1 &
server=$!
sleep 1
DISPLAY=$screen dbus-run-session kate -n "$folder/form.md" >/dev/null 2>&1 &
editor=$!
for _ in $(seq 200); do
  sleep 0.1
  grep -q '"code":"ai.training"' "$folder/said" 2>/dev/null && break
done
if [ -n "${SCREENSHOT:-}" ]; then
  sleep 3
  DISPLAY=$screen import -window root "$SCREENSHOT"
fi
if grep -q '"code":"ai.training"' "$folder/said" 2>/dev/null; then
  echo "kate: marks: ok"
else
  echo "kate: no marks"
  exit 1
fi
