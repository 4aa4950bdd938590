"""Starts the practice city: web and jobs together, until Ctrl-C or until one of them ends."""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
PATIENCE = 15.0


def reachable(host: str) -> str:
    """Return the address others can use for a host to listen on."""
    if host not in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not listened on
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; it only picks a way out
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def environment(host: str, port: int) -> dict[str, str]:
    """Return the settings that both processes start with."""
    told = dict(os.environ)
    told.setdefault("UNDERTONE_PUBLIC_URL", f"http://{reachable(host)}:{port}")
    if host not in LOOPBACK and "UNDERTONE_ACCESS_CODE" not in told:
        told["UNDERTONE_ACCESS_CODE"] = f"{secrets.randbelow(10**8):08d}"
        sys.stdout.write(f"Access code for other machines: {told['UNDERTONE_ACCESS_CODE']}\n")
    return told


def refuse_taken(host: str, port: int) -> None:
    """End with a plain word when somebody listens there already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            sys.exit(f"Cannot listen on {host}:{port} ({error.strerror}). Try PORT={port + 1}.")


def supervise(children: dict[str, subprocess.Popen[bytes]]) -> int:
    """Wait until one child ends, then end the others; return how it went."""
    try:
        while all(child.poll() is None for child in children.values()):
            time.sleep(0.2)
    except KeyboardInterrupt:
        stop(children)
        return 0
    ended = next(name for name, child in children.items() if child.poll() is not None)
    sys.stderr.write(f"The {ended} process ended by itself; stopping the other.\n")
    stop(children)
    return children[ended].returncode or 1


def stop(children: dict[str, subprocess.Popen[bytes]]) -> None:
    """End every child: politely, then for certain."""
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children.values():
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def interrupt(_signal: int, _frame: FrameType | None) -> None:
    """Treat being told to end like Ctrl-C."""
    raise KeyboardInterrupt


def main() -> int:
    """Prepare the practice city, start both processes and watch them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    asked = parser.parse_args()
    refuse_taken(asked.host, asked.port)
    told = environment(asked.host, asked.port)
    # A shell starts background jobs with SIGINT ignored; here it always means to stop.
    for told_to_end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told_to_end, interrupt)
    flask = [str(BIN / "flask")]
    prepared = subprocess.run([*flask, "demo"], env=told, cwd=ROOT, check=False)
    if prepared.returncode:
        return prepared.returncode
    address = f"[{asked.host}]" if ":" in asked.host else asked.host
    web = [str(BIN / "gunicorn"), "--bind", f"{address}:{asked.port}", "wsgi:create_app()"]
    # Their own process group: Ctrl-C reaches them through us, once.
    children = {
        name: subprocess.Popen(command, env=told, cwd=ROOT, start_new_session=True)
        for name, command in (("web", web), ("jobs", [*flask, "jobs"]))
    }
    return supervise(children)


if __name__ == "__main__":
    sys.exit(main())
