"""The danger path's lines; which one is said is decided in `bots/danger_path.py`."""

from bots.model import RETURN, SILENCE, Act, Arrow, Fork, Step

_FIRST = {"1": Arrow("B2"), "2": Arrow(SILENCE), "3": Arrow(SILENCE, (Act("unlink"),))}
PATH_LINES = (
    "B4", "B4m", "B4f", "B4w", "B4q", "B5p", "B5a", "B5n", "B5d", "B5s", "B5u", "human",
)  # fmt: skip

STEPS = {
    "B0": Step("B0", _FIRST),
    "B0m": Step("B0m", _FIRST),
    "B0f": Step("B0f", {"1": Arrow("B2"), "2": Arrow(SILENCE)}),
    "B22": Step(
        "B22",
        {
            "1": Arrow("path", (Act("danger", "now"),)),
            "2": Arrow(RETURN),
            "unsure": Arrow("path", (Act("danger", "now"),)),
            "words": Arrow("path", (Act("danger", "now"),)),
        },
    ),
    "B23": Step(
        "B23",
        {
            "1": Arrow("path", (Act("danger", "now"),)),
            "2": Arrow(RETURN),
            "unsure": Arrow("path", (Act("danger", "now"),)),
        },
    ),
    # Every text on the open path goes through the path's own rules, so these steps take none.
    **{line: Step(line) for line in PATH_LINES},
}

FORKS = {
    "first_danger": Fork((("off_shift", "B0f"), ("modes_off", "B0m")), "B0"),
    "path": Fork((("off_shift", "B4f"), ("modes_off", "B4m")), "B4"),
}
