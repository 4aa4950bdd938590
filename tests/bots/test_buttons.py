from bots.buttons import Tap, buttons, read_button
from bots.prompts import render
from bots.wording import PROMPTS
from bots.words import Choice, Rendered
from tests.bots.test_prompts import VALUES


def test_up_to_three_short_choices_become_buttons_with_the_same_words() -> None:
    shown = buttons(render("B14", "en", VALUES), "t7")
    assert [(button.payload, button.title) for button in shown] == [
        ("t7:1", "Yes"), ("t7:2", "Later"),
    ]  # fmt: skip


def test_more_choices_become_a_list_and_longer_ones_stay_text() -> None:
    assert len(buttons(render("B10w", "en", VALUES), "t")) == 4
    assert buttons(Rendered("", (Choice(1, "x" * 21),)), "t") == ()
    assert buttons(render("B4", "en", VALUES), "t") == ()


def test_no_letter_is_ever_a_button() -> None:
    shown = [
        button
        for prompt_id in PROMPTS
        for language in ("en", "es")
        for button in buttons(render(prompt_id, language, VALUES), "t")
    ]
    assert len(shown) > 50
    assert not any(button.title.upper() in {"P", "A", "N"} for button in shown)
    assert all(len(button.title) <= 24 for button in shown)


def test_a_tap_on_an_older_question_is_no_answer() -> None:
    assert read_button("7:2", "7") == Tap(ours=True, number=2)
    assert read_button("6:2", "7") == Tap(ours=True)
    assert read_button("7:P", "7") == Tap(ours=False)
    assert read_button("", "7") == Tap(ours=False)
