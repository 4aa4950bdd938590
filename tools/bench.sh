#!/usr/bin/env bash
# Runs the benchmarks on SQLite and beside a private PostgreSQL server: tools/bench.sh [OPTION…]
set -euo pipefail
cd "$(dirname "$0")/.."
tools/servers.sh postgresql
exec .venv/bin/python -m bench.run "$@"
