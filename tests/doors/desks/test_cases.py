import re

import pytest

from tests.doors.desks.deskwork import (
    HER_WORDS,
    Deskwork,
    bytes_at_rest,
    journal_of,
)


def test_the_list_shows_codes_and_states_and_no_story(work: Deskwork) -> None:
    case = work.report()
    page = work.at_desk("ana").read("/cases").text
    assert case.code in page
    assert "Nobody yet" in page
    assert HER_WORDS not in page


def test_strangers_are_led_to_the_sign_in(work: Deskwork) -> None:
    case = work.report()
    answer = work.app.test_client().get(f"/cases/{case.code}")
    assert (answer.status_code, answer.location) == (303, "/signin")


@pytest.mark.parametrize("who", ["rui", "dan", "ada", "eva"])
def test_other_roles_do_not_reach_cases(work: Deskwork, who: str) -> None:
    case = work.report()
    desk = work.at_desk(who)
    for path in ("/cases", f"/cases/{case.code}", "/today"):
        answer = desk.read(path)
        assert answer.status_code == 403
        assert HER_WORDS not in answer.text


def test_a_case_asks_why_before_it_opens(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    asked = desk.read(f"/cases/{case.code}").text
    assert "Why are you opening this?" in asked
    assert HER_WORDS not in asked
    assert ("case.read", None) not in journal_of(work.house)
    assert HER_WORDS in desk.open_case(case.code, "follow_up")
    assert ("case.read", "follow_up") in journal_of(work.house)


def test_no_purpose_opens_nothing_and_says_so(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    for purpose in ("", "curiosity"):
        answer = desk.do(case.code, "open", purpose=purpose)
        assert answer.status_code == 422
        assert "govuk-error-summary" in answer.text
        assert HER_WORDS not in answer.text
    assert "case.read" not in dict(journal_of(work.house))


def test_the_purpose_is_asked_again_after_a_quarter_of_an_hour(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    work.clock.advance(minutes=14)
    assert HER_WORDS in desk.case(case.code)
    work.clock.advance(minutes=2)
    assert "Why are you opening this?" in desk.case(case.code)


def test_an_unknown_case_is_not_found(work: Deskwork) -> None:
    desk = work.at_desk("ana")
    assert desk.read("/cases/NOSUCH99").status_code == 404


def test_a_case_says_what_she_told_in_words_and_why_services_were_offered(work: Deskwork) -> None:
    case = work.report()
    page = work.at_desk("ana").open_case(case.code)
    assert "Hit or hurt" in page
    assert "physical_assault" not in page
    assert "Why each service was or was not offered" in page
    assert "It is never offered so." in page
    assert f"<title>Case {case.code}" in page


def test_who_opened_it_is_on_the_case(work: Deskwork) -> None:
    case = work.report()
    work.at_desk("bea").open_case(case.code, "supervision")
    page = work.at_desk("ana").open_case(case.code)
    opened_by = page[page.index('id="openings"') :]
    assert "Bea" in opened_by
    assert "To supervise or review" in opened_by


def test_taking_a_case_closes_it_to_a_colleague_but_not_to_the_supervisor(work: Deskwork) -> None:
    case = work.report()
    ana, bea = work.at_desk("ana"), work.at_desk("bea")
    ana.open_case(case.code)
    assert ana.do(case.code, "take").status_code == 303
    assert "This case is yours" in ana.case(case.code)
    refused = bea.send(f"/cases/{case.code}", f"/cases/{case.code}/open", purpose="handover")
    assert refused.status_code == 303
    page = bea.read(f"/cases/{case.code}")
    assert page.status_code == 403
    assert "holds no key for it" in page.text
    assert HER_WORDS not in page.text
    assert HER_WORDS in work.at_desk("sol").open_case(case.code, "supervision")


def test_a_note_is_kept_sealed_and_shown_as_written(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    written = "She prefers <b>mornings</b>, and obsidian."
    assert desk.do(case.code, "notes", text=written, unknown="field").status_code == 303
    assert written in desk.case(case.code)
    assert "<b>mornings</b>" not in desk.read(f"/cases/{case.code}").text
    assert b"obsidian" not in bytes_at_rest(work.house)


def test_an_empty_or_endless_note_is_sent_back_whole(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    for text, fault in (("  ", "Write the note first"), ("x" * 8001, "The note is too long")):
        answer = desk.do(case.code, "notes", text=text)
        assert answer.status_code == 422
        assert fault in answer.text
        assert text.strip() in answer.text


def test_a_note_that_took_longer_than_the_purpose_is_not_lost(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    work.clock.advance(minutes=20)
    assert desk.do(case.code, "notes", text="written slowly").status_code == 303
    assert "written slowly" in desk.open_case(case.code)


def test_what_was_typed_is_shown_when_it_could_not_be_kept(work: Deskwork) -> None:
    case = work.report()
    ana, bea = work.at_desk("ana"), work.at_desk("bea")
    bea.open_case(case.code)
    ana.open_case(case.code)
    ana.do(case.code, "take")
    answer = bea.do(case.code, "notes", text="an hour of typing")
    assert answer.status_code == 403
    assert "an hour of typing" in answer.text


def test_a_form_without_our_token_changes_nothing(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    assert desk.client.post(f"/cases/{case.code}/take").status_code == 400
    assert "This case is yours" not in desk.case(case.code)


def test_lists_are_filtered_sorted_and_cut_by_the_address(work: Deskwork) -> None:
    codes = {work.report().code for _ in range(27)}
    desk = work.at_desk("ana")
    first = desk.read("/cases?sort=code").text
    second = desk.read("/cases?sort=code&page=2").text
    shown = [code for page in (first, second) for code in re.findall(r"/cases/(\w{8})\"", page)]
    assert shown == sorted(codes)
    one = shown[3]
    found = desk.read(f"/cases?q={one.lower()}").text
    assert (found.count("/cases/" + one), shown[4] in found) == (1, False)
    assert "No case fits" in desk.read("/cases?q=ZZZZZZZZ").text


def test_an_empty_list_is_kind_and_useful(work: Deskwork) -> None:
    assert "No cases yet" in work.at_desk("ana").read("/cases").text
