"""How she may be reached, at a worker's desk: agreed, shown masked, used once, ended."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from kernel.programme import save_programme
from kernel.vocabulary import Address, Channel
from outbox import store as outbox
from outbox.rows import MessageRow
from tests.doors.desks.deskwork import Desk, Deskwork, Opened, bytes_at_rest, journal_of
from vault.pseudonym import contact_token, stretch

HERS = Address("tel", "+15550177")


@pytest.fixture
def case(work: Deskwork) -> Opened:
    """A case in a programme that lets staff write first; she wrote from her number an hour ago."""
    token = contact_token(work.house.keyring, stretch(HERS))
    with work.house.desk() as desk:
        save_programme(desk.session, desk.programme.changed(staff_first_on=True))
        hour_ago = desk.now - timedelta(hours=1)
        outbox.hear_contact(desk.session, token, Channel.SMS, hour_ago)
    return work.report()


def fields(work: Deskwork, **other: str | list[str]) -> dict[str, str | list[str]]:
    until = (work.clock.now() + timedelta(days=7)).date().isoformat()
    said: dict[str, str | list[str]] = {
        "road": "tel", "number": "+1 555-0177", "weekdays": [str(day) for day in range(7)],
        "starts": "09:00", "ends": "18:00", "until": until, "language": "es", "checked": "y",
        "words": "after the school run pelican",
    }  # fmt: skip
    return {**said, **other}


def agreed(work: Deskwork, case: Opened) -> Desk:
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    sent = desk.do(case.code, "contact", **fields(work))
    assert sent.status_code == 303, sent.text
    return desk


def test_by_default_only_she_writes_and_the_page_says_so(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    page = desk.open_case(case.code)
    assert "Only she writes." in page
    assert "does not let staff write first" in page
    refused = desk.do(case.code, "contact", **fields(work))
    assert (refused.status_code, "does not let staff write first" in refused.text) == (422, True)


def test_it_is_agreed_written_once_and_ended(work: Deskwork, case: Opened) -> None:
    desk = agreed(work, case)
    page = desk.case(case.code)
    assert "…77" in page
    assert "after the school run pelican" in page
    assert "+15550177" not in page
    shown = desk.do(case.code, "contact/show").text
    assert "+15550177" in shown
    assert desk.do(case.code, "contact/text").status_code == 303
    page = desk.case(case.code)
    assert "We wrote once. Nothing more is sent until she writes." in page
    again = desk.do(case.code, "contact/text")
    assert (again.status_code, "We wrote once" in again.text) == (422, True)
    with work.house.database.reading() as session:
        assert [row.kind for row in session.scalars(select(MessageRow))] == ["staff"]
    assert desk.do(case.code, "contact/end").status_code == 303
    assert "A worker ended what was agreed before." in desk.case(case.code)
    verbs = [verb for verb, _ in journal_of(work.house)]
    assert {"contact.agreed", "contact.shown", "contact.texted", "contact.ended"} <= set(verbs)
    assert b"pelican" not in bytes_at_rest(work.house)
    assert b"5550177" not in bytes_at_rest(work.house)


WRONG: list[tuple[dict[str, str | list[str]], str]] = [
    ({"number": "0177"}, "with its country code"),
    ({"number": "+15550178"}, "No text came from this number yet"),
    ({"weekdays": []}, "Choose at least one day of the week"),
    ({"starts": "18:00", "ends": "09:00"}, "The end must be later"),
    ({"checked": []}, "Speak with her first, then tick the box"),
]


def test_what_is_missing_is_said_and_what_was_written_stays(work: Deskwork, case: Opened) -> None:
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    for wrong, says in WRONG:
        refused = desk.do(case.code, "contact", **fields(work, **wrong))
        assert refused.status_code == 422, wrong
        assert says in refused.text
        assert "after the school run pelican" in refused.text


def test_a_stop_is_shown_on_her_case(work: Deskwork, case: Opened) -> None:
    desk = agreed(work, case)
    token = contact_token(work.house.keyring, stretch(HERS))
    with work.house.desk() as at:
        outbox.mark_stopped(at.session, token)
    assert "She sent STOP: that ended it." in desk.case(case.code)
    assert desk.do(case.code, "contact/text").status_code == 422
