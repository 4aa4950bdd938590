"""How a request is held against a provider's public description: plain checks of plain values."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

Check = Callable[[str], bool]

_E164: Final = re.compile(r"\+[1-9]\d{1,14}")
_USERNAME: Final = re.compile(r"[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}")
_SHORT: Final = re.compile(r"\d{3,8}|[A-Za-z][A-Za-z0-9 ]{2,10}")


@dataclass(frozen=True)
class Wrong:
    """Says what is wrong with a request: the provider's code, and words for whoever repairs it."""

    code: int
    words: str


def one_of(*allowed: str) -> Check:
    """Returns a check that takes the listed values only."""
    return lambda value: value in allowed


def matches(pattern: str) -> Check:
    """Returns a check that takes what a pattern describes, wholly."""
    compiled = re.compile(pattern)
    return lambda value: compiled.fullmatch(value) is not None


def at_most(length: int) -> Check:
    """Returns a check that takes something, up to a length."""
    return lambda value: 0 < len(value) <= length


def between(low: int, high: int) -> Check:
    """Returns a check that takes a whole number of a range."""
    return lambda value: value.isascii() and value.isdecimal() and low <= int(value) <= high


def is_number(value: str) -> bool:
    """Says whether this is a telephone number as E.164 writes it."""
    return _E164.fullmatch(value) is not None


def is_username(value: str) -> bool:
    """Says whether this is a business-scoped user id."""
    return _USERNAME.fullmatch(value) is not None


def is_sender_name(value: str) -> bool:
    """Says whether this is a short code or an alphanumeric sender."""
    return _SHORT.fullmatch(value) is not None


def is_address(value: str) -> bool:
    """Says whether this is a web address that a provider would call back."""
    parts = urlsplit(value)
    host = parts.hostname or ""
    return parts.scheme in {"http", "https"} and bool(host) and "_" not in host


def is_variables(value: str) -> bool:
    """Says whether this is JSON: an object of strings by number."""
    try:
        found = json.loads(value)
    except ValueError:
        return False
    return isinstance(found, dict) and all(
        name.isdecimal() and isinstance(text, str) and text for name, text in found.items()
    )


def unknown(names: Iterable[str], known: Iterable[str]) -> str | None:
    """Returns the first name that the description does not have."""
    return next((name for name in names if name not in set(known)), None)


def shape(value: object, known: Mapping[str, type], needed: Iterable[str], where: str) -> str:
    """Returns what is wrong with a JSON object, or nothing: its names, their types, the needed."""
    if not isinstance(value, dict):
        return f"{where} is no object"
    extra = unknown(value, known)
    if extra is not None:
        return f"{where}.{extra} is not in the description"
    for name in needed:
        if name not in value:
            return f"{where}.{name} is missing"
    for name, found in value.items():
        if not isinstance(found, known[name]) or (known[name] is int and isinstance(found, bool)):
            return f"{where}.{name} is no {known[name].__name__}"
    return ""


def text_fault(value: Mapping[str, Any], name: str, longest: int, where: str) -> str:
    """Returns what is wrong with a text of an object: nothing in it, or too much."""
    if name not in value:
        return ""
    length = len(value[name])
    return "" if 0 < length <= longest else f"{where}.{name} has {length} of {longest} characters"
