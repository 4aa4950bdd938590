from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bots.channels.africastalking import AfricasTalking
from bots.channels.dialled import Ways, steps
from bots.channels.interface import NoRoad, Said, StatusEvent
from kernel.settings import Settings
from kernel.vocabulary import Address, Channel, Inbound
from tests.bots.channels.payloads import form
from tests.conftest import NOON

ROAD = AfricasTalking("secret-path")
SMS = {
    "linkId": "SampleLinkId123", "text": "jacaranda ", "to": "55019", "id": "28a92cdf-2d63-4ee3",
    "date": "2026-11-18T11:59:50Z", "from": "+15550100", "networkCode": "63902", "cost": "0",
}  # fmt: skip


def heard(**more: str) -> Inbound:
    found = ROAD.parse(form("secret-path/sms", **{**SMS, **more}), NOON)
    assert isinstance(found, tuple)
    (inbound,) = found
    assert isinstance(inbound, Inbound)
    return inbound


def step(way: str, session: str, **more: str) -> Inbound:
    fields = {
        "sessionId": session, "serviceCode": "*384*5501#", "phoneNumber": "+15550106",
        "networkCode": "63902", "text": way,
    }  # fmt: skip
    found = ROAD.parse(form("secret-path/ussd", **{**fields, **more}), NOON)
    assert isinstance(found, tuple)
    (inbound,) = found
    assert isinstance(inbound, Inbound)
    return inbound


class TestTrust:
    """Nothing is signed: a secret path, and a list of machines."""

    @pytest.mark.parametrize("road", ["", "/", "sms", "other/sms", "secret-patH/sms", "é/sms"])
    def test_without_the_secret_nobody_is_heard(self, road: str) -> None:
        assert not ROAD.verify(form(road))
        assert not AfricasTalking("").verify(form(road))

    def test_with_it_everybody_is_unless_there_is_a_list(self) -> None:
        assert ROAD.verify(form("secret-path/sms", came_from="192.0.2.1"))
        settings = Settings.load(
            at_path_secret="secret-path", at_allowed_addresses="198.51.100.0/24, 2001:db8::1"
        )
        listed = AfricasTalking.of(settings, None)
        for address, taken in {
            "198.51.100.7": True, "2001:db8::1": True, "192.0.2.1": False, "": False, "x": False,
        }.items():  # fmt: skip
            assert listed.verify(form("secret-path/sms", came_from=address)) is taken

    def test_a_list_that_is_none_is_refused_at_the_start(self) -> None:
        with pytest.raises(ValueError, match=r"elsewhere is no address or network: write"):
            Settings.load(at_allowed_addresses="198.51.100.7, elsewhere")

    def test_practice_has_a_secret_of_its_own(self) -> None:
        settings = Settings.load(at_path_secret="real", at_allowed_addresses="192.0.2.1")
        practice = AfricasTalking.of(settings, "token")
        assert practice.path_secret not in {"", "real"}
        assert practice.verify(form(f"{practice.path_secret}/sms"))
        assert not AfricasTalking.of(Settings.load(), None).verify(form("/sms"))


def test_a_text_becomes_what_the_house_understands() -> None:
    assert heard() == Inbound(
        provider="africastalking",
        message_id="28a92cdf-2d63-4ee3",
        sender=Address("tel", "+15550100"),
        recipient=Address("tel", "55019"),
        text="jacaranda ",
        at=NOON - timedelta(seconds=10),
        signed=False,
    )


def test_an_empty_text_is_a_message() -> None:
    assert heard(text="").text == ""


@pytest.mark.parametrize("written", ["+15550100", "15550100", " 15550100"])
def test_a_plus_sign_that_a_form_ate_is_put_back(written: str) -> None:
    assert heard(**{"from": written}).sender == Address("tel", "+15550100")


@pytest.mark.parametrize(
    ("written", "at", "late"),
    [
        ("2026-11-18T11:59:50Z", NOON - timedelta(seconds=10), False),
        ("2026-11-18 11:59:50", NOON - timedelta(seconds=10), False),
        ("2026-11-18 11:00:00", NOON - timedelta(hours=1), True),
        ("2026-11-18 15:00:00", NOON, False),
        ("2013-12-05T15:01:15Z", NOON, False),
        ("", NOON, False),
        ("yesterday", NOON, False),
    ],
)
def test_both_ways_of_writing_a_time(written: str, at: datetime, *, late: bool) -> None:
    found = heard(date=written)
    assert (found.at.astimezone(UTC), found.recovered) == (at, late)


@pytest.mark.parametrize("lacking", ["id", "from"])
def test_a_text_of_nobody_is_nothing(lacking: str) -> None:
    assert ROAD.parse(form("secret-path/sms", **{**SMS, lacking: ""}), NOON) == ()


@pytest.mark.parametrize("reason", ["", "UserIsBlacklisted"])
def test_news_of_a_message_is_told_by_its_own_id(reason: str) -> None:
    told = form(
        "secret-path/status", id="ATXid_1", status="Failed", phoneNumber="+15550100",
        failureReason=reason, retryCount="0",
    )  # fmt: skip
    to = Address("tel", "+15550100")
    assert ROAD.parse(told, NOON) == (
        StatusEvent("africastalking", "", "ATXid_1", "Failed", reason or None, to),
    )


def test_a_session_is_heard_step_by_step() -> None:
    first, second = step("", "s1"), step("1", "s1")
    assert (first.text, first.message_id, first.session) == ("", "s1:0", "s1")
    assert first.sender == Address("ussd", "+15550106")
    assert (first.sender.channel, first.signed) == (Channel.USSD, False)
    assert (second.text, second.message_id) == ("1", "s1:1")
    assert step("1*near the market", "s1").text == "near the market"


def test_a_repeated_step_is_the_same_message() -> None:
    for way in ("", "1", "1*2"):
        once, again = step(way, "s2"), step(way, "s2")
        assert (once.message_id, once.text) == (again.message_id, again.text)


def test_a_text_may_hold_stars() -> None:
    for way in ("", "1"):
        step(way, "s3")
    assert step("1*it was * he * or me", "s3").text == "it was * he * or me"
    assert step("1*it was * he * or me", "s3").text == "it was * he * or me"
    assert step("1*it was * he * or me*2", "s3").text == "2"


def test_after_a_restart_the_text_behind_the_last_star_counts() -> None:
    ways = Ways()
    assert ways.newest("s", "1*2*near the market") == "near the market"
    assert ways.newest("s", "1*2*near the market") == "near the market"
    assert ways.newest("s", "1*2*near the market*4*x") == "4*x"
    # A step that is told once more, late, leaves the way as it is.
    assert ways.newest("s", "1*2") == "2"
    assert ways.newest("s", "1*2*near the market*4*x*7") == "7"


def test_a_star_can_be_typed_first() -> None:
    ways = Ways()
    assert [ways.newest("s", way) for way in ("", "*a", "*a**")] == ["", "*a", "*"]


def test_only_so_many_sessions_are_remembered() -> None:
    ways = Ways()
    for number in range(5000):
        ways.newest(str(number), "")
    assert ways.newest("0", "1*2") == "2"
    assert ways.newest("4999", "1*2") == "1*2"


def test_steps_are_counted() -> None:
    assert [steps(way) for way in ("", "1", "1*2", "1*2*")] == [0, 1, 2, 3]


def test_the_end_of_a_session_is_no_text() -> None:
    ended = {
        "sessionId": "s1", "phoneNumber": "+15550106", "status": "Success", "input": "1*she wrote",
        "lastAppResponse": "END what she saw",
    }  # fmt: skip
    for road in ("ussd", "events"):
        assert ROAD.parse(form(f"secret-path/{road}", **ended), NOON) == ()


def test_the_answer_is_a_screen() -> None:
    here = form("secret-path/ussd")
    assert ROAD.acknowledge(here, Said("Hi\n1 Yes", more=True)).body == "CON Hi\n1 Yes"
    assert ROAD.acknowledge(here, Said("Bye")).body == "END Bye"
    assert ROAD.acknowledge(here, Said()).body == "END "
    assert ROAD.acknowledge(form("secret-path/sms"), Said("x")).body == ""
    assert ROAD.parse(form("secret-path/voice"), NOON) == NoRoad()
