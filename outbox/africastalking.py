"""The carrier of Africa's Talking: a bulk text message to one number."""

from dataclasses import dataclass
from typing import Any, Final

import requests

from kernel.settings import Settings
from kernel.vocabulary import Channel
from outbox.carrier import Accepted, MaybeSent, Outcome, Rejected
from outbox.errors import What, what_to_do
from outbox.model import Outgoing
from outbox.network import (
    TIMEOUT_SECONDS,
    TOO_MANY,
    is_unsure,
    is_yes,
    judged,
    read_json,
    wait_asked,
)

PROVIDER: Final = "africastalking"
ADDRESS: Final = "https://api.africastalking.com"
_PATH: Final = "/version1/messaging"
_TAKEN: Final = frozenset({100, 101, 102})
# These answers say that something broke on the way, not that nothing left.
_UNSURE: Final = frozenset({500, 501})
_WORDS: Final = {"InvalidSenderId": 402, "InsufficientBalance": 405, "UserInBlacklist": 406}
_UNAUTHORIZED: Final = 401


@dataclass(frozen=True)
class AfricasTalkingCarrier:
    """Sends SMS; there is no idempotency key, no expiry under an hour, and no id of ours."""

    url: str
    username: str
    key: str
    sender: str
    timeout: float = TIMEOUT_SECONDS
    repeatable: bool = False

    @classmethod
    def of(cls, settings: Settings, timeout: float = TIMEOUT_SECONDS) -> "AfricasTalkingCarrier":
        """Builds the carrier from settings."""
        base = (settings.at_api_url or ADDRESS).rstrip("/")
        key = settings.at_api_key
        return cls(
            base + _PATH,
            settings.at_username or "",
            key.get_secret_value() if key else "",
            settings.at_sender or "",
            timeout,
        )

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Hands one message over; a time-out or a broken answer means that nobody knows."""
        del seconds_left
        if outgoing.address.channel is not Channel.SMS:
            return Rejected("not_sms", What.PAGE_OPERATOR)
        form = {
            "username": self.username, "to": outgoing.address.id, "message": outgoing.text,
            "bulkSMSMode": "1", "retryDurationInHours": "1",
        }  # fmt: skip
        if self.sender:
            form["from"] = self.sender
        try:
            response = requests.post(
                self.url,
                data=form,
                headers={"apiKey": self.key, "Accept": "application/json"},
                timeout=self.timeout,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            return judged(error)
        return _outcome(response)


def _outcome(response: requests.Response) -> Outcome:
    status = response.status_code
    if is_yes(status):
        return _told((read_json(response) or {}).get("SMSMessageData"))
    if is_unsure(status):
        return MaybeSent(str(status))
    if status == TOO_MANY:
        return Rejected(str(status), What.SLOW_DOWN, wait_asked(response.headers))
    what = What.PAGE_OPERATOR if status == _UNAUTHORIZED else What.UNKNOWN
    return Rejected(str(status), what)


def _told(data: Any) -> Outcome:  # noqa: ANN401 - whatever was answered
    recipients = data.get("Recipients") if isinstance(data, dict) else None
    if not isinstance(recipients, list):
        return MaybeSent("garbled")
    if not recipients:
        code = _WORDS.get(str(data.get("Message")))
        return Rejected(str(code or "refused"), what_to_do(code, PROVIDER))
    first = recipients[0]
    code = first.get("statusCode") if isinstance(first, dict) else None
    if not isinstance(code, int):
        return MaybeSent("garbled")
    if code in _TAKEN:
        return Accepted(str(first.get("messageId") or ""))
    if code in _UNSURE:
        return MaybeSent(str(code))
    return Rejected(str(code), what_to_do(code, PROVIDER))
