"""What a page says when something cannot be done: plainly, and what to do next."""

from dataclasses import dataclass

from flask import Flask, render_template
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from kernel.log import logger
from vault.keyring import NoKeyring

_BROKEN = 500
_NOT_READY = 503


@dataclass(frozen=True)
class _Words:
    title: str
    text: str


def install(app: Flask) -> None:
    """Attaches a page in plain words to each kind of error."""
    app.register_error_handler(CSRFError, _old_form)
    app.register_error_handler(HTTPException, _refusal)
    app.register_error_handler(NoKeyring, _not_ready)
    app.register_error_handler(Exception, _accident)


def _refusal(error: HTTPException) -> tuple[str, int]:
    code = error.code or _BROKEN
    return _page(_words().get(code, _unknown()), code)


def _old_form(error: CSRFError) -> tuple[str, int]:
    words = _Words(
        _("This form was open for too long"),
        _("Nothing was saved. Go back, load the page again and send the form once more."),
    )
    return _page(words, error.code or 400)


def _not_ready(error: NoKeyring) -> tuple[str, int]:
    logger().error("not_ready", error=type(error).__name__)
    words = _Words(_("Not set up yet"), _("The person who runs this service has to set it up."))
    return _page(words, _NOT_READY)


def _accident(error: Exception) -> tuple[str, int]:
    logger().error("accident", error=type(error).__name__, exc_info=error)
    return _page(_unknown(), _BROKEN)


def _page(words: _Words, status: int) -> tuple[str, int]:
    return render_template("error.html", words=words), status


def _unknown() -> _Words:
    return _Words(
        _("Something went wrong here"),
        _("It is our fault, not yours. Try again in a minute. If it stays, tell who runs this."),
    )


def _words() -> dict[int, _Words]:
    return {
        400: _Words(_("That did not arrive whole"), _("Go back, load the page again and retry.")),
        403: _Words(
            _("This page is for other roles"),
            _("You are signed in, but your role does not open this. The attempt was noted."),
        ),
        404: _Words(_("Nothing here"), _("The page was moved, or the address has a typing error.")),
        405: _Words(_("That does not work here"), _("Go back and use the buttons on the page.")),
        413: _Words(_("That is too much at once"), _("Send a smaller file or a shorter text.")),
        429: _Words(_("Too many tries"), _("Wait 15 minutes, then try again.")),
        503: _Words(_("Not ready"), _("Try again in a minute.")),
    }
