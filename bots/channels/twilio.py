"""Twilio's webhooks: verify the signature over the configured address, then shape the form."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import parse_qs, urlsplit

from twilio.request_validator import RequestValidator
from werkzeug.datastructures import Headers, MultiDict

from kernel.ids import same
from kernel.settings import Settings
from kernel.vocabulary import Address, Inbound

PROVIDER: Final = "twilio"
SIGNATURE_HEADER: Final = "X-Twilio-Signature"
_BSUID = re.compile(r"[A-Z]{2}\.(?:[A-Za-z0-9]+\.)?[A-Za-z0-9]{1,128}")
_BODY_HASH = "bodySHA256"
_MOST_MEDIA = 10


@dataclass(frozen=True)
class Trust:
    """Holds what a signature is checked against: our own public address and the live tokens."""

    public_url: str
    tokens: tuple[str, ...]

    @classmethod
    def of(cls, settings: Settings, practice_token: str | None) -> "Trust":
        """Takes the practice token in a practice database, else the settings' one or two."""
        if practice_token is not None:
            return cls(settings.public_url, (practice_token,))
        given = (settings.twilio_auth_token, settings.twilio_auth_token_next)
        return cls(settings.public_url, tuple(t.get_secret_value() for t in given if t))


@dataclass(frozen=True)
class Refused:
    """Says that a request is not the provider's: one constant answer, whatever was wrong."""


@dataclass(frozen=True)
class Unusable:
    """Says that a signed request names no sender or no message: nothing can be done with it."""


@dataclass(frozen=True)
class StatusEvent:
    """Holds one status callback: our id (from the query string), the provider's, and the news."""

    our_id: str
    provider_id: str
    status: str
    error_code: str | None
    recipient: Address | None


def verify_and_parse(
    path_query: str,
    headers: Headers,
    form: MultiDict[str, str],
    raw: bytes,
    trust: Trust,
    now: datetime,
) -> Inbound | Refused | Unusable:
    """Returns the message of a signed webhook; geography and profile names are left behind."""
    if not is_signed(path_query, headers, form, raw, trust):
        return Refused()
    sender = _sender(form)
    message_id = form.get("MessageSid") or form.get("SmsMessageSid") or form.get("SmsSid")
    if sender is None or not message_id:
        return Unusable()
    return Inbound(
        provider=PROVIDER,
        message_id=message_id,
        sender=sender,
        recipient=Address.parse(form.get("To", "")),
        text=form.get("Body", ""),
        at=now,
        media=_count(form.get("NumMedia", "0")),
        location=_location(form),
        media_at=_media_at(form),
        opt_out=form.get("OptOutType", "").upper() or None,
        button=form.get("ButtonPayload") or form.get("ListId") or form.get("ButtonText") or None,
    )


def verify_status(
    path_query: str,
    headers: Headers,
    form: MultiDict[str, str],
    raw: bytes,
    trust: Trust,
) -> StatusEvent | Refused:
    """Returns the news of a signed status callback."""
    if not is_signed(path_query, headers, form, raw, trust):
        return Refused()
    ours = parse_qs(urlsplit(path_query).query).get("m", [""])[0]
    provider_id = form.get("MessageSid") or form.get("SmsSid") or ""
    status = form.get("MessageStatus") or form.get("SmsStatus") or ""
    to = form.get("To", "")
    recipient = Address.parse(to) if to else None
    return StatusEvent(ours, provider_id, status, form.get("ErrorCode") or None, recipient)


def is_signed(
    path_query: str,
    headers: Headers,
    form: MultiDict[str, str],
    raw: bytes,
    trust: Trust,
) -> bool:
    """Says whether one of the live tokens signed exactly this request to our public address."""
    signature = headers.get(SIGNATURE_HEADER) or ""
    url = trust.public_url.rstrip("/") + path_query
    params = _signed_part(path_query, form, raw)
    if not signature or params is None:
        return False
    return _any_token(trust.tokens, url, params, signature)


def sign(token: str, url: str, form: Mapping[str, str]) -> str:
    """Signs a form as the provider would; the practice phone posts like everyone else."""
    signature: str = RequestValidator(token).compute_signature(url, form)
    return signature


def _signed_part(
    path_query: str, form: MultiDict[str, str], raw: bytes
) -> MultiDict[str, str] | str | None:
    if form:
        return form
    # A body that is no form is covered by the signature only through its hash in the address:
    # the validator checks that hash only when it is handed the body as text.
    if _BODY_HASH not in parse_qs(urlsplit(path_query).query):
        return None if raw else form
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None


def _any_token(
    tokens: Iterable[str], url: str, params: MultiDict[str, str] | str, signature: str
) -> bool:
    return any(_is_signed_by(RequestValidator(token), url, params, signature) for token in tokens)


def _is_signed_by(
    validator: RequestValidator, url: str, params: MultiDict[str, str] | str, signature: str
) -> bool:
    # A form signed for exactly our address needs one sum; the library always makes two, to allow
    # for ports, and a body that is no form is wholly its own to judge.
    if isinstance(params, MultiDict) and _BODY_HASH not in url:
        exactly = validator.compute_signature(url, params).encode()
        if same(exactly, signature.encode()):
            return True
    return bool(validator.validate(url, params, signature))


def _sender(form: MultiDict[str, str]) -> Address | None:
    written = (form.get("From") or form.get("ExternalUserId") or "").strip()
    if not written:
        return None
    # A username may come without its scheme; it is no telephone number.
    if ":" not in written and _BSUID.fullmatch(written):
        return Address("whatsapp", written)
    return Address.parse(written)


def _location(form: MultiDict[str, str]) -> str:
    latitude, longitude = form.get("Latitude", ""), form.get("Longitude", "")
    return f"{latitude}, {longitude}" if latitude and longitude else ""


def _media_at(form: MultiDict[str, str]) -> tuple[str, ...]:
    count = _count(form.get("NumMedia", "0"))
    return tuple(url for number in range(count) if (url := form.get(f"MediaUrl{number}")))


def _count(written: str) -> int:
    return min(int(written), _MOST_MEDIA) if written.isascii() and written.isdecimal() else 0
