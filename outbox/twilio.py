"""The Twilio carrier: one REST call a message, and an honest word about what became of it."""

import logging
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import requests
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from urllib3.exceptions import NewConnectionError

from kernel.settings import Settings
from kernel.vocabulary import Channel
from outbox.carrier import Accepted, MaybeSent, Outcome, Rejected
from outbox.errors import What, what_to_do
from outbox.model import Outgoing

_PROVIDER_ADDRESS: Final = "https://api.twilio.com"
_TIMEOUT_SECONDS: Final = 10.0
_LONGEST_VALIDITY: Final = 36000
_TOO_MANY: Final = 429
_REQUEST_TIMEOUT: Final = 408
_SERVER_FAULT: Final = 500
_THROTTLED: Final = "20429"

# At INFO this logger writes telephone numbers.
logging.getLogger("twilio.http_client").setLevel(logging.WARNING)


@dataclass(frozen=True)
class Sender:
    """Holds the account's own numbers and where news of a message shall be posted."""

    sms_from: str | None
    whatsapp_from: str | None
    messaging_service: str | None
    public_url: str

    def news_address(self, message_id: UUID) -> str:
        """Returns the status callback of a message; any call to it proves acceptance."""
        return f"{self.public_url.rstrip('/')}/webhooks/twilio/status?m={message_id}"

    def origin(self, channel: Channel) -> dict[str, str]:
        """Says which of our senders a channel uses; a channel never stands in for another."""
        if channel is Channel.WHATSAPP:
            return {"from_": self.whatsapp_from} if self.whatsapp_from else {}
        if self.messaging_service:
            return {"messaging_service_sid": self.messaging_service}
        return {"from_": self.sms_from} if self.sms_from else {}


class TwilioCarrier:
    """Sends through Twilio's Messages resource, which has no idempotency key."""

    repeatable = False

    def __init__(self, client: Client, sender: Sender) -> None:
        self._client = client
        self._sender = sender

    @classmethod
    def of(cls, settings: Settings, timeout: float = _TIMEOUT_SECONDS) -> "TwilioCarrier":
        """Builds the carrier from settings; the API key is preferred to the account's token."""
        sid, token = settings.twilio_account_sid, settings.twilio_auth_token
        key, secret = settings.twilio_api_key, settings.twilio_api_secret
        password = secret if key and secret else token
        client = Client(
            key if key and secret else sid,
            password.get_secret_value() if password else None,
            account_sid=sid,
            http_client=_Http(settings.twilio_api_url, timeout),
        )
        sender = Sender(
            settings.twilio_sms_from, settings.twilio_whatsapp_from,
            settings.twilio_messaging_service_sid, settings.public_url,
        )  # fmt: skip
        return cls(client, sender)

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Hands one message over; a time-out or a broken answer means that nobody knows."""
        origin = self._sender.origin(outgoing.address.channel)
        if not origin:
            return Rejected("no_sender", What.PAGE_OPERATOR)
        try:
            message = self._client.messages.create(
                to=str(outgoing.address),
                body=outgoing.text,
                status_callback=self._sender.news_address(outgoing.id),
                validity_period=max(1, min(int(seconds_left), _LONGEST_VALIDITY)),
                **origin,
            )
        except (TwilioRestException, TwilioServiceException) as error:
            return _judged(error.status, error.code)
        except requests.RequestException as error:
            return _judged_network(error)
        except (TwilioException, ValueError, TypeError, KeyError):
            return MaybeSent("garbled")
        return Accepted(str(message.sid))


class _Http(TwilioHttpClient):  # type: ignore[misc]  # the library carries no types
    """Adds a time-out, another base address, and forgetfulness to the library's client."""

    def __init__(self, api_url: str | None, timeout: float) -> None:
        super().__init__(timeout=timeout)
        self._api_url = (api_url or _PROVIDER_ADDRESS).rstrip("/")

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:  # noqa: ANN401
        """Sends one request and keeps neither it nor its answer in memory."""
        there = self._api_url + url.removeprefix(_PROVIDER_ADDRESS)
        try:
            return super().request(method, there, *args, **kwargs)
        finally:
            self._test_only_last_request = None
            self._test_only_last_response = None


def _judged(status: int, code: int | None) -> Outcome:
    written = str(code or status)
    if status == _TOO_MANY:
        return Rejected(str(code or _THROTTLED), What.SLOW_DOWN)
    if status >= _SERVER_FAULT or status == _REQUEST_TIMEOUT:
        return MaybeSent(written)
    return Rejected(written, what_to_do(code))


def _judged_network(error: requests.RequestException) -> Outcome:
    # Only a connection that was never made proves that nothing left.
    if isinstance(error, requests.ConnectTimeout) or _never_connected(error):
        return Rejected("no_connection", What.RETRY)
    return MaybeSent(type(error).__name__[:12])


def _never_connected(error: requests.RequestException) -> bool:
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)
