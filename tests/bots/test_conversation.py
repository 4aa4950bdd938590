"""One message, one transaction, one reply at most."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from bots import conversation, memory
from bots.conversation import Heard, could_be_word
from bots.rows import InboundRow, PositionRow
from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Address
from outbox.rows import ContactRow
from reporting.cases.rows import CaseRow
from reporting.reports.rows import DisclosureRow, ReportRow
from staff.rows import JournalLeafRow
from tests.bots.talking import Talk, heard, outbox, told, waiting
from tests.practice import Practice

GONE_ON = ("JACARANDA", "1", "2", "1", "1")
IN_FULL = (*GONE_ON, "1", "1", "D3", "1", "1", "bluelantern", "2", "1", "1", "1", "1")


@pytest.fixture
def talk(practice: Practice) -> Talk:
    return Talk(practice)


def count(practice: Practice, *tables: type) -> list[int]:
    with practice.house.database.reading() as session:
        return [session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]


def test_a_message_heard_before_does_nothing(practice: Practice, talk: Talk) -> None:
    assert talk.hear("JACARANDA", message_id="SM1").outcome is Heard.ANSWERED
    before = count(practice, InboundRow, ContactRow, PositionRow)
    assert talk.hear("JACARANDA", message_id="SM1").outcome is Heard.REPEATED
    assert talk.hear("another text", message_id="SM1").outcome is Heard.REPEATED
    assert count(practice, InboundRow, ContactRow, PositionRow) == before
    assert len(outbox(practice)) == 1


def test_the_same_message_five_times_at_once_is_heard_once(practice_on_both: Practice) -> None:
    talk = Talk(practice_on_both)
    talk.hear("JACARANDA")
    inbound = talk.inbound("1")
    with ThreadPoolExecutor(5) as pool:
        outcomes = list(
            pool.map(lambda _: conversation.hear(practice_on_both.house, inbound), range(5))
        )
    assert sorted(one.outcome for one in outcomes) == [Heard.ANSWERED] + [Heard.REPEATED] * 4
    assert len(waiting(practice_on_both)) == 1
    assert talk.state.step == "B2"


def test_several_people_at_once_do_not_meet(practice_on_both: Practice) -> None:
    people = [Talk(practice_on_both, Address("tel", f"+155501{n}")) for n in range(60, 66)]
    for person in people:
        person.hear("JACARANDA")

    def go_on(person: Talk) -> None:
        for text in GONE_ON[1:]:
            person.hear(text)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(go_on, people))
    assert {person.state.step for person in people} == {"B6"}
    assert count(practice_on_both, ReportRow, CaseRow) == [6, 6]
    assert len({person.state.case_id for person in people}) == 6


def test_an_accident_on_the_way_leaves_nothing_and_it_can_be_heard_again(
    practice: Practice, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.say(*GONE_ON[:-1])
    before = count(practice, InboundRow, DisclosureRow, JournalLeafRow, CaseRow)

    def fail(*_: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(memory, "keep_state", fail)
    with pytest.raises(ConnectionError):
        talk.hear("1", message_id="SM9")
    monkeypatch.undo()
    assert count(practice, InboundRow, DisclosureRow, JournalLeafRow, CaseRow) == before
    assert talk.hear("1", message_id="SM9").outcome is Heard.ANSWERED
    assert talk.state.step == "B6"


def test_a_newer_text_takes_back_a_reply_that_has_not_left(practice: Practice, talk: Talk) -> None:
    talk.hear("JACARANDA")
    talk.hear("1")
    assert [one["state"] for one in outbox(practice)] == ["withdrawn", "queued"]
    assert len(waiting(practice)) == 1
    talk.hear("x")
    assert waiting(practice) == []


def test_somebody_else_s_text_takes_nothing_back(practice: Practice, talk: Talk) -> None:
    talk.hear("JACARANDA")
    Talk(practice, Address("tel", "+15550152")).hear("JACARANDA")
    assert len(waiting(practice)) == 2


def test_the_same_text_at_the_same_question_three_times_then_silence(talk: Talk) -> None:
    talk.say("JACARANDA", "1", "2")
    assert [bool(talk.say("espanol")) for _ in range(5)] == [True, True, True, False, False]
    assert talk.say("english")
    assert talk.say("espanol")


def test_an_answering_machine_is_answered_three_times(talk: Talk) -> None:
    machine = "I am driving and will see your text later on today"
    replies = [bool(talk.say(machine)) for _ in range(9)]
    assert replies.count(True) <= 4
    assert not any(replies[-3:])


def test_danger_is_never_counted(talk: Talk) -> None:
    assert all(talk.say("help me now he has a knife") for _ in range(6))


def test_she_is_not_resumed_after_ten_idle_minutes(talk: Talk, clock: StoppedClock) -> None:
    first = talk.say("JACARANDA")
    talk.say("1", "2", "1", "1")
    clock.advance(minutes=11)
    assert talk.say("are you the people I wrote to") == first
    assert talk.state.report_id is None
    assert talk.state.step == "B1"


def test_what_she_wrote_is_sealed_though_she_never_came_back(
    practice: Practice, talk: Talk, clock: StoppedClock
) -> None:
    talk.say(*GONE_ON, "he took my phone and my money")
    clock.advance(days=3)
    assert "he took my phone and my money" in heard(practice)


def test_a_state_that_expired_is_not_opened(talk: Talk, clock: StoppedClock) -> None:
    talk.say("JACARANDA", "1")
    clock.advance(hours=48)
    assert talk.state.step == ""


def test_before_go_on_nothing_is_kept(practice: Practice, talk: Talk) -> None:
    talk.say("my brother sold my shoes quetzal", "1", "2")
    assert count(practice, ReportRow, DisclosureRow, CaseRow) == [0, 0, 0]
    assert list(talk.state.held) == ["my brother sold my shoes quetzal"]
    talk.say("1")
    assert heard(practice)[0] == "my brother sold my shoes quetzal"
    assert not talk.state.held


@pytest.mark.parametrize("no", ["2", "3", "x"])
def test_a_no_erases_what_was_held(practice: Practice, talk: Talk, no: str) -> None:
    talk.say("my brother sold my shoes quetzal", no)
    assert talk.state.held == ()
    assert count(practice, ReportRow, DisclosureRow) == [0, 0]


def test_a_long_story_is_kept_whole(practice: Practice, talk: Talk) -> None:
    story = " ".join(f"word{n}" for n in range(400))[:1600]
    talk.say(*GONE_ON, story)
    assert story in heard(practice)


def test_odd_bytes_are_no_accident(practice: Practice, talk: Talk) -> None:
    talk.say(*GONE_ON)
    for text in ("a\x00b", "🌻", "", "   ", "\u202eevil", "x" * 20_000):
        talk.hear(text)
    assert not any("\x00" in one for one in heard(practice))


def test_a_stopped_contact_gets_nothing_and_is_shown_to_a_person(
    practice: Practice, talk: Talk
) -> None:
    talk.say("JACARANDA", "STOP")
    assert waiting(practice) == []
    assert talk.hear("are you there, I need somebody").outcome is Heard.SILENT
    assert waiting(practice) == []
    assert [one["danger"] for one in told(practice)] == ["stopped"]


def test_state_and_marks_name_nobody(practice: Practice, talk: Talk) -> None:
    talk.say(*GONE_ON)
    with practice.house.database.reading() as session:
        rows = [
            {c.name: getattr(row, c.name) for c in row.__table__.columns}
            for table in (InboundRow, PositionRow, ContactRow)
            for row in session.scalars(select(table))
        ]
    assert talk.address.id[1:] not in repr(rows)
    assert not any("JACARANDA" in repr(row).upper() for row in rows)


def test_her_state_opens_with_her_number_only(practice: Practice, talk: Talk) -> None:
    talk.say("JACARANDA", "1")
    other = Talk(practice, Address("tel", "+15550152"))
    with practice.house.desk() as desk:
        row = desk.session.get_one(PositionRow, talk.writer.token)
        desk.session.add(
            PositionRow(token=other.writer.token, expires_at=row.expires_at, body=row.body)
        )
    assert other.state.step == ""
    assert talk.state.step == "B2"


def test_a_whole_conversation_hides_her_word_from_everybody(practice: Practice, talk: Talk) -> None:
    talk.say(*IN_FULL)
    assert talk.state.thread is not None
    for one in told(practice):
        assert "bluelantern" not in repr(one)
    assert "bluelantern" not in talk.state.to_json()
    assert "bluelantern" not in repr(outbox(practice))


def test_a_receipt_is_not_in_her_state(talk: Talk) -> None:
    reply = talk.say(*IN_FULL[: IN_FULL.index("bluelantern") + 3])
    digits = next(word for word in reply.split() if word[:5].isdecimal())
    assert len(digits.rstrip(".").replace("-", "")) == 12
    assert digits not in talk.state.to_json()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("bluelantern", True),
        ("Blue Lantern", True),
        ("one two three", True),
        ("lamp", False),
        ("1", False),
        ("", False),
        ("one two three four", False),
        ("🌻", False),
    ],
)
def test_what_could_be_an_own_word(text: str, *, word: bool) -> None:
    assert could_be_word(text) is word


def test_ids_of_messages_are_told_apart_by_provider(practice: Practice, talk: Talk) -> None:
    inbound = talk.inbound("JACARANDA", message_id=str(new_id()))
    other = type(inbound)(**{**vars(inbound), "provider": "other"})
    assert conversation.hear(practice.house, inbound).outcome is Heard.ANSWERED
    assert conversation.hear(practice.house, other).outcome is Heard.ANSWERED
