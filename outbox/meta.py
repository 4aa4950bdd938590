"""The carrier of Meta's WhatsApp Cloud API: one JSON post a message."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import requests

from kernel.settings import Settings, read_pairs
from kernel.vocabulary import Address, Channel
from outbox.carrier import Accepted, MaybeSent, Outcome, Rejected
from outbox.choices import Look, list_label, look_of
from outbox.errors import What, what_to_do
from outbox.model import Outgoing
from outbox.network import (
    TIMEOUT_SECONDS,
    TOO_MANY,
    is_unsure,
    is_yes,
    judged,
    read_json,
    wait_asked,
)

PROVIDER: Final = "meta"
VERSION: Final = "v23.0"
ADDRESS: Final = "https://graph.facebook.com"


@dataclass(frozen=True)
class MetaCarrier:
    """Sends through the messages of one business number, which have no idempotency key."""

    url: str
    token: str
    templates: Mapping[str, str]
    timeout: float = TIMEOUT_SECONDS
    repeatable: bool = False

    @classmethod
    def of(cls, settings: Settings, timeout: float = TIMEOUT_SECONDS) -> "MetaCarrier":
        """Builds the carrier from settings."""
        base = (settings.meta_api_url or ADDRESS).rstrip("/")
        token = settings.meta_access_token
        return cls(
            f"{base}/{VERSION}/{settings.meta_phone_number_id}/messages",
            token.get_secret_value() if token else "",
            read_pairs(settings.meta_templates),
            timeout,
        )

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Hands one message over; a time-out or a broken answer means that nobody knows."""
        del seconds_left
        if outgoing.address.channel is not Channel.WHATSAPP:
            return Rejected("not_whatsapp", What.PAGE_OPERATOR)
        content = self._content(outgoing)
        if content is None:
            return Rejected("no_template", What.NEEDS_TEMPLATE)
        message = {
            "messaging_product": "whatsapp", "recipient_type": "individual",
            **_recipient(outgoing.address), **content, "biz_opaque_callback_data": str(outgoing.id),
        }  # fmt: skip
        try:
            response = requests.post(
                self.url,
                json=message,
                headers={"Authorization": f"Bearer {self.token}"},
                timeout=self.timeout,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            return judged(error)
        return _outcome(response)

    def _content(self, outgoing: Outgoing) -> dict[str, Any] | None:
        if outgoing.template:
            name, _, code = self.templates.get(outgoing.template, "").partition("/")
            language = {"code": code or outgoing.template}
            template = {"name": name, "language": language}
            return {"type": "template", "template": template} if name else None
        action = _action(outgoing)
        if action is None:
            text = {"body": outgoing.text, "preview_url": False}
            return {"type": "text", "text": text}
        kind = "list" if "sections" in action else "button"
        interactive = {"type": kind, "body": {"text": outgoing.text}, "action": action}
        return {"type": "interactive", "interactive": interactive}


def _recipient(address: Address) -> dict[str, str]:
    # A person without a number is named by her business-scoped id, which goes into its own field.
    return {"to" if address.id.startswith("+") else "recipient": address.id}


def _action(outgoing: Outgoing) -> dict[str, Any] | None:
    choices = [{"id": payload, "title": title} for payload, title in outgoing.buttons]
    match look_of(outgoing.text, outgoing.buttons):
        case Look.BUTTONS:
            return {"buttons": [{"type": "reply", "reply": choice} for choice in choices]}
        case Look.LIST:
            return {"button": list_label(outgoing.buttons), "sections": [{"rows": choices}]}
    return None


def _outcome(response: requests.Response) -> Outcome:
    status, told = response.status_code, read_json(response)
    if is_yes(status):
        found = _message_id(told)
        return Accepted(found) if found else MaybeSent("garbled")
    error = (told or {}).get("error")
    code = error.get("code") if isinstance(error, dict) else None
    known = code if isinstance(code, int) else None
    if is_unsure(status):
        return MaybeSent(str(known or status))
    what = What.SLOW_DOWN if status == TOO_MANY else what_to_do(known, PROVIDER)
    return Rejected(str(known if known is not None else status), what, wait_asked(response.headers))


def _message_id(told: dict[str, Any] | None) -> str:
    messages = (told or {}).get("messages")
    first = messages[0] if isinstance(messages, list) and messages else None
    return str(first.get("id") or "") if isinstance(first, dict) else ""
