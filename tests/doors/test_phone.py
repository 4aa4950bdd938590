"""The practice phone: the real way in and out, with and without script."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from jobs import post
from kernel.clock import StoppedClock
from kernel.programme import save_programme
from kernel.segments import measure
from kernel.settings import Settings
from kernel.vocabulary import Address
from outbox import store
from tests.doors.test_shell import faults_of
from tests.practice import Practice

ASHA = "%2B15550100"
CHIDI = "whatsapp:%2B15550102"


@pytest.fixture
def sending(practice: Practice) -> Iterator[None]:
    """The outbox's loop beside the web, as the clock's process runs it."""
    stop = threading.Event()
    join = post.start(practice.house, post.carrier_of(practice.house), stop)
    yield
    stop.set()
    join()


@pytest.fixture
def client(practice: Practice) -> FlaskClient:
    practice.app.config["WTF_CSRF_ENABLED"] = False
    return practice.app.test_client()


def texts(client: FlaskClient, query: str) -> list[dict[str, object]]:
    answer = client.get(f"/phone/messages?{query}")
    assert answer.status_code == 200
    found: list[dict[str, object]] = answer.get_json()
    return found


def deliver(practice: Practice) -> None:
    practice.app.extensions["clockwork"].send()


def test_a_text_goes_the_whole_way_and_its_answer_is_read_as_json(
    practice: Practice, client: FlaskClient
) -> None:
    word = practice.demo["keywords"][0]["word"]
    sent = client.post(
        "/phone/send",
        data={"address": "+15550100", "text": word},
        headers={"Accept": "application/json"},
    )
    assert sent.get_json() == {"status": 200}
    deliver(practice)
    heard, answered = texts(client, f"address={ASHA}")
    assert heard == {**heard, "direction": "in", "channel": "sms", "body": word, "segments": 1}
    assert set(answered) == {"direction", "channel", "body", "segments", "at"}
    assert answered["direction"] == "out"
    assert "Is now a good time?" in str(answered["body"])


@pytest.mark.parametrize(
    "query", ["address=+15550102", f"address={CHIDI}", "address=%2B15550102&channel=whatsapp"]
)
def test_an_address_is_read_however_it_was_written(client: FlaskClient, query: str) -> None:
    client.post("/phone/send", data={"address": "whatsapp:+15550102", "text": "hello"})
    assert [one["channel"] for one in texts(client, query)][:1] == ["whatsapp"]
    assert texts(client, "address=%2B15550102&channel=sms") == []


def test_the_two_ends_of_a_responder_s_phone(practice: Practice, client: FlaskClient) -> None:
    phone = practice.demo["responder_phones"][0]
    page = client.get("/phone").text
    assert phone["address"] in page
    assert texts(client, f"address={phone['address'].replace('+', '%2B')}") == []


@pytest.mark.parametrize("written", ["", "%2B447400123456", "whatsapp:%2B12025550223"])
def test_real_or_missing_addresses_are_refused(client: FlaskClient, written: str) -> None:
    assert client.get(f"/phone/messages?address={written}").status_code == 400
    sent = client.post("/phone/send", data={"address": written.replace("%2B", "+"), "text": "x"})
    assert sent.status_code == 400


def test_outside_practice_there_is_no_phone(practice: Practice, client: FlaskClient) -> None:
    with practice.house.desk() as desk:
        save_programme(desk.session, replace(desk.programme, practice=False))
    for path in ("/phone", f"/phone/messages?address={ASHA}", f"/phone/thread?address={ASHA}"):
        assert client.get(path).status_code == 404
    assert client.post("/phone/send", data={"address": "+15550100"}).status_code == 404
    assert client.post("/phone/shift", data={"off": "1"}).status_code == 404


def test_off_shift_is_played_until_it_is_not(practice: Practice, client: FlaskClient) -> None:
    for off in ("1", "0"):
        client.post("/phone/shift", data={"off": off})
        with practice.house.glance() as desk:
            assert desk.programme.play_off_shift is (off == "1")


def test_a_form_without_its_token_changes_nothing(practice: Practice) -> None:
    answer = practice.app.test_client().post("/phone/shift", data={"off": "1"})
    assert answer.status_code == 400
    with practice.house.glance() as desk:
        assert not desk.programme.play_off_shift


class TestBeyondLoopback:
    """With an access code, nothing of the phone is seen without it."""

    @pytest.fixture(autouse=True)
    def _code(self, practice: Practice) -> None:
        given = practice.house.settings
        practice.house.settings = Settings.load(
            var_dir=given.var_dir, database_url=given.database_url, access_code="K7MQ"
        )

    @pytest.mark.parametrize("path", ["", f"/messages?address={ASHA}", "?code=K7MZ", "?code="])
    def test_without_the_code_nothing_is_seen(self, client: FlaskClient, path: str) -> None:
        answer = client.get(f"/phone{path}")
        assert answer.status_code == 403
        assert "15550100" not in answer.text

    def test_the_code_opens_for_a_month(self, client: FlaskClient) -> None:
        let_in = client.get("/phone?code=K7MQ")
        assert let_in.status_code == 303
        assert "K7MQ" not in let_in.headers["Set-Cookie"]
        assert client.get("/phone").status_code == 200
        assert client.get(f"/phone/messages?address={ASHA}").status_code == 200


@pytest.mark.browser
@pytest.mark.usefixtures("sending")
class TestInABrowser:
    def test_two_people_write_side_by_side(self, practice: Practice, page: Page, live: str) -> None:
        page.goto(f"{live}/phone?p={ASHA}&p={CHIDI}")
        word = practice.demo["keywords"][0]["word"]
        for number in (0, 1):
            device = page.locator(".device").nth(number)
            device.locator("textarea").fill(word)
            device.locator("textarea").press("Enter")
            expect(device.locator(".bubble--hers")).to_contain_text(word)
            expect(device.locator(".bubble--ours")).to_contain_text("Is now a good time?")

    def test_an_answer_is_there_within_a_second_or_so(self, page: Page, live: str) -> None:
        page.goto(f"{live}/phone?p={ASHA}")
        page.locator("textarea").fill("hello")
        started = time.monotonic()
        page.locator("textarea").press("Enter")
        expect(page.locator(".bubble--ours")).to_be_visible()
        assert time.monotonic() - started < 3

    def test_a_glance_shows_two_lines_and_no_more(self, page: Page, live: str) -> None:
        page.goto(f"{live}/phone?p={ASHA}")
        page.locator("textarea").fill("hello")
        page.locator("textarea").press("Enter")
        expect(page.locator(".bubble--ours")).to_be_visible()
        page.get_by_role("button", name="Lock screen").click()
        notice = page.locator(".notice__text").first
        expect(notice).to_be_visible()
        expect(page.locator(".bubbles")).to_be_hidden()
        assert notice.evaluate(
            "it => it.clientHeight < 2.2 * parseFloat(getComputedStyle(it).lineHeight)"
        )

    @pytest.mark.parametrize(
        "text",
        ["hello", "a" * 161, "[" * 80, "[" * 81, "ñandú", "😢" * 36, "x" * 306, "x" * 307, "ok\n€"],
    )
    def test_the_counter_counts_as_the_carrier_does(self, page: Page, live: str, text: str) -> None:
        page.goto(f"{live}/phone?p={ASHA}")
        page.locator("textarea").fill(text)
        found = measure(text)
        counter = page.locator("[data-counter]")
        expect(counter).to_contain_text(f"{found.encoding} · {found.units}/")
        expect(counter).to_contain_text(f"· {found.segments} segment")

    def test_without_script_it_is_plain_forms(
        self, practice: Practice, browser: Browser, live: str
    ) -> None:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{live}/phone?p={CHIDI}")
        page.locator("textarea").fill(practice.demo["keywords"][0]["word"])
        page.get_by_role("button", name="Send as").click()
        expect(page.locator(".bubble--ours")).to_contain_text("Is now a good time?")
        page.get_by_role("button", name="Lock screen").click()
        expect(page.locator(".notice__text")).to_contain_text("Is now a good time?")
        context.close()

    def test_it_can_be_read_aloud_and_reached_by_keyboard(self, page: Page, live: str) -> None:
        page.emulate_media(reduced_motion="reduce")
        page.goto(f"{live}/phone?p={ASHA}&p={CHIDI}")
        page.locator("textarea").first.fill("hello")
        page.locator("textarea").first.press("Enter")
        expect(page.locator("[data-news]").first).to_contain_text("Is now a good time?")
        assert faults_of(page) == []
        page.get_by_role("button", name="Lock screen").press("Enter")
        assert faults_of(page) == []

    def test_a_small_phone_needs_no_sideways_scrolling(self, browser: Browser, live: str) -> None:
        context = browser.new_context(viewport={"width": 360, "height": 640})
        page = context.new_page()
        page.goto(f"{live}/phone")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        expect(page.locator("textarea").first).to_be_in_viewport()
        context.close()


@pytest.mark.browser
def test_a_button_is_a_tap_with_its_words(
    practice: Practice, clock: StoppedClock, page: Page, live: str
) -> None:
    chidi = Address.parse("whatsapp:+15550102")
    with practice.house.desk() as desk:
        store.hear_contact(desk.session, "t", chidi.channel, clock.now())
        store.enqueue(
            desk.session, desk.keyring, kind="reply", address=chidi, text="Is it now?",
            contact_token="t", now=clock.now(), expires_at=clock.now() + timedelta(minutes=2),
            buttons=("Yes", "No"),
        )  # fmt: skip
    deliver(practice)
    page.goto(f"{live}/phone?p={CHIDI}")
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.locator(".bubble--hers")).to_contain_text("No")
    deliver(practice)
