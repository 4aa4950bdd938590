"""What the fake provider posts to us: signed webhooks with messages, and news of what was sent."""

import base64
import hmac
import json
from collections.abc import Mapping
from hashlib import sha1, sha256
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import requests

from commands.fakes.world import News, World

FORM: Final = "application/x-www-form-urlencoded"
_AT_NEWS: Final = {"sent": "Sent", "delivered": "Success", "failed": "Failed"}
_PATIENCE: Final = 15.0


def twilio_signature(token: str, url: str, form: Mapping[str, str]) -> str:
    """Signs a form as Twilio's public description says."""
    signed = url + "".join(name + form[name] for name in sorted(form))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), sha1).digest()).decode()


def meta_signature(secret: str, raw: bytes) -> str:
    """Signs a body as Meta's public description says."""
    return "sha256=" + hmac.new(secret.encode(), raw, sha256).hexdigest()


def post_form(world: World, url: str, form: Mapping[str, str]) -> int:
    """Posts a signed form; the signature is over the address we are known by."""
    signature = twilio_signature(world.accounts.auth_token, url, form)
    headers = {"Content-Type": FORM, "X-Twilio-Signature": signature}
    return _post(world, url, headers, urlencode(form).encode())


def post_json(world: World, url: str, value: Mapping[str, Any]) -> int:
    """Posts a signed body in JSON."""
    raw = json.dumps(value).encode()
    headers = {
        "Content-Type": "application/json",
        "X-Hub-Signature-256": meta_signature(world.accounts.meta_app_secret, raw),
    }
    return _post(world, url, headers, raw)


def post_plain(world: World, url: str, form: Mapping[str, str]) -> int:
    """Posts a form that nobody signed, as Africa's Talking does."""
    return _post(world, url, {"Content-Type": FORM}, urlencode(form).encode())


def call_back(world: World) -> int:
    """Posts the news that waits, as the mischief of the moment orders it; returns how many."""
    waiting, world.waiting = world.waiting, []
    if world.mischief.callbacks == "reversed":
        waiting.reverse()
    done = 0
    for news in waiting:
        news.message.status, news.message.error_code = news.status, news.error_code
        for _ in range(max(world.mischief.times, 1)):
            done += _tell(world, news)
    return done


def our_url(world: World, path: str) -> str:
    """Returns where we are found, as the provider was told."""
    return (world.public_url or world.deliver_to).rstrip("/") + path


def _tell(world: World, news: News) -> int:
    if world.mischief.callbacks == "none":
        return 0
    message = news.message
    match message.provider:
        case "twilio" if "StatusCallback" in message.fields:
            _tell_twilio(world, news, message.fields["StatusCallback"])
        case "meta":
            post_json(world, our_url(world, "/webhooks/meta/message"), _meta_news(world, news))
        case "africastalking":
            form = {
                "id": message.sid, "phoneNumber": message.recipient, "networkCode": "63902",
                "status": _AT_NEWS.get(news.status, "Failed"), "retryCount": "0",
            }  # fmt: skip
            if form["status"] == "Failed":
                form["failureReason"] = "DeliveryFailure"
            secret = world.accounts.at_path_secret
            post_plain(world, our_url(world, f"/webhooks/africastalking/{secret}/status"), form)
        case _:
            return 0
    return 1


def _tell_twilio(world: World, news: News, url: str) -> None:
    message = news.message
    form = {
        "MessageSid": message.sid, "SmsSid": message.sid, "MessageStatus": news.status,
        "SmsStatus": news.status, "To": message.recipient, "From": message.sender,
        "AccountSid": world.accounts.account_sid, "ApiVersion": "2010-04-01",
    }  # fmt: skip
    if news.error_code is not None:
        form["ErrorCode"] = str(news.error_code)
    post_form(world, url, form)


def _meta_news(world: World, news: News) -> dict[str, Any]:
    message = news.message
    status: dict[str, Any] = {
        "id": message.sid, "status": news.status, "recipient_id": message.recipient,
        "timestamp": str(int(message.at.timestamp())),
    }  # fmt: skip
    ours = message.fields.get("biz_opaque_callback_data")
    if ours:
        status["biz_opaque_callback_data"] = ours
    if news.error_code is not None:
        status["errors"] = [{"code": news.error_code, "title": "failed"}]
    return meta_batch(world, statuses=[status])


def meta_batch(world: World, **holding: object) -> dict[str, Any]:
    """Wraps messages or statuses as Meta delivers them."""
    line = {
        "display_phone_number": "15550190",
        "phone_number_id": world.accounts.meta_phone_number_id,
    }
    value = {"messaging_product": "whatsapp", "metadata": line, **holding}
    change = {"field": "messages", "value": value}
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": "102290129340398", "changes": [change]}],
    }


def _post(world: World, url: str, headers: Mapping[str, str], raw: bytes) -> int:
    if world.mischief.loses():
        world.lost.append(urlsplit(url).path)
        return 0
    status = (world.post or _post_for_real)(_delivered_at(world, url), headers, raw)
    world.posted.append((urlsplit(url).path, status))
    return status


def _delivered_at(world: World, url: str) -> str:
    if not world.deliver_to:
        return url
    parts = urlsplit(url)
    return world.deliver_to.rstrip("/") + parts.path + (f"?{parts.query}" if parts.query else "")


def _post_for_real(url: str, headers: Mapping[str, str], raw: bytes) -> int:
    try:
        found = requests.post(url, data=raw, headers=dict(headers), timeout=_PATIENCE)
    except requests.RequestException:
        return 0
    return found.status_code
