import pytest

from tests.doors.desks.deskwork import (
    SHARED,
    Deskwork,
    offered_on,
)


def test_a_referral_by_hand_goes_out_with_her_recorded_yes(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    refer = f"needs/{case.need_id}/refer"
    first = desk.read(f"/cases/{case.code}/{refer}").text
    service = next(iter(offered_on(first)))
    shared = desk.do(case.code, refer, go="share", service=service).text
    assert "What did she say they may see?" in shared
    assert "Her yes" in desk.do(case.code, refer, go="consent", service=service, share=SHARED).text
    whole: dict[str, str | list[str]] = {
        "service": service,
        "share": SHARED,
        "channel": "phone",
        "language": "en",
        "words": "I asked, she said yes.",
        "days_valid": "7",
        "told": "y",
    }
    assert "Check before it goes" in desk.do(case.code, refer, go="check", **whole).text
    assert "Sent" in desk.do(case.code, refer, go="send", **whole).text
    again = desk.do(case.code, refer, go="send", **whole).text
    assert "Nothing was sent twice" in again
    assert [one.state.value for one in work.attempts(case)] == ["sent"]
    assert "Waiting for them to answer" in desk.case(case.code)


@pytest.mark.parametrize(
    ("missing", "fault"),
    [
        ("service", "Choose the service she chose"),
        ("share", "Choose at least one thing they may see"),
        ("channel", "Choose how she said yes"),
        ("words", "Write down what you asked"),
        ("told", "Tell her this first"),
    ],
)
def test_nothing_goes_out_while_anything_of_her_yes_is_missing(
    work: Deskwork, missing: str, fault: str
) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    refer = f"needs/{case.need_id}/refer"
    fields: dict[str, str | list[str]] = {
        "service": next(iter(offered_on(desk.read(f"/cases/{case.code}/{refer}").text))),
        "share": SHARED,
        "channel": "phone",
        "words": "I asked, she said yes (kept while I look again).",
        "told": "y",
    }
    del fields[missing]
    answer = desk.do(case.code, refer, go="send", **fields)
    assert answer.status_code == 422
    assert fault in answer.text
    assert missing == "words" or "kept while I look again" in answer.text
    assert work.attempts(case) == ()


def test_a_service_that_was_not_offered_cannot_be_chosen_by_a_forged_form(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    refer = f"needs/{case.need_id}/refer"
    answer = desk.do(case.code, refer, go="share", service="7f0c3f64-7a41-4c67-9a8b-000000000000")
    assert answer.status_code == 422


def test_she_takes_her_yes_back(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.refer(case)
    attempt = work.attempts(case)[0]
    assert desk.do(case.code, f"attempts/{attempt.id}/withdraw").status_code == 303
    assert work.attempts(case)[0].state.value == "withdrawn"
    assert "She withdrew it" in desk.case(case.code)


def test_a_need_is_added_and_matched(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    assert desk.do(case.code, "needs", category="").status_code == 422
    assert desk.do(case.code, "needs", category="legal").status_code == 303
    assert "Legal help" in desk.case(case.code)
