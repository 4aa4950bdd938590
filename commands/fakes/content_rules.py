"""What Twilio's public description allows in a form of content."""

from collections.abc import Mapping
from typing import Any, Final

from commands.fakes.rules import shape, text_fault

_QUICK: Final = "QUICK_REPLY"
_CONTENT: Final[Mapping[str, type]] = {
    "friendly_name": str, "language": str, "variables": dict, "types": dict,
}  # fmt: skip
_REPLY: Final[Mapping[str, type]] = {"type": str, "title": str, "id": str}
_ITEM: Final[Mapping[str, type]] = {"item": str, "id": str, "description": str}


def content_fault(content: Mapping[str, Any] | None) -> str:
    """Returns what is wrong with a form of content that shall be made."""
    wrong = shape(content, _CONTENT, ("language", "types"), "content")
    if wrong or content is None:
        return wrong
    if len(content["types"]) != 1:
        return "content.types has to name one type"
    ((name, value),) = content["types"].items()
    match name:
        case "twilio/quick-reply":
            return _quick_reply_fault(value)
        case "twilio/list-picker":
            return _list_fault(value)
        case "twilio/text":
            return shape(value, {"body": str}, ("body",), name)
    return f"content.types.{name} is not in the description"


def _quick_reply_fault(value: Any) -> str:  # noqa: ANN401 - whatever was sent
    wrong = shape(value, {"body": str, "actions": list}, ("body", "actions"), "quick-reply")
    if wrong:
        return wrong
    if not 0 < len(value["actions"]) <= 3:  # noqa: PLR2004 - buttons in a session
        return f"quick-reply.actions has {len(value['actions'])} of 3"
    if any(not isinstance(one, dict) or one.get("type") != _QUICK for one in value["actions"]):
        return f"quick-reply.actions.type has to be {_QUICK}"
    parts = ((one, _REPLY, "title", 20) for one in value["actions"])
    return text_fault(value, "body", 1024, "quick-reply") or _parts_fault(parts)


def _list_fault(value: Any) -> str:  # noqa: ANN401 - whatever was sent
    known = {"body": str, "button": str, "items": list}
    wrong = shape(value, known, known, "list-picker")
    if wrong:
        return wrong
    if not 0 < len(value["items"]) <= 10:  # noqa: PLR2004 - items of a list
        return f"list-picker.items has {len(value['items'])} of 10"
    parts = ((one, _ITEM, "item", 24) for one in value["items"])
    return (
        text_fault(value, "body", 1024, "list-picker")
        or text_fault(value, "button", 20, "list-picker")
        or _parts_fault(parts)
    )


def _parts_fault(parts: Any) -> str:  # noqa: ANN401 - each a value, its names, its title, a length
    seen: set[str] = set()
    for value, known, title, longest in parts:
        wrong = shape(value, known, (title, "id"), "choice")
        wrong = wrong or text_fault(value, title, longest, "choice")
        wrong = wrong or text_fault(value, "id", 200, "choice")
        wrong = wrong or text_fault(value, "description", 72, "choice")
        wrong = wrong or ("two choices are alike" if value[title] in seen else "")
        if wrong:
            return str(wrong)
        seen.add(value[title])
    return ""
