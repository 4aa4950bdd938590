"""Twilio's forms of buttons and lists: each is made once at the provider and filled in after."""

import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

import requests

from outbox.choices import Choice, Look, list_label, look_of
from outbox.forms import Forms, FormsInMemory
from outbox.network import is_yes, read_json

ADDRESS: Final = "https://content.twilio.com"
_PATH: Final = "/v1/Content"
_PATIENCE: Final = 5.0
_SULK_SECONDS: Final = 120.0


@dataclass
class Contents:
    """Makes and remembers forms; where none can be made, numbered text says the same."""

    url: str
    login: tuple[str, str]
    forms: Forms = field(default_factory=FormsInMemory)
    _making: threading.Lock = field(default_factory=threading.Lock)
    _not_before: float = 0.0

    def fields(self, text: str, choices: Sequence[Choice]) -> dict[str, str] | None:
        """Returns the fields that show a text with its choices, or None for the text alone."""
        content = form_of(text, choices)
        if content is None:
            return None
        sid = self._sid(content)
        if sid is None:
            return None
        values = [text, *(payload for payload, _ in choices)]
        filled = {str(at): value for at, value in enumerate(values, 1)}
        return {"content_sid": sid, "content_variables": json.dumps(filled)}

    def forget(self, text: str, choices: Sequence[Choice]) -> None:
        """Forgets a form that the provider no longer takes."""
        content = form_of(text, choices)
        if content is not None:
            self.forms.keep(shape_of(content), "")

    def _sid(self, content: dict[str, Any]) -> str | None:
        shape = shape_of(content)
        found = self.forms.find(shape)
        if found is not None or time.monotonic() < self._not_before:
            return found
        with self._making:
            found = self.forms.find(shape) or self._make(content)
            if found is None:
                # Nobody shall wait for buttons twice: the text goes alone for a while.
                self._not_before = time.monotonic() + _SULK_SECONDS
                return None
            self.forms.keep(shape, found)
        return found

    def _make(self, content: dict[str, Any]) -> str | None:
        try:
            response = requests.post(
                self.url.rstrip("/") + _PATH,
                json={"friendly_name": f"choices-{shape_of(content)[:12]}", **content},
                auth=self.login,
                timeout=_PATIENCE,
                allow_redirects=False,
            )
        except requests.RequestException:
            return None
        sid = (read_json(response) or {}).get("sid") if is_yes(response.status_code) else None
        return sid if isinstance(sid, str) and sid.startswith("HX") else None


def form_of(text: str, choices: Sequence[Choice]) -> dict[str, Any] | None:
    """Returns the form of some choices: their words; text and payloads are left to fill in."""
    titles = [(f"{{{{{at}}}}}", title) for at, (_, title) in enumerate(choices, 2)]
    match look_of(text, choices):
        case Look.BUTTONS:
            actions = [
                {"type": "QUICK_REPLY", "title": title, "id": place} for place, title in titles
            ]
            types = {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}
        case Look.LIST:
            items = [{"item": title, "id": place} for place, title in titles]
            label = list_label(choices)
            types = {"twilio/list-picker": {"body": "{{1}}", "button": label, "items": items}}
        case _:
            return None
    samples = {str(at): "1" for at in range(1, len(choices) + 2)}
    return {"language": "en", "variables": samples, "types": types}


def shape_of(content: dict[str, Any]) -> str:
    """Returns the name of a form: the same words, the same name."""
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
