"""The inner door: what the jobs process of this machine found, and nobody else may bring.

A request must come from this machine, past no proxy, and carry the jobs process's signature.
"""

import ipaddress
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from flask import Blueprint, Response, abort, current_app, request
from werkzeug.exceptions import RequestEntityTooLarge

from bots import marks, outage, stateless
from bots.outage import Outage
from kernel import envelopes
from kernel.log import logger
from kernel.vocabulary import Address, Inbound
from outbox import practice, statuses
from outbox import store as outbox
from pathway import contact_keeping, media
from pathway.desk import House
from pathway.inside import HEADER, Doorkeeper
from reporting.cases.agreed import Standing
from staff.access import PUBLIC
from vault.pseudonym import contact_token, message_handle, stretch

blueprint = Blueprint("ingest", __name__, url_prefix="/internal")
_doorkeeper: Final = Doorkeeper()
_LARGEST: Final = 4 * 1024 * 1024
_PROXIES: Final = ("Forwarded", "X-Forwarded-For", "X-Real-Ip", "Via")


@blueprint.before_request
def only_the_jobs_process() -> None:
    """Refuses whatever is not from this machine and signed by the jobs process just now."""
    request.max_content_length = _LARGEST
    if not _is_from_here() or any(name in request.headers for name in _PROXIES):
        abort(404)
    house = _house()
    try:
        body = request.get_data()
    except RequestEntityTooLarge:
        abort(413)
    header = request.headers.get(HEADER, "")
    if not _doorkeeper.lets_in(house.keyring, request.path, body, header, house.clock.now()):
        abort(403)


@blueprint.post("/known")
@PUBLIC
def known() -> Response:
    """Says of each of the provider's message ids: unknown, here, or waits for its media."""
    asked, house = _asked(), _house()
    provider = str(asked["provider"])
    handles = {one: message_handle(house.keyring, provider, one) for one in map(str, asked["ids"])}
    with house.database.reading() as session:
        heard = marks.heard(session, provider, list(handles.values()))
        wait = media.waiting_for(session, list(handles.values()))
    return _tell({one: _of(handle, heard, wait) for one, handle in handles.items()})


@blueprint.post("/ingest")
@PUBLIC
def ingest() -> Response:
    """Hears messages whose webhook was lost, in the order given, as made good later."""
    house = _house()
    found = [envelopes.read(one) for one in _asked()["messages"]]
    return _tell({"outcomes": [_hear(house, replace(one, recovered=True)) for one in found]})


@blueprint.post("/news")
@PUBLIC
def news() -> Response:
    """Takes how messages of ours ended, where the provider's own callback may have been lost."""
    asked, house = _asked(), _house()
    for provider_id, status, code, recipient in asked["news"]:
        done = statuses.take(house, "", provider_id, status, code, str(asked["provider"]))
        if isinstance(done, statuses.Applied) and done.opted_out:
            token = contact_token(house.keyring, stretch(Address.parse(recipient)))
            with house.desk() as desk:
                outbox.mark_stopped(desk.session, token)
                contact_keeping.end_of_contact(desk, token, Standing.STOPPED)
    return _tell({})


@blueprint.post("/drain")
@PUBLIC
def drain() -> Response:
    """Hears what waited in the sealed spool, and sees to what is said without a database."""
    house = _house()
    stateless.refresh(house)
    left = outage.drain(house)
    return _tell({"waiting": left, "aside": outage.waiting(house)[1]})


@blueprint.post("/drill")
@PUBLIC
def drill() -> Response:
    """Hands a practice survivor's act to the drills, where they are wired."""
    act: Callable[[House, dict[str, Any]], dict[str, Any]] | None
    act = current_app.extensions.get("drill_act")
    if act is None:
        abort(404)
    return _tell(act(_house(), _asked()))


def _hear(house: House, inbound: Inbound) -> str:
    if house.keyring.practice_private is not None and not practice.is_invented(inbound.sender):
        return "refused"
    try:
        heard = outage.hear_or_keep(house, inbound)
    except Exception as error:  # noqa: BLE001 - one that cannot be heard must not stop the rest
        logger().error("ingest_failed", error=type(error).__name__)
        return "failed"
    if isinstance(heard, Outage):
        return "kept" if heard.kept else "failed"
    return str(heard.outcome)


def _of(handle: bytes, heard: frozenset[bytes], wait: frozenset[bytes]) -> str:
    if handle not in heard:
        return "unknown"
    return "waits" if handle in wait else "here"


def _asked() -> dict[str, Any]:
    try:
        asked = json.loads(request.get_data())
    except ValueError:
        abort(400)
    if not isinstance(asked, dict):
        abort(400)
    return asked


def _tell(value: dict[str, Any]) -> Response:
    return Response(json.dumps(value), content_type="application/json")


def _is_from_here() -> bool:
    try:
        return ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False


def _house() -> House:
    house: House = current_app.extensions["house"]
    return house
