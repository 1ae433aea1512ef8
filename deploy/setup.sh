#!/bin/sh
# Installs uv, Python 3.10 and the locked packages into .uv and .venv; does nothing when they are up to date.
set -eu
cd "$(dirname "$0")/.."

fail() { echo "setup: $1" >&2; exit 1; }

stamp=.venv/.installed
wanted=$(cat requirements.lock pyproject.toml .python-version | cksum)
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && exit 0

command -v python3 >/dev/null 2>&1 || fail "python3 is missing; install it and run this again."
free_mb=$(df -Pm . | awk 'NR==2 {print $4}')
[ "$free_mb" -ge 9000 ] || fail "the disk is too full: ${free_mb} MB free here, about 9000 MB needed."

if [ ! -x .uv/bin/uv ]; then
  echo "Installing uv ..."
  python3 -m venv .uv 2>/dev/null || fail "python3 cannot make a virtual environment; install python3-venv."
  .uv/bin/python -m pip install --quiet --disable-pip-version-check uv || fail "uv cannot be installed; is there a network?"
fi

# Links keep a second copy from being stored when cache and project share a disk; elsewhere uv copies by itself.
if [ ! -x .venv/bin/python ]; then
  echo "Finding Python $(cat .python-version) ..."
  .uv/bin/uv venv --quiet --python "$(cat .python-version)" .venv ||
    fail "Python $(cat .python-version) is missing and could not be fetched; install it and run this again."
fi

echo "Installing packages (about 8 GB unpacked, the first time takes minutes) ..."
.uv/bin/uv pip sync --python .venv/bin/python --require-hashes requirements.lock || fail "the packages could not be installed."
.uv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable . ||
  fail "the project itself could not be installed."
echo "$wanted" > "$stamp"
echo "Installed."
