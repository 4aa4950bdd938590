"""What an invented survivor answers to each line: data, the same in every language."""

from collections.abc import Callable, Mapping
from typing import Final

from kernel.ids import random_bytes, shuffled
from reporting.drills.model import Scenario

SILENCE: Final = ""
"""Is the answer to a line after which she has nothing more to say."""
_LOOK: Final = "1"

# Lines that show how far people are; she looks again after a while.
_PATIENT: Final = frozenset({"B20h", "B20w"})
WAITING: Final = frozenset({"B5p", "B5a", "B5n", "B5d", "B5s", "B5u", *_PATIENT})
# The same text at the same question three times is a machine's, and gets no answer.
_LOOKS_SLOWLY: Final = ("1", "1", "H")
_LETTERS: Final = 4

_COMMON: Final[Mapping[str, str]] = {
    "B0": "1", "B0m": "1", "B0f": "1", "B1": "1", "B1w": "1", "B2": "2", "B3a": "1", "B3b": "1",
    "B6": "{1-4}", "B7": "{1-5}", "B7a": "2", "B7b": "2", "B8": "{place}", "B10s": "3",
    "B10p": "1", "B16": "2", "B17": "1", "B22": "2", "B23": "2", "B20": "0", "B20k": "0",
    "B9": "1", "B9b": "{word}", "B9w": "{word}", "B9c": "2", "B9d": "2", "B9p": "1", "B9n": "1",
    "B9k": "1", "B10": "1", "B10w": "1", "B10c": "1", "B10t": "1", "B11r": "1", "B14n": "2",
    "B4": "N {place}", "B4m": "N {place}", "B4w": "{place}", "B4q": "N",
}  # fmt: skip
_FAST: Final[Mapping[str, str]] = {"B2": "1"}
_OWN: Final[Mapping[Scenario, Mapping[str, str]]] = {
    Scenario.REPORT: {},
    Scenario.DANGER: _FAST,
    Scenario.PERSON: {"B3b": "H"},
    Scenario.POLICE: {**_FAST, "B4": "P {place}", "B4q": "P"},
}


def answer_to(
    prompt: str, scenario: Scenario, places: Callable[[], tuple[str, ...]], looks: int = 0
) -> str:
    """Returns what she answers to a line; silence when it ends or is not known to her."""
    if prompt in _PATIENT:
        return _LOOKS_SLOWLY[looks % len(_LOOKS_SLOWLY)]
    if prompt in WAITING:
        return _LOOK
    written = _OWN[scenario].get(prompt, _COMMON.get(prompt, SILENCE))
    if "{place}" in written:
        written = written.replace("{place}", next(iter(shuffled(places())), "1"))
    if written == "{word}":
        return invented_word()
    if written.startswith("{"):
        first, last = int(written[1]), int(written[3])
        return shuffled([str(one) for one in range(first, last + 1)])[0]
    return written


def invented_word() -> str:
    """Returns a word of eight letters that means nothing and that nobody keeps."""
    dice = random_bytes(2 * _LETTERS)
    sounds = ("bdfgklmnprtvz", "aeiou")
    return "".join(sounds[at % 2][one % len(sounds[at % 2])] for at, one in enumerate(dice))
