"""Twilio's other resources: media behind a signed address, and forms of content."""

from typing import Final

from commands.fakes.content_rules import content_fault
from commands.fakes.twilio_resource import error, missing
from commands.fakes.wire import Answer, Request, said
from commands.fakes.world import World, new_sid
from kernel.ids import new_token

SIGNED: Final = "/signed/"


def list_media(world: World, account: str, sid: str) -> Answer:
    """Lists the media of a message."""
    found = world.find("twilio", sid)
    if found is None:
        return missing(sid)
    place = f"/2010-04-01/Accounts/{account}/Messages/{sid}/Media"
    listed = [
        {
            "sid": one.sid, "account_sid": account, "parent_sid": sid,
            "content_type": one.content_type, "uri": f"{place}/{one.sid}.json",
        }
        for one in found.media
    ]  # fmt: skip
    return said(200, {"media_list": listed, "page": 0, "next_page_uri": None})


def fetch_medium(world: World, request: Request, sid: str, medium_sid: str) -> Answer:
    """Sends whoever may read a medium on to a signed address, where no password belongs."""
    found = world.find("twilio", sid)
    medium = next((one for one in found.media if one.sid == medium_sid), None) if found else None
    if medium is None:
        return missing(medium_sid)
    token = new_token()
    world.signed[token] = medium
    return Answer(307, headers={"Location": f"{request.base}{SIGNED}{token}"})


def read_signed(world: World, request: Request) -> Answer:
    """Hands out what a signed address names; a password brought here is a fault."""
    if "authorization" in request.headers:
        world.faults.append("twilio: a password was sent on to a signed address")
    medium = world.signed.get(request.path.removeprefix(SIGNED))
    if medium is None:
        return Answer(403)
    return Answer(200, medium.content, medium.content_type)


def delete_medium(world: World, sid: str, medium_sid: str) -> Answer:
    """Deletes one medium."""
    found = world.find("twilio", sid)
    kept = [one for one in found.media if one.sid != medium_sid] if found else []
    if found is None or len(kept) == len(found.media):
        return missing(medium_sid)
    found.media = kept
    return Answer(204)


def create_content(world: World, request: Request) -> Answer:
    """Makes a form of content, once for every time that it is asked."""
    content = request.read_json()
    wrong = content_fault(content)
    world.note("twilio content", request.path, {}, request.headers.get("authorization", ""))
    if wrong or content is None:
        world.faults.append(f"twilio: {wrong}")
        return error(400, 20001, wrong)
    if world.mischief.next[:1] == ["no-content"]:
        world.mischief.next.pop(0)
        return error(500, 20500, "Internal Server Error")
    sid = new_sid("HX")
    world.contents[sid] = content
    return said(201, {"sid": sid, "url": f"https://content.twilio.com/v1/Content/{sid}", **content})
