"""Under 18: the duty is told before anything more is said; nobody loses a service by silence."""

from bots.model import RETURN, Act, Arrow, Fork, Step

_YOUNG = Arrow("B17", (Act("told:age", "under"),))
_UNSAID = Arrow("B17", (Act("told:age", "rather_not"),))

STEPS = {
    "B16": Step(
        "B16",
        {
            "1": _YOUNG,
            "2": Arrow("B6", (Act("told:age", "adult"),)),
            "3": _UNSAID,
            "0": _UNSAID,
            "unsure": _UNSAID,
        },
    ),
    "B17": Step(
        "B17",
        {
            "1": Arrow("after_duty"),
            "2": Arrow("B3q"),
            "3": Arrow("B17s"),
            "0": Arrow("after_duty"),
        },
    ),
    "B17s": Step("B17s"),
}

FORKS = {"after_duty": Fork((("is_interrupted", RETURN),), "B6")}
