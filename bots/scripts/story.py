"""The story: what happened, when, a clinic in time, where; and what others saw."""

from collections.abc import Mapping

from bots.model import Act, Arrow, Circumstances, Fork, Step

_TYPES = {
    "1": "physical_assault",
    "2": "threats",
    "3": "sexual_unspecified",
    "4": "control",
    "0": "unknown",
}
_TIMES = {"1": "today", "2": "three_days", "3": "five_days", "4": "longer", "5": "ongoing"}
_CLINIC = {
    "1": Arrow("area", (Act("told:clinic", "yes"),)),
    "2": Arrow("area", (Act("told:clinic", "no"),)),
    "3": Arrow("person", (Act("told:clinic", "unsure"),)),
    "0": Arrow("area", (Act("told:clinic", "no"),)),
    "unsure": Arrow("person", (Act("told:clinic", "unsure"),)),
}
_FEELS = {"1": "women", "2": "men", "3": "anyone", "0": "unasked", "unsure": "anyone"}

STEPS = {
    "B6": Step(
        "B6",
        {
            **{key: Arrow("after_what", (Act("told:type", told),)) for key, told in _TYPES.items()},
            "unsure": Arrow("after_what", (Act("told:type", "unknown"),)),
            "words": Arrow("after_what", (Act("told:type", "unknown"), Act("keep_words"))),
        },
        narrative=True,
    ),
    "B7": Step(
        "B7",
        {
            **{key: Arrow("clinic", (Act("told:when", told),)) for key, told in _TIMES.items()},
            "0": Arrow("clinic", (Act("told:when", "unknown"),)),
            "unsure": Arrow("clinic", (Act("told:when", "unknown"),)),
            "words": Arrow("clinic", (Act("told:when", "unknown"), Act("keep_words"))),
        },
        narrative=True,
    ),
    "B7a": Step("B7a", _CLINIC),
    "B7n": Step("B7n", _CLINIC),
    "B7b": Step("B7b", _CLINIC),
    "B8": Step(
        "B8",
        {
            "0": Arrow("after_area", (Act("told:area", ""),)),
            "unsure": Arrow("after_area", (Act("told:area", ""),)),
            "words": Arrow(
                asks="place",
                outcomes={"sure": "after_area", "unsure": "B8q", "unknown": "after_area"},
                acts=(Act("keep_words"),),
            ),
        },
        narrative=True,
    ),
    "B8q": Step(
        "B8q",
        {
            "1": Arrow("after_area", (Act("area", "1"),)),
            "2": Arrow("after_area", (Act("area", "2"),)),
            "0": Arrow("after_area"),
            "unsure": Arrow("after_area"),
            "words": Arrow("after_area", (Act("keep_words"),)),
        },
    ),
    "B10s": Step(
        "B10s",
        {key: Arrow("saved", (Act("told:feels", told),)) for key, told in _FEELS.items()},
    ),
    "B18": Step(
        "B18",
        {
            "1": Arrow("B6", (Act("told:who", "asked_to_write"),)),
            "2": Arrow("B19"),
            "3": Arrow("B19"),
            "unsure": Arrow("B19"),
        },
    ),
    "B18m": Step(
        "B18m",
        {
            "1": Arrow("B6", (Act("told:who", "asked_to_write"),)),
            "2": Arrow("B19"),
            "3": Arrow("B19"),
            "unsure": Arrow("B19"),
        },
    ),
    "B19": Step(
        "B19",
        {"words": Arrow("area", (Act("keep_words"),)), "0": Arrow("area")},
        narrative=True,
    ),
}

FORKS = {
    "after_what": Fork((("has_when", "area"),), "B7"),
    "clinic": Fork(
        (("clinic_late", "B7b"), ("clinic_pregnancy", "B7a"), ("clinic_in_time", "B7n")), "area"
    ),
    "area": Fork((("duty_known", "B8"),), "after_area"),
    "after_area": Fork((("is_bystander", "B21"), ("feels_matters", "B10s")), "saved"),
}


def _is_sexual_or_skipped(answers: Mapping[str, str]) -> bool:
    return answers.get("type") in {"sexual_unspecified", "unknown"}


def _is_bystander(answers: Mapping[str, str], _: Circumstances) -> bool:
    return answers.get("who") == "other"


def first_category(answers: Mapping[str, str]) -> str:
    """Returns the service that is asked first for what she told: her clinic, then safety."""
    if answers.get("clinic") == "yes":
        return "health"
    by_type = {"physical_assault": "shelter", "control": "legal"}
    return by_type.get(answers.get("type", ""), "psychosocial")


CONDITIONS = {
    "on_shift": lambda _, c: c.on_shift,
    "off_shift": lambda _, c: not c.on_shift,
    "modes_off": lambda _, c: c.modes_off,
    "wants_person": lambda _, c: c.wants_person,
    "duty_known": lambda _, c: c.duty_known,
    "proven": lambda _, c: c.proven,
    "has_word": lambda _, c: c.has_word,
    "cover_on": lambda _, c: c.cover_on,
    "urgent": lambda a, _: bool(a.get("urgent")),
    "is_bystander": _is_bystander,
    "undo_waits": lambda a, _: "undo" in a,
    "has_when": lambda a, _: "when" in a,
    "clinic_late": lambda a, _: _is_sexual_or_skipped(a) and a.get("when") == "longer",
    "clinic_in_time": lambda a, _: _is_sexual_or_skipped(a),
    "clinic_pregnancy": lambda a, c: _is_sexual_or_skipped(a) and c.pregnancy_true,
    "age_matters": lambda _, c: c.age_matters and c.duty_known,
    "walks": lambda a, _: "walk" in a,
    "is_interrupted": lambda a, _: "return" in a,
    # Places to stay differ by whom they take in; the other services here do not.
    "feels_matters": lambda a, _: first_category(a) == "shelter",
}
