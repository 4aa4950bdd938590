#!/usr/bin/env bash
# Makes .venv from a hash-locked list: tools/venv.sh run|front|dev
set -euo pipefail
cd "$(dirname "$0")/.."

lock() {
  case "$1" in
    run) echo requirements.lock ;;
    front) echo requirements-front.lock ;;
    dev) echo requirements-dev.lock ;;
    *) echo "tools/venv.sh: run, front or dev, not '$1'" >&2; exit 2 ;;
  esac
}

wanted="$(lock "${1:?which set of packages}")"
python="${PYTHON:-python3}"

command -v "$python" >/dev/null || { echo "Undertone needs Python 3.11 or newer: apt-get install python3" >&2; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Undertone needs Python 3.11 or newer; $python is $("$python" -V 2>&1)" >&2; exit 1; }

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    . tools/apt.sh
    apt_install "Python's own venv module, which this machine has not" python3-venv
  fi
  rm -rf .venv
  echo "Making .venv"
  "$python" -m venv .venv
fi

# The larger set holds the smaller ones, pinned alike.
for larger in "$wanted" requirements-dev.lock; do
  if cmp -s "$larger" ".venv/installed-$larger"; then exit 0; fi
done

echo "Installing the packages of $wanted (hash-checked)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
  --only-binary :all: --require-hashes -r "$wanted"
cp "$wanted" ".venv/installed-$wanted"
