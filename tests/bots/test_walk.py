"""A safety walk leaves one fact, and nothing that leads to a person."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import func, select

from pathway.counted import fact_place
from reporting.cases.rows import CaseRow
from reporting.indicators import store
from reporting.indicators.model import P1, FactTuple
from reporting.reports.rows import AlarmRow, DisclosureRow, ReportRow
from tests.bots.talking import Talk
from tests.practice import Practice
from vault.opening import open_packed


def facts(practice: Practice) -> list[tuple[str, ...]]:
    house = practice.house
    key, programme = house.jobs_keyring.statistics_private, house.keyring.programme
    with house.database.reading() as session:
        found = [
            FactTuple.from_bytes(open_packed(key, fact_place(programme, handle), body))
            for handle, body in store.pending_facts(session)
        ]
    return [fact.cell[2:] for fact in found if fact.table == P1]


def kept(practice: Practice) -> int:
    with practice.house.database.reading() as session:
        rows = (ReportRow, CaseRow, DisclosureRow, AlarmRow)
        return sum(session.scalar(select(func.count()).select_from(row)) or 0 for row in rows)


@pytest.mark.parametrize(
    ("area", "typology"), [("D3-N2", "ordinary"), ("0", "unknown"), ("nowhere at all", "unknown")]
)
def test_one_fact_and_nothing_else(practice: Practice, area: str, typology: str) -> None:
    before = Counter(facts(practice))
    talk = Talk(practice)
    talk.say("LAMPLIGHT", "1", "1", "a bit unsafe", area)
    assert Counter(facts(practice)) - before == Counter([(typology, "bit_unsafe")])
    assert kept(practice) == 0
    assert talk.state.report_id is None


@pytest.mark.parametrize("ending", [("2",), ("x",), ("1", "x"), ("1", "1", "x")])
def test_a_no_or_an_exit_leaves_nothing(practice: Practice, ending: tuple[str, ...]) -> None:
    before = facts(practice)
    Talk(practice).say("LAMPLIGHT", "1", *ending)
    assert len(facts(practice)) == len(before)
    assert kept(practice) == 0


def test_danger_in_the_middle_is_danger(practice: Practice) -> None:
    talk = Talk(practice)
    reply = talk.say("LAMPLIGHT", "1", "1", "help he has a knife")
    assert reply.startswith("Call 10111 now if you can.")
