"""What Meta's public description of the Cloud API allows in a message."""

import re
from collections.abc import Mapping
from typing import Any, Final

from commands.fakes.meta_choices import interactive_fault
from commands.fakes.rules import is_username, shape, text_fault

_TOP: Final[Mapping[str, type]] = {
    "messaging_product": str, "recipient_type": str, "to": str, "recipient": str, "type": str,
    "text": dict, "interactive": dict, "template": dict, "context": dict,
    "biz_opaque_callback_data": str,
}  # fmt: skip
_NEEDED: Final = ("messaging_product", "type")
_DIGITS: Final = re.compile(r"\+?[1-9]\d{4,14}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_TEMPLATE: Final = re.compile(r"[a-z0-9_]{1,512}")
_TEXT, _OUR_OWN = 4096, 512


def message_fault(value: Mapping[str, Any] | None) -> str:
    """Returns what is wrong with a message that shall be sent."""
    wrong = shape(value, _TOP, _NEEDED, "message")
    if wrong or value is None:
        return wrong
    if value["messaging_product"] != "whatsapp":
        return "messaging_product has to be whatsapp"
    if value.get("recipient_type", "individual") != "individual":
        return "recipient_type has to be individual"
    wrong = _recipient_fault(value) or text_fault(
        value, "biz_opaque_callback_data", _OUR_OWN, "message"
    )
    return wrong or _kind_fault(value)


def _recipient_fault(value: Mapping[str, Any]) -> str:
    if "to" in value:
        return "" if _DIGITS.fullmatch(value["to"]) else "to is no number"
    if "recipient" in value:
        return "" if is_username(value["recipient"]) else "recipient is no user id"
    return "to is missing"


def _kind_fault(value: Mapping[str, Any]) -> str:
    kinds = {"text": _text_fault, "interactive": interactive_fault, "template": _template_fault}
    kind = value["type"]
    if kind not in kinds:
        return f"type {kind} is not in the description"
    others = [name for name in kinds if name in value and name != kind]
    if others or kind not in value:
        return f"a message of type {kind} holds {kind} and nothing else"
    return kinds[kind](value[kind])


def _text_fault(text: Mapping[str, Any]) -> str:
    wrong = shape(text, {"body": str, "preview_url": bool}, ("body",), "text")
    return wrong or text_fault(text, "body", _TEXT, "text")


def _template_fault(value: Mapping[str, Any]) -> str:
    known = {"name": str, "language": dict, "components": list}
    wrong = shape(value, known, ("name", "language"), "template")
    wrong = wrong or shape(
        value["language"], {"code": str, "policy": str}, ("code",), "template.language"
    )
    if wrong:
        return wrong
    if not _TEMPLATE.fullmatch(value["name"]):
        return "template.name is malformed"
    if not _LANGUAGE.fullmatch(value["language"]["code"]):
        return "template.language.code is malformed"
    return ""
