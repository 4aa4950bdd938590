"""What every page carries, and what machines and doctors are told."""

from __future__ import annotations

import re
import stat

from kernel.clock import StoppedClock
from tests.doors.entering import sign_in
from tests.practice import Practice, open_city


def test_every_answer_carries_the_headers(practice: Practice) -> None:
    client = practice.app.test_client()
    for path in ("/", "/signin", "/nothing", "/static/console.css", "/healthz", "/today"):
        headers = client.get(path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'"), path
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert client.get("/signin").headers["Cache-Control"] == "no-store"
    assert client.get("/static/console.css").headers["Cache-Control"] == "public, max-age=3600"


def test_the_front_page_says_nothing_about_its_subject(practice: Practice) -> None:
    page = practice.app.test_client().get("/").text.casefold()

    assert 'href="/signin"' in page
    assert not re.search(r"violen|abus|survivor|victim|shelter|assault|danger|gender|women", page)


def test_practice_is_said_on_every_page(practice: Practice, clock: StoppedClock) -> None:
    client = practice.app.test_client()
    for path in ("/", "/signin", "/nothing"):
        assert "nobody reads here" in client.get(path).text
    assert "nobody reads here" in sign_in(practice, clock, "auditor").get("/settings").text


def test_the_page_speaks_the_visitors_language(practice: Practice) -> None:
    client = practice.app.test_client()

    assert '<html lang="en" dir="ltr"' in client.get("/signin").text
    spanish = client.get("/signin", headers={"Accept-Language": "es-CO,es"}).text
    assert '<html lang="es" dir="ltr"' in spanish
    assert "Iniciar sesión" in spanish
    client.get("/signin?lang=es")
    assert '<html lang="es"' in client.get("/").text
    assert '<html lang="es"' in client.get("/?lang=xx").text


def test_a_house_without_keys_is_alive_but_not_ready(
    practice: Practice, clock: StoppedClock
) -> None:
    client = practice.app.test_client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200

    practice.settings.web_keyring.unlink()
    settings = practice.settings
    bare = open_city(settings.var_dir, settings.database_url, clock).app.test_client()

    assert bare.get("/healthz").status_code == 200
    answer = bare.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready\n")


def test_doctor_finds_nothing_wrong_and_then_what_is(practice: Practice) -> None:
    runner = practice.app.test_cli_runner()
    well = runner.invoke(args=["doctor"])
    assert well.exit_code in {0, 1}
    faults = [line for line in well.output.splitlines() if line.startswith("fault")]
    assert all(line.startswith("fault  clock") for line in faults), well.output

    practice.settings.web_keyring.chmod(0o644)
    ill = runner.invoke(args=["doctor"])

    assert ill.exit_code == 1
    assert "fault  web keyring" in ill.output
    assert stat.S_IMODE(practice.settings.web_keyring.stat().st_mode) == 0o644
