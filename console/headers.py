"""What every response tells the browser: load nothing from elsewhere, keep nothing."""

from flask import Flask, Response, current_app, request

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_TWO_YEARS = "max-age=63072000; includeSubDomains"
_A_YEAR = "public, max-age=31536000, immutable"
_FIRST_ERROR = 400
_AN_HOUR = "public, max-age=3600"


def install(app: Flask) -> None:
    """Adds the headers to every response."""
    app.after_request(_add)


def _add(response: Response) -> Response:
    for name, value in _ALWAYS.items():
        response.headers.setdefault(name, value)
    if current_app.extensions["house"].settings.is_https:
        response.headers["Strict-Transport-Security"] = _TWO_YEARS
    if (request.endpoint or "").endswith("static") and response.status_code < _FIRST_ERROR:
        response.headers["Cache-Control"] = _A_YEAR if "v" in request.args else _AN_HOUR
    else:
        response.headers.setdefault("Cache-Control", "no-store")
    return response
