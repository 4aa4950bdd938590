"""Folds a text so that case, accents, marks, look-alikes and stray signs do not matter."""

import re
import unicodedata
from typing import Final

_LOOK_ALIKES: Final = dict(
    zip(
        "авекмнорстухѕіјԁɡαβεικνορτυχγωıøłđħŋ",
        "abekmhopctyxsijdgabeiknoptuxywioldhn",
        strict=True,
    )
)
# Arabic: letters that hands exchange, and those that Persian and Urdu keyboards write instead.
_ARABIC: Final = {
    written: letter
    for letter, group in {
        "ي": "ىیېے", "ه": "ةہھەۃ", "و": "ۆۇ", "ا": "ٱٲٳ", "ك": "کڪگ", "ف": "ڤ", "ب": "پ",
        "ج": "چ", "ز": "ژ", "ت": "ٹ", "د": "ڈ", "ر": "ڑ", "ن": "ں", "ق": "ڨ",
    }.items()
    for written in group
}  # fmt: skip
# Devanagari: borrowed vowels and rare signs as they are mostly typed.
_DEVANAGARI: Final = {"ऑ": "आ", "ॉ": "ा", "ऍ": "ए", "ॅ": "", "ऽ": "", "ः": "", "ऋ": "रि", "ृ": "्रि"}
_JOINED: Final = {"œ": "oe", "æ": "ae"}
_SAME_LETTER: Final = _LOOK_ALIKES | _JOINED | _ARABIC | _DEVANAGARI
# A lone hamza, the line that stretches a word, and the Indic dots that hands leave out.
_LEFT_OUT: Final = frozenset("ءـ\u0900\u0901\u0902\u093c")
_HALF_NASAL: Final = re.compile("(?:[ङञणनम]्)+(?=[क-ढत-धप-भस])")
_SILENT: Final = frozenset("'’‘`´ʼ′\u200b\u200c\u200d\u2060\ufeff\u00ad\u20e3\u200e\u200f")
_DIGIT_LETTERS: Final = str.maketrans("0134578", "oieastb")
_TABLE_LIMIT: Final = 4096
_SIGN_AS_LETTER: Final = re.compile(r"(?<=[^\W\d_])[@$]|[@$](?=[^\W\d_])")
_STRETCHED: Final = re.compile(r"([^\W\d_]|[\u093a-\u094c])\1{2,}")
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)


class _Table(dict[int, str]):
    """Maps one character to what it folds to, working each out once."""

    def __missing__(self, code: int) -> str:
        folded = _fold_letter(chr(code))
        if len(self) < _TABLE_LIMIT:
            self[code] = folded
        return folded


_TABLE: Final = _Table()


def fold(text: str) -> str:
    """Returns a text in small plain letters, digits and pictures, single spaces between."""
    signs = _SIGN_AS_LETTER.sub(lambda found: "a" if found[0] == "@" else "s", text)
    return " ".join(_HALF_NASAL.sub("", signs.translate(_TABLE)).split())


def tokens(text: str) -> list[str]:
    """Returns the folded words of a text, digits used as letters read as letters."""
    return [unleet(token) for token in fold(text).split()]


def unleet(token: str) -> str:
    """Reads digits inside a word as the letters they stand for; a number stays a number."""
    if is_letters(token) or not any(letter.isalpha() for letter in token):
        return token
    return token.translate(_DIGIT_LETTERS)


def is_letters(token: str) -> bool:
    """Says whether a token is made of letters alone, vowel signs among them."""
    return bool(token) and all(unicodedata.category(letter)[0] in "LM" for letter in token)


def letter_count(text: str) -> int:
    """Counts letters, vowel signs and digits: what makes a word long in any script."""
    return sum(unicodedata.category(letter)[0] in "LMN" for letter in text)


def calm(token: str) -> str:
    """Shortens a letter that is held down: three or more become one."""
    return _STRETCHED.sub(r"\1", token)


def squeezed(text: str) -> str:
    """Returns the folded words without the spaces between them."""
    return "".join(tokens(text))


def sounds(token: str) -> str:
    """Returns a rough spelling by sound, the same for kwik, quick and cuick."""
    for written, heard in _SOUNDS:
        token = token.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", token)


_SOUNDS: Final = (
    ("ph", "f"), ("ck", "k"), ("qu", "k"), ("kw", "k"), ("ce", "se"), ("ci", "si"),
    ("ch", "\0"), ("c", "k"), ("q", "k"), ("\0", "ch"), ("z", "s"), ("ll", "y"), ("w", "u"),
)  # fmt: skip


def _fold_letter(letter: str) -> str:
    if letter in _SILENT or ord(letter) in _SKIN_TONES:
        return ""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", letter).casefold())
    return "".join(_kept(part) for part in plain)


def _kept(part: str) -> str:
    category = unicodedata.category(part)
    if part in _LEFT_OUT:
        return ""
    if category in {"Mn", "Me", "Cf"} and not _is_vowel_sign(part):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(part))
    if category == "So":
        return f" {part} "
    return _SAME_LETTER.get(part, part) if category[0] in "LM" else " "


def _is_vowel_sign(part: str) -> bool:
    """Keeps the vowel signs of Indic and south-east Asian scripts: they are letters there."""
    return 0x0900 <= ord(part) <= 0x109F or 0x1780 <= ord(part) <= 0x17D3  # noqa: PLR2004
