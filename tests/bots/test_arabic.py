"""What the bot makes of Arabic: standard, the dialects, and Arabic in Latin letters."""

from pathlib import Path

import pytest

from bots.answers import read
from bots.danger import danger_in
from bots.keywords import match
from bots.orders import command
from bots.prompts import question
from bots.words import Answer, Back, Chose, CommandKind, DontKnow, Keyword, Skip

ORDINARY = Path(__file__).with_name("benign_ar.txt").read_text(encoding="utf-8").splitlines()
LANGUAGES = ("en", "es", "ar")


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_texts_hold_no_danger(text: str) -> None:
    assert danger_in(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("معه سكين ساعدوني", "call"),
        ("مَعَهُ سِكّينٌ", "call"),
        ("معاه سكينة", "call"),
        ("جوزي هيموتني", "call"),
        ("زوجي عم يضربني", "call"),
        ("راجلي غادي يقتلني", "call"),
        ("ما بقدر اطلع", "call"),
        ("الحقوووني بسرعة", "call"),
        ("النجدة!!", "call"),
        ("لا تضربني", "call"),
        ("ابعتوا الشرطة", "call"),
        ("حابسني بالبيت", "call"),
        ("اهلي بدهم يقتلوني", "call"),
        ("عتقوني", "call"),
        ("sa3doni please", "call"),
        ("ma3o sekkin", "call"),
        ("زوجي يضربني كل يوم", "story"),
        ("ضربني جوزي امبارح", "story"),
        ("راجلي كيضربني", "story"),
        ("كان يضربني زمان", "story"),
        ("خايفة من جوزي", "story"),
        ("بدهم يزوجوني غصب عني", "story"),
        ("اغتصبني جارنا", "story"),
        ("darabni mbare7", "story"),
    ],
)
def test_what_people_write(text: str, kind: str) -> None:
    found = danger_in(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("line", "text", "answer"),
    [
        ("B2", "١", Chose(1)),
        ("B2", "۲", Chose(2)),
        ("B2", "نعم", Chose(1)),
        ("B2", "أيوه من فضلك", Chose(1)),
        ("B2", "na3am", Chose(1)),
        ("B2", "لأ", Chose(2)),
        ("B2", "لا شكرا", Chose(2)),
        ("B2", "مش عارفة", Chose(3)),
        ("B2", "واحد", Chose(1)),
        ("B6", "تهديدات", Chose(2)),
        ("B6", "ضَرب", Chose(1)),
        ("B7", "امبارح", Chose(2)),
        ("B7", "النهاردة", Chose(1)),
        ("B8", "تخطى", Skip()),
        ("B6", "رجوع", Back()),
        ("B3a", "ما بعرف", DontKnow()),
        ("B1", "رقم غلط", Chose(3)),
    ],
)
def test_answers(line: str, text: str, answer: Answer) -> None:
    assert read(text, question(line, LANGUAGES)) == answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("العربية", CommandKind.LANGUAGE),
        ("عربى", CommandKind.LANGUAGE),
        ("إيقاف", CommandKind.STOP),
        ("تراجع", CommandKind.UNDO),
        ("حذف", CommandKind.DELETE),
        ("مين معي؟", CommandKind.WHO),
        ("من هذا؟", CommandKind.WHO),
        ("شكون معايا", CommandKind.WHO),
        ("بدي احكي مع شخص", CommandKind.PERSON),
        ("هل تطلبون أوراق؟", CommandKind.PAPERS),
    ],
)
def test_orders(text: str, kind: CommandKind) -> None:
    found = command(text, LANGUAGES)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize("text", ["اخاف من هذا", "من هم", "توقف", "لا"])
def test_what_orders_nothing(text: str) -> None:
    assert command(text, LANGUAGES) is None


@pytest.mark.parametrize("text", ["أقحوان", "اقحوان", "أُقحُوانٌ", "اقحـوان مرحبا", "اقحوام"])
def test_a_coded_word_is_recognised_however_it_is_written(text: str) -> None:
    assert match(text, [Keyword("1", "أقحوان", "report", "ar")]) is not None
