"""Cover: food for whoever reads along, a red item for people, and nothing else."""

from __future__ import annotations

from sqlalchemy import select

from kernel.segments import measure
from outbox.rows import ContactRow
from reporting.reports.rows import AlarmRow
from tests.bots.talking import Talk, heard, outbox
from tests.practice import Practice

IN_COVER = (
    "JACARANDA", "1", "2", "1", "1", "1", "1", "D3", "1", "1", "bluelantern", "marmalade jar",
    "2", "2", "4", "marmalade jar",
)  # fmt: skip


def kinds(practice: Practice) -> list[str]:
    with practice.house.database.reading() as session:
        return sorted(str(kind) for kind in session.scalars(select(AlarmRow.kind)))


def paused(practice: Practice) -> bool:
    with practice.house.database.reading() as session:
        return bool(session.scalars(select(ContactRow.paused)).one())


def test_the_case_says_do_not_contact_and_nobody_can(practice: Practice) -> None:
    talk = Talk(practice)
    assert "soup" in talk.say(*IN_COVER)
    assert kinds(practice) == ["unsafe"]
    assert paused(practice)


def test_danger_under_cover_is_red_for_people_and_food_for_her(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*IN_COVER)
    calm = talk.say("what about sunday")
    cry = talk.say("he has a knife help me")
    assert measure(calm).segments == measure(cry).segments == 1
    assert "rice" in calm
    assert "potato" in cry
    assert kinds(practice) == ["cover", "unsafe"]
    assert "he has a knife help me" in heard(practice)
    assert "what about sunday" not in heard(practice), "no history under cover"
    assert not any(one["kind"] == "human" for one in outbox(practice))


def test_one_silent_item_is_enough_and_no_letter_calls_police(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*IN_COVER)
    for text in ("help me now", "P near the market", "he will kill me"):
        talk.say(text)
    assert kinds(practice) == ["cover", "unsafe"]


def test_her_own_word_ends_it(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*IN_COVER)
    assert talk.say("bluelantern").startswith("Thanks. No news yet.")
    assert not paused(practice)
    assert talk.state.cover is None


def test_nobody_else_s_phone_knows_the_word(practice: Practice) -> None:
    Talk(practice).say(*IN_COVER)
    other = Talk(practice, type(Talk(practice).address)("tel", "+15550177"))
    assert "Is now a good time?" in other.say("marmalade jar")


def test_a_danger_text_that_was_lost_raises_it_too(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*IN_COVER)
    talk.hear("he will kill me", recovered=True)
    assert kinds(practice) == ["cover", "unsafe"]


def test_a_word_means_one_thing_only(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*IN_COVER[:-1], "x", "JACARANDA", "1", "2", "1", "1", "1", "1", "D3", "1", "1")
    assert talk.say("marmalade jar").startswith("That one is too easy"), "it is her cover word"
    assert talk.say("silverbirch").startswith("Thank you. You can set a cover word")
    assert talk.say("bluelantern").startswith("That one is too easy"), "it is her own word"
    talk.say("2", "2", "2", "4")
    assert talk.say("bluelantern").startswith("Thanks. No news yet.")


def test_a_pause_does_not_outlive_its_cover(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*IN_COVER)
    assert paused(practice)
    house = practice.house
    house.clock.advance(hours=50)  # type: ignore[attr-defined]
    talk.say("hello")
    assert not paused(practice), "her state was forgotten, and with it the cover"
