"""Which rule wins when two could answer (section 2 of the dialogues)."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bots import rules
from kernel.clock import StoppedClock
from kernel.vocabulary import Address
from pathway import today
from referral.rows import AttemptRow
from reporting.cases.rows import CaseRow
from reporting.reports.model import ReportStatus
from reporting.reports.rows import AlarmRow, ReportRow
from tests.bots.talking import Talk, heard, outbox, told, waiting
from tests.pathway.telling import decide, reader
from tests.practice import Practice

GONE_ON = ("JACARANDA", "1", "2", "1", "1")
SET = (*GONE_ON, "1", "1", "D3", "1", "1", "bluelantern", "2", "2")
ASKED = (*SET, "2", "1")
CRY = "help me now he has a knife"


@pytest.fixture
def talk(practice: Practice) -> Talk:
    return Talk(practice)


def kinds(practice: Practice) -> list[str]:
    with practice.house.database.reading() as session:
        return [str(kind) for kind in session.scalars(select(AlarmRow.kind))]


def test_the_order_is_the_design_s() -> None:
    names = [rule.__name__ for rule in rules.RULES]
    wanted = [
        "exit_word", "stop_and_start", "under_cover", "who_is_this", "in_danger", "own_word",
        "first_text", "take_back", "delete", "language_or_person",
    ]  # fmt: skip
    assert names[:10] == wanted
    assert names[-2:] == ["an_answer", "not_understood"]


@pytest.mark.parametrize("before", [(), ("JACARANDA",), GONE_ON, SET, (CRY,), (CRY, "P")])
def test_x_is_silence_anywhere(practice: Practice, talk: Talk, before: tuple[str, ...]) -> None:
    talk.say(*before)
    alarms = kinds(practice)
    assert talk.say("X") == ""
    assert waiting(practice) == []
    assert talk.state.step == ""
    assert kinds(practice) == alarms


@pytest.mark.parametrize("text", ["x", " X ", "X.", "ｘ"])
def test_x_is_heard_alone_only(talk: Talk, text: str) -> None:
    talk.say("JACARANDA")
    assert talk.say(text) == ""
    assert talk.say("X marks the place")


def test_x_after_p_leaves_the_red_item(practice: Practice, talk: Talk) -> None:
    talk.say(CRY, "P near the market", "X")
    assert kinds(practice) == ["police"]
    who = reader(practice, "caseworker")
    with practice.house.glance() as desk:
        assert [one.state for one in today.today(desk, who).alarms] == ["raised"]


def test_stop_beats_danger_and_start_begins_anew(practice: Practice) -> None:
    talk = Talk(practice, Address("whatsapp", "+15550155"))
    talk.say("JACARANDA")
    assert "START" in talk.say("STOP")
    assert talk.say(CRY) == ""
    assert kinds(practice) == ["stopped"]
    assert "good time" in talk.say("START")


def test_by_sms_the_provider_answers_stop_and_start_itself(practice: Practice, talk: Talk) -> None:
    talk.say("JACARANDA")
    assert talk.say("STOP") == ""
    assert talk.say("STOP") == ""
    assert talk.say("START") == ""
    assert talk.say("hello")
    del practice


def test_who_is_this_shows_nothing_of_an_open_path(practice: Practice, talk: Talk) -> None:
    talk.say(CRY, "P near the market")
    plain = Talk(practice, Address("tel", "+15550156")).say("who is this?")
    assert talk.say("who is this?") == plain
    assert "police" not in talk.say("1")


def test_danger_beats_the_first_text_and_every_question(practice: Practice, talk: Talk) -> None:
    first = talk.say(CRY)
    assert "10111" in first
    for before in ((), ("1",), ("1", "2"), ("1", "2", "1")):
        other = Talk(practice, Address("tel", f"+155501{70 + len(before)}"))
        other.say("JACARANDA", *before)
        assert "10111" in other.say(CRY)
    assert kinds(practice) == ["danger"] * 5


def test_the_coded_word_for_danger_is_heard_first_only(practice: Practice, talk: Talk) -> None:
    assert "10111" in talk.say("hibiscus")
    other = Talk(practice, Address("tel", "+15550157"))
    other.say("JACARANDA")
    other.say("hibiscus")
    assert kinds(practice) == ["danger"]


def test_off_shift_nothing_is_promised(practice: Practice, talk: Talk) -> None:
    decide(practice, play_off_shift=True)
    for text in (CRY, "P near the market", "1"):
        reply = talk.say(text)
        assert "calling a person" not in reply
        assert "10111" in reply


def test_a_danger_text_is_kept_though_she_never_agreed(practice: Practice, talk: Talk) -> None:
    talk.say(CRY, "2")
    assert CRY in heard(practice)
    with practice.house.database.reading() as session:
        assert session.scalars(select(ReportRow.status)).one() == ReportStatus.UNPROVEN


def test_wrong_number_unlinks_the_report_and_keeps_the_red_item(
    practice: Practice, talk: Talk
) -> None:
    talk.say(CRY, "3")
    with practice.house.database.reading() as session:
        report = session.scalars(select(ReportRow)).one()
        assert report.status == ReportStatus.UNLINKED
        assert report.contact_token != talk.writer.token
    assert kinds(practice) == ["danger"]


def test_undo_pauses_and_tells_a_worker(practice: Practice, talk: Talk) -> None:
    talk.say(*ASKED)
    talk.say("UNDO")
    with practice.house.database.reading() as session:
        assert set(session.scalars(select(AttemptRow.paused))) == {True}
    assert "undo" in kinds(practice)


def test_undo_is_answered_alike_whether_anything_exists(practice: Practice, talk: Talk) -> None:
    talk.say(*ASKED)
    stranger = Talk(practice, Address("tel", "+15550158"))
    stranger.say("JACARANDA", "1")
    assert talk.say("UNDO") == stranger.say("UNDO")


def test_undo_does_not_make_a_case_less_pressing(practice: Practice, talk: Talk) -> None:
    talk.say(*GONE_ON, CRY)
    with practice.house.database.reading() as session:
        before = session.execute(select(CaseRow.tier, CaseRow.due_at)).one()
    talk.say("X")
    talk.say("UNDO")
    with practice.house.database.reading() as session:
        cases = session.execute(select(CaseRow.tier, CaseRow.due_at)).all()
    assert any(tier == before.tier and due_at <= before.due_at for tier, due_at in cases)


def test_a_language_by_its_own_name_keeps_her_place(talk: Talk) -> None:
    talk.say(*GONE_ON)
    step = talk.state.step
    talk.say("español")
    assert (talk.state.step, talk.state.language) == (step, "es")


def test_a_person_is_called_only_after_go_on(practice: Practice, talk: Talk) -> None:
    talk.say("JACARANDA", "H")
    assert kinds(practice) == []
    assert talk.state.step == "B3a"
    talk.say("1")
    assert kinds(practice) == ["person"]


def test_not_understood_is_owned_once_and_then_kept(practice: Practice, talk: Talk) -> None:
    talk.say(*GONE_ON, "1")
    own = talk.say("quizas mas tarde o no se bien")
    again = talk.say("it was the other house, the green one near us")
    assert own != again
    assert heard(practice)[-1] == "it was the other house, the green one near us"


def test_a_case_is_opened_for_herself_and_not_for_a_bystander(
    practice: Practice, talk: Talk
) -> None:
    talk.say("JACARANDA", "1", "2", "1", "2", "3", "I heard screams next door at night", "D4")
    with practice.house.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(CaseRow)) == 0
        assert session.scalar(select(func.count()).select_from(ReportRow)) == 1
    assert told(practice)


def test_one_reply_at_most(practice: Practice, talk: Talk) -> None:
    sent = 0
    for text in (*ASKED, "UNDO", CRY, "P", "near the market", "1", "H", "who is this?", "?"):
        talk.hear(text)
        now = len(outbox(practice))
        assert now - sent <= 1 or text == ASKED[-1]
        sent = now


def test_a_reply_expires_two_minutes_after_her_text(
    practice: Practice, talk: Talk, clock: StoppedClock
) -> None:
    talk.hear("JACARANDA")
    clock.advance(minutes=2, seconds=1)
    practice.app.extensions["clockwork"].send()
    assert [one["state"] for one in outbox(practice)] == ["expired"]
