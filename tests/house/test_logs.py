"""A log line carries ids and counts, never what somebody said."""

import ast
import io
import json
from pathlib import Path

import pytest
import structlog

from kernel.log import ALLOWED, keep_allowed
from tests.house.source import name_of, product_files, tree_of

FORBIDDEN = {
    "body",
    "text",
    "address",
    "number",
    "name",
    "email",
    "word",
    "note",
    "answer",
    "token",
}
SAYS = {"debug", "info", "warning", "error", "exception", "critical", "msg"}


def test_the_list_of_fields_holds_nothing_said() -> None:
    assert ALLOWED.isdisjoint(FORBIDDEN)


@pytest.mark.parametrize("field", sorted(FORBIDDEN))
def test_a_field_that_is_not_listed_is_dropped(field: str) -> None:
    kept = keep_allowed(None, "info", {"event": "sent", "id": 7, field: "he has a knife"})
    assert kept == {"event": "sent", "id": 7}


def test_an_accident_is_logged_by_its_kind_alone() -> None:
    kept = keep_allowed(None, "error", {"event": "failed", "exc_info": ValueError("+15550100")})
    assert "+15550100" not in repr(kept)


def test_nothing_said_reaches_the_stream() -> None:
    stream = io.StringIO()
    log = structlog.wrap_logger(
        structlog.PrintLogger(stream),
        processors=[keep_allowed, structlog.processors.JSONRenderer()],
    )
    log.info("heard", id="a1", body="he has a knife", address="+15550100")
    assert json.loads(stream.getvalue()) == {"event": "heard", "id": "a1"}


@pytest.mark.parametrize("path", product_files(), ids=name_of)
def test_an_event_is_fixed_words_and_nothing_is_put_into_it(path: Path) -> None:
    """An f-string, or a value to format in, would carry what was said past the list."""
    for node in ast.walk(tree_of(path)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner = ast.unparse(node.func.value).lower()
        if node.func.attr in SAYS and "log" in owner and node.args:
            assert len(node.args) == 1, ast.unparse(node)
            assert isinstance(node.args[0], ast.Constant), ast.unparse(node)
