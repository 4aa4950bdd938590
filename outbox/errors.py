"""The provider's error codes as data: each code, and what we do about it."""

from enum import StrEnum


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


_CODES: dict[What, tuple[int, ...]] = {
    What.STOP_USING: (21211, 21614, 30003, 30005, 30006, 63003, 63024),
    What.OPTED_OUT: (21610, 63014, 63032, 63033, 30004),
    What.FIX_CONTENT: (21602, 21617, 21658, 14103, 63005, 63013, 63021, 63028, 30007),
    What.NEEDS_TEMPLATE: (63016, 63027, 63040, 63041, 21655, 21656),
    What.PAGE_OPERATOR: (20003, 21603, 21606, 63001, 63007, 63008, 30002, 30032, 30034),
    What.SLOW_DOWN: (20429, 63017, 63018, 30001, 21611, 30022, 63038),
    What.RETRY: (30008, 30017, 63009, 63010, 63012),
    What.EXPIRED: (30036,),
}
_BY_CODE = {code: what for what, codes in _CODES.items() for code in codes}

RETRYABLE = frozenset({What.SLOW_DOWN, What.RETRY})


def what_to_do(code: int | None) -> What:
    """Returns what a provider's code asks of us; an unknown code is never retried."""
    return What.UNKNOWN if code is None else _BY_CODE.get(code, What.UNKNOWN)
