"""The pages of coded words: what an administrator can do there, and what is refused in words."""

import re
from datetime import timedelta
from html import unescape

from bots import registry
from bots.registry import Entry
from tests.doors.desks.deskwork import Desk, Deskwork, bytes_at_rest, journal_of

GOOD = {
    "word": "JACARANDA",
    "intent": "report",
    "language": "en",
    "rule": "first",
    "place": "clinic doors",
    "hours": "24/7",
    "rotate_on": "2027-05-01",
}


def entries(work: Deskwork) -> tuple[Entry, ...]:
    with work.house.database.reading() as session:
        return registry.entries(session)


def add(desk: Desk, **changed: str) -> tuple[int, str]:
    answer = desk.send("/settings/words/new", "/settings/words/new", **{**GOOD, **changed})
    return answer.status_code, unescape(answer.text)


def test_nobody_but_an_administrator_sees_or_changes_the_words(work: Deskwork) -> None:
    for who in ("ana", "sol", "rui", "dan"):
        desk = work.at_desk(who)
        assert desk.read("/settings/words").status_code == 403
        assert desk.read("/settings/words/new").status_code == 403


def test_a_word_is_added_changed_retired_and_used_again(work: Deskwork) -> None:
    desk = work.at_desk("ada")
    assert add(desk)[0] == 303
    (one,) = entries(work)
    assert (one.word, one.place, str(one.rotate_on)) == ("JACARANDA", "clinic doors", "2027-05-01")

    here = f"/settings/words/{one.id}"
    assert desk.send(here, here, **{**GOOD, "word": "TURQUESA", "rule": "only"}).status_code == 303
    (one,) = entries(work)
    assert (one.word, one.rule) == ("TURQUESA", "only")

    assert desk.send(here, f"{here}/retire").status_code == 303
    page = unescape(desk.read("/settings/words").text)
    assert "opens until 2026-12-18" in page
    assert desk.send("/settings/words", f"{here}/use-again").status_code == 303
    assert entries(work)[0].retired_on is None
    verbs = [verb for verb, _ in journal_of(work.house)]
    assert {"word.added", "word.changed", "word.retired", "word.used_again"} <= set(verbs)


BAD: list[tuple[dict[str, str], str]] = [
    ({"word": "STOPP"}, "is reserved"),
    ({"word": "he has a gun"}, "an expression of danger"),
    ({"word": "abc"}, "too short"),
    ({"word": "1️⃣"}, "read as an answer"),
    ({"word": "three"}, "read as an answer"),
    ({"word": "🌻🌷"}, "one emoji alone"),
    ({"word": "482177301946"}, "read as a receipt"),
    ({"word": "JACARANDO", "language": "es"}, "fewer than two changes away from “JACARANDA”"),
    ({"hours": "when we can"}, "These hours cannot be read"),
    ({"word": "market"}, "an everyday word"),
    ({"place": ""}, "Write down where it is spread"),
    ({"rotate_on": "soon"}, "Not a valid date"),
]


def test_what_stands_against_a_word_is_said_and_nothing_is_saved(work: Deskwork) -> None:
    desk = work.at_desk("ada")
    add(desk)
    for changed, said in BAD:
        code, page = add(desk, **{"word": "TURQUESA", **changed})
        assert (code, said in page) == (422, True), changed
    assert [one.word for one in entries(work)] == ["JACARANDA"]
    assert add(desk, word="market", everyday="y")[0] == 303


def test_hours_without_anybody_and_a_near_rotation_are_warned_of(work: Deskwork) -> None:
    desk = work.at_desk("ada")
    add(desk, hours="Mon-Fri 08:00-20:00", rotate_on="2026-11-25")
    page = unescape(desk.read("/settings/words").text)
    assert "Nobody is on shift in its hours from: Wed 12:00." in page
    assert "It is due to be changed on 2026-11-25" in page


def test_a_text_is_tried_out_and_not_kept(work: Deskwork) -> None:
    desk = work.at_desk("ada")
    add(desk)

    def tried(text: str) -> str:
        page = unescape(desk.send("/settings/words", "/settings/words/try", text=text).text)
        found = re.search(r'role="status">(.*?)</div>', page, re.DOTALL)
        assert found
        return re.sub(r"<[^>]+>|\s+", " ", found[1])

    assert "JACARANDA" in tried("jakaranda zanzibar quokka")
    assert "What follows it is held" in tried("jacaranda zanzibar quokka")
    assert "with one letter wrong" in tried("jacarnda")
    assert "No coded word" in tried("bougainvillea")
    assert "the danger path opens" in tried("he has a knife")
    assert "X: the visit ends" in tried("x")
    assert b"quokka" not in bytes_at_rest(work.house)


def test_a_retired_word_opens_for_thirty_days_and_then_is_gone(work: Deskwork) -> None:
    desk = work.at_desk("ada")
    add(desk)
    one = entries(work)[0]
    desk.send(f"/settings/words/{one.id}", f"/settings/words/{one.id}/retire")
    day = work.clock.now().date()
    for later, left in ((30, 1), (31, 0)):
        with work.house.database.unit_of_work() as session:
            registry.forget_retired(session, day + timedelta(days=later))
        assert len(entries(work)) == left
