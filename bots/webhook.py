"""The providers' door: verify, shape, hear; what is answered to a provider says nothing."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, current_app, request

from bots.channels.interface import Answer, Asked, Event, Handshake, NoRoad, Provider, Said
from bots.channels.interface import StatusEvent as News
from bots.channels.table import PROVIDERS
from bots.outage import Outage, hear_or_keep
from bots.replying import Hearing
from kernel.vocabulary import Address, Inbound
from outbox import practice, statuses
from outbox import store as outbox
from pathway import contact_keeping
from pathway.desk import House, LineClosed, NotSetUp
from reporting.cases.agreed import Standing
from staff.access import PUBLIC
from staff.directory import NoIntakeKeyError
from vault.pseudonym import contact_token, stretch

blueprint = Blueprint("webhook", __name__, url_prefix="/webhooks")

_TEXT: Final = "text/plain; charset=utf-8"
_NOTHING: Final = Said()
_INVENTED_ONLY: Final = (
    "practice hears invented numbers only, such as +15550100; nothing was kept\n"
)


@dataclass(frozen=True)
class Done:
    """Says what became of one event: the status it asks for, and what the answer may say."""

    status: HTTPStatus = HTTPStatus.OK
    said: Said = _NOTHING


@blueprint.route("/<provider>/<path:road>", methods=["GET", "POST"])
@PUBLIC
def webhook(provider: str, road: str) -> Response:
    """Hears all that one request holds; a repeat gets the same answer and changes nothing."""
    house: House = current_app.extensions["house"]
    known = PROVIDERS.get(provider)
    if known is None:
        return Response(status=HTTPStatus.NOT_FOUND)
    if request.method not in known.methods:
        return Response(status=HTTPStatus.METHOD_NOT_ALLOWED)
    speaks = known.of(house.settings, house.keyring.practice_auth_token)
    request.max_content_length = speaks.largest
    asked = _asked(road)
    # Whatever is wrong with a request, it is told nothing.
    if not speaks.verify(asked):
        return Response(status=HTTPStatus.FORBIDDEN)
    match speaks.parse(asked, house.clock.now()):
        case NoRoad():
            return Response(status=HTTPStatus.NOT_FOUND)
        case Handshake(text=text):
            return Response(text, content_type=_TEXT)
        case found:
            return _take_all(house, speaks, asked, found)


def receive(house: House, inbound: Inbound) -> Hearing | Outage | None:
    """Hears a verified message, or keeps it; None where practice refuses a real number."""
    if house.keyring.practice_private is not None and not practice.is_invented(inbound.sender):
        return None
    return hear_or_keep(house, inbound)


def _take_all(house: House, speaks: Provider, asked: Asked, events: tuple[Event, ...]) -> Response:
    """Takes one event after another: one that fails must not lose those that follow it."""
    done, failures = [Done()], []
    for event in events:
        try:
            done.append(_take(house, event))
        except Exception as error:  # noqa: BLE001 - raised again, once the others are safe
            failures.append(error)
    if failures:
        # The provider brings the whole batch again; what was heard is known by its mark.
        raise failures[0]
    worst = max(done, key=lambda one: one.status)
    if worst.status is HTTPStatus.BAD_REQUEST:
        return Response(_INVENTED_ONLY, worst.status, content_type=_TEXT)
    if worst.status is not HTTPStatus.OK:
        return Response(status=worst.status)
    return _answered(speaks.acknowledge(asked, done[-1].said))


def _take(house: House, event: Event) -> Done:
    if isinstance(event, News):
        _note(house, event)
        return Done()
    try:
        heard = receive(house, event)
    except (LineClosed, NotSetUp, NoIntakeKeyError):
        # Nothing was kept; the provider may try again, and `flask doctor` says what is missing.
        return Done(HTTPStatus.SERVICE_UNAVAILABLE)
    match heard:
        case None:
            return Done(HTTPStatus.BAD_REQUEST)
        case Outage(kept=False):
            return Done(HTTPStatus.SERVICE_UNAVAILABLE)
        case Outage(text=text):
            return Done(said=Said(text or ""))
        case Hearing(screen=screen, more=more):
            return Done(said=Said(screen, more))


def _note(house: House, news: News) -> None:
    """Marks what became of a message of ours; marks never move back, unknown ones are kept."""
    done = statuses.take(
        house, news.our_id, news.provider_id, news.status, news.error_code, news.provider
    )
    if isinstance(done, statuses.Applied) and done.opted_out and news.recipient is not None:
        _stop(house, news.recipient)


def _stop(house: House, address: Address) -> None:
    """Mirrors an opt-out that the provider tells of only after the fact."""
    token = contact_token(house.keyring, stretch(address))
    with house.desk() as desk:
        outbox.mark_stopped(desk.session, token)
        contact_keeping.end_of_contact(desk, token, Standing.STOPPED)


def _asked(road: str) -> Asked:
    # The bytes come first: a form is read from them, and some signatures cover them as they are.
    raw = request.get_data()
    return Asked(
        method=request.method,
        road=road,
        target=request.full_path if request.query_string else request.path,
        headers=request.headers,
        query=request.args,
        form=request.form,
        raw=raw,
        came_from=request.remote_addr or "",
    )


def _answered(answer: Answer) -> Response:
    return Response(answer.body, content_type=answer.content_type)
