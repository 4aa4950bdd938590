"""`make run` for real: two processes over one city, and nothing left when they are told to end."""

from __future__ import annotations

import json
import signal
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT
from tools.postgres import free_port

PATIENCE = 180.0


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except OSError:
        return False


def started(port: int, var: Path, log: Path) -> subprocess.Popen[bytes]:
    told = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "UNDERTONE_VAR_DIR": str(var),
        "UNDERTONE_DATABASE_URL": f"sqlite:///{var}/undertone.db",
    }
    command = [sys.executable, "tools/run.py", "--port", str(port)]
    with log.open("ab") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=told, stdout=output, stderr=output)
    deadline = time.monotonic() + PATIENCE
    while not answers(f"http://127.0.0.1:{port}/readyz"):
        if process.poll() is not None or time.monotonic() > deadline:
            process.terminate()
            pytest.fail(log.read_text("utf-8"))
        time.sleep(0.3)
    return process


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("whole")
    var, log, port = folder / "var", folder / "log", free_port()
    process = started(port, var, log)
    yield var, log.read_text("utf-8")
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    assert not answers(f"http://127.0.0.1:{port}/healthz")
    again = time.monotonic()
    second = started(port, var, log)
    assert time.monotonic() - again < 60
    second.send_signal(signal.SIGTERM)
    assert second.wait(30) == 0


def test_it_says_where_to_go_and_how_to_sign_in(city: tuple[Path, str]) -> None:
    var, said = city
    demo = json.loads((var / "demo.json").read_text("utf-8"))
    assert f"{demo['url']}/phone" in said
    caseworker = next(each for each in demo["people"] if each["role"] == "caseworker")
    assert caseworker["email"] in said
    assert answers(f"{demo['url']}/phone")


def test_what_is_secret_is_for_its_owner_only(city: tuple[Path, str]) -> None:
    var, _ = city
    for name in ("demo.json", "web.keyring", "jobs.keyring"):
        assert stat.S_IMODE((var / name).stat().st_mode) == 0o600


def test_demo_json_has_the_promised_shape(city: tuple[Path, str]) -> None:
    demo = json.loads((city[0] / "demo.json").read_text("utf-8"))
    assert demo["exit_word"] == "X"
    assert {"account_sid", "auth_token", "sms_from", "whatsapp_from"} == set(demo["twilio"])
    assert {"word", "intent", "language"} <= set(demo["keywords"][0])
    assert {"name", "email", "password", "totp_secret", "role", "organization"} <= set(
        demo["people"][0]
    )
    assert {"organization", "address", "channel", "pin"} <= set(demo["responder_phones"][0])
    assert {"code", "name", "parent", "typology"} <= set(demo["areas"][0])
    roles = {"caseworker", "supervisor", "responder", "directory_editor"}
    roles |= {"analyst", "steward", "administrator", "auditor"}
    assert roles == {person["role"] for person in demo["people"]}
    assert sum("-N" in area["code"] for area in demo["areas"]) == 42
