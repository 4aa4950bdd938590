"""Searches every byte of files for words, however they may have been written down."""

from __future__ import annotations

import base64
import json
import mmap
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

Disguise = Callable[[str], Iterable[bytes]]


def _letters(word: str) -> Iterator[bytes]:
    for written in {word, word.upper(), word.title(), json.dumps(word)[1:-1], quote(word)}:
        yield written.encode()


def _utf_16(word: str) -> Iterator[bytes]:
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")


def _base64(word: str) -> Iterator[bytes]:
    """Yield the letters that stay the same wherever in a longer text the word begins."""
    raw = word.encode()
    for before in range(3):
        for written in (base64.b64encode, base64.urlsafe_b64encode):
            line = written(b"\0" * before + raw)
            yield line[-(-before * 8 // 6) : (before + len(raw)) * 8 // 6]


def _hex(word: str) -> Iterator[bytes]:
    yield word.encode().hex().encode()
    yield word.encode().hex().upper().encode()


def _per_cent(word: str) -> Iterator[bytes]:
    yield "".join(f"%{byte:02X}" for byte in word.encode()).encode()
    yield "".join(f"%{byte:02x}" for byte in word.encode()).encode()


def _gsm_7(word: str) -> Iterator[bytes]:
    """Yield the whole octets of seven-bit letters packed together, at each of eight offsets."""
    if not word.isascii():
        return
    for offset in range(8):
        packed = sum(ord(letter) << (offset + 7 * at) for at, letter in enumerate(word))
        size = (offset + 7 * len(word)) // 8
        yield packed.to_bytes(size + 1, "little")[1 if offset else 0 : size]


def _semi_octets(word: str) -> Iterator[bytes]:
    """Yield a number as telephone networks write it, two digits an octet, swapped and straight."""
    if not word.isdecimal():
        return
    for begin in range(2):
        digits = word[begin : begin + (len(word) - begin) // 2 * 2]
        pairs = [digits[at : at + 2] for at in range(0, len(digits), 2)]
        yield bytes.fromhex("".join(pair[::-1] for pair in pairs))
        yield bytes.fromhex("".join(pairs))


DISGUISES: Mapping[str, Disguise] = {
    "letters": _letters,
    "utf-16": _utf_16,
    "base64": _base64,
    "hex": _hex,
    "per cent": _per_cent,
    "gsm-7": _gsm_7,
    "semi-octets": _semi_octets,
}


def needles(words: Iterable[str]) -> dict[bytes, str]:
    """Return all that has to be searched for, with what it is for a reader of the finding."""
    return {
        written: f"{word} as {name}"
        for word in words
        for name, disguise in DISGUISES.items()
        for written in disguise(word)
        # Fewer octets than these are found anywhere by chance.
        if len(written) >= 5
    }


def files_under(roots: Iterable[Path], but: Iterable[str] = ()) -> list[Path]:
    """List every file of some folders, however deep, without those of certain names."""
    unwanted = set(but)
    found = (path for root in roots for path in sorted(root.rglob("*")))
    return [path for path in found if path.is_file() and path.name not in unwanted]


def hits(files: Iterable[Path], sought: Mapping[bytes, str]) -> list[str]:
    """Name every file and word where a needle is found."""
    return [found for path in files for found in _in_file(path, sought)]


def _in_file(path: Path, sought: Mapping[bytes, str]) -> Iterator[str]:
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held:
            for written, name in sought.items():
                if (at := held.find(written)) >= 0:
                    yield f"{path}@{at}: {name}"
    except (ValueError, FileNotFoundError):
        return  # empty, or gone since it was listed
