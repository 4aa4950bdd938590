"""The Twilio carrier: one REST call a message, and an honest word about what became of it."""

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import requests
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from kernel.settings import Settings, read_pairs
from kernel.vocabulary import Channel
from outbox.carrier import Accepted, MaybeSent, Outcome, Rejected
from outbox.errors import What, what_to_do
from outbox.forms import Forms, FormsInMemory
from outbox.model import Outgoing
from outbox.network import TIMEOUT_SECONDS, TOO_MANY, is_unsure, judged, wait_asked
from outbox.twilio_content import ADDRESS, Contents

_PROVIDER_ADDRESS: Final = "https://api.twilio.com"
_LONGEST_VALIDITY: Final = 36000
_THROTTLED: Final = "20429"
# What these refuse is the form of the buttons, before anything left: the text can still go alone.
_FORM_REFUSED: Final = frozenset({"21655", "21656", "21658", "63005", "63013", "63021", "63028"})

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


@dataclass(frozen=True)
class TwilioCarrier:
    """Sends through Twilio's Messages resource, which has no idempotency key."""

    client: Client
    http: "_Http"
    sender: Sender
    contents: Contents
    templates: Mapping[str, str] = field(default_factory=dict)
    repeatable: bool = False

    @classmethod
    def of(
        cls, settings: Settings, timeout: float = TIMEOUT_SECONDS, forms: Forms | None = None
    ) -> "TwilioCarrier":
        """Builds the carrier from settings; the API key is preferred to the account's token."""
        sid, token = settings.twilio_account_sid, settings.twilio_auth_token
        key, secret = settings.twilio_api_key, settings.twilio_api_secret
        password = secret if key and secret else token
        login = (
            key if key and secret else sid or "",
            password.get_secret_value() if password else "",
        )
        http = _Http(settings.twilio_api_url, timeout)
        client = Client(*login, account_sid=sid, http_client=http)
        sender = Sender(
            settings.twilio_sms_from, settings.twilio_whatsapp_from,
            settings.twilio_messaging_service_sid, settings.public_url,
        )  # fmt: skip
        contents = Contents(settings.twilio_api_url or ADDRESS, login, forms or FormsInMemory())
        templates = read_pairs(settings.twilio_templates)
        return cls(client, http, sender, contents, templates)

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Hands one message over; a time-out or a broken answer means that nobody knows."""
        if not self.sender.origin(outgoing.address.channel):
            return Rejected("no_sender", What.PAGE_OPERATOR)
        if outgoing.template:
            sid = self.templates.get(outgoing.template)
            if sid is None:
                return Rejected("no_template", What.NEEDS_TEMPLATE)
            return self._create(outgoing, seconds_left, content_sid=sid)
        shown = self._with_buttons(outgoing, seconds_left)
        return shown or self._create(outgoing, seconds_left, body=outgoing.text)

    def _with_buttons(self, outgoing: Outgoing, seconds_left: float) -> Outcome | None:
        if not outgoing.buttons or outgoing.address.channel is not Channel.WHATSAPP:
            return None
        fields = self.contents.fields(outgoing.text, outgoing.buttons)
        if fields is None:
            return None
        outcome = self._create(outgoing, seconds_left, **fields)
        if isinstance(outcome, Rejected) and outcome.code in _FORM_REFUSED:
            self.contents.forget(outgoing.text, outgoing.buttons)
            return None
        return outcome

    def _create(self, outgoing: Outgoing, seconds_left: float, **content: str) -> Outcome:
        try:
            message = self.client.messages.create(
                to=str(outgoing.address),
                status_callback=self.sender.news_address(outgoing.id),
                validity_period=max(1, min(int(seconds_left), _LONGEST_VALIDITY)),
                **self.sender.origin(outgoing.address.channel),
                **content,
            )
        except (TwilioRestException, TwilioServiceException) as error:
            return _judged(error.status, error.code, self.http.wait_asked())
        except requests.RequestException as error:
            return judged(error)
        except (TwilioException, ValueError, TypeError, KeyError):
            return MaybeSent("garbled")
        return Accepted(str(message.sid))


class _Http(TwilioHttpClient):  # type: ignore[misc]  # the library carries no types
    """Adds a time-out, another base address, and forgetfulness to the library's client."""

    def __init__(self, api_url: str | None, timeout: float) -> None:
        super().__init__(timeout=timeout)
        self._mine = threading.local()
        self._api_url = (api_url or _PROVIDER_ADDRESS).rstrip("/")

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:  # noqa: ANN401
        """Sends one request and keeps neither it nor its answer in memory."""
        there = self._api_url + url.removeprefix(_PROVIDER_ADDRESS)
        self._mine.wait = None
        try:
            response = super().request(method, there, *args, **kwargs)
        finally:
            self._test_only_last_request = None
            self._test_only_last_response = None
        self._mine.wait = wait_asked(response.headers or {})
        return response

    def wait_asked(self) -> float | None:
        """Returns how long this thread's last answer asked it to wait; exceptions do not say."""
        found: float | None = getattr(self._mine, "wait", None)
        return found


def _judged(status: int, code: int | None, wait: float | None) -> Outcome:
    written = str(code or status)
    if status == TOO_MANY:
        return Rejected(str(code or _THROTTLED), What.SLOW_DOWN, wait)
    if is_unsure(status):
        return MaybeSent(written)
    return Rejected(written, what_to_do(code), wait)
