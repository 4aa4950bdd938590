"""The safety unit's pages show one release, whole, and nothing else."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from console import guard, shell
from console.indicators.pages import blueprint
from kernel.clock import StoppedClock
from kernel.db import Database
from kernel.ids import new_id
from kernel.programme import Programme, save_programme
from kernel.settings import Settings
from kernel.vocabulary import IncidentType, Role
from pathway import counted, counting
from pathway.desk import House
from reporting.indicators import store
from reporting.indicators.facts import facts_for_report
from staff.access import Identity
from vault.keyring import create_keyrings

TODAY = date(2026, 11, 18)
UNSAFE = "0–4: unknown, not safe"


@dataclass(frozen=True)
class Someone:
    """Stands where a signed-in member would, as the shell sees her."""

    identity: Identity
    ends_in: timedelta = timedelta(hours=1)
    stale: bool = False


@pytest.fixture
def house(tmp_path: Path, sqlite_url: str, clock: StoppedClock) -> House:
    settings = Settings.load(var_dir=tmp_path, database_url=sqlite_url)
    keys = create_keyrings("p", practice=True)
    keys.web.save(settings.web_keyring)
    keys.jobs.save(settings.jobs_keyring)
    database = Database.open(sqlite_url)
    with database.unit_of_work() as session:
        save_programme(session, Programme("p", "City", "Line", practice=True))
    return House(settings, clock, database)


def client(house: House, monkeypatch: pytest.MonkeyPatch, role: Role | None) -> FlaskClient:
    who = Identity(new_id(), new_id(), "A. Analyst", frozenset({role})) if role else None
    monkeypatch.setattr(guard, "_who", lambda: Someone(who) if who else None)
    app = Flask("undertone", static_folder=None)
    app.extensions["house"] = house
    shell.install(app)
    app.register_blueprint(blueprint)
    app.testing = True
    return app.test_client()


@pytest.fixture
def analyst(house: House, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    return client(house, monkeypatch, Role.ANALYST)


def told(house: House, number: int, kind: IncidentType = IncidentType.PHYSICAL_ASSAULT) -> None:
    with house.desk() as desk:
        for _ in range(number):
            counted.count(desk, facts_for_report(TODAY, kind, "D1-N2"))


def released(house: House, *, approved: bool = True) -> str:
    answer = counting.build(house, TODAY)
    assert isinstance(answer, counting.Built)
    if approved:
        with house.database.unit_of_work() as session:
            store.approve(session, answer.release.id, None, house.clock.now())
    return answer.release.id


def test_twelve_reports_show_as_a_step_with_its_interval(
    house: House, analyst: FlaskClient
) -> None:
    told(house, 12)
    release_id = released(house)
    page = analyst.get("/indicators").text
    assert re.search(r"10 \(6–14\)|15 \(11–19\)", page)
    assert UNSAFE in page
    assert "not prevalence" in page
    assert release_id in page
    assert "/cases" not in page


def test_a_release_that_nobody_approved_is_not_shown(house: House, analyst: FlaskClient) -> None:
    told(house, 12)
    release_id = released(house, approved=False)
    assert "No release has been approved" in analyst.get("/indicators").text
    for path in (f"/indicators/releases/{release_id}", f"/data/{release_id}/release.json"):
        assert analyst.get(path).status_code == 404


@pytest.mark.parametrize(
    "query", ["x=1", "district=D1-N3", "month=2020-01", "quarter=2026-11", "month=", "q=D1"]
)
def test_only_the_fixed_grid_can_be_asked(house: House, analyst: FlaskClient, query: str) -> None:
    told(house, 12)
    released(house)
    assert analyst.get(f"/indicators?{query}").status_code == 400
    assert analyst.get("/indicators?month=2026-11&quarter=2026Q4").status_code == 200


@pytest.mark.parametrize("table", ["t1", "t2", "t5"])
def test_each_table_can_be_downloaded(house: House, analyst: FlaskClient, table: str) -> None:
    told(house, 12)
    release_id = released(house)
    answer = analyst.get(f"/indicators/releases/{release_id}/{table}.csv")
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert UNSAFE in answer.text
    assert analyst.get(f"/data/{release_id}/{table}.csv").status_code == 200


@pytest.mark.parametrize("role", [*sorted(set(Role) - {Role.ANALYST, Role.STEWARD}), None])
def test_the_pages_are_for_analysts_and_stewards(
    house: House, monkeypatch: pytest.MonkeyPatch, role: Role | None
) -> None:
    told(house, 12)
    release_id = released(house)
    others = client(house, monkeypatch, role)
    for path in (
        "/indicators",
        "/indicators/releases",
        f"/indicators/releases/{release_id}",
        f"/indicators/releases/{release_id}/t1.csv",
    ):
        assert others.get(path).status_code in {303, 403}
    assert others.get(f"/data/{release_id}/t1.csv").status_code == 200


def test_nothing_on_a_page_tells_zero_from_four(house: House, analyst: FlaskClient) -> None:
    told(house, 30)
    release_id = released(house)
    seen: dict[tuple[int, ...], set[str]] = {}
    for small in range(5):
        if small:
            told(house, 1, IncidentType.RAPE)
            release_id = released(house)
        with house.database.reading() as session:
            release = store.approved(session, release_id)
        assert release is not None
        cells = tuple(v for sheet in release.cube.sheets.values() for v in sheet.values.values())
        paths = (
            "/indicators",
            f"/indicators/releases/{release_id}/t1.csv",
            f"/data/{release_id}/release.json",
        )
        text = "".join(analyst.get(path).text for path in paths)
        text = text.replace(release_id, "R").replace(release.hash, "H")
        text = re.sub(r"csrf_token\W+value=\S+|nonce=\S+", "", text)
        seen.setdefault(cells, set()).add(text)
    assert all(len(texts) == 1 for texts in seen.values())
    assert len(seen) < 5


def test_a_chart_has_words_and_no_inline_style(house: House, analyst: FlaskClient) -> None:
    told(house, 12)
    released(house)
    page = analyst.get("/indicators").text
    assert page.count('<svg class="ind-chart') == page.count("<desc id=")
    assert " style=" not in page
    assert "<style" not in page
    assert page.count("<table") >= page.count("<desc id=")


def test_the_pages_read_through_their_own_database(
    house: House, analyst: FlaskClient, tmp_path: Path
) -> None:
    told(house, 12)
    release_id = released(house)
    elsewhere = tmp_path / "elsewhere.db"
    elsewhere.write_bytes(b"")
    house.__dict__["analyst_database"] = Database.open(f"sqlite:///{elsewhere}")
    analyst.application.testing = False
    assert analyst.get(f"/data/{release_id}/t1.csv").status_code == 500


def test_releases_are_listed(house: House, analyst: FlaskClient) -> None:
    told(house, 12)
    names = [released(house), released(house)]
    page = analyst.get("/indicators/releases").text
    assert all(name in page for name in names)
