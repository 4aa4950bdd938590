"""The nouns that every room shares, as closed lists and small frozen values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    """Names the road a text travels on."""

    SMS = "sms"
    WHATSAPP = "whatsapp"
    USSD = "ussd"


class Category(StrEnum):
    """Names the kinds of service a need can ask for (the seven GBVIMS sectors)."""

    SHELTER = "shelter"
    HEALTH = "health"
    POLICE = "police"
    LEGAL = "legal"
    PSYCHOSOCIAL = "psychosocial"
    LIVELIHOODS = "livelihoods"
    CHILD_PROTECTION = "child_protection"


class Tier(StrEnum):
    """Names how soon a need or case must be met: emergency, urgent, normal."""

    EMERGENCY = "E"
    URGENT = "U"
    NORMAL = "N"


class IncidentType(StrEnum):
    """Names the core types of GBVIMS and the two candidates used before a worker codes one."""

    RAPE = "rape"
    SEXUAL_ASSAULT = "sexual_assault"
    PHYSICAL_ASSAULT = "physical_assault"
    FORCED_MARRIAGE = "forced_marriage"
    DENIAL_OF_RESOURCES = "denial_of_resources"
    PSYCHOLOGICAL_ABUSE = "psychological_abuse"
    NON_GBV = "non_gbv"
    SEXUAL_UNSPECIFIED = "sexual_unspecified"
    UNKNOWN = "unknown"


class Stage(StrEnum):
    """Names the steps of the way from a report to a service received."""

    REPORTED = "reported"
    CASE_OPENED = "case_opened"
    CONSENTED = "consented"
    SENT = "sent"
    ACCEPTED = "accepted"
    RECEIVED = "received"
    DECLINED = "declined"
    UNAVAILABLE = "unavailable"
    CODED = "coded"


class Role(StrEnum):
    """Names what a member may be; a member can hold several."""

    CASEWORKER = "caseworker"
    SUPERVISOR = "supervisor"
    RESPONDER = "responder"
    DIRECTORY_EDITOR = "directory_editor"
    ANALYST = "analyst"
    STEWARD = "steward"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Typology(StrEnum):
    """Names the classes of neighbourhood that a city's safety unit compares."""

    UPPER_MIDDLE = "upper_middle"
    ORDINARY = "ordinary"
    VULNERABLE = "vulnerable"
    HIGH_COMPLEXITY = "high_complexity"
    HISTORIC_CENTRE = "historic_centre"


_ROADS = {"whatsapp": Channel.WHATSAPP, "ussd": Channel.USSD}


@dataclass(frozen=True)
class Address:
    """Holds where a text came from as an opaque pair; a WhatsApp id need not be a number."""

    scheme: str
    id: str

    @classmethod
    def parse(cls, written: str) -> "Address":
        """Reads the provider's form: `+1555…`, `whatsapp:+1555…` or `whatsapp:US.1234`."""
        scheme, colon, rest = written.strip().partition(":")
        if colon:
            return cls(scheme.lower(), rest)
        return cls("tel", scheme)

    @property
    def channel(self) -> Channel:
        """Says which road this address belongs to."""
        return _ROADS.get(self.scheme, Channel.SMS)

    def __str__(self) -> str:
        return self.id if self.scheme == "tel" else f"{self.scheme}:{self.id}"


@dataclass(frozen=True)
class Inbound:
    """Holds one received message after its signature was verified.

    `signed` is False where the provider proves nothing of its requests; `recovered` is True for
    a message made good after the fact, with the provider's time; `drill` is the signed mark of a
    practice survivor; `session` names a dialled session (USSD), whose start begins a visit.
    """

    provider: str
    message_id: str
    sender: Address
    recipient: Address
    text: str
    at: datetime
    media: int = 0
    location: str = ""
    media_at: tuple[str, ...] = ()
    opt_out: str | None = None
    button: str | None = None
    button_text: str = ""
    media_types: tuple[str, ...] = ()
    signed: bool = True
    recovered: bool = False
    drill: str = ""
    session: str = ""
