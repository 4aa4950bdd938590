"""The console as people use it, in a real browser: signing in and the acts of each one's day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.doors.visitor import code_of


@dataclass(frozen=True)
class Attempt:
    """One request to a service, as the caseworker's page tells of it."""

    code: str
    organization: str


@dataclass(frozen=True)
class Console:
    """One person's browser window, signed in."""

    page: Page
    url: str

    @classmethod
    def enter(cls, browser: Browser, url: str, person: dict[str, Any]) -> Console:
        """Open a window of her own and sign in with the three things of the form."""
        page = browser.new_context(locale="en-GB").new_page()
        page.goto(f"{url}/signin")
        page.get_by_label("E-mail address").fill(person["email"])
        page.get_by_label("Passphrase", exact=True).fill(person["password"])
        page.get_by_label("Six-digit code").fill(code_of(person))
        page.locator("main form button[type=submit]").click()
        page.wait_for_url(lambda here: "/signin" not in here)
        return cls(page, url)

    def go(self, path: str) -> Page:
        """Open a page by its address."""
        self.page.goto(f"{self.url}{path}")
        return self.page

    def open_case(self, code: str) -> Page:
        """Go from Today to a case, and say why."""
        page = self.go("/today")
        page.get_by_role("link", name=code).first.click()
        page.get_by_label("To read a new report").check()
        page.get_by_role("button", name="Open the case").click()
        expect(page.locator("#conversation")).to_be_visible()
        return page

    def new_cases(self) -> list[str]:
        """Read the codes of all cases from Today and the list."""
        text = self.go("/today").locator("main").inner_text()
        return list(dict.fromkeys(re.findall(r"\b[2-9A-HJKMNP-Z]{8}\b", text)))

    def take_case(self) -> None:
        """Take the case that is open."""
        self.page.get_by_role("button", name="Take the case").click()
        expect(self.page.get_by_text("This case is yours")).to_be_visible()

    def leave_answer(self, text: str) -> None:
        """Leave an answer in the case that is open."""
        self.page.get_by_role("link", name="Leave an answer").click()
        self.page.get_by_label("What do you want to tell her?").fill(text)
        self.page.get_by_role("button", name="Leave it for her").click()
        expect(self.page.locator("#answers")).to_contain_text("Waiting for her")

    def attempts(self) -> list[Attempt]:
        """Read the requests that were sent, from the referrals page."""
        rows = self.go("/referrals").locator("table tbody tr")
        return [
            Attempt(
                row.locator("th").inner_text().strip(),
                row.locator("td").nth(1).locator("span").first.inner_text().strip(),
            )
            for row in rows.all()
        ]

    def state_of(self, attempt: Attempt) -> str:
        """Read where a request stands."""
        row = self.go("/referrals").get_by_role("row", name=attempt.code)
        return row.locator("td").nth(3).inner_text().strip()

    def accept(self, attempt: Attempt) -> str:
        """Accept a request as the responder, and return all that could be read of it."""
        page = self.go("/referrals")
        page.get_by_role("link", name=attempt.code).click()
        expect(page.get_by_text("What she agreed to share")).to_be_visible()
        read = page.content()
        page.get_by_role("button", name="Accept").click()
        expect(page.get_by_text("Close with an outcome")).to_be_visible()
        return read
