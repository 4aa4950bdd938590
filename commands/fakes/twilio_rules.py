"""What Twilio's public description allows in a message and in a form of content."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from commands.fakes.rules import (
    Check,
    Wrong,
    at_most,
    between,
    is_address,
    is_number,
    is_sender_name,
    is_username,
    is_variables,
    matches,
    one_of,
)

_BODY: Final = 1600
_MAY_REPEAT: Final = frozenset({"MediaUrl", "PersistentAction"})
_YES_NO: Final = one_of("true", "false")


def is_recipient(value: str) -> bool:
    """Says whether a text could be sent there."""
    if value.startswith("whatsapp:"):
        rest = value.removeprefix("whatsapp:")
        return is_number(rest) or is_username(rest)
    return is_number(value)


def _is_sender(value: str) -> bool:
    return is_recipient(value) or is_sender_name(value)


# Every field of the message resource, what it may hold, and the code of the refusal.
_FIELDS: Final[Mapping[str, tuple[Check, int]]] = {
    "To": (is_recipient, 21211),
    "From": (_is_sender, 21212),
    "MessagingServiceSid": (matches(r"MG[0-9a-fA-F]{32}|MG\d+"), 21701),
    "Body": (lambda _: True, 21602),
    "MediaUrl": (is_address, 21620),
    "ContentSid": (matches(r"HX[0-9a-fA-F]{32}"), 21655),
    "ContentVariables": (is_variables, 21656),
    "StatusCallback": (is_address, 21609),
    "ApplicationSid": (matches(r"AP[0-9a-fA-F]{32}"), 20001),
    "MaxPrice": (matches(r"\d+(\.\d+)?"), 20001),
    "ProvideFeedback": (_YES_NO, 20001),
    "Attempt": (between(1, 100), 20001),
    "ValidityPeriod": (between(1, 36000), 20001),
    "ForceDelivery": (_YES_NO, 20001),
    "ContentRetention": (one_of("retain", "discard"), 20001),
    "AddressRetention": (one_of("retain", "obfuscate"), 20001),
    "SmartEncoded": (_YES_NO, 20001),
    "PersistentAction": (at_most(200), 20001),
    "ShortenUrls": (_YES_NO, 20001),
    "ScheduleType": (one_of("fixed"), 20001),
    "SendAt": (at_most(40), 20001),
    "SendAsMms": (_YES_NO, 20001),
    "RiskCheck": (one_of("enable", "disable"), 20001),
    "MessageIntent": (at_most(20), 20001),
    "TrafficType": (one_of("free"), 20001),
    "FallbackFrom": (_is_sender, 20001),
}


def message_fault(pairs: Sequence[tuple[str, str]]) -> Wrong | None:
    """Returns what is wrong with a message that shall be sent."""
    fields, counts = dict(pairs), Counter(name for name, _ in pairs)
    for name, value in pairs:
        if name not in _FIELDS:
            return Wrong(20001, f"{name} is not in the description")
        check, code = _FIELDS[name]
        if not check(value):
            return Wrong(code, f"{name} is malformed")
        if counts[name] > 1 and name not in _MAY_REPEAT:
            return Wrong(20001, f"{name} is there twice")
    return _together(fields)


def _together(fields: Mapping[str, str]) -> Wrong | None:
    if "To" not in fields:
        return Wrong(21604, "To is missing")
    if "From" not in fields and "MessagingServiceSid" not in fields:
        return Wrong(21603, "From or MessagingServiceSid is missing")
    sender = fields.get("From", fields["To"])
    if sender.startswith("whatsapp:") != fields["To"].startswith("whatsapp:"):
        return Wrong(21910, "From and To are on different channels")
    with_content = "ContentSid" in fields
    if with_content and ("Body" in fields or "MediaUrl" in fields):
        return Wrong(21658, "ContentSid stands alone, without Body and MediaUrl")
    if "ContentVariables" in fields and not with_content:
        return Wrong(21656, "ContentVariables without ContentSid")
    if not with_content and not fields.get("Body") and not fields.get("MediaUrl"):
        return Wrong(21602, "there is no content")
    if len(fields.get("Body", "")) > _BODY:
        return Wrong(21617, f"Body has more than {_BODY} characters")
    return None
