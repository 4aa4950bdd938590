"""An invented survivor goes the way of everybody, is marked on every step, and counts nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bots import drilling, registry
from bots.conversation import hear
from bots.replying import Heard
from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Address, Inbound
from pathway import alarms, casework, drills
from pathway.desk import House
from pathway.marks import drill_of
from pathway.open_directory import open_services
from referral import store as referrals
from reporting.drills.model import Scenario
from reporting.drills.store import last_done
from tests.drilling import (
    WORD,
    all_take_part,
    ask,
    case_codes,
    counts,
    lines,
    once,
    play,
    read,
    rows,
    seen,
)
from tests.pathway.telling import reader
from tests.practice import Practice

MARKED = ("report", "case_file", "need", "attempt")
DIRECTORY = ("capacity_pool", "offer", "organization", "service", "directory_edition")


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
