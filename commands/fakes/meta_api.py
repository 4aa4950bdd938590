"""Meta's Cloud API: messages sent, and media fetched in two steps."""

import json
import re
from hashlib import sha256
from typing import Any, Final

from commands.fakes.meta_rules import message_fault
from commands.fakes.taking import Voice, send
from commands.fakes.wire import Answer, Request, said
from commands.fakes.world import Message, World
from kernel.ids import new_token

_MESSAGES: Final = re.compile(r"/v\d+\.\d+/(\d+)/messages")
_MEDIUM: Final = re.compile(r"/v\d+\.\d+/(\d+)")
_DOWNLOAD: Final = "/meta-media/"


def owns(path: str) -> bool:
    """Says whether a path is Meta's."""
    return re.match(r"/v\d+\.\d+/", path) is not None or path.startswith(_DOWNLOAD)


def answer(world: World, request: Request) -> Answer:
    """Answers one request to the Graph API."""
    if not request.headers.get("authorization", "").startswith("Bearer "):
        return _error(190, status=401)
    if request.path.startswith(_DOWNLOAD):
        return _download(world, request)
    if request.method == "POST" and (line := _MESSAGES.fullmatch(request.path)):
        return _create(world, request, line[1])
    if medium := _MEDIUM.fullmatch(request.path):
        return _medium(world, request, medium[1])
    world.faults.append(f"meta: there is no {request.method} of that path")
    return _error(100)


def _create(world: World, request: Request, line: str) -> Answer:
    value = request.read_json()
    fields = {} if value is None else {name: _flat(one) for name, one in value.items()}
    world.note("meta", request.path, fields, request.headers.get("authorization", ""))
    wrong = message_fault(value)
    if wrong or value is None:
        world.faults.append(f"meta: {wrong}")
        return _error(100, wrong)
    to = str(value.get("to") or value.get("recipient"))
    message = Message(
        "meta", f"wamid.{new_token()}", "outbound-api", line, to, _words(value), world.clock.now(),
        "accepted", fields=fields,
    )  # fmt: skip
    if to in world.opted_out:
        return _error(131050)
    if to in world.window_closed and value["type"] != "template":
        message.error_code = 131047
    return send(world, _VOICE, message)


def _medium(world: World, request: Request, sid: str) -> Answer:
    found = _find(world, sid)
    if found is None:
        return _error(100, "Object does not exist")
    message, medium = found
    if request.method == "DELETE":
        message.media.remove(medium)
        return said(200, {"success": True})
    told = {
        "messaging_product": "whatsapp", "id": sid, "mime_type": medium.content_type,
        "sha256": sha256(medium.content).hexdigest(), "file_size": len(medium.content),
        "url": f"{request.base}{_DOWNLOAD}{sid}",
    }  # fmt: skip
    return said(200, told)


def _download(world: World, request: Request) -> Answer:
    found = _find(world, request.path.removeprefix(_DOWNLOAD))
    return Answer(200, found[1].content, found[1].content_type) if found else Answer(404)


def _find(world: World, sid: str) -> Any:  # noqa: ANN401 - a message and its medium, or nothing
    for message in world.messages.values():
        for medium in message.media:
            if message.provider == "meta" and medium.sid == sid:
                return message, medium
    return None


def _words(value: dict[str, Any]) -> str:
    match value["type"]:
        case "text":
            return str(value["text"]["body"])
        case "interactive":
            return str(value["interactive"]["body"]["text"])
    return f"template {value['template']['name']}"


def _flat(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _accepted(message: Message) -> Answer:
    contact = {"input": message.recipient, "wa_id": message.recipient.removeprefix("+")}
    listed = [{"id": message.sid, "message_status": "accepted"}]
    return said(200, {"messaging_product": "whatsapp", "contacts": [contact], "messages": listed})


def _error(code: int, words: str = "refused", status: int = 400, **headers: str) -> Answer:
    told = {
        "message": f"(#{code}) {words}", "type": "OAuthException", "code": code,
        "error_data": {"messaging_product": "whatsapp", "details": words}, "fbtrace_id": "A1",
    }  # fmt: skip
    return said(status, {"error": told}, **headers)


_VOICE: Final = Voice(
    accept=_accepted,
    refuse=_error,
    slow_down=lambda wait: _error(130429, status=429, **({"Retry_After": wait} if wait else {})),
    fail=lambda: _error(131000, status=500),
)
