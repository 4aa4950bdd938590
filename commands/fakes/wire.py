"""What goes over the wire between us and the fake provider: one request, one answer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl


class Manner(StrEnum):
    """Names how an answer is given."""

    PLAIN = "plain"
    RESET = "reset"
    HANG = "hang"


@dataclass(frozen=True)
class Request:
    """Holds one request as it came; the names of its headers are in small letters."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    raw: bytes
    base: str = ""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Returns the fields of a form, in their order, repeats included."""
        return parse_qsl(self.raw.decode(errors="replace"), keep_blank_values=True)

    @property
    def asked_for(self) -> dict[str, str]:
        """Returns the fields of the query."""
        return dict(parse_qsl(self.query, keep_blank_values=True))

    @property
    def is_form(self) -> bool:
        """Says whether the body calls itself a form."""
        return self.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")

    def read_json(self) -> dict[str, Any] | None:
        """Returns the body as a JSON object, or None if it is none."""
        if not self.headers.get("content-type", "").startswith("application/json"):
            return None
        try:
            found = json.loads(self.raw)
        except ValueError:
            return None
        return found if isinstance(found, dict) else None


@dataclass(frozen=True)
class Answer:
    """Holds what is answered, and how."""

    status: int
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    manner: Manner = Manner.PLAIN


def said(status: int, value: object, **headers: str) -> Answer:
    """Returns an answer in JSON."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(status, json.dumps(value).encode(), headers=named)
