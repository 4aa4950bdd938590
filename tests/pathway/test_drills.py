"""A drill ends before a call, in time, for somebody real, and leaves nothing but its times."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from bots import drilling
from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.rows import Row
from pathway import alarms, answering, by_hand, casework, drill_plans, drills
from pathway.desk import Denied
from referral import store as referrals
from reporting.drills.model import DrillState, Outcome, Scenario
from tests.drilling import (
    WORD,
    all_take_part,
    ask,
    case_codes,
    counts,
    lines,
    on_today,
    once,
    play,
    read,
    rows,
    seen,
)
from tests.makers import Phone
from tests.pathway.telling import alarm, reader, tell
from tests.practice import Practice

CONSENT = by_hand.ConsentRecord("phone", "survivor", ("what_happened",), "en", 7, "Yes")
STAYS = {"drill", "inbound", "journal_leaf", "message", "delivery", "change_count", "lane"}
# What went to the phones of partners who take part is theirs.
STAYS |= {"practice_message"}


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


def test_a_worker_who_asks_a_service_by_hand_is_told_that_it_was_practice(
    practice: Practice, clock: StoppedClock
) -> None:
    drill_id = ask(practice)
    play(practice, clock, drill_id, until="B10")
    case = read(practice, case_codes(practice, drill_id)[0])
    need = case.needs[0]
    offered = next(line.service_id for line in need.lines if line.offered)
    with practice.house.desk() as desk:
        ana = reader(practice, "caseworker")
        refused = by_hand.refer(desk, ana, case.line.id, need.id, offered, CONSENT)
    assert refused == Denied("drill")
    assert seen(practice, drill_id).outcome is Outcome.BEFORE_CALL
    assert "sent" not in {row.state for row in rows(practice, "attempt")}


def test_a_partner_who_takes_part_says_yes_and_hears_that_it_was_practice(
    practice: Practice, clock: StoppedClock
) -> None:
    all_take_part(practice)
    drill_id = ask(practice)
    play(practice, clock, drill_id)
    attempt = next(row for row in rows(practice, "attempt") if row.state == "sent")
    with practice.house.desk() as desk:
        found = referrals.attempt(desk.session, attempt.id)
        assert found is not None
        assert not drills.shown_request(desk, found)
        assert isinstance(answering.take_yes(desk, found, "test"), answering.Answered)
    assert seen(practice, drill_id).accepted_at == clock.now()
    clock.advance(minutes=15)
    once(practice)
    with practice.house.glance() as desk:
        found = referrals.attempt(desk.session, attempt.id)
        assert found is not None
        assert drills.shown_request(desk, found)
    assert found.state == "recalled"


def test_several_at_work_on_one_drill_hear_each_text_once(
    practice_on_both: Practice, clock: StoppedClock
) -> None:
    practice = practice_on_both
    drill_id = ask(practice)
    for _ in range(3):
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(drilling.step_all, [practice.house] * 4))
        once(practice)
        clock.advance(seconds=15)
    heard = [row for row in rows(practice, "inbound") if row.provider == "drill"]
    assert len(heard) == seen(practice, drill_id).said == len(lines(practice, drill_id))
    assert lines(practice, drill_id)[:3] == ["B1", "B2", "B3a"]
