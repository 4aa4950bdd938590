from pathlib import Path
from time import process_time

import pytest

from bots.danger import danger_in
from bots.lexicon import LEXICONS
from tests.bots.misspelling import phrases

BENIGN = Path(__file__).with_name("benign.txt").read_text().splitlines()
KINDS = [(code, kind) for code in LEXICONS for kind in ("alone", "call", "story")]


def expected(code: str, kind: str) -> list[str]:
    known = LEXICONS[code].danger
    lines = {"alone": known.alone, "call": known.call, "story": known.story}[kind]
    return [phrase for line in lines for phrase in phrases(line, dict(known.groups))]


def is_heard(text: str, kind: str) -> bool:
    found = danger_in(text)
    return found is not None and (kind == "story" or found.kind == "call")


@pytest.mark.parametrize(("code", "kind"), KINDS)
def test_every_expression_is_heard_as_its_kind(code: str, kind: str) -> None:
    missed = [phrase for phrase in expected(code, kind) if not is_heard(phrase, kind)]
    assert missed == []


@pytest.mark.parametrize("text", BENIGN)
def test_ordinary_texts_hold_no_danger(text: str) -> None:
    assert danger_in(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he has a knife pls help", "call"),
        ("He's got a big knife!!", "call"),
        ("HELP", "call"),
        ("S.O.S", "call"),
        ("h e l p", "call"),
        ("🆘 help me 😭", "call"),
        ("me va a matar", "call"),
        ("¡Ayúdame, por favor!", "call"),
        ("tiene una pistola", "call"),
        ("no, he has a knife", "call"),
        ("he will not stop hitting me", "call"),
        ("my husband beats me when he drinks", "story"),
        ("he has been beating me for years", "story"),
        ("mi esposo me pega", "story"),
    ],
)
def test_what_people_write(text: str, kind: str) -> None:
    found = danger_in(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("text", ["he has no knife", "he is not here", "él no tiene un cuchillo"])
def test_a_denial_between_the_words_is_understood(text: str) -> None:
    assert danger_in(text, ["en"]) is None


def test_danger_counts_in_every_language_at_once() -> None:
    assert danger_in("hello ayuda", ["en"]) is None
    assert danger_in("hello ayuda") is not None


def test_the_rule_names_the_expression_and_not_her_words() -> None:
    found = danger_in("my Juan Perez tiene un cuchillo")
    assert found is not None
    assert "perez" not in found.rule


@pytest.mark.parametrize(
    "text", ["he " * 21845, "help " * 13107, "knife me he " * 5461, "x" * 65536, "а" * 32768]
)
def test_a_very_long_text_is_read_in_time_that_grows_with_it(text: str) -> None:
    danger_in("warm up")
    started = process_time()
    danger_in(text)
    assert process_time() - started < 0.5


def test_danger_late_in_a_long_narrative_is_heard() -> None:
    assert danger_in("we went to the market and talked. " * 400 + "he has a knife") is not None


@pytest.mark.parametrize("plea", ["no me mates", "no me pegues por favor", "please don't hurt me"])
def test_a_plea_is_a_cry_although_it_holds_a_denial(plea: str) -> None:
    found = danger_in(plea)
    assert found is not None
    assert found.kind == "call"
