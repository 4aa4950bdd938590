"""Whatever comes in has a decided answer: nobody is told she is wrong, and nothing is lost."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit

import pytest
from sqlalchemy import event

from tests.doors.outside import MESSAGE, SIGNATURE, URLENCODED, Outside, Person, signed
from tests.doors.serving import Served
from tests.doors.talk import Story, converse, question_in
from tests.doors.visitor import Visitor, people
from tests.practice import Practice

NARRATIVE = ("It began in the spring, when the fence fell. " * 36)[:1600]
WELCOME = "moment"
STATUS = "/webhooks/twilio/status?m=00000000-0000-0000-0000-000000000000"


@pytest.fixture
def outside(served_city: Served) -> Outside:
    return served_city.outside


@pytest.fixture
def person(outside: Outside, request: pytest.FixtureRequest) -> Person:
    """Somebody who never wrote before: her number is made from the name of the test."""
    made = int(hashlib.sha256(request.node.name.encode()).hexdigest(), 16) % 10**7
    return Person(outside, f"+1555{made:07d}")


@pytest.mark.parametrize(
    "text",
    [
        "pineapple", "🙂", "", "  \n ", "?!?", "\u200f\u200f\u061c", "1", "Ж" * 70, "e\u0301" * 40,
        "\x00", "a\x00b", "\u202etxet desrever", "<script>alert(1)</script>", "' OR 1=1 --",
        "%00%ff",
    ],
)  # fmt: skip
def test_any_first_text_gets_the_welcome_and_nothing_else(person: Person, text: str) -> None:
    assert question_in(person.text(text)) == WELCOME
    assert len(person.received()) == 1


@pytest.mark.parametrize(
    "word",
    [
        "jacaranda", "JACARANDA", " Jaca Randa. ", "jacarándá", "ja\u200bcaran\u200dda",
        "\u202ejacaranda\u202c", "jасаrаndа", "ＪＡＣＡＲＡＮＤＡ", "JACARANDA!", "jacar4nda",
    ],
)  # fmt: skip
def test_a_coded_word_is_known_however_it_is_typed(person: Person, word: str) -> None:
    assert question_in(person.text(word)) == WELCOME
    assert question_in(person.text("1")) == "fast"


def test_a_word_of_danger_is_heard_through_disguises(person: Person) -> None:
    assert "Fast help: call" in person.text("HIB\u200bISCUS")


def test_a_voice_note_is_no_mistake(person: Person) -> None:
    media = {"NumMedia": "1", "MediaContentType0": "audio/ogg", "MediaUrl0": "https://x.invalid/1"}
    assert question_in(person.text("", **media)) == WELCOME
    for line in ("1", "2", "1"):
        person.text(line)
    assert question_in(person.text("1")) == "what"
    assert "voice message" in person.text("", **media)
    assert question_in(person.text("2")) == "what"


def test_a_word_nobody_knows_is_kept_and_asked_about_once(person: Person) -> None:
    for line in ("JACARANDA", "1", "2"):
        person.text(line)
    for odd in ("mzxq", "🙂🙂", "7"):
        reply = person.text(odd).casefold()
        assert "wrong" not in reply
        assert "error" not in reply
        assert "invalid" not in reply
    assert question_in(person.text("1")) in {"who", "duty"}


def test_a_long_story_is_kept_whole_and_read_whole(served_city: Served, person: Person) -> None:
    held = converse(
        person, "JACARANDA", Story(what=NARRATIVE.strip(), word="copperkettle", ask="4")
    )
    assert held.asked[-1] == "end"
    assert person.outside.bodies(person.address, "in")[5] == NARRATIVE.strip()
    desk = Visitor(served_city.url)
    desk.sign_in(people(person.outside.demo, "caseworker")[1])
    pages = [desk.open_case(code) for code in desk.cases()]
    assert sum(NARRATIVE.strip() in page for page in pages) == 1


def test_unknown_fields_are_welcome(person: Person) -> None:
    odd = {"ProfileName": "Zoë", "FromCity": "NOWHERE", "Später": "x" * 5000, "": "empty", "𝕏": "1"}
    assert question_in(person.text("JACARANDA", **odd)) == WELCOME


def test_a_form_without_a_sender_or_a_message_is_taken_and_dropped(outside: Outside) -> None:
    whole = outside.form("+15553400001", "JACARANDA")
    for missing in ({"From"}, {"MessageSid", "SmsMessageSid", "SmsSid"}):
        form = {name: value for name, value in whole.items() if name not in missing}
        assert outside.post(form)[0] == 200
    assert outside.texts("+15553400001") == []


@pytest.mark.parametrize(
    "sender",
    ["whatsapp:", "+", "sms:+1", "whatsapp:ZA.ab\x00c", "x" * 3000, "\u202e+15550100", " "],
)
def test_an_odd_sender_breaks_nothing(outside: Outside, sender: str) -> None:
    status, body = outside.post(outside.form(sender, "JACARANDA"))
    assert status in {200, 400}
    assert sender.encode() not in body or not sender.strip()


def test_bytes_that_are_no_text_break_nothing(outside: Outside) -> None:
    form = outside.form("+15553410001", "\ufffd\ufffd broken")
    headers = {"Content-Type": URLENCODED, SIGNATURE: outside.sign(form)}
    escaped = urlencode(form).encode()
    for broken in (b"%FF", b"\xff", b"%ED%A0%80", b"\xc3"):
        raw = escaped.replace(b"%EF%BF%BD", broken)
        assert outside.send("POST", MESSAGE, raw, headers)[0] in {200, 403}
    assert all("broken" in one for one in outside.bodies("+15553410001", "in"))


@pytest.mark.parametrize("path", [MESSAGE, STATUS])
@pytest.mark.parametrize(
    "wrong",
    ["", "x", "AAAA", "=" * 28, "A" * 100_000, "é" * 28, "\x01", base64.b64encode(b"0" * 20)],
)
def test_a_wrong_signature_gets_one_constant_answer(
    outside: Outside, path: str, wrong: str | bytes
) -> None:
    form = outside.form("+15553420001", "JACARANDA")
    shown = wrong if isinstance(wrong, bytes) else wrong.encode("utf-8")
    status, body = raw_post(outside, path, urlencode(form).encode(), shown)
    # What is no header at all does not come as far as us.
    assert (status, body) == (403, b"") or status in {400, 431}
    assert status == 403 or len(shown) > 8190 or shown < b" "
    assert outside.texts("+15553420001") == []


def test_no_signature_is_a_wrong_one(outside: Outside) -> None:
    form = outside.form("+15553420002", "JACARANDA")
    body = urlencode(form).encode()
    assert outside.send("POST", MESSAGE, body, {"Content-Type": URLENCODED}) == (403, b"")


def test_a_signature_for_another_address_or_text_is_wrong(outside: Outside) -> None:
    form = outside.form("+15553420003", "JACARANDA")
    token = outside.demo["twilio"]["auth_token"]
    other = signed(token, "https://elsewhere.example" + MESSAGE, form)
    assert outside.post(form, other) == (403, b"")
    assert outside.post(form | {"Body": "GIRASOL"}, outside.sign(form)) == (403, b"")
    assert outside.post(form | {"More": "x"}, outside.sign(form)) == (403, b"")


def test_a_json_body_is_bound_by_its_hash(outside: Outside) -> None:
    body = json.dumps({"Body": "JACARANDA", "From": "+15553430001"}).encode()
    path = f"{MESSAGE}?bodySHA256={hashlib.sha256(body).hexdigest()}"
    signature = outside.sign({}, path)
    headers = {"Content-Type": "application/json", SIGNATURE: signature}
    assert outside.send("POST", path, body.replace(b"001", b"002"), headers) == (403, b"")
    assert outside.send("POST", MESSAGE, body, {**headers, SIGNATURE: outside.sign({})})[0] == 403
    assert outside.send("POST", path, body, headers)[0] == 200
    assert outside.texts("+15553430001") == []


def test_ten_megabytes_are_refused_cheaply(outside: Outside) -> None:
    form = outside.form("+15553440001", "JACARANDA")
    begun = time.monotonic()
    for kind in (URLENCODED, "application/json", "multipart/form-data; boundary=x", "text/plain"):
        headers = {"Content-Type": kind, SIGNATURE: outside.sign(form)}
        try:
            status, _ = outside.send("POST", MESSAGE, b"Body=" + b"a" * 10_000_000, headers)
        except (BrokenPipeError, ConnectionResetError, http.client.RemoteDisconnected):
            continue
        assert status in {403, 413}
    assert time.monotonic() - begun < 5
    assert outside.texts("+15553440001") == []


def test_other_methods_are_not_heard(outside: Outside) -> None:
    for method in ("GET", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"):
        assert outside.send(method, MESSAGE, None, {})[0] in {400, 405, 501}


def test_a_refusal_asks_the_database_nothing(practice: Practice) -> None:
    client = practice.app.test_client()
    client.get("/healthz")
    form = {"From": "+15550100", "Body": "JACARANDA", "MessageSid": "SM1"}
    with statements(practice) as asked:
        for path in (MESSAGE, STATUS):
            assert client.post(path, data=form).status_code == 403
            assert client.post(path, data=form, headers={SIGNATURE: "x"}).status_code == 403
        assert client.post(MESSAGE, json=form, headers={SIGNATURE: "x"}).status_code == 403
    assert asked == []


@contextmanager
def statements(practice: Practice) -> Iterator[list[str]]:
    """Collect every statement that reaches the database."""
    asked: list[str] = []

    def note(*told: object) -> None:
        asked.append(str(told[2]))

    engines = (practice.house.database.writer, practice.house.database.reader)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield asked
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)


def raw_post(outside: Outside, path: str, body: bytes, signature: bytes) -> tuple[int, bytes]:
    """Post with a header of any bytes, which a well-behaved library would not send."""
    host = urlsplit(outside.url)
    connection = http.client.HTTPConnection(str(host.hostname), host.port, timeout=30)
    connection.putrequest("POST", path)
    connection.putheader("Content-Type", URLENCODED)
    connection.putheader("Content-Length", str(len(body)))
    connection._output(SIGNATURE.encode() + b": " + signature)  # type: ignore[attr-defined]
    connection.endheaders(body)
    answer = connection.getresponse()
    read = answer.status, answer.read()
    connection.close()
    return read
