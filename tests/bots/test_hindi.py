"""What the bot makes of Hindi, in Devanagari and in Latin letters."""

from pathlib import Path

import pytest

from bots.answers import read
from bots.danger import danger_in
from bots.orders import command
from bots.prompts import question
from bots.words import Answer, Back, Chose, CommandKind, DontKnow, Skip

ORDINARY = Path(__file__).with_name("benign_hi.txt").read_text(encoding="utf-8").splitlines()
LANGUAGES = ("en", "es", "hi")


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_texts_hold_no_danger(text: str) -> None:
    assert danger_in(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("उसके पास चाकू है मदद करो", "call"),
        ("वो मुझे मार रहा है", "call"),
        ("wo mujhe maar raha hai", "call"),
        ("mujhe mar dega", "call"),
        ("mujhe bachao!!", "call"),
        ("मदद करो", "call"),
        ("मुझे कमरे में बंद कर दिया", "call"),
        ("ghar se nikalne nahi dete", "call"),
        ("जान से मार देगा", "call"),
        ("मैं मर जाऊँगी", "call"),
        ("वो दरवाज़ा तोड़ रहा है", "call"),
        ("police bhejo", "call"),
        ("जल्दी आ जाओ", "call"),
        ("मुझे मत मारो", "call"),
        ("uske haath me chaku hai", "call"),
        ("ज़हर खा लिया", "call"),
        ("पति मुझे मारता है", "story"),
        ("mera pati mujhe marta hai", "story"),
        ("pati ne mujhe mara", "story"),
        ("मेरे साथ बलात्कार हुआ", "story"),
        ("ससुराल वाले दहेज के लिए सताते हैं", "story"),
        ("मैं मरना चाहती हूँ", "story"),
        ("usne mujhe jaan se marne ki dhamki di", "story"),
        ("पति से डर लगता है", "story"),
    ],
)
def test_what_people_write(text: str, kind: str) -> None:
    found = danger_in(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "वो मुझे नहीं मारता",
        "मेरी सास नहीं है",
        "mujhe mera paisa chahiye",
        "mujhe pata hai",
        "wo mujhe bahut pyar karta hai",
        "मेरी गाड़ी चला रहा है",
        "मैं किसी से बात करना चाहती हूँ",
    ],
)
def test_harmless_neighbours_are_heard_as_themselves(text: str) -> None:
    assert danger_in(text) is None


@pytest.mark.parametrize(
    ("line", "text", "answer"),
    [
        ("B2", "१", Chose(1)),
        ("B2", "हाँ", Chose(1)),
        ("B2", "हां जी", Chose(1)),
        ("B2", "haan ji please", Chose(1)),
        ("B2", "नही", Chose(2)),
        ("B2", "nhi", Chose(2)),
        ("B2", "पता नहीं", Chose(3)),
        ("B2", "एक", Chose(1)),
        ("B6", "मारपिट", Chose(1)),
        ("B6", "dhamki", Chose(2)),
        ("B7", "कल रात", Chose(2)),
        ("B7", "aaj", Chose(1)),
        ("B8", "छोड़ो", Skip()),
        ("B6", "वापस", Back()),
        ("B3a", "pata nahi", DontKnow()),
        ("B1", "galat number", Chose(3)),
    ],
)
def test_answers(line: str, text: str, answer: Answer) -> None:
    assert read(text, question(line, LANGUAGES)) == answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("हिंदी", CommandKind.LANGUAGE),
        ("hindi me", CommandKind.LANGUAGE),
        ("बंद करें", CommandKind.STOP),
        ("रद्द", CommandKind.UNDO),
        ("मिटाएं", CommandKind.DELETE),
        ("आप कौन हैं?", CommandKind.WHO),
        ("kaun hai ye", CommandKind.WHO),
        ("मुझे किसी से बात करनी है", CommandKind.PERSON),
        ("क्या कागज़ चाहिए?", CommandKind.PAPERS),
    ],
)
def test_orders(text: str, kind: CommandKind) -> None:
    found = command(text, LANGUAGES)
    assert found is not None
    assert found.kind is kind
