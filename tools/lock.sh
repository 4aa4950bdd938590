#!/usr/bin/env bash
# Resolves pyproject.toml into the three hash-locked lists; no index address is written.
set -euo pipefail
cd "$(dirname "$0")/.."
compile=(.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --upgrade
  --generate-hashes --no-emit-index-url --no-header --no-annotate)
"${compile[@]}" pyproject.toml --output-file requirements.lock
"${compile[@]}" --group front --output-file requirements-front.lock
"${compile[@]}" pyproject.toml --group dev --constraints requirements.lock \
  --output-file requirements-dev.lock
