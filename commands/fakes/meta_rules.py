"""What Meta's public description of the Cloud API allows in a message."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

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
_TEXT, _BODY, _OUR_OWN = 4096, 1024, 512
_BUTTONS, _ROWS, _SECTIONS = 3, 10, 10


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
    kinds = {"text": _text_fault, "interactive": _interactive_fault, "template": _template_fault}
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


def _interactive_fault(value: Mapping[str, Any]) -> str:
    known = {"type": str, "body": dict, "action": dict, "header": dict, "footer": dict}
    wrong = shape(value, known, ("type", "body", "action"), "interactive")
    wrong = wrong or shape(value["body"], {"text": str}, ("text",), "body")
    wrong = wrong or text_fault(value["body"], "text", _BODY, "body")
    if wrong:
        return wrong
    match value["type"]:
        case "button":
            return _buttons_fault(value["action"])
        case "list":
            return _list_fault(value["action"])
    return f"interactive type {value['type']} is not in the description"


def _buttons_fault(action: Mapping[str, Any]) -> str:
    wrong = shape(action, {"buttons": list}, ("buttons",), "action")
    if wrong:
        return wrong
    if not 0 < len(action["buttons"]) <= _BUTTONS:
        return f"action.buttons has {len(action['buttons'])} of {_BUTTONS}"
    for button in action["buttons"]:
        wrong = shape(button, {"type": str, "reply": dict}, ("type", "reply"), "button")
        wrong = wrong or ("" if button["type"] == "reply" else "button.type has to be reply")
        if wrong:
            return wrong
    replies = [button["reply"] for button in action["buttons"]]
    return _choices_fault(replies, {"id": str, "title": str}, {"id": 256, "title": 20})


def _list_fault(action: Mapping[str, Any]) -> str:
    wrong = shape(action, {"button": str, "sections": list}, ("button", "sections"), "action")
    wrong = wrong or text_fault(action, "button", 20, "action")
    if wrong:
        return wrong
    sections, rows = action["sections"], []
    if not 0 < len(sections) <= _SECTIONS:
        return f"action.sections has {len(sections)} of {_SECTIONS}"
    for section in sections:
        needed = ("title", "rows") if len(sections) > 1 else ("rows",)
        wrong = shape(section, {"title": str, "rows": list}, needed, "section")
        wrong = wrong or text_fault(section, "title", 24, "section")
        if wrong:
            return wrong
        rows += section["rows"]
    if not 0 < len(rows) <= _ROWS:
        return f"the list has {len(rows)} of {_ROWS} rows"
    known = {"id": str, "title": str, "description": str}
    return _choices_fault(rows, known, {"id": 200, "title": 24, "description": 72})


def _choices_fault(
    choices: Iterable[Any], known: Mapping[str, type], longest: Mapping[str, int]
) -> str:
    seen: set[tuple[str, str]] = set()
    for choice in choices:
        wrong = shape(choice, known, ("id", "title"), "choice")
        for name, length in longest.items():
            wrong = wrong or text_fault(choice, name, length, "choice")
        if wrong:
            return wrong
        mine = {("id", choice["id"]), ("title", choice["title"])}
        if mine & seen:
            return "two choices are alike"
        seen |= mine
    return ""


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
