import pytest

from bots.answers import read
from bots.danger import danger_in
from bots.lexicon import LEXICONS
from bots.orders import command
from bots.prompts import question
from bots.words import Answer, Back, Chose, CommandKind, DontKnow, Skip

LANGUAGES = tuple(LEXICONS)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("nisaidieni jamani", "call"),
        ("NAOMBA MSAADA", "call"),
        ("msada tafadhali", "call"),
        ("ana kisu", "call"),
        ("mume wangu ana panga na anataka kuniua", "call"),
        ("usiniue tafadhali", "call"),
        ("amenifungia ndani siwezi kutoka", "call"),
        ("haachi kunipiga", "call"),
        ("ananipiga sasa hivi", "call"),
        ("nataka kujiua", "call"),
        ("mume wangu ananipiga kila siku", "story"),
        ("nilibakwa wiki iliyopita", "story"),
        ("baba yangu anataka kunioza kwa lazima", "call"),
        ("ngisizeni", "call"),
        ("ngicela usizo", "call"),
        ("uphethe isibhamu", "call"),
        ("unommese", "call"),
        ("uthi uzongibulala", "call"),
        ("uyangishaya manje", "call"),
        ("ungivalele endlini", "call"),
        ("ngcela usizo nkosi yami", "call"),
        ("umyeni wami uyangishaya njalo", "story"),
        ("ngidlwenguliwe izolo", "story"),
        ("ungishayile ngeSonto", "story"),
        ("wazama ukungibulala", "call"),
    ],
)
def test_what_people_write(text: str, kind: str) -> None:
    found = danger_in(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("code", ["sw", "zu"])
@pytest.mark.parametrize(
    "text",
    [
        *("nataka kujua saa ngapi", "alinipigia simu", "aliniuliza swali", "anataka kunioa"),
        *("niko salama", "nakuja kesho", "nitakuja", "hataniua", "hana kisu", "siwezi kutoa pesa"),
        *("ungishayele kusasa", "uyangishayela", "ungishiyile", "ungishadile", "ngifuna ukuya"),
        *("ngizoya kusasa", "ngicela usizo lokudla", "ngidinga usizo lwemali", "ngiqashile indlu"),
    ],
)
def test_harmless_neighbours_are_heard_as_themselves(code: str, text: str) -> None:
    assert danger_in(text) is None
    assert danger_in(text, [code]) is None


@pytest.mark.parametrize(
    ("line", "text", "answer"),
    [
        ("B2", "ndiyo", Chose(1)),
        ("B2", "ndio asante", Chose(1)),
        ("B2", "Hapana", Chose(2)),
        ("B2", "sina uhakika", Chose(3)),
        ("B3a", "sijui", DontKnow()),
        ("B6", "vitisho", Chose(2)),
        ("B6", "ruka", Skip()),
        ("B6", "rudi nyuma", Back()),
        ("B7", "jana", Chose(2)),
        ("B7", "siku nne zilizopita", Chose(3)),
        ("B7", "inaendelea kutokea", Chose(5)),
        ("B10s", "wanawke", Chose(1)),
        ("W2", "si salama kabisa", Chose(4)),
        ("B2", "yebo", Chose(1)),
        ("B2", "YEBO ngicela", Chose(1)),
        ("B2", "cha", Chose(2)),
        ("B2", "kubili", Chose(2)),
        ("B3a", "angikhumbuli", DontKnow()),
        ("B6", "ukusatshswa", Chose(2)),
        ("B6", "yeqa", Skip()),
        ("B6", "buyela emuva", Back()),
        ("B7", "izolo", Chose(2)),
        ("B7", "kudala", Chose(4)),
        ("B10s", "abesifazane", Chose(1)),
        ("W2", "ngiphephe kakhulu", Chose(1)),
    ],
)
def test_answers_are_understood(line: str, text: str, answer: Answer) -> None:
    assert read(text, question(line, LANGUAGES)) == answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("sitisha", CommandKind.STOP),
        ("tengua", CommandKind.UNDO),
        ("futa", CommandKind.DELETE),
        ("nataka kuongea na mtu", CommandKind.PERSON),
        ("wewe ni nani?", CommandKind.WHO),
        ("hii ni namba ya nani", CommandKind.WHO),
        ("je naweza kuja bila hati", CommandKind.PAPERS),
        ("kiswahili", CommandKind.LANGUAGE),
        ("misa imiyalezo", CommandKind.STOP),
        ("hoxisa", CommandKind.UNDO),
        ("sula", CommandKind.DELETE),
        ("ngifuna ukukhuluma nomuntu", CommandKind.PERSON),
        ("ungubani", CommandKind.WHO),
        ("ngingakwazi ukuza ngaphandle kwamaphepha? amaphepha alahlekile", CommandKind.PAPERS),
        ("ngesizulu", CommandKind.LANGUAGE),
    ],
)
def test_orders_are_understood(text: str, kind: CommandKind) -> None:
    found = command(text, LANGUAGES)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize("text", ["niambie ni nani", "ngobani", "acha", "yeka"])
def test_the_words_of_a_choice_order_nothing(text: str) -> None:
    assert command(text, LANGUAGES) is None
