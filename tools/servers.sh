#!/usr/bin/env bash
# Installs what tests drive, where it is missing: tools/servers.sh [postgresql] [chromium]
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/apt.sh

have_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
have_chromium() { command -v chromium >/dev/null || command -v google-chrome >/dev/null; }

for server in "$@"; do
  case "$server" in
    postgresql)
      have_postgresql || apt_install "PostgreSQL, for a private server that lives as long as the tests" postgresql ;;
    chromium)
      have_chromium || apt_install "Chromium, which the tests of the pages drive" chromium || {
        # Ubuntu has it only as a snap, which a container cannot run.
        echo "Installing Playwright's own Chromium instead"
        .venv/bin/playwright install --with-deps chromium
      } ;;
    *) echo "tools/servers.sh knows postgresql and chromium, not '$server'" >&2; exit 2 ;;
  esac
done
