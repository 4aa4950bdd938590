"""`flask indicators` builds, approves, lists, verifies, exports, and names the analyst's role."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from commands.history import load_history
from commands.indicators import ROLE_SQL, indicators
from kernel.clock import StoppedClock
from kernel.db import Database
from kernel.ids import new_id
from kernel.programme import Programme, save_programme
from kernel.settings import Settings
from kernel.vocabulary import IncidentType
from pathway import counted
from pathway.desk import House
from reporting.indicators import store
from reporting.indicators.facts import facts_for_report
from vault.keyring import create_keyrings


def housed(folder: Path, url: str, clock: StoppedClock, *, practice: bool = True) -> House:
    settings = Settings.load(var_dir=folder, database_url=url)
    keys = create_keyrings("p", practice=True)
    keys.web.save(settings.web_keyring)
    keys.jobs.save(settings.jobs_keyring)
    database = Database.open(url)
    with database.unit_of_work() as session:
        save_programme(session, Programme("p", "City", "Line", practice=practice))
    return House(settings, clock, database)


def runner(house: House) -> FlaskCliRunner:
    app = Flask("undertone", static_folder=None)
    app.extensions["house"] = house
    app.cli.add_command(indicators)
    return app.test_cli_runner()


def told(house: House, number: int) -> None:
    with house.desk() as desk:
        for _ in range(number):
            counted.count(
                desk, facts_for_report(desk.today, IncidentType.SEXUAL_UNSPECIFIED, "D1-N2")
            )


def run(house: House, *words: str) -> tuple[int, str]:
    result = runner(house).invoke(args=["indicators", *words])
    return result.exit_code, result.output


def test_a_release_goes_its_way(tmp_path: Path, sqlite_url: str, clock: StoppedClock) -> None:
    house = housed(tmp_path, sqlite_url, clock)
    told(house, 12)
    code, said = run(house, "build", "--as-of", "2026-11-18")
    assert code == 0
    assert "built R2026-11-18-01" in said
    assert run(house, "list")[1].count("built") == 1
    assert run(house, "approve", "--by", "steward@example.org") == (
        0,
        "approved R2026-11-18-01\n",
    )
    assert "approved by steward@example.org" in run(house, "list")[1]
    assert run(house, "verify") == (0, "1 releases, chain and signatures whole\n")
    assert run(house, "export", str(tmp_path / "out"))[0] == 0
    assert len(list((tmp_path / "out").glob("R2026-11-18-01-t*.csv"))) == 3


def test_refusals_are_plain(tmp_path: Path, sqlite_url: str, clock: StoppedClock) -> None:
    house = housed(tmp_path, sqlite_url, clock, practice=False)
    for words, reason in (
        (("build",), "no period can be closed"),
        (("build", "--as-of", "2026-11-18"), "for practice programmes only"),
        (("build", "--as-of", "yesterday"), "does not match"),
        (("approve",), "no release has been built"),
        (("approve", "R1"), "no release R1"),
        (("export",), "no such approved release"),
        (("role", "x; drop"), "letters, digits"),
    ):
        code, said = run(house, *words)
        assert code != 0
        assert reason in said


def test_verify_finds_a_changed_release(
    tmp_path: Path, sqlite_url: str, clock: StoppedClock
) -> None:
    house = housed(tmp_path, sqlite_url, clock)
    told(house, 12)
    run(house, "build", "--as-of", "2026-11-18")
    with house.database.unit_of_work() as session:
        session.execute(text("UPDATE release SET payload = CAST(payload || ' ' AS BLOB)"))
    code, said = run(house, "verify")
    assert code != 0
    assert "R2026-11-18-01" in said


def test_the_analysts_role_reads_releases_and_nothing_else(
    tmp_path: Path, postgres_url: str, clock: StoppedClock
) -> None:
    house = housed(tmp_path, postgres_url, clock)
    assert load_history(house) > 0
    role = f"analyst_{new_id().hex[:8]}"
    with house.database.unit_of_work() as session:
        tables = session.scalars(
            text("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        ).all()
        lines = [line for line in ROLE_SQL.splitlines() if not line.startswith("--")]
        session.execute(text("".join(lines).format(role=role)))
    theirs = Database.open(
        make_url(postgres_url).set(username=role).render_as_string(hide_password=False)
    )
    try:
        with theirs.reading() as session:
            assert store.latest(session, store.APPROVED) is not None
            assert store.listed(session)
        assert {"fact", "report", "case_file", "member"} < set(tables)
        for table in set(tables) - {"release"}:
            with pytest.raises(DBAPIError, match="permission denied"), theirs.reading() as session:
                session.execute(text(f'SELECT * FROM "{table}"'))  # noqa: S608 - a table's name
        for act in ("DELETE FROM release", "UPDATE release SET state = 'built'"):
            with pytest.raises(DBAPIError, match="permission"), theirs.unit_of_work() as session:
                session.execute(text(f"SET TRANSACTION READ WRITE; {act}"))
    finally:
        theirs.close()
        with house.database.unit_of_work() as session:
            session.execute(text(f"DROP OWNED BY {role}"))
            session.execute(text(f"DROP ROLE {role}"))
        house.database.close()
