"""Starts what is measured: gunicorn with the product or the yardstick, each over its own data."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from bench import minimal
from tools.postgres import free_port

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TWO_PROCESSES = ("--workers=2", "--threads=1", "--worker-class=sync")
ONE_PROCESS = ("--workers=1", "--threads=16", "--worker-class=gthread")
_PATIENCE = 30.0
_OF_PRACTICE = ("practice_private", "practice_pepper", "practice_auth_token")


@dataclass(frozen=True)
class Served:
    """Holds a running server: where it listens, and the token its provider signs with."""

    port: int
    token: str
    process: int


@contextmanager
def product(place: Path, database_url: str, shape: tuple[str, ...]) -> Iterator[Served]:
    """Founds the practice city, takes the practice phone's key out of it, and serves it."""
    port, token = free_port(), secrets.token_hex(16)
    told = {
        "UNDERTONE_VAR_DIR": str(place),
        "UNDERTONE_DATABASE_URL": database_url,
        "UNDERTONE_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "UNDERTONE_TWILIO_AUTH_TOKEN": token,
    }
    _run([str(BIN / "flask"), "demo"], told)
    _without_practice(place / "web.keyring")
    with _gunicorn("wsgi:create_app()", port, shape, told) as process:
        yield Served(port, token, process)


@contextmanager
def yardstick(database_url: str, shape: tuple[str, ...]) -> Iterator[Served]:
    """Serves the minimal handler over a database of its own."""
    minimal.make_table(database_url)
    port, token = free_port(), secrets.token_hex(16)
    told = {
        "BENCH_DATABASE_URL": database_url,
        "BENCH_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "BENCH_TOKEN": token,
    }
    with _gunicorn("bench.minimal:create_app()", port, shape, told) as process:
        yield Served(port, token, process)


def new_database(maintenance: str, name: str) -> str:
    """Makes a database on a PostgreSQL server and returns its address."""
    engine = create_engine(maintenance, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(maintenance).set(database=name).render_as_string(hide_password=False)


def fdatasync_rate(place: Path, seconds: float = 0.5) -> float:
    """Returns how often a second 4 KiB reach the disk here, one after the other."""
    path, count = place / "fdatasync", 0
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    started = time.perf_counter()
    while time.perf_counter() - started < seconds:
        os.write(descriptor, bytes(4096))
        os.fdatasync(descriptor)
        count += 1
    spent = time.perf_counter() - started
    os.close(descriptor)
    path.unlink()
    return count / spent


def _without_practice(keyring: Path) -> None:
    # A real programme keeps no copy for a practice phone; here it would be one more sealed row.
    held = json.loads(keyring.read_text("utf-8"))
    keyring.write_text(json.dumps({**held, **dict.fromkeys(_OF_PRACTICE)}), "utf-8")


def _run(command: list[str], told: Mapping[str, str]) -> None:
    subprocess.run(
        command, env={**os.environ, **told}, cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )


@contextmanager
def _gunicorn(
    app: str, port: int, shape: tuple[str, ...], told: Mapping[str, str]
) -> Iterator[int]:
    command = [str(BIN / "gunicorn"), "-b", f"127.0.0.1:{port}", *shape, app]
    running = subprocess.Popen(command, env={**os.environ, **told}, cwd=ROOT)
    try:
        _await(running, port)
        yield running.pid
    finally:
        running.terminate()
        running.wait(_PATIENCE)


def _await(running: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and running.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("a server did not come up")
