"""Payloads as Twilio, Meta and Africa's Talking send them, of our own making."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from werkzeug.datastructures import Headers, MultiDict

from bots.channels.interface import Asked

Json = dict[str, Any]
TWILIO = {
    "MessageSid": "SM" + "0" * 32,
    "From": "+15550100",
    "To": "+15550190",
    "Body": "jacaranda ",
    "NumMedia": "0",
    "FromCity": "",
    "FromCountry": "US",
    "ProfileName": "Her Name",
}
LINE: Json = {"display_phone_number": "15550190", "phone_number_id": "106540352242922"}


def batch(*values: Json) -> Json:
    """Wrap changes as one webhook holds them."""
    changes = [{"field": "messages", "value": one} for one in values]
    return {"object": "whatsapp_business_account", "entry": [{"id": "9", "changes": changes}]}


def change(*messages: Json, contacts: list[Json] | None = None, **more: object) -> Json:
    """Fill in one change with messages, or with whatever else is given."""
    value: Json = {"messaging_product": "whatsapp", "metadata": LINE}
    if messages:
        known = [{"profile": {"name": "Her Name"}, "wa_id": "15550100"}]
        value |= {"contacts": known if contacts is None else contacts, "messages": list(messages)}
    return value | more


def said(at: datetime | int, number: int = 1, part: Json | None = None) -> Json:
    """Fill in one message; a text unless another part is given."""
    seconds = at if isinstance(at, int) else int(at.timestamp())
    message = {"from": "15550100", "id": f"wamid.{number:04d}", "timestamp": str(seconds)}
    return message | (part or text("jacaranda"))


def text(body: str) -> Json:
    """Fill in the part of a text."""
    return {"type": "text", "text": {"body": body}}


def form(road: str, came_from: str = "127.0.0.1", **fields: str) -> Asked:
    """Ask for a road of Africa's Talking with a form."""
    target = f"/webhooks/africastalking/{road}"
    return Asked("POST", road, target, Headers(), MultiDict(), MultiDict(fields), b"", came_from)
