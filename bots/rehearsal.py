"""Texts as an invented person: a signed form through the webhook that everyone comes through."""

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


def text_as(app: Flask, sender: Address, text: str, *, button: str | None = None) -> int:
    """Posts one text and returns the webhook's status; the caller holds no transaction."""
    house: House = app.extensions["house"]
    token = house.keyring.practice_auth_token
    if token is None:
        raise NoRehearsal
    form = form_of(sender, text, button)
    url = house.settings.public_url.rstrip("/") + WEBHOOK
    headers = Headers({SIGNATURE_HEADER: sign(token, url, form)})
    builder = EnvironBuilder(path=WEBHOOK, method="POST", data=dict(form), headers=headers)
    try:
        _, status, _ = run_wsgi_app(app.wsgi_app, builder.get_environ(), buffered=True)
    finally:
        builder.close()
    return int(status.split()[0])


def form_of(sender: Address, text: str, button: str | None = None) -> dict[str, str]:
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
    if button is not None:
        form |= {"ButtonText": button, "ButtonPayload": button}
    return form
