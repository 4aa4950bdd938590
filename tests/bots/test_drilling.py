"""An invented survivor goes the way of everybody, is marked on every step, and leaves nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bots import drilling, registry
from bots.conversation import hear
from bots.replying import Heard
from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.rows import Row
from kernel.vocabulary import Address, Inbound
from pathway import alarms, casework, drill_plans, drills, reading
from pathway.desk import House
from pathway.marks import drill_of
from pathway.open_directory import open_services
from pathway.today import Today, today
from pathway.views import CaseView
from referral import store as referrals
from reporting.drills.model import DrillState, Outcome, Scenario
from reporting.drills.store import last_done
from tests.drilling import WORD, ask, case_codes, lines, once, play, seen
from tests.makers import Phone
from tests.pathway.telling import alarm, reader, tell
from tests.practice import Practice

MARKED = ("report", "case_file", "need", "attempt")
STAYS = {"drill", "inbound", "journal_leaf", "message", "delivery", "change_count", "lane"}
# What went to the phones of partners who take part is theirs.
STAYS |= {"practice_message"}
DIRECTORY = ("capacity_pool", "offer", "organization", "service", "directory_edition")


def rows(practice: Practice, table: str) -> list[Any]:
    with practice.house.database.reading() as session:
        return list(session.execute(Row.metadata.tables[table].select()).all())


def counts(practice: Practice) -> dict[str, int]:
    with practice.house.database.reading() as session:
        return {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in Row.metadata.sorted_tables
        }


def all_take_part(practice: Practice) -> None:
    with practice.house.desk() as desk:
        everybody = frozenset(one.id for one in drill_plans.partners(desk))
        drill_plans.let_take_part(desk, everybody, "test")


def read(practice: Practice, code: str) -> CaseView:
    with practice.house.desk() as desk:
        case = reading.read_case(desk, reader(practice, "caseworker"), code, "new_report")
    assert isinstance(case, CaseView)
    return case


def on_today(practice: Practice) -> Today:
    with practice.house.glance() as desk:
        return today(desk, reader(practice, "caseworker"))


def test_a_story_goes_to_its_end_and_every_row_of_it_is_marked(
    practice_on_both: Practice, clock: StoppedClock
) -> None:
    practice = practice_on_both
    all_take_part(practice)
    drill_id = ask(practice)
    play(practice, clock, drill_id)
    heard = lines(practice, drill_id)
    assert (heard[:4], heard[-1]) == (["B1", "B2", "B3a", "B3b"], "B11")
    assert "B9k" in heard
    house = practice.house
    for table in MARKED:
        found = rows(practice, table)
        assert found, table
        for row in found:
            assert drill_of(house.keyring, table, row.id, row.drill) == drill_id, table
            assert drill_of(house.jobs_keyring, table, row.id, row.drill) == drill_id, table
    assert "sent" in {row.state for row in rows(practice, "attempt")}


def test_nothing_of_it_is_counted_and_it_takes_no_room(
    practice: Practice, clock: StoppedClock
) -> None:
    all_take_part(practice)
    before = {table: rows(practice, table) for table in (*DIRECTORY, "fact")}
    with practice.house.glance() as desk:
        public, cohort = open_services(desk, 1, 100), referrals.cohort_rows(desk.session)
    play(practice, clock, ask(practice))
    assert {table: rows(practice, table) for table in before} == before
    assert {row.cohort_quarter for row in rows(practice, "attempt")} == {None}
    with practice.house.glance() as desk:
        assert open_services(desk, 1, 100) == public
        assert referrals.cohort_rows(desk.session) == cohort
        asked = {row.service_id for row in rows(practice, "attempt")}
        assert referrals.open_load(desk.session, asked) == {}
        assert referrals.withdrawn_since(desk.session, desk.now - timedelta(days=1)) == 0


def test_nobody_is_asked_who_did_not_agree_to_take_part(
    practice: Practice, clock: StoppedClock
) -> None:
    texts = [row for row in rows(practice, "message") if row.kind == "responder"]
    drill_id = ask(practice)
    play(practice, clock, drill_id)
    assert "B10" in lines(practice, drill_id)
    assert lines(practice, drill_id)[-1] == "B10z"
    assert {row.state for row in rows(practice, "attempt")} == {"expired"}
    assert {row.state for row in rows(practice, "packet")} == {"erased"}
    assert [row for row in rows(practice, "message") if row.kind == "responder"] == texts


def test_opening_answer_and_taking_on_are_timed(practice: Practice, clock: StoppedClock) -> None:
    drill_id = ask(practice, Scenario.DANGER)
    play(practice, clock, drill_id, until="B5n")
    (code,) = case_codes(practice, drill_id)
    ana = reader(practice, "caseworker")
    clock.advance(minutes=1)
    case = read(practice, code)
    with practice.house.desk() as desk:
        alarms.open_alarm(desk, ana, case.alarms[0].line.id)
    clock.advance(minutes=1)
    with practice.house.desk() as desk:
        alarms.answer_alarm(desk, ana, case.alarms[0].line.id, "I am here with you.")
        casework.take_case(desk, ana, case.line.id)
    play(practice, clock, drill_id)
    assert lines(practice, drill_id)[-1] == ""
    drill = seen(practice, drill_id)
    opened, answered = drill.minutes_to(drill.opened_at), drill.minutes_to(drill.answered_at)
    assert opened is not None
    assert answered is not None
    assert opened >= 1
    assert answered == pytest.approx(opened + 1)
    assert drill.accepted_at == drill.answered_at
    read(practice, code)
    assert seen(practice, drill_id).opened_at == drill.opened_at


def test_a_call_for_police_is_shown_as_practice_when_it_is_opened(
    practice: Practice, clock: StoppedClock
) -> None:
    drill_id = ask(practice, Scenario.POLICE)
    play(practice, clock, drill_id, until="B5p")
    (line,) = on_today(practice).alarms
    assert line.kind == "police"
    assert not on_today(practice).drills
    case = read(practice, line.case_code or "")
    assert case.line.drill
    assert {one.line.state for one in case.alarms} == {"closed"}
    drill = seen(practice, drill_id)
    assert (drill.state, drill.outcome) == (DrillState.REVEALED, Outcome.BEFORE_CALL)
    assert drill.opened_at == drill.revealed_at


def test_it_is_shown_within_a_quarter_of_an_hour_even_if_no_job_runs(
    practice: Practice, clock: StoppedClock
) -> None:
    drill_id = ask(practice)
    play(practice, clock, drill_id, until="B6")
    (code,) = case_codes(practice, drill_id)
    assert not read(practice, code).line.drill
    started = seen(practice, drill_id).started_at
    assert started is not None
    clock.advance(seconds=(started + timedelta(minutes=15) - clock.now()).total_seconds())
    assert read(practice, code).line.drill
    assert code not in [one.code for one in on_today(practice).new_cases]
    once(practice)
    drill = seen(practice, drill_id)
    assert (drill.state, drill.outcome) == (DrillState.REVEALED, Outcome.OPENED)
    assert [one.case_code for one in on_today(practice).drills] == [code]


def test_it_ends_at_once_for_somebody_real(practice_on_both: Practice, clock: StoppedClock) -> None:
    practice = practice_on_both
    drill_id = ask(practice, Scenario.DANGER)
    play(practice, clock, drill_id, until="B5n")
    assert len(on_today(practice).alarms) == 1
    Phone(practice, "+15550177").say("he has a knife pls help")
    drill = seen(practice, drill_id)
    assert (drill.state, drill.outcome) == (DrillState.REVEALED, Outcome.YIELDED)
    (left,) = on_today(practice).alarms
    assert left.case_code not in case_codes(practice, drill_id)


def test_none_begins_while_somebody_real_waits(practice: Practice, clock: StoppedClock) -> None:
    raised = alarm(practice, tell(practice))
    wish = drill_plans.Wish(WORD, "en", Scenario.REPORT)
    with practice.house.desk() as desk:
        assert drill_plans.plan_now(desk, wish) == drill_plans.NoDrill("somebody_real")
        planned = drill_plans.plan_at(desk, wish, desk.now + timedelta(minutes=5))
    assert not isinstance(planned, drill_plans.NoDrill)
    clock.advance(minutes=6)
    once(practice)
    assert seen(practice, planned.id).state is DrillState.PLANNED
    with practice.house.desk() as desk:
        alarms.open_alarm(desk, reader(practice, "caseworker"), raised.alarm_id)
    once(practice)
    assert seen(practice, planned.id).state is DrillState.RUNNING


def test_real_danger_stands_above_a_drill(practice: Practice, clock: StoppedClock) -> None:
    drill_id = ask(practice, Scenario.DANGER)
    play(practice, clock, drill_id, until="B5n")
    clock.advance(minutes=1)
    # Raised in the same moment as the drill began, before either knew of the other.
    told = tell(practice)
    with practice.house.database.unit_of_work() as session:
        drill_alarm = rows(practice, "alarm")[0]
        values = {name: getattr(drill_alarm, name) for name in drill_alarm._fields}
        values |= {"id": new_id(), "case_id": told.id, "drill": None, "raised_at": clock.now()}
        session.execute(Row.metadata.tables["alarm"].insert().values(values))
    assert [one.case_code for one in on_today(practice).alarms] == [
        told.code,
        *case_codes(practice, drill_id),
    ]
    once(practice)
    assert seen(practice, drill_id).outcome is Outcome.YIELDED


def test_a_day_later_nothing_is_left_but_its_times(
    practice_on_both: Practice, clock: StoppedClock
) -> None:
    practice = practice_on_both
    all_take_part(practice)
    before = counts(practice)
    drill_id = ask(practice)
    play(practice, clock, drill_id)
    (code,) = case_codes(practice, drill_id)
    case = read(practice, code)
    with practice.house.desk() as desk:
        ana = reader(practice, "caseworker")
        casework.take_case(desk, ana, case.line.id)
        casework.write_note(desk, ana, case.line.id, "She sounded calm.")
        casework.leave_answer(desk, ana, case.line.id, "Come at ten.")
    clock.advance(minutes=15)
    once(practice)
    clock.advance(hours=23)
    once(practice)
    assert counts(practice)["case_file"] == before["case_file"] + 1
    clock.advance(hours=2)
    once(practice)
    after = counts(practice)
    assert {name: after[name] for name in after if name not in STAYS} == {
        name: before[name] for name in before if name not in STAYS
    }
    drill = seen(practice, drill_id)
    assert (drill.state, drill.outcome) == (DrillState.ERASED, Outcome.OPENED)
    assert None not in (drill.opened_at, drill.answered_at, drill.accepted_at)


def test_its_word_remembers_the_drill_once_somebody_opened_it(
    practice: Practice, clock: StoppedClock
) -> None:
    def tried() -> dict[str, object]:
        with practice.house.glance() as desk:
            return {one.word: one.last_drill_on for one in registry.entries(desk.session)}

    for opens in (False, True):
        drill_id = ask(practice)
        play(practice, clock, drill_id, until="B6")
        if opens:
            read(practice, case_codes(practice, drill_id)[0])
        clock.advance(minutes=15)
        once(practice)
        once(practice)
        assert (tried()[WORD] is not None) == opens
    with practice.house.glance() as desk:
        assert last_done(desk.session) is not None
        assert drilling.words(desk.session)[-1] == (WORD, "en")


def test_two_at_once_do_not_mix(practice: Practice, clock: StoppedClock) -> None:
    first, second = ask(practice), ask(practice, Scenario.PERSON, "GIRASOL")
    play(practice, clock, first, until="B7")
    play(practice, clock, second, until="B20h")
    codes = {case_codes(practice, one)[0] for one in (first, second)}
    assert len(codes) == 2
    assert {row.contact_token for row in rows(practice, "report")} == {
        row.token for row in rows(practice, "contact")
    }


class PulledPlug(Exception):
    """Says that the process ended here."""


@pytest.mark.parametrize("after", [False, True])
def test_a_text_cut_off_in_the_middle_is_heard_once(
    practice: Practice, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    drill_id = ask(practice)

    def cut(house: House, inbound: Inbound) -> None:
        if after:
            hear(house, inbound)
        raise PulledPlug

    for _ in range(3):
        with monkeypatch.context() as patched:
            patched.setattr(drilling, "hear", cut)
            with pytest.raises(PulledPlug):
                drilling.step_all(practice.house)
        once(practice)
        clock.advance(seconds=15)
    assert lines(practice, drill_id) == ["B1", "B2", "B3a"]
    play(practice, clock, drill_id, until="B6")
    assert len(case_codes(practice, drill_id)) == 1


def caught(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> Inbound:
    """Return the text a drill is about to send, mark and all, without its being heard."""
    found: list[Inbound] = []
    with monkeypatch.context() as patched:
        patched.setattr(drilling, "hear", lambda _, inbound: found.append(inbound))
        drilling.step_all(practice.house)
    return found[0]


FORGED: dict[str, Callable[[Inbound], Inbound]] = {
    "no mark": lambda one: replace(one, drill=""),
    "a real phone with a drill's mark": lambda one: replace(
        one, sender=Address("tel", "+15550171")
    ),
    "the mark of another address": lambda one: replace(
        one, sender=Address(drills.SCHEME, new_id().hex)
    ),
    "a changed mark": lambda one: replace(one, drill=one.drill[:-6] + "AAAA=="),
    "another beginning": lambda one: replace(one, drill=one.drill.replace("T12:", "T13:")),
    "no sense": lambda one: replace(one, drill="drill"),
}


@pytest.mark.parametrize("how", FORGED)
def test_a_text_that_only_claims_to_be_of_a_drill_is_not_heard(
    practice: Practice, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(practice)
    true = caught(practice, monkeypatch)
    before = counts(practice)
    assert hear(practice.house, FORGED[how](true)).outcome is Heard.SILENT
    assert counts(practice) == before
    assert hear(practice.house, true).outcome is Heard.ANSWERED


def test_the_mark_of_a_drill_that_is_over_opens_nothing(
    practice: Practice, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(practice)
    true = caught(practice, monkeypatch)
    clock.advance(minutes=15)
    drilling.step_all(practice.house)
    assert hear(practice.house, true).outcome is Heard.SILENT
