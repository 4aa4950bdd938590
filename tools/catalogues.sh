#!/usr/bin/env bash
# Compiles each catalogue that is newer than its compiled form.
set -euo pipefail
cd "$(dirname "$0")/.."
find locales -name '*.po' | while read -r catalogue; do
  compiled="${catalogue%.po}.mo"
  [ "$compiled" -nt "$catalogue" ] && continue
  .venv/bin/pybabel --quiet compile --input-file "$catalogue" --output-file "$compiled"
done
