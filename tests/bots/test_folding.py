import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.folding import calm, fold, is_letters, letter_count, sounds, squeezed, tokens, unleet


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  ¡Sí,  Señora! ", "si senora"),
        ("JACARANDA", "jacaranda"),
        ("ＪＡＣＡ", "jaca"),
        ("JАCА", "jaca"),
        ("JACA\u200bRANDA", "jacaranda"),
        ("1️⃣", "1"),
        ("١", "1"),
        ("don't", "dont"),
        ("🌻hi", "🌻 hi"),
        ("👍🏽", "👍"),
        ("c@sa", "casa"),
        ("Sœur, straße", "soeur strasse"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_digits_inside_a_word_are_letters_and_numbers_stay_numbers() -> None:
    assert tokens("J4C4R4ND4 4521") == ["jacaranda", "4521"]
    assert unleet("911") == "911"


def test_a_held_letter_is_let_go_and_a_number_is_left_alone() -> None:
    assert (calm("heeelp"), calm("yess"), calm("999")) == ("help", "yess", "999")


def test_squeezed_words_have_no_spaces() -> None:
    assert squeezed("Luna-Llena") == squeezed("lunallena") == "lunallena"


def test_words_that_sound_the_same_are_the_same() -> None:
    assert sounds("jakaranda") == sounds("jacaranda")
    assert sounds("quick") == sounds("kwick")


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أُحِبُّكِ", "احبك"),
        ("إنقاذ آمن ٱلآن", "انقاذ امن الان"),
        ("مدرســة", "مدرسه"),
        ("شيء", "شي"),
        ("مسؤولى", "مسوولي"),
        ("کیف گال", "كيف كال"),
        ("ﻻ ﺳﻼﻡ", "لا سلام"),
        ("نعم، ٣ أو ۳؟", "نعم 3 او 3"),
        ("\u202bنعم\u202c\u061c", "نعم"),
    ],
)
def test_arabic_letters_that_hands_exchange_are_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("हाँ", "हां"),
        ("हाँ", "हा"),
        ("नहीं", "नही"),
        ("हिन्दी", "हिंदी"),
        ("इन्सान", "इंसान"),
        ("क़ानून", "कानून"),
        ("ज़रूरत", "जरूरत"),
        ("डॉक्टर", "डाक्टर"),
        ("क्\u200dया", "क्या"),
        ("दुःख", "दुख"),
        ("१२ ३", "12 3"),
        ("ठीक है।", "ठीक है"),
    ],
)
def test_devanagari_dots_joiners_and_digits_do_not_matter(text: str, same: str) -> None:
    assert fold(text) == fold(same)


@pytest.mark.parametrize(
    ("text", "other"), [("लेकिन", "लकिन"), ("मर", "मार"), ("जन्म", "जम"), ("घर", "धर")]
)
def test_vowel_signs_and_half_letters_are_kept(text: str, other: str) -> None:
    assert fold(text) != fold(other)


def test_a_held_vowel_sign_is_let_go() -> None:
    assert calm(fold("हाााँ")) == fold("हाँ")
    assert calm(fold("بليييز")) == "بليز"


def test_vowel_signs_are_letters_of_a_word() -> None:
    assert is_letters("गुलमोहर")
    assert not is_letters("गुल2")
    assert not is_letters("")
    assert letter_count("गुलमोहर 12") == 9
