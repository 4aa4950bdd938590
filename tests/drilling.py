"""Drills as tests ask for them and let them run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bots import drilling
from kernel.clock import StoppedClock
from kernel.rows import Row
from kernel.vocabulary import Tier
from pathway import drill_plans, drills, handover, intake, offering, reading
from pathway.drill_plans import Wish
from pathway.today import Today, today
from pathway.told import Told
from pathway.views import CaseView
from reporting.drills import store
from reporting.drills.model import Drill, Plan, Scenario
from reporting.reports.model import AlarmKind, ReportStatus
from tests.pathway.telling import TOLD, reader, services_of
from tests.practice import Practice

WORD = "JACARANDA"
ANSWERS = Told(TOLD, "en")


def ask(practice: Practice, scenario: Scenario = Scenario.REPORT, word: str = WORD) -> UUID:
    """Ask for a drill that begins now."""
    with practice.house.desk() as desk:
        language = dict(drilling.words(desk.session))[word]
        planned = drill_plans.plan_now(desk, Wish(word, language, scenario))
    assert isinstance(planned, Drill), planned
    return planned.id


def seen(practice: Practice, drill_id: UUID) -> Drill:
    """Return a drill as it stands now."""
    with practice.house.glance() as desk:
        found = store.drill(desk.session, drill_id)
    assert found is not None
    return found


def lines(practice: Practice, drill_id: UUID) -> list[str]:
    """Return the names of the lines that reached the invented survivor."""
    with practice.house.glance() as desk:
        return [one.prompt for one in store.replies(desk.session, drill_id)]


def once(practice: Practice) -> None:
    """Let the web process do what is due, and the outbox send what came of it."""
    drilling.step_all(practice.house)
    practice.app.extensions["clockwork"].send()


def play(practice: Practice, clock: StoppedClock, drill_id: UUID, until: str = "") -> None:
    """Let a drill go on until she heard a line, or has nothing more to say."""
    for _ in range(40):
        once(practice)
        if until in lines(practice, drill_id) or seen(practice, drill_id).silent:
            return
        clock.advance(seconds=15)
    raise AssertionError(lines(practice, drill_id))


def case_codes(practice: Practice, drill_id: UUID) -> list[str]:
    """Return the codes of the cases of a drill."""
    with practice.house.glance() as desk:
        return list(drills.cases_of(desk.session, desk.keyring, drill_id).values())


def rows(practice: Practice, table: str) -> list[Any]:
    """Return every row of a table."""
    with practice.house.database.reading() as session:
        return list(session.execute(Row.metadata.tables[table].select()).all())


def counts(practice: Practice) -> dict[str, int]:
    """Return how many rows each table has."""
    with practice.house.database.reading() as session:
        return {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in Row.metadata.sorted_tables
        }


def all_take_part(practice: Practice) -> None:
    """Let every partner take part in drills."""
    with practice.house.desk() as desk:
        everybody = frozenset(one.id for one in drill_plans.partners(desk))
        drill_plans.let_take_part(desk, everybody, "test")


def read(practice: Practice, code: str) -> CaseView:
    """Open a case as a caseworker does."""
    with practice.house.desk() as desk:
        case = reading.read_case(desk, reader(practice, "caseworker"), code, "new_report")
    assert isinstance(case, CaseView)
    return case


def on_today(practice: Practice) -> Today:
    """Return what a caseworker sees on Today."""
    with practice.house.glance() as desk:
        return today(desk, reader(practice, "caseworker"))


def made(practice: Practice) -> UUID:
    """Make what a drill makes, without its conversation: report, case, red item, need, request."""
    with practice.house.desk() as desk:
        wanted = Plan(WORD, "en", Scenario.DANGER, desk.now, surprise=False)
        drill_id = store.plan(desk.session, wanted).id
        store.begin(desk.session, drill_id, desk.now)
        at_drill = replace(desk, drill=drill_id)
        report_id = intake.open_report(at_drill, f"token {drill_id}", ReportStatus.RECEIVED)
        case_id = intake.open_case(at_drill, report_id, Tier.URGENT)
        intake.raise_alarm(at_drill, case_id, AlarmKind.DANGER, None)
        need_id = offering.find(at_drill, case_id, ANSWERS).need_id
    wanted_services = services_of(practice, "Fair Hearing")
    with practice.house.desk() as desk:
        handover.ask_by_text(desk, need_id, wanted_services, ANSWERS, "B10")
    return drill_id
