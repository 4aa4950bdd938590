import pytest

from bots.keywords import check, match
from bots.words import Keyword

WORDS = [
    Keyword("1", "JACARANDA", "report", "en"),
    Keyword("2", "GIRASOL", "report", "es"),
    Keyword("3", "🌻", "danger", "en"),
    Keyword("4", "LUNA LLENA", "report", "es", "only"),
    Keyword("5", "4521", "report", "en"),
    Keyword("6", "ROBIN", "walk", "en"),
]
LANGUAGES = ("en", "es")


@pytest.mark.parametrize(
    ("text", "word", "rule"),
    [
        ("JACARANDA", "1", "exact"),
        ("jacaranda", "1", "folded"),
        ("Jácaranda please", "1", "folded"),
        ("J4C4R4ND4", "1", "folded"),
        ("JACA RANDA", "1", "spaced"),
        ("j.a.c.a.r.a.n.d.a", "1", "folded"),
        ("“Jacaranda”", "1", "folded"),
        ("JАCАRАNDА", "1", "folded"),
        ("ＪＡＣＡＲＡＮＤＡ", "1", "folded"),
        ("jakaranda", "1", "folded"),
        ("jacarnda", "1", "one_edit"),
        ("jacaradna", "1", "one_edit"),
        ("jacarandahelp", "1", "spaced"),
        ("🌻🌻", "3", "exact"),
        ("🌻\ufe0f", "3", "exact"),
        ("lunallena", "4", "folded"),
        ("4521", "5", "exact"),
        ("٤٥٢١", "5", "folded"),
        ("robin hi", "6", "folded"),
    ],
)
def test_a_coded_word_is_recognised(text: str, word: str, rule: str) -> None:
    found = match(text, WORDS)
    assert found is not None
    assert (found.word_id, found.rule) == (word, rule)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "jcarnda", "hi JACARANDA", "robbin", "robi", "luna llena hoy", "4522", "452l", "1"],
)
def test_what_is_no_coded_word_is_not_guessed(text: str) -> None:
    assert match(text, WORDS) is None


def test_what_follows_the_word_is_kept_as_it_was_written() -> None:
    found = match("jacaranda, Él me pegó", WORDS)
    assert found is not None
    assert found.rest.endswith("Él me pegó")


def test_a_tie_is_never_guessed() -> None:
    near = [Keyword("a", "MARTELO", "report", "en"), Keyword("b", "MARTELA", "walk", "en")]
    assert match("martele", near) is None
    found = match("martelo", near)
    assert found is not None
    assert found.word_id == "a"


def test_a_reserved_word_is_never_read_as_a_misspelling() -> None:
    assert match("cancel", [Keyword("a", "CANCELA", "report", "en")]) is None


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("abc", "too_short"),
        ("7", "read_as_answer"),
        ("1️⃣", "read_as_answer"),
        ("STOPP", "reserved"),
        ("HELPS", "reserved"),
        ("borrar", "reserved"),
        ("español", "reserved"),
        ("he has a gun", "danger"),
        ("ROBYN", "too_near"),
        ("jakaranda", "too_near"),
        ("x" * 41, "too_long"),
    ],
)
def test_a_bad_word_is_refused_with_its_reason(word: str, reason: str) -> None:
    findings = check(word, WORDS, LANGUAGES)
    assert reason in [finding.reason for finding in findings if finding.level == "error"]


def test_a_collision_names_the_other_word() -> None:
    assert [finding.other for finding in check("ROBYN", WORDS, LANGUAGES)] == ["ROBIN"]


@pytest.mark.parametrize("word", ["TURQUESA", "🌼", "45", "mi cielo verde"])
def test_a_good_word_is_accepted(word: str) -> None:
    assert check(word, WORDS, LANGUAGES) == []


def test_an_everyday_word_is_warned_of() -> None:
    findings = check("market", WORDS, LANGUAGES)
    assert [(finding.level, finding.reason) for finding in findings] == [("warning", "everyday")]


def test_a_registered_word_does_not_collide_with_itself() -> None:
    assert [check(word, WORDS, LANGUAGES) for word in WORDS] == [[]] * len(WORDS)


@pytest.mark.parametrize("text", ["गुलमोहर", "गुलमोहर नमस्ते", "गुलमोहऱ", "गुलमहर"])
def test_a_coded_word_with_vowel_signs_may_be_misspelt(text: str) -> None:
    assert match(text, [Keyword("1", "गुलमोहर", "report", "hi")]) is not None
