"""The practice phone at `/phone`, in practice databases: play a person, see what she would see."""

import time
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from typing import Final, cast

from flask import Blueprint, Flask, abort, current_app, jsonify, redirect, request, url_for
from flask import render_template as render
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from bots.dialling import SERVICE_CODE, hang_up, session_of
from bots.phone_screen import Phone, as_json, phone_of, texts_of
from bots.phonebook import Person, Phonebook, read_address, read_phonebook, read_sign_ins
from bots.playing import play, read_tap
from kernel.ids import same
from kernel.programme import load_programme, save_programme
from kernel.vocabulary import Address
from outbox.practice import LINE_SMS
from pathway.desk import Desk, House
from staff.access import PUBLIC
from vault.derive import keyed

_MOST_PHONES: Final = 4
_LONGEST_TEXT: Final = 1600
_PATIENCE_SECONDS: Final = 2.0
_CODE_SECONDS: Final = 30
_COOKIE: Final = "phone"
_MONTH_SECONDS: Final = 30 * 24 * 3600


class _Phone(Blueprint):
    """Is a blueprint whose every route is open; the gate below asks for the access code."""

    access: Final = dict.fromkeys(
        ("page", "thread", "codes", "messages", "send", "shift", "static"), PUBLIC
    )


blueprint = _Phone(
    "phone", __name__, url_prefix="/phone", template_folder="templates", static_folder="static"
)


@blueprint.record_once
def _lend(state: BlueprintSetupState) -> None:
    # The simulator in the terminal is another door: it texts the same way without knowing us.
    state.app.extensions["rehearse"] = partial(play, cast("Flask", state.app))


@blueprint.context_processor
def _line() -> dict[str, str]:
    number = f"{LINE_SMS[:2]} {LINE_SMS[2:5]} {LINE_SMS[5:]}"
    return {"line_number": number, "service_code": SERVICE_CODE}


@blueprint.before_request
def _gate() -> ResponseReturnValue | None:
    if request.endpoint == "phone.static":
        return None
    if not _is_practice():
        abort(HTTPStatus.NOT_FOUND)
    code = _house().settings.access_code
    if code is None:
        return None
    wanted = code.get_secret_value().encode()
    if same(request.args.get("code", "").strip().encode(), wanted):
        return _let_in(wanted)
    if same(request.cookies.get(_COOKIE, "").encode(), _pass(wanted).encode()):
        return None
    return render("phone/code.html", wrong="code" in request.args), HTTPStatus.FORBIDDEN


@blueprint.get("")
def page() -> ResponseReturnValue:
    """Shows the phones side by side."""
    book = _book()
    wanted = [one for one in map(read_address, request.args.getlist("p")) if one is not None]
    chosen = list(dict.fromkeys(wanted))[:_MOST_PHONES]
    chosen = chosen or [book.people[0].address, book.people[2].address]
    with _house().glance() as desk:
        phones = [_phone(desk, book.person(one)) for one in chosen]
    return render(
        "phone/page.html",
        phones=phones,
        book=book,
        programme=desk.programme,
        locked="lock" in request.args,
        can_add=len(phones) < _MOST_PHONES,
    )


@blueprint.get("/thread")
def thread() -> ResponseReturnValue:
    """Shows the screen of one phone, for a page that refreshes itself."""
    person = _book().person(_asked_for())
    with _house().glance() as desk:
        phone = _phone(desk, person)
    return render("phone/screen.html", phone=phone, programme=desk.programme)


@blueprint.get("/codes")
def codes() -> ResponseReturnValue:
    """Shows the sign-in codes that the made-up members' telephones would show now."""
    now = _house().clock.now()
    left = _CODE_SECONDS - int(now.timestamp()) % _CODE_SECONDS
    people = read_sign_ins(_house().settings.var_dir, now)
    # Drawn again when the codes change, with or without script.
    shown = render("phone/codes.html", people=people, left=left)
    return shown, {"Refresh": str(left + 1)}


@blueprint.get("/messages")
def messages() -> ResponseReturnValue:
    """Gives one person's texts as JSON; a bare number gives both of its channels."""
    address = _asked_for()
    with _house().glance() as desk:
        texts = texts_of(desk, address, both_channels="channel" not in request.args)
    return jsonify([as_json(text) for text in texts])


@blueprint.post("/send")
def send() -> ResponseReturnValue:
    """Posts a text as that person through the real webhook."""
    address = read_address(request.form.get("address", ""))
    if address is None:
        abort(HTTPStatus.BAD_REQUEST)
    if "hang" in request.form:
        hang_up(_app(), address)
        return redirect(_way_back(), HTTPStatus.SEE_OTHER)
    text = request.form.get("text", "")[:_LONGEST_TEXT]
    status = play(_app(), address, text, tapped=read_tap(request.form))
    if request.accept_mimetypes.best == "application/json":
        return jsonify({"status": status})
    _wait_for_answer(address)
    return redirect(_way_back(), HTTPStatus.SEE_OTHER)


@blueprint.post("/shift")
def shift() -> ResponseReturnValue:
    """Plays that nobody is on shift, or that the rota decides again."""
    off = request.form.get("off") == "1"
    with _house().desk() as desk:
        save_programme(desk.session, replace(desk.programme, play_off_shift=off))
    return redirect(_way_back(), HTTPStatus.SEE_OTHER)


def _house() -> House:
    house: House = current_app.extensions["house"]
    return house


def _app() -> Flask:
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    return app


def _phone(desk: Desk, person: Person) -> Phone:
    return phone_of(desk, person, session_of(_app(), person.address))


def _book() -> Phonebook:
    return read_phonebook(_house().settings.var_dir)


def _is_practice() -> bool:
    with _house().database.reading() as session:
        programme = load_programme(session)
    return programme is not None and programme.practice


def _asked_for() -> Address:
    address = read_address(request.args.get("address", ""), request.args.get("channel"))
    if address is None:
        abort(HTTPStatus.BAD_REQUEST)
    return address


def _wait_for_answer(address: Address) -> None:
    # A page without script is drawn once: give the answer, which comes by itself, time to come.
    waited = 0.0
    while waited < _PATIENCE_SECONDS:
        with _house().glance() as desk:
            texts = texts_of(desk, address, both_channels=False)
        if texts and texts[-1].direction == "out":
            return
        time.sleep(0.1)
        waited += 0.1


def _way_back() -> str:
    phones = [str(one) for one in map(read_address, request.form.getlist("p")) if one is not None]
    lock = "1" if request.form.get("lock") else None
    return url_for("phone.page", p=phones, lock=lock)


def _pass(code: bytes) -> str:
    return keyed(_house().keyring.cookie_secret, b"practice phone", code).hex()


def _let_in(code: bytes) -> ResponseReturnValue:
    response = redirect(url_for("phone.page"), HTTPStatus.SEE_OTHER)
    response.set_cookie(
        _COOKIE,
        _pass(code),
        max_age=_MONTH_SECONDS,
        path="/phone",
        secure=_house().settings.is_https,
        httponly=True,
        samesite="Strict",
    )
    return response
