"""The safety walk: a consent of its own, the official question, and the area; never a case."""

from bots.model import Act, Arrow, Fork, Step

_FEELS = {
    "1": "very_safe",
    "2": "fairly_safe",
    "3": "bit_unsafe",
    "4": "very_unsafe",
    "5": "never_out",
    "0": "unknown",
    "unsure": "unknown",
}

STEPS = {
    "W1": Step("W1", {"1": Arrow("W2"), "2": Arrow("B21"), "0": Arrow("B21")}),
    "W2": Step(
        "W2",
        {key: Arrow("walk_area", (Act("told:dark", told),)) for key, told in _FEELS.items()},
    ),
    "W3": Step(
        "W3",
        {
            "words": Arrow(
                asks="place", outcomes={"sure": "walk_end", "unsure": "W3q", "unknown": "walk_end"}
            ),
            "0": Arrow("walk_end"),
            "unsure": Arrow("walk_end"),
        },
    ),
    "W3q": Step(
        "B8q",
        {
            "1": Arrow("walk_end", (Act("area", "1"),)),
            "2": Arrow("walk_end", (Act("area", "2"),)),
            "0": Arrow("walk_end"),
            "unsure": Arrow("walk_end"),
            "words": Arrow("walk_end"),
        },
    ),
    "walk_end": Step("W4", {"enter": Arrow(asks="walk", outcomes={"counted": "W4"})}),
    "W4": Step("W4"),
}

FORKS = {"walk_area": Fork((("duty_known", "W3"),), "walk_end")}
