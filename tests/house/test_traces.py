"""What the repository holds speaks of the project only, not of a machine it was written on."""

import re
from pathlib import Path

import pytest

from tests.house.source import ROOT, name_of, tracked_files

# Put together here, so that this file does not hold them.
HOSTS = ["py" + "pi.org", "python" + "hosted", "registry.npm" + "js", "deb." + "debian.org"]
PLACES = ["/wo" + "rk/", "/opt/py" + "pi", "/ro" + "ot/", "/tm" + "p/plan"]
TRACE = re.compile("|".join(map(re.escape, HOSTS + PLACES)))
TEXTS = [path for path in tracked_files() if path.suffix not in {".png", ".woff2", ".ico", ".mo"}]


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_no_registry_and_no_machine_is_named(path: Path) -> None:
    assert TRACE.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-front.lock", "requirements-dev.lock"]
)
def test_every_locked_package_has_its_hash_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text


def test_the_front_end_lock_names_no_address() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")
