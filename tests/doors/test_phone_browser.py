"""The practice phone in a real browser: side by side, locked, counted, and without script."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from jobs import post
from kernel.clock import StoppedClock
from kernel.segments import measure
from kernel.vocabulary import Address
from outbox import store
from tests.doors.test_phone import ASHA, CHIDI, deliver
from tests.doors.test_shell import faults_of
from tests.practice import Practice


@pytest.fixture
def sending(practice: Practice) -> Iterator[None]:
    """The outbox's loop beside the web, as the clock's process runs it."""
    stop = threading.Event()
    join = post.start(practice.house, post.carrier_of(practice.house), stop)
    yield
    stop.set()
    join()


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
            buttons=(("7:1", "Yes"), ("7:2", "No")),
        )  # fmt: skip
    deliver(practice)
    page.goto(f"{live}/phone?p={CHIDI}")
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.locator(".bubble--hers")).to_contain_text("No")
    deliver(practice)
