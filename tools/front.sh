#!/usr/bin/env bash
# Installs the front-end kit, bringing npm from PyPI where this machine has none.
set -euo pipefail
cd "$(dirname "$0")/.."
cmp -s package-lock.json console/static/vendor/.lock && exit 0
command -v npm >/dev/null || tools/venv.sh front
exec .venv/bin/python tools/front.py
