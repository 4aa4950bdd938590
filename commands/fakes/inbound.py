"""Somebody writes to us through the fake provider: kept on its shelf, and posted to our webhook."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from commands.fakes.posting import meta_batch, our_url, post_form, post_json, post_plain
from commands.fakes.world import Medium, Message, World, new_sid
from kernel.ids import new_token, random_bytes

LINE: Final = "+15550190"


@dataclass(frozen=True)
class Written:
    """Holds what somebody wrote, and through whom; `media` are pairs of type and content."""

    provider: str
    sender: str
    text: str
    recipient: str = LINE
    media: tuple[tuple[str, bytes], ...] = ()
    extra: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> "Written":
        """Reads what `/control/inbound` was sent."""
        return cls(
            str(value.get("provider", "twilio")),
            str(value["from"]),
            str(value.get("text", "")),
            str(value.get("to", LINE)),
            tuple((one["type"], b64decode(one["content"])) for one in value.get("media", ())),
            tuple((str(name), str(said)) for name, said in value.get("extra", {}).items()),
        )


def receive(world: World, written: Written) -> tuple[Message, int]:
    """Takes what somebody wrote and posts it; status 0 is a webhook that was lost."""
    message = world.keep(_message(world, written))
    return message, _post(world, written, message)


def receive_parts(world: World, parts: Sequence[Written], *, backwards: bool) -> list[int]:
    """Takes several texts in their order and posts them in it, or the last one first."""
    kept = [(one, world.keep(_message(world, one))) for one in parts]
    return [_post(world, *one) for one in (reversed(kept) if backwards else kept)]


def _post(world: World, written: Written, message: Message) -> int:
    match written.provider:
        case "meta":
            batch = meta_batch(world, contacts=[_contact(message)], messages=[_meta(message)])
            return post_json(world, our_url(world, "/webhooks/meta/message"), batch)
        case "africastalking":
            secret = world.accounts.at_path_secret
            url = our_url(world, f"/webhooks/africastalking/{secret}/sms")
            return post_plain(world, url, _at_form(message))
    form = {**_twilio_form(world, message), **dict(written.extra)}
    return post_form(world, our_url(world, "/webhooks/twilio/message"), form)


def _message(world: World, written: Written) -> Message:
    sids = {
        "twilio": "MM" if written.media else "SM", "meta": "wamid.", "africastalking": "",
    }  # fmt: skip
    prefix = sids[written.provider]
    sid = f"{prefix}{new_token()}" if written.provider == "meta" else new_sid(prefix)
    number = str(int.from_bytes(random_bytes(7), "big"))
    media = [
        Medium(number if written.provider == "meta" else new_sid("ME"), kind, content)
        for kind, content in written.media
    ]
    on_whatsapp = written.sender.startswith("whatsapp:") and ":" not in written.recipient
    recipient = f"whatsapp:{written.recipient}" if on_whatsapp else written.recipient
    return Message(
        written.provider, sid, "inbound", written.sender, recipient, written.text,
        world.clock.now(), "received", media=media,
    )  # fmt: skip


def _twilio_form(world: World, message: Message) -> dict[str, str]:
    account = world.accounts.account_sid
    form = {
        "MessageSid": message.sid, "SmsSid": message.sid, "SmsMessageSid": message.sid,
        "AccountSid": account, "From": message.sender, "To": message.recipient,
        "Body": message.body, "NumMedia": str(len(message.media)), "NumSegments": "1",
        "SmsStatus": "received", "ApiVersion": "2010-04-01",
    }  # fmt: skip
    for at, one in enumerate(message.media):
        place = f"/2010-04-01/Accounts/{account}/Messages/{message.sid}/Media/{one.sid}"
        form[f"MediaUrl{at}"] = f"https://api.twilio.com{place}"
        form[f"MediaContentType{at}"] = one.content_type
    return form


def _contact(message: Message) -> dict[str, Any]:
    who = message.sender.removeprefix("whatsapp:")
    known = {"wa_id": who.removeprefix("+")} if who.startswith("+") else {"user_id": who}
    return {"profile": {"name": "Somebody"}, **known}


def _meta(message: Message) -> dict[str, Any]:
    who = message.sender.removeprefix("whatsapp:")
    known = {"from": who.removeprefix("+")} if who.startswith("+") else {"from_user_id": who}
    told: dict[str, Any] = {
        **known, "id": message.sid, "timestamp": str(int(message.at.timestamp())),
    }  # fmt: skip
    if not message.media:
        return {**told, "type": "text", "text": {"body": message.body}}
    one = message.media[0]
    kind = one.content_type.partition("/")[0]
    held = {"id": one.sid, "mime_type": one.content_type, "sha256": "made up"}
    if message.body:
        held["caption"] = message.body
    return {**told, "type": kind, kind: held}


def _at_form(message: Message) -> dict[str, str]:
    return {
        "id": message.sid, "linkId": message.sid, "from": message.sender, "to": message.recipient,
        "text": message.body, "date": message.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "networkCode": "63902",
    }  # fmt: skip
