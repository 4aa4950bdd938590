"""Counts the segments of a text message, as carriers do (3GPP TS 23.038)."""

from dataclasses import dataclass
from typing import Final, Literal
from unicodedata import normalize

Encoding = Literal["GSM-7", "UCS-2"]

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
    " !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED: Final = frozenset("\f^{}\\[~]|€")
_GSM: Final = _BASIC | _EXTENDED
_MARKS: Final = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "´": "'", "`": "'", "′": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "…": "...", "•": "-", "·": "-", "×": "x",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2003": " ", "\u2002": " ",
        "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
        "\u00ad": "", "\t": " ", "\u2028": "\n", "\u2029": "\n",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """Says how a carrier would encode a text, its units, and its segments."""

    encoding: Encoding
    units: int
    segments: int


def measure(text: str) -> Measure:
    """Counts a text in GSM-7 septets where it fits, else in UTF-16 units."""
    if is_gsm(text):
        widths = [2 if letter in _EXTENDED else 1 for letter in text]
        return _measured("GSM-7", widths, single=160, part=153)
    widths = [2 if ord(letter) > 0xFFFF else 1 for letter in text]  # noqa: PLR2004
    return _measured("UCS-2", widths, single=70, part=67)


def fits(text: str, budget_units_gsm: int, budget_units_ucs: int) -> bool:
    """Says whether a text stays inside the budget of the encoding it needs."""
    measured = measure(text)
    budget = budget_units_gsm if measured.encoding == "GSM-7" else budget_units_ucs
    return measured.units <= budget


def is_gsm(text: str) -> bool:
    """Says whether every character is in the GSM-7 alphabet or its extension."""
    return _GSM.issuperset(text)


def plain_marks(text: str) -> str:
    """Replaces typographic marks and odd spaces by their GSM-7 equivalents."""
    return normalize("NFC", text).translate(_MARKS)


def downgrade(text: str) -> str:
    """Replaces letters outside GSM-7 by their base letter, where they have one."""
    return "".join(_downgraded(letter) for letter in plain_marks(text))


def _downgraded(letter: str) -> str:
    if letter in _GSM:
        return letter
    base = normalize("NFD", letter)[0]
    return base if base in _GSM else letter


def _measured(encoding: Encoding, widths: list[int], *, single: int, part: int) -> Measure:
    units = sum(widths)
    segments = 1 if units <= single else _parts(widths, part)
    return Measure(encoding, units, segments)


def _parts(widths: list[int], part: int) -> int:
    """Counts parts without splitting an escape pair or a surrogate pair."""
    parts, used = 1, 0
    for width in widths:
        if used + width > part:
            parts, used = parts + 1, 0
        used += width
    return parts
