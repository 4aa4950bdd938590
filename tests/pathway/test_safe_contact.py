"""Writing to her first: as she agreed, once, inside her hours; ended by whatever she does."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from kernel.clock import StoppedClock
from kernel.vocabulary import Address, Channel, Role
from outbox import store as outbox
from outbox.rows import MessageRow
from pathway import casework, erasure, reading, safe_contact, withdrawal
from pathway.contact_sight import Reach
from pathway.desk import Denied
from pathway.safe_contact import Wish
from pathway.views import CaseView
from reporting.cases import contact_store
from reporting.cases.agreed import SafeContact, Standing
from reporting.cases.rows import SafeContactRow
from reporting.reports.model import AlarmKind
from staff.signin import Entered
from tests.bots.talking import Talk
from tests.bots.talking import outbox as sent
from tests.pathway.telling import ToldCase, alarm, decide, reader, tell
from tests.practice import Practice
from vault.pseudonym import contact_token, stretch

HERS = Address("tel", "+15550155")
LINE = "Hi, this is Marigold Line"
# The clock of a test stands at noon of Wednesday the eighteenth, in UTC.
TODAY = date(2026, 11, 18)


def wish(**other: object) -> Wish:
    values: dict[str, object] = {
        "address": HERS, "via": "twilio", "language": "en", "weekdays": (2, 3),
        "starts": time(9), "ends": time(15), "until": TODAY + timedelta(days=7),
        "checked": True, "words": "not while he is home ocelot",
    }  # fmt: skip
    return Wish(**{**values, **other})  # type: ignore[arg-type]


def wrote(practice: Practice, address: Address = HERS) -> str:
    token = contact_token(practice.house.keyring, stretch(address))
    with practice.house.desk() as desk:
        outbox.hear_contact(desk.session, token, address.channel, desk.now)
    return token


def agree(practice: Practice, told: ToldCase, who: Entered, **other: object) -> object:
    with practice.house.desk() as desk:
        return safe_contact.agree(desk, who, told.id, wish(**other))


def text_now(practice: Practice, told: ToldCase, who: Entered) -> object:
    say = practice.app.extensions["first_line"]
    with practice.house.desk() as desk:
        programme = desk.programme
        return safe_contact.text_now(
            desk, who, told.id, lambda language, channel: say(programme, language, channel)
        )


def reach(practice: Practice, told: ToldCase, who: Entered) -> Reach:
    with practice.house.desk() as desk:
        found = reading.read_case(desk, who, told.code, "follow_up")
    assert isinstance(found, CaseView), found
    return found.reach


def standing(practice: Practice, told: ToldCase) -> tuple[Standing, bool]:
    """Return where the newest statement stands, and whether anything is left in it."""
    with practice.house.database.reading() as session:
        found = contact_store.newest(session, told.id)
    assert found is not None
    return found.state, found.held is not None


def lives(practice: Practice) -> list[timedelta]:
    """Return for how long each text that went first is worth sending."""
    ours = select(MessageRow.expires_at, MessageRow.queued_at).where(MessageRow.kind == "staff")
    with practice.house.database.reading() as session:
        return [row.expires_at - row.queued_at for row in session.execute(ours)]


@pytest.fixture
def told(practice: Practice) -> ToldCase:
    """A case in a programme in UTC that lets staff write first; she wrote a moment ago."""
    decide(practice, staff_first_on=True, timezone="UTC")
    wrote(practice)
    return tell(practice)


@pytest.fixture
def ana(practice: Practice) -> Entered:
    return reader(practice, "caseworker")


def test_agreed_sent_once_and_again_only_after_her_text(practice_on_both: Practice) -> None:
    practice = practice_on_both
    decide(practice, staff_first_on=True, timezone="UTC")
    wrote(practice)
    told, ana = tell(practice), reader(practice, "caseworker")
    assert isinstance(agree(practice, told, ana), SafeContact)
    assert not isinstance(text_now(practice, told, ana), Denied)
    (one,) = [one for one in sent(practice) if one["kind"] == "staff"]
    assert one["text"].startswith(LINE)
    assert (one["to"], one["via"], one["template"]) == (str(HERS), "twilio", "en")
    assert lives(practice) == [safe_contact.WORTH]
    with practice.house.database.reading() as session:
        assert b"ocelot" not in (session.scalar(select(SafeContactRow.body)) or b"")
    assert text_now(practice, told, ana) == Denied("wrote_once")
    clock = practice.house.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(hours=1)
    assert text_now(practice, told, ana) == Denied("wrote_once")
    wrote(practice)
    assert not isinstance(text_now(practice, told, ana), Denied)
    shown = reach(practice, told, ana).agreed
    assert shown is not None
    assert (shown.masked, shown.words) == ("…55", "not while he is home ocelot")


def test_it_expires_with_her_hours_and_outside_them_nothing_goes(
    practice: Practice, told: ToldCase, ana: Entered, clock: StoppedClock
) -> None:
    agree(practice, told, ana, ends=time(12, 5))
    text_now(practice, told, ana)
    assert lives(practice) == [timedelta(minutes=5)]
    agree(practice, told, ana, starts=time(12, 1))
    assert text_now(practice, told, ana) == Denied("not_her_hours")
    agree(practice, told, ana, weekdays=(3,))
    assert text_now(practice, told, ana) == Denied("not_her_hours")
    clock.advance(days=1)
    assert not isinstance(text_now(practice, told, ana), Denied)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"checked": False}, "not_proven"),
        ({"until": TODAY + timedelta(days=8)}, "too_long"),
        ({"until": TODAY - timedelta(days=1)}, "too_long"),
        ({"address": Address("tel", "+15550156")}, "never_wrote"),
    ],
)
def test_what_cannot_be_agreed(
    practice: Practice, told: ToldCase, ana: Entered, given: dict[str, object], reason: str
) -> None:
    assert agree(practice, told, ana, **given) == Denied(reason)


def test_the_programme_decides_first(practice: Practice, told: ToldCase, ana: Entered) -> None:
    agree(practice, told, ana)
    decide(practice, staff_first_on=False)
    assert agree(practice, told, ana) == Denied("off")
    assert text_now(practice, told, ana) == Denied("off")


def test_her_word_proves_her_for_seven_days(
    practice: Practice, told: ToldCase, ana: Entered, clock: StoppedClock
) -> None:
    with practice.house.desk() as desk:
        contact_store.set_proven(desk.session, told.id, TODAY - timedelta(days=5))
    too_long = agree(practice, told, ana, checked=False, until=TODAY + timedelta(days=3))
    assert too_long == Denied("too_long")
    last = TODAY + timedelta(days=2)
    assert isinstance(agree(practice, told, ana, checked=False, until=last), SafeContact)
    clock.advance(days=3)
    assert text_now(practice, told, ana) == Denied("over")
    erasure.run_due(practice.house, clock.now())
    assert standing(practice, told) == (Standing.OVER, False)


@pytest.mark.parametrize("role", [Role.RESPONDER, Role.ANALYST, Role.ADMINISTRATOR])
def test_others_can_neither_agree_nor_write(
    practice: Practice, told: ToldCase, ana: Entered, role: Role
) -> None:
    agree(practice, told, ana)
    other = reader(practice, role)
    assert isinstance(agree(practice, told, other), Denied)
    assert isinstance(text_now(practice, told, other), Denied)
    with practice.house.desk() as desk:
        assert isinstance(safe_contact.reveal(desk, other, told.id, "danger"), Denied)


def test_it_goes_on_with_the_case_and_with_nobody_else(
    practice: Practice, told: ToldCase, ana: Entered
) -> None:
    agree(practice, told, ana)
    with practice.house.desk() as desk:
        casework.take_case(desk, ana, told.id)
    with practice.house.database.reading() as session:
        found = contact_store.newest(session, told.id)
    assert found is not None
    assert found.held is not None
    assert found.held.held_by == f"case:{told.id}"
    assert reach(practice, told, reader(practice, "supervisor")).agreed is not None
    bea = reader(practice, "caseworker", nth=1)
    assert text_now(practice, told, bea) == Denied("not_yours")
    assert not isinstance(text_now(practice, told, ana), Denied)


def test_taking_back_ends_it_and_stops_what_has_not_left(
    practice: Practice, told: ToldCase, ana: Entered
) -> None:
    agree(practice, told, ana)
    text_now(practice, told, ana)
    with practice.house.desk() as desk:
        withdrawal.withdraw_case(desk, told.id)
    assert standing(practice, told) == (Standing.TAKEN_BACK, False)
    assert [one["state"] for one in sent(practice)] == ["withdrawn"]
    assert text_now(practice, told, ana) == Denied("only_she_writes")


def test_clearing_leaves_nothing_of_it(practice: Practice, told: ToldCase, ana: Entered) -> None:
    agree(practice, told, ana)
    with practice.house.desk() as desk:
        erasure.erase_now(desk, [told.report_id], [told.id])
    with practice.house.database.reading() as session:
        assert session.scalars(select(SafeContactRow)).all() == []
        assert contact_store.proven_on(session, told.id) is None


@pytest.mark.parametrize("kind", [AlarmKind.UNSAFE, AlarmKind.STOPPED])
def test_what_her_case_shows_since_ends_it(
    practice: Practice, told: ToldCase, ana: Entered, kind: AlarmKind
) -> None:
    agree(practice, told, ana)
    alarm(practice, told, kind, None)
    assert text_now(practice, told, ana) == Denied(kind.value)
    shown = reach(practice, told, ana)
    assert (shown.agreed, shown.ended, shown.why_none) == (None, kind.value, kind.value)
    assert agree(practice, told, ana) == Denied(kind.value)


@pytest.mark.parametrize(
    ("texts", "ended"),
    [
        (("STOP", "START"), Standing.STOPPED),
        (("UNDO",), Standing.TAKEN_BACK),
        (("DELETE", "1", "DELETE", "DELETE"), Standing.TAKEN_BACK),
        (("JACARANDA", "3"), Standing.TAKEN_BACK),
    ],
)
def test_what_her_phone_says_ends_it_on_whichever_case(
    practice: Practice, told: ToldCase, ana: Entered, texts: tuple[str, ...], ended: Standing
) -> None:
    agree(practice, told, ana)
    Talk(practice, HERS).say(*texts)
    assert standing(practice, told) == (ended, False)
    with practice.house.database.reading() as session:
        assert session.scalars(select(SafeContactRow.handle)).all() == [None]


def test_the_line_notes_the_day_on_which_her_word_proved_her(
    practice: Practice, clock: StoppedClock
) -> None:
    talk = Talk(practice)
    talk.say("JACARANDA", "1", "2", "1", "1", "1", "1", "D2", "3", "1", "copperkettle")
    case_id = talk.state.case_id
    assert case_id is not None
    talk.say("copperkettle")
    with practice.house.database.reading() as session:
        assert contact_store.proven_on(session, case_id) is None
    clock.advance(days=1)
    talk.say("hello", "1", "copperkettle")
    with practice.house.glance() as desk:
        assert contact_store.proven_on(desk.session, case_id) == desk.today


def test_another_phone_does_not_end_it(practice: Practice, told: ToldCase, ana: Entered) -> None:
    agree(practice, told, ana)
    Talk(practice, Address("tel", "+15550157")).say("STOP")
    assert standing(practice, told) == (Standing.OPEN, True)


def test_a_paused_contact_is_left_alone(practice: Practice, told: ToldCase, ana: Entered) -> None:
    agree(practice, told, ana)
    with practice.house.desk() as desk:
        token = contact_token(desk.keyring, stretch(HERS))
        outbox.set_paused(desk.session, token, paused=True)
    assert text_now(practice, told, ana) == Denied("unsafe")
    assert reach(practice, told, ana).ended == "unsafe"


def test_on_whatsapp_it_says_every_accent(practice: Practice, told: ToldCase, ana: Entered) -> None:
    hers = Address("whatsapp", "+15550158")
    wrote(practice, hers)
    agree(practice, told, ana, address=hers, language="es")
    text_now(practice, told, ana)
    (one,) = sent(practice)
    say = practice.app.extensions["first_line"]
    with practice.house.glance() as desk:
        assert one["text"] == say(desk.programme, "es", Channel.WHATSAPP)
    assert one["to"] == str(hers)
