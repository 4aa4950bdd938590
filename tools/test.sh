#!/usr/bin/env bash
# Runs the whole suite, or the paths given, beside a private PostgreSQL server.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/servers.sh postgresql chromium
exec .venv/bin/python -m tools.postgres .venv/bin/pytest -q -n 2 "$@"
