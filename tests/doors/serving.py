"""A city served for real: gunicorn and the jobs process over one copied practice city."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kernel.db import Database
from tests.databases import ROOT
from tests.doors.outside import Outside
from tests.practice import copy_folder
from tools.postgres import free_port

BIN = Path(sys.executable).parent
PATIENCE = 90.0


@dataclass
class Served:
    """One city, its two processes, and the folders that hold all it ever writes."""

    var: Path
    database_url: str
    port: int
    logs: Path
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The public address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def is_on_sqlite(self) -> bool:
        """Say which kind of database it has."""
        return self.database_url.startswith("sqlite")

    @property
    def outside(self) -> Outside:
        """Somebody who knows this city from outside."""
        return Outside.of(self.var)

    def start_web(self) -> None:
        """Start the web process and wait until it is ready."""
        self._start("web", "gunicorn", "--bind", f"127.0.0.1:{self.port}", "wsgi:create_app()")
        deadline = time.monotonic() + PATIENCE
        while not self.is_ready():
            assert self.processes["web"].poll() is None, self.log("web")
            assert time.monotonic() < deadline, self.log("web")
            time.sleep(0.05)

    def start_jobs(self) -> None:
        """Start the jobs process."""
        self._start("jobs", "flask", "jobs")

    def kill(self, name: str) -> None:
        """End a process and its workers as a power cut would."""
        os.killpg(self.processes[name].pid, signal.SIGKILL)
        self.processes.pop(name).wait()

    def stop(self) -> None:
        """End everything politely."""
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            process.wait(30)
        self.processes.clear()

    def flask(self, *arguments: str) -> str:
        """Run a command of the city and return what it said."""
        command = [str(BIN / "flask"), *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self._told(), check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def is_ready(self) -> bool:
        """Say whether the web process answers."""
        try:
            return self.outside.send("GET", "/readyz", None, {})[0] == 200
        except (OSError, http.client.HTTPException):
            return False

    def log(self, name: str) -> str:
        """Return what a process wrote."""
        return (self.logs / name).read_text("utf-8")

    @contextmanager
    def database(self) -> Iterator[Database]:
        """Open the database, to count rows in it."""
        opened = Database.open(self.database_url)
        yield opened
        opened.close()

    def _start(self, name: str, *command: str) -> None:
        with (self.logs / name).open("ab") as log:
            self.processes[name] = subprocess.Popen(
                [str(BIN / command[0]), *command[1:]],
                cwd=ROOT, env=self._told(), stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def _told(self) -> dict[str, str]:
        return {
            "PATH": f"{BIN}:/usr/bin:/bin",
            "TMPDIR": str(self.logs),
            "UNDERTONE_VAR_DIR": str(self.var),
            "UNDERTONE_DATABASE_URL": self.database_url,
            "UNDERTONE_PUBLIC_URL": self.url,
        }


@contextmanager
def served(source: Path, folder: Path, database_url: str = "") -> Iterator[Served]:
    """Copy a city, serve it, and end it; with no database given its own SQLite file is used."""
    var, logs, port = copy_folder(source, folder / "var"), folder / "logs", free_port()
    logs.mkdir()
    city = Served(var, database_url or f"sqlite:///{var}/undertone.db", port, logs)
    told = json.loads((var / "demo.json").read_text("utf-8"))
    (var / "demo.json").write_text(json.dumps(told | {"url": city.url}), "utf-8")
    try:
        city.start_jobs()
        city.start_web()
        yield city
    finally:
        city.stop()
        # Shown beside a test that failed.
        sys.stderr.write(city.log("web") + city.log("jobs"))
