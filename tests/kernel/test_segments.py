import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.segments import Measure, downgrade, fits, is_gsm, measure, plain_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Measure("GSM-7", 0, 1)),
        ("a" * 160, Measure("GSM-7", 160, 1)),
        ("a" * 161, Measure("GSM-7", 161, 2)),
        ("a" * 306, Measure("GSM-7", 306, 2)),
        ("a" * 307, Measure("GSM-7", 307, 3)),
        ("€" * 80, Measure("GSM-7", 160, 1)),
        ("a" * 152 + "€" + "a" * 152, Measure("GSM-7", 306, 3)),
        ("ñéü¿¡àèìòù", Measure("GSM-7", 10, 1)),
        ("á" * 70, Measure("UCS-2", 70, 1)),
        ("á" * 71, Measure("UCS-2", 71, 2)),
        ("á" * 134, Measure("UCS-2", 134, 2)),
        ("á" * 135, Measure("UCS-2", 135, 3)),
        ("😀" * 35, Measure("UCS-2", 70, 1)),
        ("á" * 66 + "😀" + "á" * 66, Measure("UCS-2", 134, 3)),
        ("مرحبا، ١", Measure("UCS-2", 8, 1)),
        ("م" * 67 + "😀" + "م" * 65, Measure("UCS-2", 134, 2)),
        ("हाँ", Measure("UCS-2", 3, 1)),
        ("क्\u200dया", Measure("UCS-2", 5, 1)),
        ("क़" * 67, Measure("UCS-2", 134, 2)),
    ],
)
def test_measure(text: str, expected: Measure) -> None:
    assert measure(text) == expected


def test_a_budget_depends_on_the_encoding() -> None:
    assert fits("a" * 306, 306, 134)
    assert not fits("a" * 305 + "á", 306, 134)


@pytest.mark.parametrize("letter", "áíóúçâêîôûãõ")
def test_letters_outside_the_alphabet_have_a_plain_form(letter: str) -> None:
    assert not is_gsm(letter)
    assert is_gsm(downgrade(letter))


def test_downgrading_keeps_what_fits_and_what_has_no_plain_form() -> None:
    assert downgrade("niño, café, acción 漢") == "niño, café, accion 漢"


def test_typographic_marks_are_always_made_plain() -> None:
    assert plain_marks("“a” – b… ‘c’\u00a0d") == "\"a\" - b... 'c' d"


@given(st.text())
def test_segments_hold_every_unit(text: str) -> None:
    measured = measure(text)
    single, part = (160, 153) if measured.encoding == "GSM-7" else (70, 67)
    if measured.units <= single:
        assert measured.segments == 1
    else:
        assert measured.segments * part >= measured.units
        assert (measured.segments - 1) * (part - 1) < measured.units
