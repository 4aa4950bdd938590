"""A real browser for the tests of pages."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from tests.practice import Practice
from tools.postgres import free_port

# Nothing but this machine answers: a page that asks elsewhere fails its test.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    installed = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=installed, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page on a desk-sized screen, that fails the test on a script error."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert not faults, faults


@pytest.fixture
def narrow_page(browser: Browser) -> Iterator[Page]:
    """A fresh page on a telephone-sized screen."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="en-GB"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def port() -> int:
    """The port that `live` listens on."""
    return free_port()


@pytest.fixture
def public_url(port: int) -> str:
    """The address of `live`, which is also what the house believes."""
    return f"http://127.0.0.1:{port}"


@pytest.fixture
def live(practice: Practice, port: int, public_url: str) -> Iterator[str]:
    """The address of the practice house, served to a browser for one test."""
    server = make_server("127.0.0.1", port, practice.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield public_url
    server.shutdown()
    thread.join()
