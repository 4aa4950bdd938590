"""Saved, own word, receipt, answers; then consent to count."""

from bots.model import Act, Arrow, Fork, Step

_WORD = Arrow(asks="set_word", outcomes={"set": "after_word", "weak": "B9w"}, acts=())
_COVER = Arrow(asks="set_cover", outcomes={"set": "B9d", "weak": "B9cw"})
_GO_ON_OR_STOP = {"1": Arrow("count"), "2": Arrow("B21"), "0": Arrow("count")}

STEPS = {
    "B9": Step("B9", {"1": Arrow("B9b"), "2": Arrow("B9n"), "0": Arrow("B9n")}),
    "B9b": Step("B9b", {"words": _WORD, "1": Arrow("B9b"), "2": Arrow("B9n"), "0": Arrow("B9n")}),
    "B9w": Step("B9w", {"words": _WORD, "1": Arrow("B9b"), "2": Arrow("B9n"), "0": Arrow("B9n")}),
    "B9c": Step(
        "B9c",
        {
            "words": _COVER,
            "1": Arrow("B9c"),
            "2": Arrow("B9d"),
            "0": Arrow("B9d"),
        },
    ),
    # The same words for a cover word that is too easy; why is never said in more detail.
    "B9cw": Step("B9w", {"words": _COVER, "1": Arrow("B9c"), "2": Arrow("B9d"), "0": Arrow("B9d")}),
    "B9d": Step(
        "B9d",
        {
            "1": Arrow(asks="issue_receipt", outcomes={"issued": "B9r"}),
            "2": Arrow("count"),
            "0": Arrow("count"),
        },
    ),
    "B9r": Step("B9r", {"1": Arrow("count"), "0": Arrow("count"), "words": Arrow("count")}),
    "B9n": Step("B9n", _GO_ON_OR_STOP),
    "B9p": Step("B9p", _GO_ON_OR_STOP),
    "B9k": Step(
        "B9k",
        {
            "1": Arrow("find", (Act("count", "yes"),)),
            "2": Arrow("find", (Act("count", "no"),)),
            "0": Arrow("find", (Act("count", "no"),)),
            "unsure": Arrow("find", (Act("count", "no"),)),
        },
    ),
    "B14": Step(
        "B14",
        {
            "1": Arrow(asks="read_answer", outcomes={"read": "note", "none": "B14n"}),
            "2": Arrow("(silence)"),
        },
    ),
    "B14n": Step("B14n", {"1": Arrow("B6", (Act("more"),)), "2": Arrow("B21")}),
    "note": Step("note"),
}

FORKS = {
    "saved": Fork((("proven", "B9p"),), "B9"),
    # When the need is urgent the smaller questions wait for a later visit.
    "after_word": Fork((("urgent", "find"), ("cover_on", "B9c")), "B9d"),
    "count": Fork((("urgent", "find"),), "B9k"),
}
