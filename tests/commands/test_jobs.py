from __future__ import annotations

import signal
import subprocess
import sys
import time

from tests.databases import ROOT
from tests.practice import Practice


def test_once_runs_what_is_due_and_says_so(practice: Practice) -> None:
    runner = practice.app.test_cli_runner()
    first = runner.invoke(args=["jobs", "--once"])
    assert first.exit_code == 0, first.output
    assert "attempts" in first.output
    assert "nothing was due" in runner.invoke(args=["jobs", "--once"]).output


def test_the_process_ends_when_it_is_told_to(practice: Practice) -> None:
    settings = practice.settings
    process = subprocess.Popen(
        [sys.executable, "-m", "flask", "jobs"],
        cwd=ROOT,
        env={
            "UNDERTONE_VAR_DIR": str(settings.var_dir),
            "UNDERTONE_DATABASE_URL": settings.database_url,
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert "jobs_started" in process.stdout.readline()
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) == 0
    assert "jobs_stopped" in process.stdout.read()
