"""A sample of `make confusion`, and that its page says what its last run counted."""

import json
from functools import cache
from typing import Any

import pytest

from bench.confusion import PAGE, RESULTS, WANTED
from bench.confusion_tables import recall, tables, within
from bench.confusions import danger_slips, harmless, place_slips, sentences, word_slips
from bots.lexicon import LEXICONS
from bots.words import Keyword

EVERY = 41
LANGUAGE_AT_LEAST = 0.985
ALARMS_AT_MOST = 0.1
PLACES_AT_LEAST = 0.98


@cache
def sampled(code: str) -> dict[str, Any]:
    return danger_slips(code, EVERY)


def last_run() -> dict[str, Any]:
    counts: dict[str, Any] = json.loads(RESULTS.read_text("utf-8"))
    return counts


def test_danger_is_heard_in_spite_of_slips() -> None:
    counts = {"danger": {code: sampled(code) for code in LEXICONS}}
    assert sum(one["slips"] for one in counts["danger"].values()) > 15000
    assert recall(counts) >= WANTED, [one["examples"] for one in counts["danger"].values()]


@pytest.mark.parametrize("code", LEXICONS)
def test_no_language_lags_behind(code: str) -> None:
    assert recall({"danger": {code: sampled(code)}}) >= LANGUAGE_AT_LEAST, sampled(code)["examples"]


@pytest.mark.parametrize("code", LEXICONS)
def test_harmless_sentences_raise_few_alarms(code: str) -> None:
    found = harmless(code)
    assert len(sentences(code)) >= 100
    alarms = found["alarms"]
    assert isinstance(alarms, list)
    assert len(alarms) <= ALARMS_AT_MOST * len(sentences(code)), alarms
    assert found["words"] == 0


def test_a_slip_of_a_coded_word_is_never_another_coded_word() -> None:
    found = word_slips(Keyword("1", "JACARANDA", "report", "en"))
    assert found["another"] == 0
    assert found["right"] == found["slips"]


def test_a_slip_of_a_place_is_not_another_place() -> None:
    found: dict[str, Any] = place_slips(7)
    assert found["another"] == 0
    assert found["right"] >= PLACES_AT_LEAST * found["slips"]


def test_the_page_says_what_the_last_run_counted() -> None:
    counts = last_run()
    page = PAGE.read_text("utf-8")
    assert counts["every"] == 1
    assert within(page, tables(counts)) == page


def test_the_last_run_knew_every_language_and_was_good_enough() -> None:
    counts = last_run()
    assert counts["danger"].keys() == LEXICONS.keys()
    assert recall(counts) >= WANTED
