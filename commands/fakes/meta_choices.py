"""What Meta's public description allows in buttons and lists."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from commands.fakes.rules import shape, text_fault

_BODY: Final = 1024
_BUTTONS, _ROWS, _SECTIONS = 3, 10, 10


def interactive_fault(value: Mapping[str, Any]) -> str:
    """Returns what is wrong with buttons or a list and the text beside them."""
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
