"""What Twilio still holds of our messages: listed page by page, fetched, deleted or emptied.

Plain requests: the provider's own library keeps what it asked and was told in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import requests

from kernel.settings import Settings
from kernel.vocabulary import Address, Inbound

PROVIDER: Final = "twilio"
_ADDRESS: Final = "https://api.twilio.com"
_ROOT: Final = "/2010-04-01/Accounts"
_TIMEOUT_SECONDS: Final = 20.0
_A_PAGE: Final = 1000
_GONE: Final = frozenset({204, 404})
_OK: Final = 200


class NotListed(Exception):
    """Says that the provider did not answer as it promises, and how."""


@dataclass(frozen=True)
class Listed:
    """Is one message as the provider lists it, in either direction."""

    id: str
    inbound: bool
    sender: str
    recipient: str
    text: str
    at: datetime
    status: str
    media: int
    service: str | None
    error_code: str | None


class TwilioArchive:
    """Speaks to Twilio's Messages resource about what is there already."""

    def __init__(self, settings: Settings, account: str, auth: tuple[str, str]) -> None:
        self._settings = settings
        self._base = (settings.twilio_api_url or _ADDRESS).rstrip("/")
        self._messages = f"{_ROOT}/{account}/Messages"
        self.is_complete = False
        self._asking = requests.Session()
        self._asking.trust_env = False
        self._asking.auth = auth

    @classmethod
    def of(cls, settings: Settings) -> "TwilioArchive | None":
        """Takes the account of the settings; None where there is none."""
        account, token = settings.twilio_account_sid, settings.twilio_auth_token
        key, secret = settings.twilio_api_key, settings.twilio_api_secret
        if account and key and secret:
            return cls(settings, account, (key, secret.get_secret_value()))
        if account and token:
            return cls(settings, account, (account, token.get_secret_value()))
        return None

    def messages(self, most_pages: int) -> Iterator[Listed]:
        """Lists what is there of our senders, newest first; at the end says if that was all."""
        self.is_complete = False
        path: str | None = f"{self._messages}.json?PageSize={_A_PAGE}"
        for _ in range(most_pages):
            if path is None:
                self.is_complete = True
                return
            page = self._get(path)
            for one in page["messages"]:
                found = _listed(one)
                if self._is_ours(found):
                    yield found
            path = page.get("next_page_uri")
        self.is_complete = path is None

    def inbound(self, one: Listed) -> Inbound:
        """Returns a listed message as its webhook would have brought it."""
        media = self._media(one.id) if one.media else ()
        return Inbound(
            PROVIDER,
            one.id,
            Address.parse(one.sender),
            Address.parse(one.recipient),
            one.text,
            one.at,
            media=len(media),
            media_at=tuple(url for url, _ in media),
            media_types=tuple(kind for _, kind in media),
            recovered=True,
        )

    def delete(self, message_id: str) -> bool:
        """Deletes a message with its media; where that is refused, empties it. Says if it went."""
        url = f"{self._base}{self._messages}/{message_id}.json"
        answer = self._asking.delete(url, timeout=_TIMEOUT_SECONDS, allow_redirects=False)
        if answer.status_code in _GONE:
            return True
        self._asking.post(url, data={"Body": ""}, timeout=_TIMEOUT_SECONDS, allow_redirects=False)
        return False

    def _media(self, message_id: str) -> tuple[tuple[str, str], ...]:
        told = self._get(f"{self._messages}/{message_id}/Media.json")
        # As the webhook writes it: where the interface really is, only fetching needs to know.
        place = f"{_ADDRESS}{self._messages}/{message_id}/Media"
        return tuple((f"{place}/{one['sid']}", one["content_type"]) for one in told["media_list"])

    def _get(self, path: str) -> dict[str, Any]:
        answer = self._asking.get(
            self._base + path, timeout=_TIMEOUT_SECONDS, allow_redirects=False
        )
        if answer.status_code != _OK:
            raise NotListed(str(answer.status_code))
        try:
            told: dict[str, Any] = answer.json()
        except ValueError as error:
            raise NotListed("garbled") from error
        return told

    def _is_ours(self, one: Listed) -> bool:
        """Says whether a message is of our own senders: an account may serve others too."""
        settings = self._settings
        numbers = {settings.twilio_sms_from, settings.twilio_whatsapp_from} - {None}
        service = settings.twilio_messaging_service_sid
        if service and one.service == service:
            return True
        return (one.recipient if one.inbound else one.sender) in numbers


def _listed(one: dict[str, Any]) -> Listed:
    try:
        at = parsedate_to_datetime(one.get("date_sent") or one["date_created"])
        code = one.get("error_code")
        return Listed(
            id=one["sid"],
            inbound=one["direction"] == "inbound",
            sender=one["from"] or "",
            recipient=one["to"] or "",
            text=one["body"] or "",
            at=at.astimezone(UTC),
            status=one["status"],
            media=int(one.get("num_media") or 0),
            service=one.get("messaging_service_sid"),
            error_code=None if code is None else str(code),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise NotListed("garbled") from error
