"""Who comes in: every route is closed unless its own mark opens it."""

from flask import Flask, Response, abort, current_app, g, redirect, request, session
from flask.typing import ResponseReturnValue

from staff import door_store, store
from staff.access import Allow
from staff.signin import Entered, resume

_NO_ENTRY = Allow("nobody")
_LONGEST_PATH = 200


def install(app: Flask) -> None:
    """Attaches the check to every request of the application."""
    app.before_request(_admit)


def access_of(app: Flask, endpoint: str) -> Allow | None:
    """Returns the mark of a route: on its view, or in its blueprint's list."""
    marked = getattr(app.view_functions.get(endpoint), "access", None)
    if isinstance(marked, Allow):
        return marked
    area, _, name = endpoint.rpartition(".")
    listed = getattr(app.blueprints.get(area), "access", {}).get(name)
    return listed if isinstance(listed, Allow) else None


def cookie_name(app: Flask) -> str:
    """Returns the name of the sign-in cookie."""
    return "__Host-undertone" if app.extensions["house"].settings.is_https else "undertone"


def wanted_path() -> str:
    """Takes out where a visitor was going before she was asked to sign in."""
    wanted = str(session.pop("wanted", ""))
    return wanted if wanted.startswith("/") and wanted[1:2] not in {"/", "\\"} else ""


def _admit() -> ResponseReturnValue | None:
    g.entered = _who()
    if request.endpoint is None:
        return None
    access = access_of(current_app, request.endpoint) or _NO_ENTRY
    here: Entered | None = g.entered
    if access.admits(here.identity if here else None):
        return None
    return _ask_to_sign_in() if here is None else _deny(here)


def _who() -> Entered | None:
    cookie = request.cookies.get(cookie_name(current_app))
    if not cookie or request.endpoint == "static":
        return None
    house = current_app.extensions["house"]
    now = house.clock.now()
    with house.database.reading() as reading:
        found = resume(reading, house.keyring, now, cookie)
    if found is not None and found.stale and _counts_as_use():
        with house.database.unit_of_work() as writing:
            door_store.touch(writing, found.session_id, now)
            return resume(writing, house.keyring, now, cookie)
    return found


def _counts_as_use() -> bool:
    # A panel that refreshes itself must not keep an abandoned desk open.
    return request.method == "POST" or request.headers.get("HX-Request") != "true"


def _ask_to_sign_in() -> ResponseReturnValue:
    if request.headers.get("HX-Request") == "true":
        return Response(status=204, headers={"HX-Redirect": "/signin"})
    if request.method == "GET" and len(request.path) < _LONGEST_PATH:
        session["wanted"] = request.path
    return redirect("/signin", 303)


def _deny(here: Entered) -> ResponseReturnValue:
    house = current_app.extensions["house"]
    with house.database.unit_of_work() as writing:
        purpose = str(request.endpoint)
        store.journal(writing, "denied", here.identity.member_id, None, purpose, house.clock.now())
    abort(403)
