"""The whole way by people who know nothing of the code: a phone, a desk, a shelter, a count."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from playwright.sync_api import Browser, expect

from kernel.clock import SystemClock, month_of
from tests.doors.console_walk import Attempt, Console
from tests.doors.outside import Person
from tests.doors.serving import Served
from tests.doors.talk import Held, Story, converse, plain, question_in
from tests.doors.visitor import people

pytestmark = pytest.mark.browser

WORDS = "he threw the green lamp at me and locked the door"
ANSWER = "Someone kind can meet you on Tuesday. Ask for Iris."
OWN_WORD = "copperkettle"
DOZEN = 12
THREADS = 4


def test_from_a_phone_to_a_shelter_to_a_count(served_city: Served, browser: Browser) -> None:
    city = served_city
    survivor = Person(city.outside, "+15550100")
    held = converse(
        survivor, "Jaca randa!", Story(what=WORDS, word=OWN_WORD, code=True, count=False)
    )
    assert held.receipt
    assert held.asked[-1] == "asked"
    worker = Console.enter(browser, city.url, people(city.outside.demo, "caseworker")[0])
    answer_her(worker)
    hear_the_answer(survivor)
    with ThreadPoolExecutor(THREADS) as pool:
        crowd = list(pool.map(partial(one_of_a_dozen, city), range(DOZEN)))
    assert all(one.asked[-1] == "asked" and "count" in one.asked for one in crowd)
    attempts = worker.attempts()
    assert len(attempts) == DOZEN + 1
    accept_with_an_account(city, browser, worker, attempts)
    accept_by_link(city, browser, worker, attempts)
    count_them(city, browser)


def one_of_a_dozen(city: Served, number: int) -> Held:
    """Talk on SMS, on WhatsApp and on WhatsApp without a number, in both languages."""
    ways = (
        f"+155502{number:02d}", f"whatsapp:+155503{number:02d}", f"whatsapp:ZA.6f1e{number:02d}",
    )  # fmt: skip
    language = ("en", "es")[number // 3 % 2]
    when, area = ("1", "4", "2")[number % 3], f"D{1 + number % 6}"
    person = Person(city.outside, ways[number % 3])
    word = city.outside.keyword("report", language)
    held = converse(person, word, Story(what="1", when=when, area=area))
    spanish = "buen momento" in plain(person.received()[0])
    assert spanish == (language == "es")
    return held


def answer_her(worker: Console) -> None:
    """Find the one new case, read what she said, take it, and leave an answer."""
    codes = worker.new_cases()
    assert len(codes) == 1
    page = worker.open_case(codes[0])
    expect(page.locator("#conversation")).to_contain_text(WORDS)
    assert OWN_WORD not in page.content()
    expect(page.locator("#needs")).to_contain_text("Sent")
    expect(page.locator("#openings")).to_contain_text("To read a new report")
    worker.take_case()
    worker.leave_answer(ANSWER)


def hear_the_answer(survivor: Person) -> None:
    """End the visit, come back, prove herself by her word, and read what was left."""
    survivor.send("X")
    assert question_in(survivor.text("hello")) == "moment"
    assert "note" not in survivor.text("coppercattle")
    assert question_in(survivor.text(OWN_WORD)) == "note"
    assert survivor.text("1") == ANSWER


def accept_with_an_account(
    city: Served, browser: Browser, worker: Console, attempts: list[Attempt]
) -> None:
    """Have a responder sign in, see the consented fields only, and accept."""
    members = {one["organization"]: one for one in people(city.outside.demo, "responder")}
    attempt = next(one for one in attempts if one.organization in members)
    responder = Console.enter(browser, city.url, members[attempt.organization])
    read = responder.accept(attempt)
    assert "When" in read
    for hidden in (WORDS, OWN_WORD, "+1555", "15550", "ZA.6f1e"):
        assert hidden not in read
    for door in ("/today", "/cases", "/indicators"):
        status = responder.page.goto(f"{city.url}{door}")
        assert status is None or status.status == 403
    assert worker.state_of(attempt).startswith("Accepted")


def accept_by_link(
    city: Served, browser: Browser, worker: Console, attempts: list[Attempt]
) -> None:
    """Have a responder without an account open the link of a text, twice, and accept with a PIN."""
    phones = {one["organization"]: one for one in city.outside.demo["responder_phones"]}
    attempt = next(one for one in attempts if one.organization in phones)
    phone = phones[attempt.organization]
    texts = city.outside.bodies(phone["address"], "out")
    asked = next(one for one in texts if attempt.code in one)
    found = re.search(r"https?://\S+/answer/\S+", asked)
    assert found, asked
    assert not {"violence", "shelter", "police", "rape"} & set(re.findall(r"\w+", asked.casefold()))
    page = browser.new_context(locale="en-GB", java_script_enabled=False).new_page()
    for _ in range(2):
        page.goto(found[0])
        expect(page.get_by_role("heading", name="Reference")).to_contain_text(attempt.code)
    for pin, outcome in (("000000", "That PIN is not right"), (phone["pin"], "We have your yes")):
        page.get_by_label("Your PIN").fill(pin)
        page.get_by_label("Yes, we can").check()
        page.get_by_role("button", name="Send the answer").click()
        expect(page.locator("main")).to_contain_text(outcome)
    assert worker.state_of(attempt).startswith("Accepted")


def count_them(city: Served, browser: Browser) -> None:
    """Build and approve a release as of today, and see the step in this month's cell."""
    today = SystemClock().now().date()
    city.flask("indicators", "build", "--as-of", today.isoformat())
    city.flask("indicators", "approve")
    assert "whole" in city.flask("indicators", "verify")
    analyst = Console.enter(browser, city.url, people(city.outside.demo, "analyst")[0])
    page = analyst.go(f"/indicators?month={month_of(today)}")
    row = page.locator("section", has=page.locator("#types")).get_by_role(
        "row", name="Physical assault"
    )
    shown = re.search(r"\b(\d+)\b", row.locator("td").first.inner_text())
    assert shown
    assert int(shown[1]) in {10, 15}
    for door in ("/today", "/cases", "/referrals"):
        answer = page.goto(f"{city.url}{door}")
        assert answer
        assert answer.status == 403
