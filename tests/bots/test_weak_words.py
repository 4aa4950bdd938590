import pytest

from bots.weak_words import weak_word
from bots.words import Keyword

WORDS = [Keyword("1", "JACARANDA", "report", "en")]


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("tulip", "short"),
        ("......", "short"),
        ("azul de mi abuela vieja", "many_words"),
        ("STOPALL", "reserved"),
        ("he has a knife", "many_words"),
        ("me va matar", "reserved"),
        ("jacarnda", "coded"),
        ("Margarita", "name"),
        ("riverside", "place"),
        ("market", "everyday"),
        ("iloveyou", "everyday"),
        ("aaaaaab", "pattern"),
        ("qwerty", "pattern"),
        ("654321", "pattern"),
    ],
)
def test_an_easy_word_is_refused(word: str, reason: str) -> None:
    assert weak_word(word, WORDS, ("en", "es"), ["Riverside"]) == reason


@pytest.mark.parametrize("word", ["zanahoria7", "tulipán rojo", "two copper kettles"])
def test_a_word_of_her_own_is_taken(word: str) -> None:
    assert weak_word(word, WORDS, ("en", "es"), ["Riverside"]) is None
