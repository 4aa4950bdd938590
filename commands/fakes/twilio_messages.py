"""Twilio's Messages resource: sent, listed page by page, read, redacted and deleted."""

import json
from typing import Any, Final
from urllib.parse import urlencode

from commands.fakes.rules import Wrong
from commands.fakes.taking import Voice, send
from commands.fakes.twilio_resource import error, fits, missing, resource
from commands.fakes.twilio_rules import message_fault
from commands.fakes.wire import Answer, Request, said
from commands.fakes.world import Message, World, new_sid

_MEANS_A_FAULT: Final = frozenset({20001, 21602, 21603, 21604, 21609, 21617, 21656, 21658})
_FILTERS: Final = frozenset(
    {"To", "From", "DateSent", "DateSent<", "DateSent>", "PageSize", "Page", "PageToken"}
)
_MOST_A_PAGE: Final = 1000


def create(world: World, request: Request, account: str) -> Answer:
    """Sends a message, or refuses it with a code."""
    pairs = request.pairs
    fields = dict(pairs)
    world.note("twilio", request.path, fields, request.headers.get("authorization", ""))
    wrong = message_fault(pairs) if request.is_form else Wrong(20001, "the body is no form")
    if wrong is not None:
        if wrong.code in _MEANS_A_FAULT:
            world.faults.append(f"twilio: {wrong.words}")
        return error(400, wrong.code, wrong.words)
    if fields["To"] in world.opted_out:
        return error(400, 21610, "Attempt to send to unsubscribed recipient")
    content = fields.get("ContentSid")
    if content is not None and content not in world.contents:
        return error(404, 21655, "The ContentSid does not exist")
    message = _new(world, fields)
    if fields["To"] in world.window_closed and content is None:
        message.error_code = 63016
    return send(world, _voice(account), message)


def list_page(world: World, request: Request, account: str) -> Answer:
    """Lists messages, newest first, a page at a time."""
    asked = request.asked_for
    extra = sorted(set(asked) - _FILTERS)
    if extra:
        world.faults.append(f"twilio: a list cannot be filtered by {extra[0]}")
        return error(400, 20001, f"{extra[0]} is no filter")
    size = min(int(asked.get("PageSize", "50")), _MOST_A_PAGE)
    page = int(asked.get("Page", "0"))
    found = [one for one in reversed(world.messages.values()) if one.provider == "twilio"]
    found = [one for one in found if fits(one, asked)]
    shown = found[page * size : (page + 1) * size]
    rest = {name: value for name, value in asked.items() if name not in {"Page", "PageToken"}}
    more = (page + 1) * size < len(found)
    query = urlencode({**rest, "Page": page + 1, "PageToken": f"PA{shown[-1].sid}"}) if more else ""
    return said(
        200,
        {
            "messages": [resource(one, account) for one in shown],
            "page": page, "page_size": size, "start": page * size,
            "end": page * size + max(len(shown) - 1, 0), "uri": f"{request.path}?{request.query}",
            "first_page_uri": f"{request.path}?{urlencode({**rest, 'Page': 0})}",
            "next_page_uri": f"{request.path}?{query}" if more else None,
            "previous_page_uri": None,
        },
    )  # fmt: skip


def read(world: World, account: str, sid: str) -> Answer:
    """Shows one message."""
    found = world.find("twilio", sid)
    return said(200, resource(found, account)) if found else missing(sid)


def redact(world: World, request: Request, account: str, sid: str) -> Answer:
    """Empties a message; nothing else of it can be changed."""
    found = world.find("twilio", sid)
    if found is None:
        return missing(sid)
    if request.pairs == [("Status", "canceled")]:
        return error(400, 30409, "only a scheduled message can be canceled")
    if request.pairs != [("Body", "")]:
        world.faults.append("twilio: a message can be changed by an empty Body only")
        return error(400, 20001, "only an empty Body is taken")
    if not found.is_final:
        return error(400, 20009, "the message is still in progress")
    found.body = ""
    return said(200, resource(found, account))


def delete(world: World, sid: str) -> Answer:
    """Deletes a message with its media."""
    found = world.find("twilio", sid)
    if found is None:
        return missing(sid)
    if not found.is_final:
        return error(409, 20009, "the message is still in progress")
    del world.messages[sid]
    return Answer(204)


def _new(world: World, fields: dict[str, str]) -> Message:
    sender = fields.get("From") or fields.get("MessagingServiceSid", "")
    body = fields.get("Body") or _filled_in(world, fields)
    prefix = "MM" if fields.get("MediaUrl") or "ContentSid" in fields else "SM"
    return Message(
        "twilio", new_sid(prefix), "outbound-api", sender, fields["To"], body, world.clock.now(),
        "accepted" if "MessagingServiceSid" in fields else "queued", fields=fields,
    )  # fmt: skip


def _filled_in(world: World, fields: dict[str, str]) -> str:
    content = world.contents.get(fields.get("ContentSid", ""), {})
    types = content.get("types")
    values: dict[str, Any] = next(iter(types.values()), {}) if isinstance(types, dict) else {}
    body = str(values.get("body", ""))
    for number, text in json.loads(fields.get("ContentVariables", "{}")).items():
        body = body.replace("{{" + number + "}}", text)
    return body


def _voice(account: str) -> Voice:
    return Voice(
        accept=lambda message: said(201, resource(message, account)),
        refuse=lambda code: error(400, code, "refused"),
        slow_down=lambda wait: error(
            429, 20429, "Too Many Requests", **({"Retry_After": wait} if wait else {})
        ),
        fail=lambda: error(500, 20500, "Internal Server Error"),
    )
