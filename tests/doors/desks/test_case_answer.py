import re

from kernel.vocabulary import Tier
from tests.doors.desks.deskwork import (
    DANGER_WORDS,
    Deskwork,
    bytes_at_rest,
    journal_of,
)


def test_a_red_item_is_opened_answered_and_closed(work: Deskwork) -> None:
    case = work.report(danger=True, tier=Tier.EMERGENCY)
    desk = work.at_desk("ana")
    page = desk.open_case(case.code)
    assert DANGER_WORDS in page
    assert "I am reading this now" in page
    alarm = re.search(r"/alarms/([0-9a-f-]{36})/open", page)
    assert alarm is not None
    desk.do(case.code, f"alarms/{alarm[1]}/open")
    assert "Send to her" in desk.case(case.code)
    empty = desk.do(case.code, f"alarms/{alarm[1]}/answer", text="")
    assert (empty.status_code, "Write what you want to tell her" in empty.text) == (422, True)
    desk.do(case.code, f"alarms/{alarm[1]}/answer", text="I am with you.")
    desk.do(case.code, f"alarms/{alarm[1]}/close")
    assert "Send to her" not in desk.case(case.code)
    verbs = [verb for verb, _ in journal_of(work.house)]
    assert {"alarm.opened", "alarm.answered", "alarm.closed"} <= set(verbs)


def test_an_answer_is_looked_at_then_left_and_rests_sealed(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    text = "Come on Monday at ten, albatross."
    looked = desk.do(case.code, "answer", text=text, go="preview")
    assert looked.status_code == 200
    assert "1 text message" in looked.text
    assert "GSM-7" in looked.text
    assert desk.do(case.code, "answer", text=text, go="leave").status_code == 303
    assert "Waiting for her" in desk.case(case.code)
    assert b"albatross" not in bytes_at_rest(work.house)


def test_a_long_or_accented_answer_shows_what_it_costs(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    looked = desk.do(case.code, "answer", text="Aquí estamos, pequeña: á " * 8, go="preview").text
    assert "UCS-2" in looked
    assert "Long for a small phone" in looked


def test_without_her_word_the_case_says_why_no_answer_can_be_left(work: Deskwork) -> None:
    case = work.report(word=False)
    desk = work.at_desk("ana")
    page = desk.open_case(case.code)
    assert "An answer cannot be left now." in page
    assert "She has no word of her own" in page
    refused = desk.do(case.code, "answer", text="hello", go="leave")
    assert refused.status_code == 403
    assert "She has no word of her own" in refused.text
