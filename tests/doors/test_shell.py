"""The shell in a real browser: hiding, idling, reading aloud, narrow screens, no script at all."""

from __future__ import annotations

from typing import Any

import pyotp
import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kernel.clock import StoppedClock
from tests.practice import Practice

pytestmark = pytest.mark.browser
SMALLEST = 24
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def enter(page: Page, live: str, practice: Practice, clock: StoppedClock, role: str) -> None:
    person = practice.person(role)
    page.goto(f"{live}/signin")
    page.get_by_label("E-mail address").fill(person["email"])
    page.get_by_label("Passphrase", exact=True).fill(person["password"])
    page.get_by_label("Six-digit code").fill(pyotp.TOTP(person["totp_secret"]).at(clock.now()))
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def faults_of(page: Page) -> list[str]:
    found: dict[str, Any] = Axe().run(page, options=RULES)
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


def test_one_click_hides_the_screen(
    page: Page, live: str, practice: Practice, clock: StoppedClock
) -> None:
    enter(page, live, practice, clock, "auditor")

    page.get_by_role("button", name="Hide screen").click()

    page.wait_for_url(f"{live}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Undertone")


def test_shift_three_times_hides_the_screen(
    page: Page, live: str, practice: Practice, clock: StoppedClock
) -> None:
    enter(page, live, practice, clock, "auditor")

    for _ in range(3):
        page.keyboard.press("Shift")

    page.wait_for_url(f"{live}/")


def test_a_page_left_alone_asks_and_then_covers_itself(
    page: Page, live: str, practice: Practice, clock: StoppedClock
) -> None:
    page.clock.install()
    enter(page, live, practice, clock, "auditor")
    warning = page.get_by_role("dialog", name="Are you still here?")
    closed = page.get_by_role("dialog", name="This page is closed")

    clock.advance(minutes=28)
    page.clock.fast_forward("28:01")
    expect(warning).to_be_visible()
    page.get_by_role("button", name="Stay signed in").click()
    expect(warning).to_be_hidden()

    page.get_by_label("What was done").select_option("signed_in")
    clock.advance(minutes=28)
    page.clock.fast_forward("28:01")
    expect(warning).to_be_visible()
    clock.advance(minutes=3)
    page.clock.fast_forward("03:00")
    expect(closed).to_be_visible()
    expect(page.locator("#verb")).to_have_value("signed_in")


def test_without_a_script_one_signs_in_hides_and_signs_out(
    browser: Browser, live: str, practice: Practice, clock: StoppedClock
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    enter(page, live, practice, clock, "auditor")

    page.get_by_role("button", name="Hide screen").click()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{live}/audit")

    expect(page).to_have_url(f"{live}/signin")
    context.close()


def test_nothing_is_asked_of_anybody_else_and_no_rule_is_broken(
    page: Page, live: str, practice: Practice, clock: StoppedClock
) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: complaints.append(line.text))

    enter(page, live, practice, clock, "administrator")
    page.goto(f"{live}/settings")

    assert not [url for url in asked if not url.startswith((live, "data:"))]
    assert complaints == []


@pytest.mark.parametrize("path", ["/", "/signin", "/settings", "/audit", "/nothing-here"])
def test_pages_can_be_read_by_everybody(
    page: Page, live: str, practice: Practice, clock: StoppedClock, path: str
) -> None:
    if path in {"/settings", "/audit"}:
        role = "administrator" if path == "/settings" else "auditor"
        enter(page, live, practice, clock, role)
    page.goto(live + path)

    assert faults_of(page) == []


def test_a_narrow_screen_needs_no_sideways_scrolling_and_fingers_find_the_controls(
    narrow_page: Page, live: str, practice: Practice, clock: StoppedClock
) -> None:
    page = narrow_page
    enter(page, live, practice, clock, "administrator")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{live}/settings")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for control in page.locator("header a:visible, header button:visible").all():
        box = control.bounding_box()
        assert box
        assert box["height"] >= SMALLEST, control.inner_text()
        assert box["width"] >= SMALLEST, control.inner_text()


def test_the_first_tab_skips_to_the_content(page: Page, live: str) -> None:
    page.goto(f"{live}/signin")
    page.keyboard.press("Tab")

    focused = page.locator(":focus")
    expect(focused).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()


def test_titles_and_addresses_name_nobody(
    page: Page, live: str, practice: Practice, clock: StoppedClock
) -> None:
    enter(page, live, practice, clock, "administrator")
    name = practice.person("administrator")["name"]

    assert name not in page.title()
    assert page.title() == "Settings – Undertone"
