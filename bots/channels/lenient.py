"""Reads JSON of any shape: what is missing or of another kind is simply not there."""

import json
from collections.abc import Mapping
from typing import Any

Node = Mapping[str, Any]


def read_object(raw: bytes) -> Node:
    """Returns a body's JSON object, or an empty one."""
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def inside(node: Node, name: str) -> Node:
    """Returns the object of a name, or an empty one."""
    found = node.get(name)
    return found if isinstance(found, dict) else {}


def each(node: Node, name: str) -> tuple[Node, ...]:
    """Returns the objects of a list."""
    found = node.get(name)
    return tuple(one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def text(node: Node, name: str) -> str:
    """Returns the text of a name; numbers are written out, halves of letters replaced."""
    found = node.get(name)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    # JSON can hold half a surrogate pair, which no database and no cipher takes.
    return str(found).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
