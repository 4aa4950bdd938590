"""Facts are sealed, shuffled, opened for a release, and erased when their period is frozen."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from commands.history import load_history
from kernel.clock import StoppedClock
from kernel.db import Database
from kernel.programme import Programme, load_programme, save_programme
from kernel.settings import Settings
from kernel.vocabulary import IncidentType, Stage
from pathway import counted, counting
from pathway.desk import House
from reporting.indicators import store
from reporting.indicators.facts import fact_for_stage, facts_for_report
from reporting.indicators.model import T1, TOTAL
from vault.keyring import create_keyrings
from vault.opening import CannotOpen

TODAY = date(2026, 11, 18)
CITY = Programme("p", "City", "Line", timezone="Africa/Johannesburg", practice=True)


@pytest.fixture
def house(tmp_path: Path, database: Database, clock: StoppedClock) -> House:
    settings = Settings.load(var_dir=tmp_path, database_url=str(database.url))
    keys = create_keyrings("p", practice=True)
    keys.web.save(settings.web_keyring)
    keys.jobs.save(settings.jobs_keyring)
    with database.unit_of_work() as session:
        save_programme(session, CITY)
    return House(settings, clock, database)


def told(house: House, number: int, day: date = TODAY) -> list[UUID]:
    with house.desk() as desk:
        handles: list[UUID] = []
        for _ in range(number):
            facts = facts_for_report(day, IncidentType.PHYSICAL_ASSAULT, "D1-N2")
            handles += counted.count(desk, facts)
    return handles


def pending(house: House) -> list[tuple[UUID, bytes]]:
    with house.database.reading() as session:
        return store.pending_facts(session)


def built(house: House, as_of: date | None = None) -> counting.Built:
    answer = counting.build(house, as_of)
    assert isinstance(answer, counting.Built), answer
    return answer


def test_a_report_leaves_one_fact_a_table_and_says_nothing_in_clear(house: House) -> None:
    handles = told(house, 1)
    rows = pending(house)
    assert {handle for handle, _ in rows} == set(handles)
    assert len(rows) == 3
    assert len({len(body) for _, body in rows}) == 1
    assert not any(b"physical" in body or b"2026" in body for _, body in rows)


def test_twelve_reports_show_a_step_and_one_does_not(house: House) -> None:
    told(house, 1)
    first = built(house, TODAY).release.cube.sheets[T1, "2026-11"]
    assert first.values[T1, "2026-11", TOTAL] in {0, 5}
    told(house, 11)
    second = built(house, TODAY).release.cube.sheets[T1, "2026-11"]
    assert second.values[T1, "2026-11", "physical_assault"] in {10, 15}
    assert second.early
    assert len(pending(house)) == 36


def test_early_builds_of_the_same_data_differ_in_their_id_only(house: House) -> None:
    told(house, 12)
    first, second = built(house, TODAY).release, built(house, TODAY).release
    assert first.id != second.id
    assert first.payload.replace(first.id.encode(), second.id.encode()) == second.payload


def test_as_of_is_for_practice_only(house: House) -> None:
    told(house, 12)
    with house.database.unit_of_work() as session:
        save_programme(session, replace(CITY, practice=False))
    answer = counting.build(house, TODAY)
    assert answer == counting.Refused(counting.ONLY_IN_PRACTICE)
    assert (T1, "2026-11") not in built(house).release.cube.sheets


def test_freezing_erases_the_facts_of_the_period_and_nothing_else(
    house: House, clock: StoppedClock
) -> None:
    told(house, 12)
    clock.advance(days=28)  # 16 December: the month's lag has passed, the quarter's has not
    told(house, 1, date(2026, 12, 16))
    assert built(house).froze == 2  # October, which the quarter began with, and November
    assert len(pending(house)) == 12 * 2 + 3
    clock.advance(days=50)
    built(house)
    assert pending(house) == []


def test_a_late_fact_waits_and_changes_nothing(house: House, clock: StoppedClock) -> None:
    told(house, 12)
    clock.advance(days=28)
    before = built(house).release
    told(house, 10)
    assert counting.build(house) == counting.Refused(counting.NOTHING_TO_CLOSE)
    clock.advance(days=30)
    after = built(house).release
    name = (T1, "2026-11")
    assert after.cube.sheets[name] == before.cube.sheets[name]


def test_a_withdrawn_fact_is_gone_before_the_freeze(house: House) -> None:
    kept, withdrawn = told(house, 5), told(house, 7)
    with house.desk() as desk:
        assert counted.forget(desk, withdrawn) == len(withdrawn)
        assert counted.forget(desk, withdrawn) == 0
    assert {handle for handle, _ in pending(house)} == set(kept)


def test_the_funnel_counts_stages(house: House) -> None:
    told(house, 20)
    with house.desk() as desk:
        for _ in range(10):
            counted.count(desk, (fact_for_stage(TODAY, Stage.CASE_OPENED),))
    values = built(house, TODAY).release.cube.sheets["T5", "2026Q4"].values
    assert values["T5", "2026Q4", "reported", "all"] == 20
    assert values["T5", "2026Q4", "case_opened", "all"] == 10


def test_shuffling_seals_anew_and_keeps_the_facts(house: House) -> None:
    told(house, 40)
    before = pending(house)
    release = built(house, TODAY).release.cube.sheets
    with house.database.unit_of_work() as session:
        assert counting.shuffle(session, house.jobs_keyring) == len(before)
    after = pending(house)
    assert {handle for handle, _ in after} == {handle for handle, _ in before}
    assert not {body for _, body in after} & {body for _, body in before}
    assert built(house, TODAY).release.cube.sheets == release


def test_after_the_shuffle_order_and_transaction_tell_nothing(house: House) -> None:
    groups = [set(told(house, 1)) for _ in range(60)]
    with house.database.unit_of_work() as session:
        counting.shuffle(session, house.jobs_keyring)
    column = "rowid" if house.database.dialect == "sqlite" else "ctid"
    with house.database.reading() as session:
        order = list(session.scalars(text(f"SELECT id FROM fact ORDER BY {column}")))  # noqa: S608 - fixed
        if house.database.dialect == "postgresql":
            assert session.scalar(text("SELECT count(DISTINCT xmin::text) FROM fact")) == 1
    group = {str(handle).replace("-", ""): at for at, one in enumerate(groups) for handle in one}
    names = [group[str(handle).replace("-", "")] for handle in order]
    neighbours = sum(a == b for a, b in pairwise(names))
    # By chance 179 pairs of neighbours share a report 2 times; unshuffled, 120 times.
    assert neighbours < 20


def test_a_fact_moved_to_another_row_does_not_open(house: House) -> None:
    told(house, 1)
    (first, body), (second, _), *_ = pending(house)
    assert first != second
    with house.database.unit_of_work() as session:
        store.erase_facts(session, [second])
        store.add_facts(session, [(second, body)])
    with pytest.raises(CannotOpen):
        counting.build(house, TODAY)


def test_the_chain_is_whole_until_a_byte_changes(house: House) -> None:
    told(house, 12)
    built(house, TODAY)
    built(house, TODAY)
    verifier = house.keyring.release_verifier
    with house.database.unit_of_work() as session:
        assert counting.chain_faults(session, verifier) == []
        session.execute(text("UPDATE release SET hash = 'x' WHERE sequence = 1"))
        assert counting.chain_faults(session, verifier) != []


def test_only_a_built_release_is_approved_once(house: House) -> None:
    told(house, 12)
    release = built(house, TODAY).release
    now = datetime(2026, 11, 18, tzinfo=UTC)
    with house.database.unit_of_work() as session:
        assert store.approved(session, release.id) is None
        assert store.approve(session, release.id, "steward@example.org", now)
        assert not store.approve(session, release.id, None, now)
        assert store.approved(session, release.id) is not None


def test_the_practice_city_has_a_year_of_releases(house: House) -> None:
    assert load_history(house) >= 12
    assert load_history(house) == 0
    with house.database.reading() as session:
        assert load_programme(session) is not None
        assert counting.chain_faults(session, house.keyring.release_verifier) == []
        newest = store.latest(session, store.APPROVED)
    assert newest is not None
    assert not newest.early
    assert len([name for name in newest.cube.sheets if name[0] == T1]) >= 12
    assert {sheet.steps for sheet in newest.cube.sheets.values()} == {0}
    # This month has no invented report, so that a newcomer's own show.
    told(house, 12)
    sheet = built(house, TODAY).release.cube.sheets[T1, "2026-11"]
    assert sheet.values[T1, "2026-11", TOTAL] in {10, 15}
