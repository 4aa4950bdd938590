"""The language of a page and the direction it runs in."""

from pathlib import Path

from babel import Locale, UnknownLocaleError
from flask import Flask, request, session
from flask_babel import Babel, get_locale

_LOCALES = Path(__file__).resolve().parent.parent / "locales"
LANGUAGES = ("en", "es", "fr", "pt", "ar")


def install(app: Flask) -> None:
    """Sets the catalogues up and lets a visitor choose."""
    app.config.setdefault("LANGUAGES", LANGUAGES)
    Babel(
        app,
        default_domain="web",
        default_translation_directories=str(_LOCALES),
        locale_selector=lambda: _chosen(app),
    )
    app.before_request(lambda: _remember(app))
    app.context_processor(lambda: _context(app))


def _offered(app: Flask) -> tuple[str, ...]:
    return tuple(app.config["LANGUAGES"])


def _remember(app: Flask) -> None:
    wanted = request.args.get("lang")
    if wanted in _offered(app):
        session["lang"] = wanted


def _chosen(app: Flask) -> str:
    remembered = session.get("lang")
    if remembered in _offered(app):
        return str(remembered)
    return request.accept_languages.best_match(_offered(app)) or _offered(app)[0]


def _context(app: Flask) -> dict[str, object]:
    here = str(get_locale())
    others = [
        {"code": code, "name": _own_name(code), "href": _address_in(code)}
        for code in _offered(app)
        if code != here
    ]
    return {"html_lang": here.replace("_", "-"), "html_dir": direction(here), "languages": others}


def direction(code: str) -> str:
    """Returns `rtl` or `ltr` for a language, as CLDR has it."""
    try:
        return Locale.parse(code).text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"


def _own_name(code: str) -> str:
    return (Locale.parse(code).get_display_name(code) or code).capitalize()


def _address_in(code: str) -> str:
    kept = [f"{name}={value}" for name, value in _kept_arguments()]
    return "?" + "&".join([*kept, f"lang={code}"])


def _kept_arguments() -> list[tuple[str, str]]:
    # Only plain words travel on; anything else is a filter that can be chosen again.
    pairs = request.args.items(multi=True)
    return [(name, value) for name, value in pairs if name != "lang" and value.isalnum()]
