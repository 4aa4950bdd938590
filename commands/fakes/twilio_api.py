"""Twilio's address space: which path is which resource, and who may ask."""

import re
from base64 import b64decode
from binascii import Error
from typing import Final

from commands.fakes import twilio_messages as messages
from commands.fakes import twilio_more as more
from commands.fakes.twilio_resource import error, missing
from commands.fakes.wire import Answer, Request
from commands.fakes.world import World

_ACCOUNT: Final = re.compile(r"/2010-04-01/Accounts/(AC\w+)/Messages(/.*|\.json)")
_ONE: Final = re.compile(r"/(\w{34})(?:\.json)?")
_MEDIA: Final = re.compile(r"/(\w{34})/Media(?:\.json)?")
_MEDIUM: Final = re.compile(r"/(\w{34})/Media/(\w{34})(\.json)?")


def owns(path: str) -> bool:
    """Says whether a path is Twilio's."""
    return path.startswith(("/2010-04-01/", "/v1/Content", more.SIGNED))


def answer(world: World, request: Request) -> Answer:
    """Answers one request to Twilio."""
    if request.path.startswith(more.SIGNED):
        return more.read_signed(world, request)
    if not _may_ask(request):
        return error(401, 20003, "Authenticate")
    if request.path == "/v1/Content" and request.method == "POST":
        return more.create_content(world, request)
    account = _ACCOUNT.fullmatch(request.path)
    if account is None:
        world.faults.append(f"twilio: there is no {request.method} of that path")
        return missing(request.path)
    return _messages(world, request, account[1], account[2])


def _messages(world: World, request: Request, account: str, rest: str) -> Answer:
    if rest == ".json":
        collection = messages.create if request.method == "POST" else messages.list_page
        return collection(world, request, account)
    if one := _ONE.fullmatch(rest):
        return _one(world, request, account, one[1])
    if listed := _MEDIA.fullmatch(rest):
        return more.list_media(world, account, listed[1])
    if medium := _MEDIUM.fullmatch(rest):
        if request.method == "DELETE":
            return more.delete_medium(world, medium[1], medium[2])
        return more.fetch_medium(world, request, medium[1], medium[2])
    return missing(rest)


def _one(world: World, request: Request, account: str, sid: str) -> Answer:
    match request.method:
        case "DELETE":
            return messages.delete(world, sid)
        case "POST":
            return messages.redact(world, request, account, sid)
    return messages.read(world, account, sid)


def _may_ask(request: Request) -> bool:
    scheme, _, written = request.headers.get("authorization", "").partition(" ")
    if scheme != "Basic":
        return False
    try:
        name, colon, password = b64decode(written).decode().partition(":")
    except (Error, UnicodeDecodeError):
        return False
    return bool(colon and password) and name.startswith(("AC", "SK"))
