from datetime import timedelta

import pytest

from kernel.ids import new_id, new_token
from referral import link_store
from tests.doors.desks.deskwork import HER_WORDS, PIN, Desk, Deskwork, Opened
from vault.pseudonym import link_handle

ACCEPT = {"decision": "accept", "reason": ""}


@pytest.fixture
def case(work: Deskwork) -> Opened:
    """A case referred by hand to a post that answers by telephone only."""
    opened = work.report()
    work.at_desk("ana").refer(opened, "Tidewater Health")
    return opened


@pytest.fixture
def link(work: Deskwork, case: Opened) -> str:
    """The address that a text to the post would carry."""
    token, now = new_token(), work.clock.now()
    with work.house.database.unit_of_work() as session:
        attempt = work.attempts(case)[0]
        link_store.save_link(
            session, new_id(), link_handle(token), attempt.id, now + timedelta(hours=1)
        )
    return f"/answer/{token}"


@pytest.fixture
def phone(work: Deskwork) -> Desk:
    """A stranger's browser."""
    return Desk(work.app.test_client(), work.clock)


def test_looking_spends_nothing_and_tells_little(
    work: Deskwork, case: Opened, link: str, phone: Desk
) -> None:
    assert [phone.read(link).status_code for _ in range(9)] == [200] * 9
    page = phone.read(link)
    assert work.attempts(case)[0].code in page.text
    assert "Health care" in page.text
    for hidden in (HER_WORDS, case.code, "Tidewater", "Hit or hurt", "That day"):
        assert hidden not in page.text
    assert work.attempts(case)[0].state.value == "sent"
    assert phone.send(link, link, pin=PIN, **ACCEPT).status_code == 200


def test_a_yes_with_the_pin_accepts_and_spends_the_link(
    work: Deskwork, case: Opened, link: str, phone: Desk
) -> None:
    done = phone.send(link, link, pin=f" {PIN} ", **ACCEPT)
    assert "We have your yes" in done.text
    assert work.attempts(case)[0].state.value == "accepted"
    assert phone.read(link).status_code == 410


def test_a_no_needs_a_reason(work: Deskwork, case: Opened, link: str, phone: Desk) -> None:
    asked = phone.send(link, link, pin=PIN, decision="decline", reason="")
    assert (asked.status_code, "Choose why you cannot take it" in asked.text) == (422, True)
    assert work.attempts(case)[0].state.value == "sent"
    done = phone.send(link, link, pin=PIN, decision="decline", reason="out_of_area")
    assert "We have your no" in done.text
    declined = work.attempts(case)[0]
    assert (declined.state.value, declined.reason_code) == ("rejected", "out_of_area")


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"pin": "", "decision": "accept"}, "Type your PIN"),
        ({"pin": PIN, "decision": ""}, "Choose yes or no"),
        ({"pin": PIN, "decision": "perhaps"}, "Choose yes or no"),
        ({"pin": "9" * 99, "decision": "accept"}, "too long for a PIN"),
    ],
)
def test_what_is_missing_is_said_and_costs_no_try(
    work: Deskwork, case: Opened, link: str, phone: Desk, fields: dict[str, str], fault: str
) -> None:
    for _ in range(6):
        asked = phone.send(link, link, **fields)
        assert (asked.status_code, fault in asked.text) == (422, True)
    assert "We have your yes" in phone.send(link, link, pin=PIN, **ACCEPT).text
    assert work.attempts(case)[0].state.value == "accepted"


def test_after_five_wrong_pins_even_the_right_one_is_too_late(
    work: Deskwork, case: Opened, link: str, phone: Desk
) -> None:
    for left in (4, 3, 2, 1):
        wrong = phone.send(link, link, pin="000000", **ACCEPT)
        assert wrong.status_code == 422
        assert f"{left} {'try' if left == 1 else 'tries'} left" in wrong.text
        assert "000000" not in wrong.text
    last = phone.send(link, link, pin="000000", **ACCEPT)
    assert last.status_code == 410
    assert "This link has ended" in last.text
    assert phone.read(link).status_code == 410
    assert work.attempts(case)[0].state.value == "sent"


def test_an_expired_link_says_what_to_do(link: str, phone: Desk) -> None:
    phone.clock.advance(hours=2)
    gone = phone.read(link)
    assert gone.status_code == 410
    assert "call the number you have for us" in gone.text
    assert phone.read("/answer/no-such-token").status_code == 410


def test_a_robot_without_the_page_cannot_answer(
    work: Deskwork, case: Opened, link: str, phone: Desk
) -> None:
    answer = phone.client.post(link, data={"pin": PIN, "decision": "accept"})
    assert answer.status_code == 400
    assert work.attempts(case)[0].state.value == "sent"
