import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from tools import run
from tools.postgres import free_port

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
FAILS = [sys.executable, "-c", "raise SystemExit(7)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(60)",
]


def test_when_one_ends_the_other_is_stopped() -> None:
    children = {"web": subprocess.Popen(SLEEPS), "jobs": subprocess.Popen(FAILS)}
    assert run.supervise(children) == 7
    assert children["web"].returncode == -signal.SIGTERM


def test_a_child_that_ends_well_is_still_a_failure() -> None:
    children = {"web": subprocess.Popen(SLEEPS), "jobs": subprocess.Popen(["true"])}
    assert run.supervise(children) == 1


def test_a_child_that_will_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "PATIENCE", 0.3)
    child = subprocess.Popen(STUBBORN, stdout=subprocess.PIPE)
    assert child.stdout
    child.stdout.readline()
    run.stop({"web": child})
    assert child.returncode == -signal.SIGKILL


def test_an_interrupt_stops_both_and_is_no_failure() -> None:
    program = (
        "import subprocess, signal, sys; from tools import run\n"
        "signal.signal(signal.SIGTERM, run.interrupt)\n"
        f"children = {{name: subprocess.Popen({SLEEPS!r}) for name in ('web', 'jobs')}}\n"
        "print(*(child.pid for child in children.values()), flush=True)\n"
        "sys.exit(run.supervise(children))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    pids = [int(pid) for pid in parent.stdout.readline().split()]
    time.sleep(0.3)
    parent.send_signal(signal.SIGTERM)
    assert parent.wait(10) == 0
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_taken_port_is_told_with_another_to_try() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Try PORT={port + 1}"):
            run.refuse_taken("127.0.0.1", port)
    run.refuse_taken("127.0.0.1", free_port())


def test_another_host_needs_a_code_and_this_one_does_not() -> None:
    assert "UNDERTONE_ACCESS_CODE" not in run.environment("127.0.0.1", 8000)
    told = run.environment("192.0.2.7", 9000)
    assert len(told["UNDERTONE_ACCESS_CODE"]) == 8
    assert told["UNDERTONE_PUBLIC_URL"] == "http://192.0.2.7:9000"
