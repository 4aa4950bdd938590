"""Runs a command beside a private PostgreSQL server that ends with it.

`python -m tools.postgres COMMAND…` tells the command of the server through
UNDERTONE_TEST_POSTGRES_URL, the address of its maintenance database.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PLACE = Path("/usr/lib/postgresql")
OPTIONS = {
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "listen_addresses": "127.0.0.1",
}


def programs() -> Path:
    """Return the folder of the newest PostgreSQL server programs here."""
    versions = sorted(PLACE.glob("*/bin/initdb"), key=lambda found: int(found.parts[-3]))
    if versions:
        return versions[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        sys.exit("There is no PostgreSQL server here: apt-get install postgresql")
    return Path(on_path).resolve().parent


def free_port() -> int:
    """Return a port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def as_owner(place: Path) -> list[str]:
    """Return the prefix that runs a command as somebody PostgreSQL accepts: not root."""
    if os.geteuid() != 0:
        return []
    owner = pwd.getpwnam("postgres")
    os.chown(place, owner.pw_uid, owner.pw_gid)
    return ["runuser", "-u", "postgres", "--"]


@contextmanager
def cluster(options: Mapping[str, str] = OPTIONS) -> Iterator[str]:
    """Start a server in a temporary folder, give its address, and end it."""
    place = Path(tempfile.mkdtemp(prefix="undertone-postgres-"))
    prefix, binaries, port = as_owner(place), programs(), free_port()

    def run(program: str, *arguments: str) -> None:
        command = [*prefix, str(binaries / program), "-D", str(place / "data"), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=place)

    settings = " ".join(f"-c {name}={value}" for name, value in options.items())
    try:
        run("initdb", "--no-sync", "-U", "undertone", "-A", "trust", "-E", "UTF8", "--locale=C")
        run(
            "pg_ctl",
            "-sw",
            "-l",
            str(place / "log"),
            "-o",
            f"{settings} -p {port} -k {place}",
            "start",
        )
        try:
            yield f"postgresql+psycopg://undertone@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-sw", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(place, ignore_errors=True)


def main() -> int:
    """Run the command given and return its exit code."""
    if len(sys.argv) == 1:
        sys.exit("python -m tools.postgres COMMAND…")
    with cluster() as address:
        told = {**os.environ, "UNDERTONE_TEST_POSTGRES_URL": address}
        return subprocess.run(sys.argv[1:], env=told, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
