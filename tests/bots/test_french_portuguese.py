"""French and Portuguese: what is typed, what must never be heard as danger, how much is heard."""

from pathlib import Path

import pytest

from bots.answers import read
from bots.danger import danger_in
from bots.orders import command
from bots.prompts import question
from bots.words import Chose, CommandKind, DontKnow, Skip
from tests.bots.misspelling import slips
from tests.bots.test_danger import expected

HERE = Path(__file__).parent
BENIGN = [
    (code, line)
    for code in ("fr", "pt")
    for line in (HERE / f"benign_{code}.txt").read_text(encoding="utf-8").splitlines()
]
RECALL, EVERY = 0.994, 67


@pytest.mark.parametrize("code", ["fr", "pt"])
def test_slips_of_the_hand_are_heard(code: str) -> None:
    slipped = [
        (slip, kind)
        for kind in ("alone", "call", "story")
        for phrase in expected(code, kind)
        for slip in slips(phrase)
    ][::EVERY]
    missed = [slip for slip, kind in slipped if not _is_heard(slip, kind, code)]
    assert len(slipped) > 1500
    assert 1 - len(missed) / len(slipped) >= RECALL, missed


def _is_heard(text: str, kind: str, code: str) -> bool:
    found = danger_in(text, ["en", code])
    return found is not None and (kind == "story" or found.kind == "call")


@pytest.mark.parametrize(("code", "text"), BENIGN)
def test_ordinary_texts_hold_no_danger(code: str, text: str) -> None:
    assert danger_in(text, ["en", "es", code]) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("au secours!!!", "call"),
        ("À l'aide", "call"),
        ("aidé moi svp", "call"),
        ("il a un couteau", "call"),
        ("il veut me tuer", "call"),
        ("il ve me tué", "call"),
        ("Il est en train de me frapper", "call"),
        ("il n'arrête pas de me frapper", "call"),
        ("mon mari m'a enfermée dans la chambre", "call"),
        ("j'ai besoin d'aide vite", "call"),
        ("on me suit dans la rue", "call"),
        ("ne me tuez pas", "call"),
        ("mon mari me frappe quand il boit", "story"),
        ("il m a tabassé hier", "story"),
        ("j'ai été violée", "story"),
        ("il me chicote", "story"),
        ("j'ai peur de mon père", "story"),
        ("on veut me marier de force", "story"),
        ("socorro", "call"),
        ("me ajuda pelo amor de deus", "call"),
        ("ele tem uma faca", "call"),
        ("ele quer me matar", "call"),
        ("ele quer matar-me", "call"),
        ("ta me batendo", "call"),
        ("está a bater-me", "call"),
        ("ele ñ me deixa sair", "call"),
        ("não me mate por favor", "call"),
        ("to trancada no banheiro", "call"),
        ("chama a polícia agora", "call"),
        ("meu marido me bate todo dia", "story"),
        ("bateu-me com um cinto", "story"),
        ("fui estuprada", "story"),
        ("tenho medo do meu ex", "story"),
        ("ele me ameaçou de morte", "story"),
        ("casamento forçado", "story"),
    ],
)
def test_what_people_write(text: str, kind: str) -> None:
    found = danger_in(text, ["en", "fr", "pt"])
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text", ["il n'a pas de couteau", "je ne suis pas en danger", "ele vai nunca me matar"]
)
def test_a_denial_between_the_words_is_understood(text: str) -> None:
    assert danger_in(text, ["fr", "pt"]) is None


@pytest.mark.parametrize(
    ("line", "text", "answer"),
    [
        ("B2", "ouais", Chose(1)),
        ("B2", "nan", Chose(2)),
        ("B2", "je sais pas", Chose(3)),
        ("B2", "deux", Chose(2)),
        ("B6", "menasse", Chose(2)),
        ("B6", "passer", Skip()),
        ("B7", "avant-hier", Chose(2)),
        ("B3a", "j'sais pas", DontKnow()),
        ("B2", "sim por favor", Chose(1)),
        ("B2", "naum", Chose(2)),
        ("B2", "n sei", Chose(3)),
        ("B2", "dois", Chose(2)),
        ("B6", "ameassas", Chose(2)),
        ("B6", "pular", Skip()),
        ("B7", "anteontem", Chose(2)),
        ("B3a", "sei lá", DontKnow()),
        ("B16", "18 ans", Chose(2)),
        ("B1", "mais tarde", Chose(2)),
    ],
)
def test_answers_are_understood(line: str, text: str, answer: object) -> None:
    assert read(text, question(line, ("en", "es", "fr", "pt"))) == answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ARRÊT", CommandKind.STOP),
        ("Annuler", CommandKind.UNDO),
        ("effacer", CommandKind.DELETE),
        ("c'est qui", CommandKind.WHO),
        ("Qui êtes-vous ?", CommandKind.WHO),
        ("parler à quelqu'un", CommandKind.PERSON),
        ("Français", CommandKind.LANGUAGE),
        ("faut-il des papiers", CommandKind.PAPERS),
        ("sair", CommandKind.STOP),
        ("desfazer", CommandKind.UNDO),
        ("apagar", CommandKind.DELETE),
        ("quem é você?", CommandKind.WHO),
        ("de quem é esse número", CommandKind.WHO),
        ("falar com alguém", CommandKind.PERSON),
        ("portugues", CommandKind.LANGUAGE),
        ("preciso de documentos?", CommandKind.PAPERS),
    ],
)
def test_orders_are_understood(text: str, kind: CommandKind) -> None:
    heard = command(text, ("en", "es", "fr", "pt"))
    assert heard is not None
    assert heard.kind is kind
