"""First contact: knock, safe to talk?, frame, duty, who; and questions that are not kept."""

from bots.model import SILENCE, Act, Arrow, Fork, Step

_NOT_NOW = Arrow(SILENCE, (Act("forget_held"),))
_WRONG_NUMBER = Arrow(SILENCE, (Act("forget_held"), Act("unlink")))

STEPS = {
    "B1": Step(
        "B1",
        {
            "1": Arrow("safe"),
            "2": _NOT_NOW,
            "3": _WRONG_NUMBER,
            "4": Arrow(asks="other_language", outcomes={"one": "B1", "several": "B15a"}),
        },
    ),
    "B1w": Step("B1w", {"1": Arrow("safe"), "2": _NOT_NOW, "3": _WRONG_NUMBER}),
    "B2": Step(
        "B2",
        {
            "1": Arrow("path", (Act("danger", "fast"),)),
            "2": Arrow("B3a"),
            "3": Arrow("path", (Act("danger", "fast"),)),
            "unsure": Arrow("path", (Act("danger", "fast"),)),
        },
    ),
    "B3a": Step(
        "B3a",
        {"1": Arrow("kept", (Act("go_on"),)), "2": Arrow("B3q", (Act("forget_held"),))},
    ),
    "B3b": Step(
        "B3b",
        {
            "1": Arrow("about", (Act("told:who", "self"),)),
            "2": Arrow("bystander", (Act("told:who", "other"),)),
            "3": Arrow("B3c", (Act("told:who", "own_behaviour"),)),
        },
    ),
    "B3q": Step(
        "B3q",
        {
            "1": Arrow(asks="public:health", outcomes={"found": "B3i", "none": "B3n"}),
            "2": Arrow(asks="public:shelter", outcomes={"found": "B3i", "none": "B3n"}),
            "3": Arrow(asks="public:legal", outcomes={"found": "B3i", "none": "B3n"}),
            "4": Arrow("B3a"),
        },
    ),
    "B3i": Step("B3i"),
    "B3n": Step("B3n"),
    "B3c": Step(
        "B3c",
        {
            "1": Arrow(asks="public:psychosocial", outcomes={"found": "B3i", "none": "B3n"}),
            "2": Arrow("B21"),
        },
    ),
    "B15a": Step(
        "B15a",
        {
            str(n): Arrow(asks=f"choose_language:{n}", outcomes={"chosen": "B1", "more": "B15a"})
            for n in range(1, 6)
        },
    ),
}

FORKS = {
    # An UNDO that a safe-to-talk question had to come before is answered now.
    "safe": Fork((("undo_waits", "B24"), ("walks", "W1")), "B2"),
    # Her yes to the duty text starts the keeping; whoever had asked for a person gets one.
    "kept": Fork((("wants_person", "person"),), "B3b"),
    # An age is asked only where it changes the service, and after the duty was told.
    "about": Fork((("age_matters", "B16"),), "B6"),
    "bystander": Fork((("modes_off", "B18m"),), "B18"),
    "person": Fork((("on_shift", "B20h"),), "B20f"),
}
