"""What the codes of the indicators are called on the safety unit's pages."""

from typing import cast

from flask_babel import gettext, lazy_gettext

from console import labels
from reporting.indicators.model import Shown


def _l(text: str) -> str:
    # A lazy string behaves as one; it turns into the reader's language when it is shown.
    return cast("str", lazy_gettext(text))


TYPES = {
    "rape": _l("Rape"),
    "sexual_assault": _l("Sexual assault"),
    "physical_assault": _l("Physical assault"),
    "forced_marriage": _l("Forced marriage"),
    "denial_of_resources": _l("Denial of resources"),
    "psychological_abuse": _l("Psychological abuse"),
    "non_gbv": _l("Not gender-based"),
    "sexual_unspecified": _l("Sexual, not specified"),
    "unknown": _l("Type not known"),
    "total": _l("All reports"),
}
STAGES = {
    "reported": _l("Reported"),
    "case_opened": _l("Case opened"),
    "consented": _l("Agreed to a referral"),
    "sent": _l("Request sent"),
    "accepted": _l("Accepted by a service"),
    "received": _l("Service received"),
    "declined": _l("Declined by a service"),
    "unavailable": _l("No service available"),
}
CATEGORIES = {**labels.CATEGORIES, "all": _l("All services")}
TABLES = {
    "T1": _l("City by type and month"),
    "T2": _l("District by type and quarter"),
    "T5": _l("From report to service, by quarter"),
    "P1": _l("Safety walk, by class of neighbourhood and quarter"),
}
CLASSES = {
    "upper_middle": _l("Upper and middle"),
    "ordinary": _l("Ordinary"),
    "vulnerable": _l("Vulnerable"),
    "high_complexity": _l("High complexity"),
    "historic_centre": _l("Historic centre"),
    "unknown": _l("Neighbourhood not known"),
    "total": _l("Whole city"),
}
AFTER_DARK = {
    "very_safe": _l("Very safe"),
    "fairly_safe": _l("Fairly safe"),
    "bit_unsafe": _l("A bit unsafe"),
    "very_unsafe": _l("Very unsafe"),
    "never_out": _l("Never goes out alone after dark"),
    "unknown": _l("Not said"),
    "total": _l("All answers"),
}


def said(cell: Shown) -> str:
    """Returns what a cell says in the reader's language; zero and one to four say the same."""
    if cell.is_unsafe:
        return gettext("0–4: unknown, not safe")
    return cell.label


def district(code: str, names: dict[str, str]) -> str:
    """Returns what a district is called: its code first, so that the order is the code's."""
    if code == "unknown":
        return gettext("District not known")
    if code == "total":
        return gettext("Whole city")
    name = names.get(code)
    return f"{code} {name}" if name else code
