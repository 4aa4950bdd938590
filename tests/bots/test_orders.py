import pytest

from bots.orders import command
from bots.words import Command, CommandKind

LANGUAGES = ("en", "es")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("X", CommandKind.EXIT),
        (" x. ", CommandKind.EXIT),
        ("STOP", CommandKind.STOP),
        ("alto", CommandKind.STOP),
        ("Start", CommandKind.START),
        ("undo", CommandKind.UNDO),
        ("Deshacer", CommandKind.UNDO),
        ("DELETE!", CommandKind.DELETE),
        ("borrar", CommandKind.DELETE),
        ("h", CommandKind.PERSON),
        ("quiero hablar con una persona", CommandKind.PERSON),
        ("who is this?", CommandKind.WHO),
        ("Who r u??", CommandKind.WHO),
        ("hey who's this", CommandKind.WHO),
        ("¿quién eres?", CommandKind.WHO),
        ("do I need papers?", CommandKind.PAPERS),
    ],
)
def test_orders(text: str, kind: CommandKind) -> None:
    found = command(text, LANGUAGES)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "xx",
        "x please",
        "stop it",
        "und0",
        "undoo",
        "delet",
        "who is he",
        "he took my papers",
        "yes",
    ],
)
def test_near_misses_order_nothing(text: str) -> None:
    assert command(text, LANGUAGES) is None


def test_a_language_is_called_by_its_own_name_and_only_where_it_is_enabled() -> None:
    assert command("Español", LANGUAGES) == Command(CommandKind.LANGUAGE, "es")
    assert command("espanol please", LANGUAGES) == Command(CommandKind.LANGUAGE, "es")
    assert command("English", LANGUAGES) == Command(CommandKind.LANGUAGE, "en")
    assert command("Español", ("en",)) is None


def test_a_letter_counts_as_the_first_word_and_keeps_the_place() -> None:
    expected = Command(CommandKind.LETTER, "P", "near the Market, 5th", soft=True)
    assert command("p: near the Market, 5th", LANGUAGES) == expected
    assert command("N", LANGUAGES) == Command(CommandKind.LETTER, "N")
    assert command("please", LANGUAGES) is None
