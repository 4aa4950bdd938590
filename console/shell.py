"""The shell around every page: what is installed on the application once, and who is here now."""

from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, current_app, g, send_from_directory, url_for
from flask_wtf import CSRFProtect
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader

from console import errors, guard, headers, i18n
from console.naming import day_name, in_line, intent_name, language_name, local_time, role_name
from console.navigation import entries
from pathway.desk import House
from staff.access import PUBLIC, Identity
from staff.model import LONGEST
from staff.signin import Entered
from vault.derive import derive
from vault.keyring import NoKeyring

_HERE = Path(__file__).resolve().parent
_STATIC = _HERE / "static"
_LARGEST_FORM = 1024 * 1024


def house() -> House:
    """Returns the wired house of this application."""
    wired: House = current_app.extensions["house"]
    return wired


def entered() -> Entered:
    """Returns who is signed in, with her keys; only behind a permission."""
    here: Entered = g.entered
    return here


def identity() -> Identity | None:
    """Returns who is signed in as the pages know her, or nobody."""
    here: Entered | None = g.get("entered")
    return here.identity if here else None


def install(app: Flask) -> None:
    """Puts the shell on an application whose house is already in its extensions."""
    _configure(app)
    app.jinja_loader = ChoiceLoader(
        [
            FileSystemLoader(_HERE / "templates"),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    if "static" not in app.view_functions:
        app.add_url_rule("/static/<path:filename>", "static", _static)
    i18n.install(app)
    guard.install(app)
    CSRFProtect(app)
    headers.install(app)
    errors.install(app)
    app.context_processor(_context)
    for name in (role_name, day_name, in_line, language_name, intent_name, local_time):
        app.add_template_global(name)
        app.add_template_filter(name)


def asset(name: str) -> str:
    """Returns the address of a static file, which changes when its content does."""
    prints: dict[str, str] = current_app.extensions.setdefault("asset_prints", {})
    if name not in prints:
        prints[name] = sha256((_STATIC / name).read_bytes()).hexdigest()[:10]
    return url_for("static", filename=name, v=prints[name])


def is_practice() -> bool:
    """Says whether this is a practice house; it was made as one, with a key of its own."""
    try:
        return house().keyring.practice_private is not None
    except NoKeyring:
        return False


def _configure(app: Flask) -> None:
    wired: House = app.extensions["house"]
    https = wired.settings.is_https
    app.config.update(
        SESSION_COOKIE_NAME="__Host-form" if https else "form",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=https,
        SESSION_COOKIE_SAMESITE="Strict",
        WTF_CSRF_TIME_LIMIT=int(LONGEST.total_seconds()),
        # No page sends a referrer, so there is none to compare; the token is the proof.
        WTF_CSRF_SSL_STRICT=False,
        MAX_CONTENT_LENGTH=_LARGEST_FORM,
    )
    try:
        app.secret_key = derive(wired.keyring.cookie_secret, "forms")
    except NoKeyring:
        app.logger.debug("no keyring yet: only commands can run")


def _context() -> dict[str, object]:
    here: Entered | None = g.get("entered")
    known = identity()
    return {
        "asset": asset,
        "practice": is_practice,
        "current_identity": known,
        "navigation": entries(known),
        "seconds_left": int(here.ends_in.total_seconds()) if here else None,
    }


@PUBLIC
def _static(filename: str) -> Response:
    return send_from_directory(_STATIC, filename)
