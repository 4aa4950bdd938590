"""A caseworker and a responder walk their pages in a real browser, from a sign-in to an outcome."""

from __future__ import annotations

import pyotp
import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kernel.vocabulary import Tier
from tests.doors.desks.deskwork import HER_WORDS, PASSPHRASE, TOTP, Deskwork

pytestmark = pytest.mark.browser


def test_from_danger_to_an_outcome_without_a_mouse_trap(
    work: Deskwork, served: str, page: Page, browser: Browser
) -> None:
    case = work.report(danger=True, tier=Tier.EMERGENCY)
    _sign_in(work, page, served, "ana")
    expect(page.locator("#alarms")).to_contain_text(case.code)
    _sound(page)
    page.get_by_role("link", name=case.code).first.click()
    page.get_by_label("Someone may be in danger now").check()
    page.get_by_role("button", name="Open the case").click()
    expect(page.locator("#conversation")).to_contain_text(HER_WORDS)
    assert case.code in page.title()
    _sound(page)
    page.get_by_role("button", name="I am reading this now").click()
    page.locator("#alarms textarea").fill("I am here with you.")
    page.get_by_role("button", name="Send to her").click()
    page.get_by_role("button", name="Take the case").click()
    expect(page.get_by_text("This case is yours")).to_be_visible()
    _refer(page)
    attempt = work.attempts(case)[0]
    other = browser.new_context(locale="en-GB").new_page()
    _answer(work, other, served, attempt.code)
    page.goto(f"{served}/referrals")
    expect(page.get_by_role("row", name=attempt.code)).to_contain_text("She got the service")
    _sound(page)


def test_the_preview_follows_the_typing(work: Deskwork, served: str, page: Page) -> None:
    case = work.report()
    _open(work, page, served, case.code)
    page.get_by_role("link", name="Leave an answer").click()
    page.locator("#text").press_sequentially("Hello. You can come on Monday.")
    expect(page.locator("#preview .ut-lock")).to_contain_text("You can come on Monday.")
    expect(page.locator("#preview")).to_contain_text("1 text message")
    _sound(page)
    page.get_by_role("button", name="Leave it for her").click()
    expect(page.locator("#answers")).to_contain_text("Waiting for her")


def test_the_red_part_finds_new_danger_by_itself(work: Deskwork, served: str, page: Page) -> None:
    _sign_in(work, page, served, "ana")
    expect(page.locator("#alarms")).to_contain_text("Nobody has asked for help fast")
    case = work.report(danger=True)
    expect(page.locator("#alarms")).to_contain_text(case.code, timeout=20_000)


def test_everything_works_without_script_on_a_small_screen(
    work: Deskwork, served: str, browser: Browser
) -> None:
    case = work.report()
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, locale="en-GB"
    )
    page = context.new_page()
    _open(work, page, served, case.code)
    for path in ("/today", "/cases", f"/cases/{case.code}", "/referrals", "/directory"):
        page.goto(f"{served}{path}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, f"{path} is {wide} wide"
    page.goto(f"{served}/cases/{case.code}/answer")
    page.locator("#text").fill("Hello. You can come on Monday.")
    page.get_by_role("button", name="See what she will see").click()
    expect(page.locator("#preview .ut-bubble")).to_contain_text("You can come on Monday.")
    _refer_from(page, f"{served}/cases/{case.code}")
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    context.close()


def _sign_in(work: Deskwork, page: Page, served: str, name: str) -> None:
    work.clock.advance(seconds=31)
    page.goto(f"{served}/signin")
    page.fill("#email", f"{name}@example.org")
    page.fill("#passphrase", PASSPHRASE)
    page.fill("#code", pyotp.TOTP(TOTP).at(work.clock.now()))
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(lambda url: "/signin" not in url)


def _open(work: Deskwork, page: Page, served: str, code: str) -> None:
    _sign_in(work, page, served, "ana")
    page.goto(f"{served}/cases/{code}")
    page.get_by_label("To read a new report").check()
    page.get_by_role("button", name="Open the case").click()


def _refer(page: Page) -> None:
    _refer_from(page, page.url.partition("#")[0])
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()


def _refer_from(page: Page, case: str) -> None:
    page.goto(case)
    page.get_by_role("link", name="Refer by hand").click()
    page.get_by_label("East Side Clinic").first.check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("By phone").check()
    page.locator("#words").fill("I asked what they may know. She said yes.")
    page.get_by_label("She knows who will see this").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Send the request").click()


def _answer(work: Deskwork, page: Page, served: str, code: str) -> None:
    _sign_in(work, page, served, "rui")
    page.get_by_role("link", name=code).click()
    expect(page.get_by_text("What she agreed to share")).to_be_visible()
    assert HER_WORDS not in page.content()
    _sound(page)
    page.get_by_role("button", name="Accept").click()
    page.get_by_label("She got the service").check()
    page.get_by_role("button", name="Close the request").click()
    expect(page.get_by_text("Nothing more to do")).to_be_visible()


def _sound(page: Page) -> None:
    """Fails on what the accessibility checker calls serious or critical."""
    found = Axe().run(page)["violations"]
    grave = [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]
    assert grave == []
