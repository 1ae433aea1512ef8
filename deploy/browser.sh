#!/bin/sh
# Finds Chromium for the browser tests, or installs Debian's package where that is allowed.
set -eu
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium for the browser tests ..."
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core >/dev/null && exit 0
fi
echo "browser: Chromium is missing; install it (Debian: apt-get install chromium) and run this again." >&2
exit 1
