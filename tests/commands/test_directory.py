"""`flask directory` takes all or nothing, says what and where, and exports by tier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from commands.city.load import load_city
from commands.directory import directory
from kernel.clock import Clock, StoppedClock
from kernel.db import Database
from referral.listing import read_listing

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
SERVICES = "id,organization_id,name,status\n7,1,Care,active\n"


@dataclass
class SmallHouse:
    database: Database
    clock: Clock


@pytest.fixture
def house(sqlite_url: str) -> Iterator[SmallHouse]:
    database = Database.open(sqlite_url)
    with database.unit_of_work() as session:
        load_city(session, NOW)
    yield SmallHouse(database, StoppedClock(NOW))
    database.close()


@pytest.fixture
def runner(house: SmallHouse) -> FlaskCliRunner:
    app = Flask("practice")
    app.extensions["house"] = house
    app.cli.add_command(directory)
    return app.test_cli_runner()


def package(folder: Path, services: str) -> Path:
    folder.mkdir()
    (folder / "organizations.csv").write_text("id,name\n1,Bay Clinic\n")
    (folder / "services.csv").write_text(services)
    return folder


def services(house: SmallHouse) -> set[str]:
    with house.database.reading() as session:
        return {service.name for service in read_listing(session).services}


def test_a_truncated_file_is_named_with_its_line_and_nothing_is_loaded(
    runner: FlaskCliRunner, house: SmallHouse, tmp_path: Path
) -> None:
    before = services(house)
    path = package(tmp_path / "bay", SERVICES + "8,1,More ca")
    result = runner.invoke(args=["directory", "import", str(path)])
    assert result.exit_code == 1
    assert "services.csv, line 3:" in result.output
    assert "nothing was taken in" in result.output
    assert services(house) == before


def test_a_sound_package_is_taken_in(
    runner: FlaskCliRunner, house: SmallHouse, tmp_path: Path
) -> None:
    path = package(tmp_path / "bay", SERVICES)
    result = runner.invoke(args=["directory", "import", str(path), "--publisher", "bay"])
    assert result.exit_code == 0, result.output
    assert "services, new" in result.output
    assert "services.csv, line 2: has no kind" in result.output
    assert "edition 2" in result.output
    assert "Care" in services(house)


def test_an_export_can_be_taken_in_again(runner: FlaskCliRunner, tmp_path: Path) -> None:
    path = str(tmp_path / "out.zip")
    result = runner.invoke(args=["directory", "export", path, "--tier", "internal"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("wrote 4")
    again = runner.invoke(args=["directory", "import", path])
    assert again.exit_code == 0, again.output
    assert "services, same" in again.output


def test_a_tier_has_to_be_named(runner: FlaskCliRunner, tmp_path: Path) -> None:
    result = runner.invoke(args=["directory", "export", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()
