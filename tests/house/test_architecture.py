"""The contracts hold, and each of them would notice."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import PACKAGES, ROOT

BREAKS = [
    ("outbox/model.py", "import staff.model", "1. Doors stand"),
    ("bots/model.py", "import jobs.table", "1. Doors stand"),
    ("referral/model.py", "import referral.store", "2a. Inside a room"),
    ("staff/access.py", "import sqlalchemy", "2b. Only the listed files"),
    ("pathway/desk.py", "import flask", "2c. Flask stays"),
    ("console/times.py", "import apscheduler", "2d. The clock's library"),
    ("bots/dialogue.py", "import bots.conversation", "3. A dialogue"),
    ("reporting/indicators/model.py", "import vault.sealing", "4. A promise"),
    ("staff/access.py", "import vault.sealing", "4. A promise"),
    ("console/cases.py", "import vault.opening", "5. A promise"),
    ("pathway/today.py", "import pathway.unsealing", "5b. A promise"),
    ("kernel/ids.py", "import cryptography", "6a. One folder"),
    ("commands/users.py", "import twilio", "6b. Two files"),
    ("pathway/desk.py", "import staff.rows", "6c. Only a store"),
    ("console/times.py", "import bootstrap", "6d. Nobody imports"),
]


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    linter = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [linter, "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("static"))
    for name in (".importlinter", "bootstrap.py", "wsgi.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_house_keeps_its_contracts() -> None:
    told = lint(ROOT)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize(("path", "line", "contract"), BREAKS, ids=[each[2] for each in BREAKS])
def test_a_contract_notices(copied: Path, path: str, line: str, contract: str) -> None:
    broken = copied / path
    broken.write_text(f"{broken.read_text('utf-8')}\n{line}\n")
    told = lint(copied)
    assert told.returncode != 0
    assert f"\n{contract}" in told.stdout.partition("Broken contracts")[2]
