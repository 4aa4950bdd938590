"""How Twilio writes a message, a refusal and a list, and which messages a list holds."""

from datetime import datetime
from email.utils import format_datetime
from typing import Any, Final

from commands.fakes.wire import Answer, said
from commands.fakes.world import Message
from kernel.segments import measure

VERSION: Final = "2010-04-01"


def resource(message: Message, account: str) -> dict[str, Any]:
    """Writes a message as the resource has it."""
    place = f"/{VERSION}/Accounts/{account}/Messages/{message.sid}"
    at = format_datetime(message.at)
    return {
        "account_sid": account, "api_version": VERSION, "body": message.body,
        "date_created": at, "date_sent": at, "date_updated": at,
        "direction": message.direction, "error_code": message.error_code, "error_message": None,
        "from": message.sender, "messaging_service_sid": message.fields.get("MessagingServiceSid"),
        "num_media": str(len(message.media)),
        "num_segments": str(measure(message.body).segments if message.body else 1),
        "price": None, "price_unit": "USD", "sid": message.sid, "status": message.status,
        "subresource_uris": {"media": f"{place}/Media.json"}, "to": message.recipient,
        "uri": f"{place}.json",
    }  # fmt: skip


def error(status: int, code: int, words: str, **headers: str) -> Answer:
    """Refuses as Twilio does."""
    more = f"https://www.twilio.com/docs/errors/{code}"
    told = {"code": code, "message": words, "more_info": more, "status": status}
    return said(status, told, **headers)


def missing(sid: str) -> Answer:
    """Says that there is no such thing."""
    return error(404, 20404, f"The requested resource {sid} was not found")


def fits(message: Message, asked: dict[str, str]) -> bool:
    """Says whether a list with these filters holds a message."""
    if asked.get("To", message.recipient) != message.recipient:
        return False
    if asked.get("From", message.sender) != message.sender:
        return False
    day = message.at.date().isoformat()
    exact, before, after = (asked.get(f"DateSent{sign}") for sign in ("", "<", ">"))
    # A date means its day; an instant is compared as one.
    return (
        (exact is None or exact[:10] == day)
        and (before is None or _instant(message.at, before) <= before)
        and (after is None or _instant(message.at, after) >= after)
    )


def _instant(at: datetime, like: str) -> str:
    return at.date().isoformat() if len(like) == 10 else at.strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: PLR2004 - a date
