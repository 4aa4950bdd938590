#!/usr/bin/env bash
# Runs the whole suite, or the paths given, beside a private PostgreSQL server.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/servers.sh postgresql chromium

# A database in memory does not wait for a disk at each commit.
place=()
if [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'END { print $4 }')" -gt 4000000 ]; then
  memory="$(mktemp -d /dev/shm/undertone-tests-XXXXXX)"
  trap 'rm -rf "$memory"' EXIT
  place=(--basetemp "$memory/all")
fi
.venv/bin/python -m tools.postgres .venv/bin/pytest -q -n 2 "${place[@]}" "$@"
