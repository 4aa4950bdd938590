"""The providers' error codes as data: each code, and what we do about it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class What(StrEnum):
    """Names what a failure asks of us."""

    STOP_USING = "stop_using"
    OPTED_OUT = "opted_out"
    FIX_CONTENT = "fix_content"
    NEEDS_TEMPLATE = "needs_template"
    PAGE_OPERATOR = "page_operator"
    SLOW_DOWN = "slow_down"
    RETRY = "retry"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


Codes = Mapping[What, tuple[int, ...]]

_TWILIO: Final[Codes] = {
    What.STOP_USING: (21211, 21614, 30003, 30005, 30006, 63003, 63024),
    What.OPTED_OUT: (21610, 63014, 63032, 63033, 30004),
    What.FIX_CONTENT: (
        21602, 21617, 21620, 21658, 14103, 63005, 63013, 63019, 63021, 63028, 30007,
    ),
    What.NEEDS_TEMPLATE: (63016, 63027, 63040, 63041, 21655, 21656),
    What.PAGE_OPERATOR: (
        20003, 21603, 21606, 63001, 63007, 63008, 30002, 30029, 30030, 30032, 30034,
    ),
    What.SLOW_DOWN: (20429, 63017, 63018, 30001, 21611, 30022, 63038),
    What.RETRY: (30008, 30017, 63009, 63010, 63012),
    What.EXPIRED: (30036,),
}  # fmt: skip

# WhatsApp Cloud API. 131056 is too much for one person, not for our sender: she waits alone.
_META: Final[Codes] = {
    What.STOP_USING: (131021, 131026),
    What.OPTED_OUT: (131050,),
    What.FIX_CONTENT: (
        100, 131008, 131009, 131051, 131052, 132000, 132005, 132012, 132018, 135000,
    ),
    What.NEEDS_TEMPLATE: (470, 131047, 132001, 132007, 132015, 132016),
    What.PAGE_OPERATOR: (
        0, 3, 10, 33, 190, 200, 368, 131005, 131030, 131031, 131042, 131045, 133010,
    ),
    What.SLOW_DOWN: (4, 80007, 130429, 131048, 133016),
    What.RETRY: (131053, 131056, 131057),
}  # fmt: skip

_AFRICASTALKING: Final[Codes] = {
    What.STOP_USING: (403, 404, 407),
    What.OPTED_OUT: (406, 409),
    What.PAGE_OPERATOR: (401, 402, 405),
    What.SLOW_DOWN: (429,),
}

_BY_CODE: Final = {
    provider: {code: what for what, codes in table.items() for code in codes}
    for provider, table in (
        ("twilio", _TWILIO),
        ("meta", _META),
        ("africastalking", _AFRICASTALKING),
    )
}

# A delivery report gives its reason in a word; these are the codes of the same thing.
REASONS: Final[Mapping[str, int]] = {
    "InsufficientCredit": 405,
    "UserInBlackList": 406,
    "UserInBlacklist": 406,
    "DoNotDisturbRejection": 409,
    "UserDoesNotExist": 403,
    "NotNetworkSubscriber": 403,
    "UserIsInactive": 403,
}

RETRYABLE = frozenset({What.SLOW_DOWN, What.RETRY})


def what_to_do(code: int | None, provider: str = "twilio") -> What:
    """Returns what a provider's code asks of us; an unknown code is never retried."""
    if code is None:
        return What.UNKNOWN
    return _BY_CODE.get(provider, {}).get(code, What.UNKNOWN)


def read_code(written: str | None) -> int | None:
    """Reads a provider's code, or the word that stands for one; None where there is neither."""
    if written is None:
        return None
    if written in REASONS:
        return REASONS[written]
    if not (written.isascii() and written.isdecimal()):
        return None
    return int(written[:6]) or None
