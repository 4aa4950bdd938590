#!/usr/bin/env bash
# Runs the benchmarks beside a private PostgreSQL server.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/servers.sh postgresql
exec .venv/bin/python -m tools.postgres .venv/bin/python -m bench
