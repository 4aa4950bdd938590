"""Asking a service, with her yes; a person; the end."""

from bots.model import RETURN, Arrow, Fork, Step

_ASKED = {"asked": "asked", "gone": "B10z"}
_FOUND = {"found": "B10", "tells_police": "B10t", "confidential": "B10", "none": "B10z"}
_ONE = Arrow(asks="refer:1", outcomes=_ASKED)
_SEVERAL = Arrow(asks="refer:3", outcomes=_ASKED)

STEPS = {
    "find": Step("find", {"enter": Arrow(asks="match", outcomes=_FOUND)}),
    "B10": Step(
        "B10",
        {
            "1": _ONE,
            "2": _SEVERAL,
            "3": Arrow(asks="who", outcomes={"named": "B10w", "confidential": "B10c"}),
            "4": Arrow("B21"),
            "0": Arrow("B21"),
        },
    ),
    "B10w": Step(
        "B10w",
        {"1": _ONE, "2": _SEVERAL, "3": Arrow("person"), "4": Arrow("B21"), "0": Arrow("B21")},
    ),
    "B10c": Step("B10c", {"1": _ONE, "2": Arrow("person"), "3": Arrow("B21"), "0": Arrow("B21")}),
    "B10t": Step(
        "B10t",
        {
            "1": _ONE,
            "2": Arrow(asks="match:other", outcomes=_FOUND),
            "3": Arrow("person"),
            "4": Arrow("B21"),
            "0": Arrow("B21"),
        },
    ),
    "B10z": Step("B10z"),
    "B11": Step("B11"),
    "B11h": Step("B11h"),
    "B11r": Step(
        "B11r",
        {
            "1": Arrow(asks="refer_other:1", outcomes=_ASKED),
            "2": Arrow(asks="refer_other:3", outcomes=_ASKED),
            "3": Arrow("person"),
            "4": Arrow("B21"),
            "0": Arrow("B21"),
        },
    ),
    "B10p": Step("B10p", {"1": Arrow(RETURN), "2": Arrow("person"), "0": Arrow(RETURN)}),
    "B25": Step("B25"),
    "B25p": Step("B25p"),
    "B20h": Step("B20h", {"1": Arrow(asks="news", outcomes={"human": "human", "none": "B20w"})}),
    "B20w": Step("B20w", {"1": Arrow(asks="news", outcomes={"human": "human", "none": "B20w"})}),
    "B20f": Step("B20f"),
    "B21": Step("B21"),
    "B24": Step("B24"),
    "B24p": Step("B24p"),
}

FORKS = {"asked": Fork((("has_word", "B11"),), "B11h")}
