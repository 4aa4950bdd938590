#!/usr/bin/env bash
# Runs every check, even after one failed, and says at the end which did.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=()
step() {
  local name="$1"
  shift
  echo "== $name"
  "$@" || failed+=("$name")
}
step format .venv/bin/ruff format --check --quiet .
step lint .venv/bin/ruff check --quiet .
step types .venv/bin/mypy
step architecture .venv/bin/lint-imports
step translations .venv/bin/flask translations check
if [ "${#failed[@]}" -gt 0 ]; then
  echo "Not passed: ${failed[*]}"
  exit 1
fi
echo "All checks passed."
