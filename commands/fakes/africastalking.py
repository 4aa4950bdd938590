"""Africa's Talking: a bulk text message to one or more numbers."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from commands.fakes.rules import Check, at_most, between, is_number, is_sender_name, one_of
from commands.fakes.taking import Voice, send
from commands.fakes.wire import Answer, Request, said
from commands.fakes.world import Message, World, new_sid

PATH: Final = "/version1/messaging"
_FIELDS: Final[Mapping[str, Check]] = {
    "username": at_most(100),
    "to": lambda value: all(is_number(one) for one in value.split(",")),
    "message": at_most(1600),
    "from": lambda value: is_sender_name(value) or is_number(value),
    "bulkSMSMode": one_of("0", "1"),
    "enqueue": one_of("0", "1"),
    "keyword": at_most(40),
    "linkId": at_most(100),
    "retryDurationInHours": between(1, 48),
    "requestId": at_most(100),
}
_WORDS: Final = {
    401: "RiskHold", 402: "InvalidSenderId", 403: "InvalidPhoneNumber",
    404: "UnsupportedNumberType", 405: "InsufficientBalance", 406: "UserInBlacklist",
    407: "CouldNotRoute", 409: "DoNotDisturbRejection", 500: "InternalServerError",
    501: "GatewayError", 502: "RejectedByGateway",
}  # fmt: skip


def owns(path: str) -> bool:
    """Says whether a path is Africa's Talking's."""
    return path.startswith("/version1/")


def answer(world: World, request: Request) -> Answer:
    """Answers one request to send."""
    pairs = request.pairs
    fields = dict(pairs)
    world.note("africastalking", request.path, fields, request.headers.get("apikey", ""))
    if not request.headers.get("apikey"):
        return Answer(401, b"The supplied authentication is invalid", "text/plain")
    wrong = _fault(request, pairs)
    if wrong:
        world.faults.append(f"africastalking: {wrong}")
        return Answer(400, wrong.encode(), "text/plain")
    message = Message(
        "africastalking", new_sid("ATPid_"), "outbound-api", fields.get("from", ""), fields["to"],
        fields["message"], world.clock.now(), "Sent", fields=fields,
    )  # fmt: skip
    if message.recipient in world.opted_out:
        return _refused(message, 406)
    voice = Voice(
        accept=lambda one: _told(one, 101, "Success"),
        refuse=lambda code: _refused(message, code),
        slow_down=lambda wait: Answer(
            429, b"Too Many Requests", "text/plain", {"Retry-After": wait} if wait else {}
        ),
        fail=lambda: Answer(500, b"Internal Server Error", "text/plain"),
    )
    return send(world, voice, message)


def _fault(request: Request, pairs: list[tuple[str, str]]) -> str:
    if request.method != "POST" or request.path != PATH or not request.is_form:
        return "a message is a form, posted to /version1/messaging"
    counts = Counter(name for name, _ in pairs)
    for name, value in pairs:
        if name not in _FIELDS:
            return f"{name} is not in the description"
        if counts[name] > 1:
            return f"{name} is there twice"
        if not _FIELDS[name](value):
            return f"{name} is malformed"
    missing = [name for name in ("username", "to", "message") if name not in counts]
    return f"{missing[0]} is missing" if missing else ""


def _refused(message: Message, code: int) -> Answer:
    if code == 402:  # noqa: PLR2004 - a sender that is not ours refuses the whole request
        return said(201, {"SMSMessageData": {"Message": "InvalidSenderId", "Recipients": []}})
    return _told(message, code, _WORDS.get(code, "Failed"))


def _told(message: Message, code: int, status: str) -> Answer:
    recipient = {
        "statusCode": code, "number": message.recipient, "status": status,
        "cost": "KES 0.8000" if status == "Success" else "0",
        "messageId": message.sid if status == "Success" else "None",
    }  # fmt: skip
    words = f"Sent to {int(status == 'Success')}/1 Total Cost: KES 0.8000"
    return said(201, {"SMSMessageData": {"Message": words, "Recipients": [recipient]}})
