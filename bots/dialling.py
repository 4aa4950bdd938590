"""Dials the line as an invented person: the steps of a session, as the gateway posts them."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from flask import Flask

from bots.rehearsal import post, token_of
from kernel.ids import new_token
from kernel.vocabulary import Address
from vault.rehearsing import practice_secret

SERVICE_CODE: Final = "*384*5501#"
_GOES_ON: Final = "CON "
_KEPT: Final = "dialled sessions"


@dataclass(frozen=True)
class Session:
    """Holds a session in somebody's hand: the way so far, and the screen she looks at now."""

    id: str
    way: str
    screen: str = ""
    open: bool = True


def dial_as(app: Flask, sender: Address, typed: str) -> int:
    """Takes one step, or dials, and returns the webhook's status."""
    path_secret = practice_secret(token_of(app), "africastalking path")
    session = step(session_of(app, sender), typed)
    form = {
        "sessionId": session.id,
        "serviceCode": SERVICE_CODE,
        "phoneNumber": sender.id,
        "networkCode": "99999",
        "text": session.way,
    }
    status, body = post(app, f"/webhooks/africastalking/{path_secret}/ussd", form)
    # A gateway that gets no screen ends the session.
    shown = body if status == HTTPStatus.OK else ""
    screen, goes_on = shown[len(_GOES_ON) :], shown.startswith(_GOES_ON)
    _sessions(app)[sender] = Session(session.id, session.way, screen, goes_on)
    return status


def step(session: Session | None, typed: str) -> Session:
    """Returns the session one step on; whoever has none dials, and may dial words with the code."""
    if session is None or not session.open:
        return Session(f"ATUid_{new_token()}", typed)
    return Session(session.id, f"{session.way}*{typed}" if session.way else typed)


def session_of(app: Flask, sender: Address) -> Session | None:
    """Returns what is on the screen of a phone that dialled; afterwards nothing is left of it."""
    return _sessions(app).get(sender)


def hang_up(app: Flask, sender: Address) -> None:
    """Ends the session as the red key does; nobody is told."""
    _sessions(app).pop(sender, None)


def _sessions(app: Flask) -> dict[Address, Session]:
    sessions: dict[Address, Session] = app.extensions.setdefault(_KEPT, {})
    return sessions
