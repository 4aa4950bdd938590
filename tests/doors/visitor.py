"""Somebody at a desk without a browser: keeps cookies, reads pages, sends the forms on them."""

from __future__ import annotations

import html
import re
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode

import pyotp

from kernel.clock import SystemClock

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
CASE = re.compile(r'href="[^"]*/cases/([0-9A-Z]{6,12})["#]')
NEED = re.compile(r'id="need-([0-9a-f-]{36})"')
SERVICE = re.compile(
    r'name="service"[^>]*value="([0-9a-f-]{36})".*?<label[^>]*>\s*(.*?)\s*</label>', re.DOTALL
)


def code_of(person: dict[str, Any]) -> str:
    """Return the six digits that somebody's telephone shows now."""
    return pyotp.TOTP(person["totp_secret"]).at(SystemClock().now())


def people(demo: dict[str, Any], role: str, organization: str = "") -> list[dict[str, Any]]:
    """Return the people of a role, of one organization if it is named."""
    wanted = {organization} if organization else {one["organization"] for one in demo["people"]}
    return [one for one in demo["people"] if one["role"] == role and one["organization"] in wanted]


@dataclass
class Visitor:
    """A browser of sorts: one visitor's cookies and the address of the city."""

    url: str
    jar: CookieJar = field(default_factory=CookieJar)

    def read(self, path: str) -> str:
        """Open a page that has to be there."""
        status, page = self.ask(path)
        assert status == 200, (path, status, page)
        return page

    def ask(self, path: str, data: bytes | None = None) -> tuple[int, str]:
        """Open a page, or send a form, and return what came of it; redirects are followed."""
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        try:
            with opener.open(self.url + path, data, timeout=30) as answer:
                return answer.status, html.unescape(answer.read().decode())
        except urllib.error.HTTPError as refused:
            return refused.code, html.unescape(refused.read().decode())

    def send(self, page: str, to: str, **fields: str | list[str]) -> tuple[int, str]:
        """Send a form from a page, with the token found there."""
        found = TOKEN.search(self.read(page))
        assert found, f"no form on {page}"
        told = {**fields, "csrf_token": found[1]}
        return self.ask(to, urlencode(told, doseq=True).encode())

    def sign_in(self, person: dict[str, Any]) -> None:
        """Sign in with the three things of the form."""
        three = {
            "email": person["email"], "passphrase": person["password"], "code": code_of(person),
        }  # fmt: skip
        status, page = self.send("/signin", "/signin", **three)
        assert status == 200, (status, page)
        assert 'name="passphrase"' not in page

    def cases(self) -> list[str]:
        """List the codes of the cases, over all pages of the list."""
        found: list[str] = []
        for number in range(1, 200):
            here = CASE.findall(self.read(f"/cases?page={number}&sort=code"))
            new = [code for code in dict.fromkeys(here) if code not in found]
            if not new:
                break
            found += new
        return found

    def open_case(self, code: str, purpose: str = "new_report") -> str:
        """Say why, and read the case."""
        status, page = self.send(f"/cases/{code}", f"/cases/{code}/open", purpose=purpose)
        assert status == 200, (status, page)
        return page

    def do(self, code: str, to: str, **fields: str | list[str]) -> str:
        """Send one of the forms of an opened case."""
        status, page = self.send(f"/cases/{code}", f"/cases/{code}/{to}", **fields)
        assert status == 200, (status, page)
        return page
