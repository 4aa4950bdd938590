"""Files come from known hosts only, never from a private network, and never with a password on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from pathway.getting import Allowed, Got, Later, Never, get, is_public

Place = tuple[int, dict[str, str], bytes]


class Web:
    """A small web server that says what it was asked, and with which password."""

    def __init__(self) -> None:
        self.pages: dict[str, Place] = {}
        self.asked: list[tuple[str, str | None]] = []
        self.url = ""


@contextmanager
def serving() -> Iterator[Web]:
    web = Web()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.path, self.headers.get("Authorization")))
            status, headers, body = web.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    web.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield web
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        yield made


def allowed(web: Web, largest: int = 1000) -> Allowed:
    return Allowed(frozenset({"api.twilio.com", "localhost"}), frozenset({web.url}), largest)


PASSWORD = {"Authorization": "Basic x"}


def test_a_file_is_fetched_with_the_password(web: Web) -> None:
    web.pages["/a"] = (200, {}, b"sound")
    assert get(f"{web.url}/a", PASSWORD, allowed(web)) == Got(b"sound")
    assert web.asked == [("/a", "Basic x")]


def test_the_password_stays_behind_when_it_is_sent_on(web: Web) -> None:
    web.pages["/a"] = (307, {"Location": "/b"}, b"")
    web.pages["/b"] = (200, {}, b"sound")
    assert get(f"{web.url}/a", PASSWORD, allowed(web)) == Got(b"sound")
    assert web.asked == [("/a", "Basic x"), ("/b", None)]


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1:1/admin",
        "https://127.0.0.1/admin",
        "http://169.254.169.254/latest/meta-data",
        "https://localhost/admin",
        "https://evil.example/x",
        "https://api.twilio.com.evil.example/x",
        "https://api.twilio.com@evil.example/x",
        "http://api.twilio.com/x",
        "https://api.twilio.com:8443/x",
        "file:///etc/passwd",
        "ftp://api.twilio.com/x",
        "https://[::1]/x",
        "https://host:port/x",
        "",
    ],
)
def test_it_is_not_sent_on_to_where_it_may_not_go(web: Web, to: str) -> None:
    web.pages["/a"] = (302, {"Location": to}, b"")
    assert get(f"{web.url}/a", PASSWORD, allowed(web)) == Never("refused")
    assert {path for path, _ in web.asked} == {"/a"}


def test_it_does_not_run_in_circles(web: Web) -> None:
    web.pages["/a"] = (302, {"Location": "/a"}, b"")
    assert get(f"{web.url}/a", {}, allowed(web)) == Never("refused")
    assert len(web.asked) == 4


def test_too_much_is_never_read_to_its_end(web: Web) -> None:
    web.pages["/a"] = (200, {}, bytes(1_000_000))
    assert get(f"{web.url}/a", {}, allowed(web, largest=1000)) == Never("too_big")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, Never("gone")),
        (410, Never("gone")),
        (401, Later("401")),
        (429, Later("429")),
        (500, Later("500")),
        (204, Later("204")),
    ],
)
def test_what_the_provider_says_is_understood(web: Web, status: int, said: object) -> None:
    web.pages["/a"] = (status, {}, b"")
    assert get(f"{web.url}/a", {}, allowed(web)) == said


def test_nobody_there_is_a_reason_to_try_again(web: Web) -> None:
    nobody = "http://127.0.0.1:9"
    found = get(f"{nobody}/a", {}, Allowed(frozenset(), frozenset({nobody})))
    assert isinstance(found, Later)
    assert web.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2a00:1450:4001:830::200e", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse, not to listen on
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
    ],
)
def test_private_addresses_are_known(address: str, *, public: bool) -> None:
    assert is_public(address) is public
