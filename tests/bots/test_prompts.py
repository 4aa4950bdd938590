import pytest

from bots import phrases
from bots.catalogue import Entry, entry
from bots.prompts import combine, languages_list, options_of, question, render
from bots.wording import PROMPTS
from kernel.segments import measure

VALUES = {
    "line": "Marigold Line", "em": "10111", "hrs": "Mon-Sat 08:00-20:00", "next": "Mon 08:00",
    "service": "a clinic near you", "fields": "what happened, when, your area", "t": "6 pm",
    "a1": "New Hope", "a2": "New Harbour",
    "kept": "the date only", "org": "East Side Clinic", "org2": "Hill Road Clinic",
    "rc": "48217-73019-46", "child": "116", "other": "Español",
}  # fmt: skip


@pytest.mark.parametrize("prompt_id", PROMPTS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_line_is_rendered_inside_its_budget(prompt_id: str, language: str) -> None:
    rendered = render(prompt_id, language, VALUES)
    measured = measure(rendered.text)
    assert "{" not in rendered.text
    assert measured.segments <= (1 if language == "en" else 2)
    assert {choice.number for choice in rendered.choices} <= options_of(prompt_id).keys()


def test_a_question_asks_line_by_line() -> None:
    rendered = render("B1", "en", VALUES)
    assert rendered.text == (
        "Hi, this is Marigold Line. Is now a good time?\n1 Yes\n2 Not now\n3 Wrong number\n"
        "4 Español"
    )
    assert [choice.option for choice in rendered.choices] == [
        "yes", "not_now", "wrong_number", "language",
    ]  # fmt: skip


def test_without_another_language_its_line_is_left_out() -> None:
    rendered = render("B1", "en", {**VALUES, "other": ""})
    assert [choice.number for choice in rendered.choices] == [1, 2, 3]


def test_a_letter_whose_mode_is_off_is_not_offered() -> None:
    assert "A ambulance" in render("B4", "en", VALUES, keep={"P", "A", "N"}).text
    no_ambulance = render("B4", "en", VALUES, keep={"P", "N"}).text
    assert "ambulance" not in no_ambulance
    assert "P police" in no_ambulance
    assert "P police" not in render("B4q", "es", VALUES, keep={"A", "N"}).text


def test_choices_can_be_left_out_and_keep_their_numbers() -> None:
    rendered = render("B10", "en", VALUES, keep={"yes", "not_now"})
    assert [choice.number for choice in rendered.choices] == [1, 4]
    assert question("B10", ("en",), keep={"yes", "not_now"}).numbers == (1, 4)


def test_accents_are_dropped_on_sms_only_where_the_line_allows_it() -> None:
    rendered = render("B4", "es", VALUES)
    assert (measure(rendered.text).encoding, "policia" in rendered.text) == ("GSM-7", True)
    assert "policía" in rendered.full
    short = render("B14", "es", VALUES)
    assert "¿La lees aquí ahora?" in short.text
    assert not entry("es", "B14").downgrade


def test_a_missing_value_is_an_accident() -> None:
    with pytest.raises(KeyError):
        render("B1", "en", {})


def test_two_lines_become_one_reply_only_inside_the_budget() -> None:
    switched, short = render("B15", "es", VALUES), render("B8", "es", VALUES)
    assert combine(switched, short, "es").text.startswith("Bien. Seguimos en español.")
    full = render("B5p", "en", VALUES)
    assert combine(render("B15", "en", VALUES), full, "en") == full


def test_languages_are_listed_by_their_own_names_four_at_a_time() -> None:
    listed = languages_list(("en", "es", "sw", "zu", "fr"))
    assert listed.text == "1 English\n2 Español\n3 Kiswahili\n4 isiZulu\n5 More"
    assert languages_list(("en", "es", "sw", "zu", "fr"), page=1).choices[0].option == "fr"


def test_an_untranslated_line_is_said_in_the_source_language() -> None:
    assert entry("xx", "B24") == Entry(entry("en", "B24").text, downgrade=False)


@pytest.mark.parametrize("language", ["en", "es"])
def test_phrases_stay_within_their_limits(language: str) -> None:
    assert len(phrases.fields_words(["what_happened", "when", "area"], language)) <= 30
    assert all(len(phrases.time_words(hour, language)) <= 14 for hour in range(24))
    assert len(phrases.start_words(5, "08:00", language)) <= 19
    assert len(phrases.hours_words("Mon-Sat 08:00-20:00", language)) <= 23


def test_phrases_speak_the_language() -> None:
    assert phrases.time_words(18, "en") == "6 pm"
    assert phrases.time_words(0, "en") == "12 am"
    assert phrases.hours_words("Mon-Sat 08:00-20:00", "es") == "lun-sáb 08:00-20:00"
    assert phrases.kept_words("the date only", "es") == "solo la fecha"
    assert phrases.kept_words("our own text", "es") == "our own text"
