"""Logs carry ids and counts; what anybody said cannot get in."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import structlog

from kernel import log

SAID = "he broke my phone zanzibar"
NUMBER = "+15550177"


@pytest.fixture
def as_lines(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    before = structlog.get_config()
    log.configure("json")
    structlog.configure(cache_logger_on_first_use=False)
    yield capsys
    structlog.configure(**before)


def test_only_listed_fields_pass() -> None:
    event = {"event": "sent", "count": 2, "body": SAID, "number": NUMBER, "name": "Ada"}
    assert log.keep_allowed(None, "info", event) == {"event": "sent", "count": 2}


def test_an_accident_is_told_by_its_kind_and_never_by_its_words() -> None:
    kept = log.keep_allowed(None, "error", {"event": "failed", "exc_info": ValueError(SAID)})
    assert kept == {"event": "failed", "error": "ValueError"}


@pytest.mark.parametrize("name", ["body", "text", "number", "address", "name", "email", "word"])
def test_the_list_has_no_place_for_what_was_said(name: str) -> None:
    assert name not in log.ALLOWED


def test_a_written_line_holds_nothing_said(as_lines: pytest.CaptureFixture[str]) -> None:
    log.logger().info("heard", id="7", body=SAID, sender=NUMBER)
    written = as_lines.readouterr().out
    line = json.loads(written)
    assert (line["event"], line["id"], line["level"]) == ("heard", "7", "info")
    assert SAID not in written
    assert NUMBER not in written


def test_a_written_accident_holds_nothing_said(as_lines: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError(SAID)  # noqa: TRY301 - there must be one to log
    except ValueError:
        log.logger().exception("failed", route="phone")
    written = as_lines.readouterr().out
    assert json.loads(written)["route"] == "phone"
    assert SAID not in written


def test_what_is_only_for_debugging_is_not_written(as_lines: pytest.CaptureFixture[str]) -> None:
    log.logger().debug("noise")
    assert not as_lines.readouterr().out
