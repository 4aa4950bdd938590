"""Texts as an invented person: real requests through the webhooks that everyone comes through."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder, run_wsgi_app

from bots.channels.twilio import SIGNATURE_HEADER, sign
from kernel.ids import new_id
from kernel.vocabulary import Address, Channel
from outbox.practice import LINE_SMS, LINE_WHATSAPP
from pathway.desk import House

WEBHOOK = "/webhooks/twilio/message"


class NoRehearsal(Exception):
    """Says that this is no practice database: nobody can pretend to be a person here."""


@dataclass(frozen=True)
class Tapped:
    """Holds a choice that was tapped: what the line called it, what stood on it, and where."""

    payload: str
    title: str
    in_list: bool = False


def text_as(app: Flask, sender: Address, text: str, *, tapped: Tapped | None = None) -> int:
    """Posts one text and returns the webhook's status; the caller holds no transaction."""
    token = token_of(app)
    form = form_of(sender, text, tapped)
    house: House = app.extensions["house"]
    url = house.settings.public_url.rstrip("/") + WEBHOOK
    status, _ = post(app, WEBHOOK, form, Headers({SIGNATURE_HEADER: sign(token, url, form)}))
    return status


def token_of(app: Flask) -> str:
    """Returns what the practice city's made-up providers sign with."""
    house: House = app.extensions["house"]
    token = house.keyring.practice_auth_token
    if token is None:
        raise NoRehearsal
    return token


def post(
    app: Flask, path: str, form: Mapping[str, str], headers: Headers | None = None
) -> tuple[int, str]:
    """Posts a form to the application as a server would, and returns status and body."""
    builder = EnvironBuilder(path=path, method="POST", data=dict(form), headers=headers)
    try:
        body, status, _ = run_wsgi_app(app.wsgi_app, builder.get_environ(), buffered=True)
    finally:
        builder.close()
    return int(status.split()[0]), b"".join(body).decode()


def form_of(sender: Address, text: str, tapped: Tapped | None = None) -> dict[str, str]:
    """Fills in the provider's form as it would for this text."""
    on_whatsapp = sender.channel is Channel.WHATSAPP
    message_id = f"SM{new_id().hex}"
    form = {
        "MessageSid": message_id,
        "SmsMessageSid": message_id,
        "From": str(sender),
        "To": LINE_WHATSAPP if on_whatsapp else LINE_SMS,
        "Body": text,
        "NumMedia": "0",
        "ApiVersion": "2010-04-01",
    }
    if on_whatsapp and not sender.id.startswith("+"):
        form["ExternalUserId"] = str(sender)
    return form if tapped is None else form | _tap(tapped)


def _tap(tapped: Tapped) -> dict[str, str]:
    if tapped.in_list:
        return {"Body": tapped.title, "ListId": tapped.payload, "ListTitle": tapped.title}
    return {
        "Body": tapped.title,
        "ButtonPayload": tapped.payload,
        "ButtonText": tapped.title,
        "MessageType": "button",
    }
