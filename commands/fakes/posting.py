"""What the fake provider posts to us: signed webhooks with messages, and news of what was sent."""

import base64
import hmac
import json
from collections.abc import Mapping
from hashlib import sha1, sha256
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import requests

from commands.fakes.world import World

FORM: Final = "application/x-www-form-urlencoded"
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


def our_url(world: World, path: str) -> str:
    """Returns where we are found, as the provider was told."""
    return (world.public_url or world.deliver_to).rstrip("/") + path


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
