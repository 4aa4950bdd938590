"""Where each provider keeps media, how they are asked for, and how they are deleted there."""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import requests

from kernel.settings import Settings
from outbox.meta import VERSION
from pathway.getting import Allowed, Got, Later, Never, get, origin_of

TWILIO: Final = "https://api.twilio.com"
META: Final = "https://graph.facebook.com"
META_SCHEME: Final = "meta:"
_HOSTS: Final = frozenset(
    {
        "api.twilio.com", "media.twiliocdn.com", "mms.twiliocdn.com", "s3-external-1.amazonaws.com",
        "graph.facebook.com", "lookaside.fbsbx.com",
    }
)  # fmt: skip
_MEGABYTE: Final = 1024 * 1024
_TIMEOUT_SECONDS: Final = 20.0
_DONE: Final = frozenset({200, 204, 404, 410})


@dataclass(frozen=True)
class Sources:
    """Knows the accounts of the settings and asks each provider in its own way."""

    settings: Settings

    @property
    def allowed(self) -> Allowed:
        """Returns where files may come from; addresses of the settings count as the provider's."""
        settings = self.settings
        more = {one.strip().lower() for one in settings.media_hosts.split(",") if one.strip()}
        given = [one for one in (settings.twilio_api_url, settings.meta_api_url) if one]
        ours = {origin_of(one) for one in given}
        return Allowed(_HOSTS | more, frozenset(ours), settings.media_megabytes * _MEGABYTE)

    def fetch(self, provider: str, address: str) -> Got | Later | Never:
        """Fetches one piece from its provider."""
        if address.startswith(META_SCHEME):
            return self._fetch_meta(address)
        if provider != "twilio":
            return get(address, {}, self.allowed)
        url = self._twilio_url(address)
        if url is None:
            return get(address, {}, self.allowed)
        return get(url, self._twilio_headers(), self.allowed)

    def delete(self, provider: str, address: str) -> bool:
        """Deletes one piece at its provider; says whether it is gone from there."""
        if address.startswith(META_SCHEME):
            return _delete(self._meta_url(address), self._meta_headers())
        url = self._twilio_url(address) if provider == "twilio" else None
        return url is not None and _delete(url, self._twilio_headers())

    def _fetch_meta(self, address: str) -> Got | Later | Never:
        if not self._meta_headers():
            return Later("no_account")
        told = get(self._meta_url(address), self._meta_headers(), self.allowed)
        if not isinstance(told, Got):
            return told
        try:
            url = str(json.loads(told.content)["url"])
        except (ValueError, KeyError, TypeError):
            return Later("garbled")
        return get(url, self._meta_headers(), self.allowed)

    def _twilio_url(self, address: str) -> str | None:
        """Returns an address of Twilio's interface as the settings reach it; None for any other."""
        if not address.startswith(f"{TWILIO}/"):
            base = (self.settings.twilio_api_url or TWILIO).rstrip("/")
            return address if address.startswith(f"{base}/") else None
        return (self.settings.twilio_api_url or TWILIO).rstrip("/") + address.removeprefix(TWILIO)

    def _twilio_headers(self) -> Mapping[str, str]:
        settings = self.settings
        name, secret = settings.twilio_api_key, settings.twilio_api_secret
        if not (name and secret):
            name, secret = settings.twilio_account_sid, settings.twilio_auth_token
        if not (name and secret):
            return {}
        pair = b64encode(f"{name}:{secret.get_secret_value()}".encode()).decode()
        return {"Authorization": f"Basic {pair}"}

    def _meta_url(self, address: str) -> str:
        base = (self.settings.meta_api_url or META).rstrip("/")
        return f"{base}/{VERSION}/{address.removeprefix(META_SCHEME)}"

    def _meta_headers(self) -> Mapping[str, str]:
        token = self.settings.meta_access_token
        return {"Authorization": f"Bearer {token.get_secret_value()}"} if token else {}


def _delete(url: str, headers: Mapping[str, str]) -> bool:
    with requests.Session() as asking:
        asking.trust_env = False
        try:
            answer = asking.delete(
                url, headers=dict(headers), timeout=_TIMEOUT_SECONDS, allow_redirects=False
            )
        except requests.RequestException:
            return False
    return answer.status_code in _DONE
