from html import unescape

import pytest

from tests.doors.desks.deskwork import HER_WORDS, Deskwork, Opened, journal_of


@pytest.fixture
def case(work: Deskwork) -> Opened:
    """A case referred by hand to a clinic whose people have accounts."""
    opened = work.report()
    work.at_desk("ana").refer(opened, "East Side Clinic")
    return opened


def test_a_responder_sees_the_consented_fields_and_nothing_else(
    work: Deskwork, case: Opened
) -> None:
    desk = work.at_desk("rui")
    attempt = work.attempts(case)[0]
    assert attempt.code in desk.read("/referrals").text
    page = unescape(desk.read(f"/referrals/{attempt.id}").text)
    shared = page[page.index("What she agreed to share") :]
    assert "Hit or hurt" in shared
    assert "That day" in shared
    for kept_back in (HER_WORDS, "Her area", "D1-N1", case.code):
        assert kept_back not in page
    assert ("packet.read", "request") in journal_of(work.house)


def test_another_organisation_does_not_find_the_request(work: Deskwork, case: Opened) -> None:
    desk = work.at_desk("lia")
    attempt = work.attempts(case)[0]
    assert attempt.code not in desk.read("/referrals").text
    assert desk.read(f"/referrals/{attempt.id}").status_code == 404


def test_a_caseworker_does_not_open_requests_as_a_responder(work: Deskwork, case: Opened) -> None:
    attempt = work.attempts(case)[0]
    assert work.at_desk("ana").read(f"/referrals/{attempt.id}").status_code == 403


def test_accept_then_close_with_an_outcome(work: Deskwork, case: Opened) -> None:
    desk = work.at_desk("rui")
    page = f"/referrals/{work.attempts(case)[0].id}"
    assert desk.send(page, f"{page}/accept").status_code == 303
    assert work.attempts(case)[0].state.value == "accepted"
    nothing = desk.send(page, f"{page}/close")
    assert (nothing.status_code, "Choose how it ended" in nothing.text) == (422, True)
    assert desk.send(page, f"{page}/close", outcome="service_received").status_code == 303
    assert "Nothing more to do" in desk.read(page).text
    seen = unescape(work.at_desk("ana").open_case(case.code))
    assert "She got the service" in seen


def test_a_no_needs_its_reason_and_the_caseworker_reads_it(work: Deskwork, case: Opened) -> None:
    desk = work.at_desk("rui")
    page = f"/referrals/{work.attempts(case)[0].id}"
    for reason in ("", "bad mood"):
        answer = desk.send(page, f"{page}/decline", reason=reason)
        assert (answer.status_code, "Choose a reason" in answer.text) == (422, True)
    assert desk.send(page, f"{page}/decline", reason="no_capacity").status_code == 303
    assert work.attempts(case)[0].state.value == "rejected"
    followed = work.at_desk("ana").read("/referrals").text
    assert "We have no place now" in followed
    assert case.code in followed


def test_a_second_answer_is_refused_in_words(work: Deskwork, case: Opened) -> None:
    desk = work.at_desk("rui")
    page = f"/referrals/{work.attempts(case)[0].id}"
    desk.send(page, f"{page}/decline", reason="unsafe")
    again = desk.send("/settings", f"{page}/accept")
    assert again.status_code == 403
    assert "does not follow from where it stands" in again.text


def test_lists_are_filtered_by_state(work: Deskwork, case: Opened) -> None:
    code = work.attempts(case)[0].code
    desk = work.at_desk("rui")
    assert code in desk.read("/referrals?state=sent").text
    assert "No requests here" in desk.read("/referrals?state=rejected").text
    ana = work.at_desk("ana")
    assert code in ana.read("/referrals?state=sent&sort=-case").text
    assert "No referrals here" in ana.read("/referrals?state=completed").text
