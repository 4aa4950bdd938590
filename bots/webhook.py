"""The provider's door: verify, shape, hear; the answer to the provider says nothing."""

from flask import Blueprint, Response, current_app, request

from bots.channels import twilio
from bots.channels.twilio import Refused, Trust, Unusable
from bots.conversation import Heard, hear
from kernel.vocabulary import Address, Inbound
from outbox import practice, statuses
from outbox import store as outbox
from pathway.desk import House, LineClosed
from staff.access import PUBLIC
from staff.directory import NoIntakeKeyError
from vault.pseudonym import contact_token, stretch

blueprint = Blueprint("webhook", __name__, url_prefix="/webhooks/twilio")

_EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
_INVENTED_ONLY = "practice hears invented numbers only, such as +15550100; nothing was kept\n"


@blueprint.post("/message")
@PUBLIC
def message() -> Response:
    """Hears one message; a repeat gets the same answer and changes nothing."""
    house: House = current_app.extensions["house"]
    path = request.full_path if request.query_string else request.path
    found = twilio.verify_and_parse(
        path, request.headers, request.form, _raw(), trust(house), house.clock.now()
    )
    match found:
        case Refused():
            return Response(status=403)
        case Unusable():
            return empty()
        case Inbound():
            return _hear(house, found)


@blueprint.post("/status")
@PUBLIC
def status() -> Response:
    """Takes one status callback; statuses never move back, and unknown ones are kept."""
    house: House = current_app.extensions["house"]
    path = request.full_path if request.query_string else request.path
    event = twilio.verify_status(path, request.headers, request.form, _raw(), trust(house))
    if isinstance(event, Refused):
        return Response(status=403)
    done = statuses.take(house, event.our_id, event.provider_id, event.status, event.error_code)
    if isinstance(done, statuses.Applied) and done.opted_out and event.recipient is not None:
        _stop(house, event.recipient)
    return empty()


def receive(house: House, inbound: Inbound) -> Heard | None:
    """Hears a verified message from any door; None where practice refuses a real number."""
    if house.keyring.practice_private is not None and not practice.is_invented(inbound.sender):
        return None
    return hear(house, inbound)


def trust(house: House) -> Trust:
    """Returns what this programme's webhooks are checked against."""
    return Trust.of(house.settings, house.keyring.practice_auth_token)


def empty() -> Response:
    """Returns the answer that makes the provider say nothing."""
    return Response(_EMPTY, content_type="text/xml; charset=utf-8")


def _stop(house: House, address: Address) -> None:
    """Mirrors an opt-out that the provider tells of only after the fact."""
    token = contact_token(house.keyring, stretch(address))
    with house.database.unit_of_work() as session:
        outbox.mark_stopped(session, token)


def _hear(house: House, inbound: Inbound) -> Response:
    try:
        heard = receive(house, inbound)
    except (LineClosed, NoIntakeKeyError):
        # Nothing was kept; the provider may try again, and `flask doctor` says what is missing.
        return Response(status=503)
    if heard is None:
        return Response(_INVENTED_ONLY, status=400, content_type="text/plain; charset=utf-8")
    return empty()


def _raw() -> bytes:
    # A parsed form is the signed part; any other body is checked as it came.
    return b"" if request.form else request.get_data()
