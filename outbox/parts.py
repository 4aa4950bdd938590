"""Cuts a text that is too long for one message; pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kernel.graphemes import clusters

LONGEST: Final[Mapping[str, int]] = {"meta": 4096}
_USUAL: Final = 1600
_PAUSES: Final = (re.compile(r"\n"), re.compile(r"(?<=[.!?…।؟])\s"), re.compile(r"\s"))


def cut(text: str, via: str) -> tuple[str, ...]:
    """Returns the parts a text is sent in, nothing of it lost; nearly always one."""
    longest = LONGEST.get(via, _USUAL)
    return tuple(_parts(text, longest)) if len(text) > longest else (text,)


def _parts(text: str, longest: int) -> Iterator[str]:
    while len(text) > longest:
        end = _end(text, longest)
        yield text[:end]
        text = text[end:]
    yield text


def _end(text: str, longest: int) -> int:
    # A line's end before a sentence's, a sentence's before a word's, if the part is not too short.
    head = text[:longest]
    for pause in _PAUSES:
        ends = [found.end() for found in pause.finditer(head)]
        if ends and ends[-1] >= longest // 2:
            return ends[-1]
    return _whole_letters(text, longest)


def _whole_letters(text: str, longest: int) -> int:
    end = 0
    for cluster in clusters(text):
        if end + len(cluster) > longest:
            break
        end += len(cluster)
    # A letter longer than a message is cut: there is no other way to send it.
    return end or longest
