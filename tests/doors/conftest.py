"""A real browser for the tests of pages, and whole cities served for the tests from outside."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from kernel.clock import SystemClock
from tests import databases
from tests.conftest import POSTGRES
from tests.doors.serving import Served, served
from tests.practice import Practice, found_city
from tests.shared import once
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


@pytest.fixture(scope="session")
def city_of_today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a practice city that was founded now, to be copied and served for real."""

    def make(folder: Path) -> str:
        var = folder / "var"
        var.mkdir()
        found_city(var, f"sqlite:///{var}/undertone.db", SystemClock())
        databases.settle(var / "undertone.db")
        return "made"

    folder, _ = once(tmp_path_factory, "city-of-today", make)
    return folder / "var"


@pytest.fixture(scope="session")
def city_of_today_on_postgres(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The same on PostgreSQL, and the address of its database; skips where there is no server."""
    if POSTGRES is None:
        pytest.skip("no PostgreSQL server: run it through `make test`")

    def make(folder: Path) -> str:
        var = folder / "var"
        var.mkdir()
        url = databases.make_postgres(POSTGRES)
        found_city(var, url, SystemClock())
        return url

    folder, url = once(tmp_path_factory, "city-of-today-on-postgres", make)
    return folder / "var", url


@pytest.fixture(scope="module")
def served_city(city_of_today: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A city of its own on SQLite, served by gunicorn and the jobs process for one module."""
    with served(city_of_today, tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="module")
def served_city_on_postgres(
    city_of_today_on_postgres: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The same on PostgreSQL; skips where there is no server."""
    assert POSTGRES
    source, template = city_of_today_on_postgres
    folder = tmp_path_factory.mktemp("served")
    with (
        databases.postgres_database(POSTGRES, template=template) as url,
        served(source, folder, url) as running,
    ):
        yield running


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def served_city_on_both(request: pytest.FixtureRequest) -> Served:
    """A served city of its own: the test runs once on each kind of database."""
    wanted = "served_city" if request.param == "sqlite" else "served_city_on_postgres"
    running: Served = request.getfixturevalue(wanted)
    return running
