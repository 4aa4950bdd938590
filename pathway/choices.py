"""What a programme may decide about its line: each setting, its limits, and what it needs first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from kernel.programme import Programme
from kernel.segments import downgrade, is_gsm, measure
from pathway import staffed_hours

Kind = Literal["flag", "whole", "text", "number", "hours", "language", "languages"]
Value = str | int | bool | tuple[str, ...]
_YES_NO: Final = {"yes": True, "no": False}
_FORBIDDEN: Final = re.compile(r"[{}\r\n]")
_TELEPHONE: Final = re.compile(r"[0-9*#+ ]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """Is one thing to decide: its kind and limits; what has to be signed, or drilled, first."""

    name: str
    kind: Kind
    least: int = 0
    most: int = 0
    signs: str = ""
    agreement: str = ""
    drill: bool = False

    @property
    def safe(self) -> Value:
        """Returns the safe default."""
        return _DEFAULTS[self.name]


@dataclass(frozen=True, slots=True)
class Unfit:
    """Says why a value cannot be taken: a code, and how much would be."""

    reason: str
    detail: str = ""


SETTINGS: Final = (
    Setting("line", "text", 1, 18),
    Setting("staffed_hours", "hours", 1, 23),
    Setting("emergency", "number", 1, 6),
    Setting("child_line", "number", 0, 8),
    Setting("languages", "languages"),
    Setting("default_language", "language"),
    Setting("duty_known", "flag"),
    Setting("age_changes_service", "flag"),
    Setting("adult_age", "whole", 12, 25),
    Setting("police_on", "flag", signs="police", agreement="police_protocol", drill=True),
    Setting("ambulance_on", "flag", signs="ambulance", agreement="ambulance_protocol", drill=True),
    Setting("pregnancy_words_on", "flag", signs="pregnancy"),
    Setting("papers_line_on", "flag", signs="papers"),
    Setting("cover_on", "flag", signs="cover"),
    Setting("kept_by_law", "text", 1, 36),
    Setting("staff_first_on", "flag"),
    Setting("channel_fallback_on", "flag"),
    Setting("reply_minutes", "whole", 1, 10),
    Setting("idle_minutes", "whole", 5, 60),
    Setting("danger_minutes", "whole", 10, 120),
    Setting("human_answer_minutes", "whole", 5, 30),
    Setting("unopened_minutes", "whole", 1, 30),
    Setting("state_hours", "whole", 12, 72),
    Setting("stranger_days", "whole", 7, 90),
)
BY_NAME: Final[Mapping[str, Setting]] = {one.name: one for one in SETTINGS}
_SAFE: Final = Programme(id="", name="", line="")
_DEFAULTS: Final[Mapping[str, Value]] = {name: getattr(_SAFE, name) for name in BY_NAME}


def read(setting: Setting, given: tuple[str, ...]) -> Value | Unfit:
    """Reads what was typed for a setting, or says what is wrong with it."""
    first = given[0].strip() if given else ""
    match setting.kind:
        case "flag":
            return _YES_NO[first] if first in _YES_NO else Unfit("choose")
        case "whole":
            return _whole(setting, first)
        case "languages":
            return tuple(dict.fromkeys(given)) if given else Unfit("choose")
        case "language":
            return first or Unfit("choose")
        case "number" | "text" | "hours":
            return _text(setting, first)


def _whole(setting: Setting, typed: str) -> int | Unfit:
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= len(str(setting.most))):
        return Unfit("whole", f"{setting.least}–{setting.most}")
    number = int(typed)
    inside = setting.least <= number <= setting.most
    return number if inside else Unfit("whole", f"{setting.least}–{setting.most}")


def _text(setting: Setting, typed: str) -> str | Unfit:
    """Takes what fits into the lines it is filled into, on SMS and in every language."""
    plain = downgrade(typed)
    if not typed:
        return "" if setting.least == 0 else Unfit("empty")
    if _FORBIDDEN.search(typed) or not is_gsm(plain):
        return Unfit("letters")
    if setting.kind == "number" and not _TELEPHONE.fullmatch(typed):
        return Unfit("telephone")
    if setting.kind == "hours" and not staffed_hours.readable(typed, "UTC"):
        return Unfit("hours")
    if measure(plain).units > setting.most:
        return Unfit("too_long", str(setting.most))
    return typed
