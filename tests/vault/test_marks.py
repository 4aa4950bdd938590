"""A mark of a drill is one for its own place only."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kernel.ids import new_id
from tests.conftest import NOON
from vault.marks import drill_of, mark_row, mark_text, read_text_mark
from vault.signing import new_signer, verifier_of

SIGNER = new_signer()
KNOWN = verifier_of(SIGNER)
DRILL, ROW = new_id(), new_id()
TEXT = mark_text(SIGNER, "practice", DRILL, "drill:1", NOON)
MARK = mark_row(SIGNER, "practice", "report", ROW, DRILL)


def test_a_text_s_mark_says_which_drill_and_since_when() -> None:
    found = read_text_mark(KNOWN, "practice", "drill:1", TEXT)
    assert found is not None
    assert (found.drill_id, found.started_at) == (DRILL, NOON)


@pytest.mark.parametrize(
    ("programme", "address", "mark"),
    [
        ("another", "drill:1", TEXT),
        ("practice", "drill:2", TEXT),
        ("practice", "drill:1", TEXT.replace(str(DRILL), str(new_id()))),
        (
            "practice",
            "drill:1",
            TEXT.replace(NOON.isoformat(), (NOON + timedelta(hours=1)).isoformat()),
        ),
        ("practice", "drill:1", mark_text(new_signer(), "practice", DRILL, "drill:1", NOON)),
        ("practice", "drill:1", ""),
        ("practice", "drill:1", "a|b|c"),
        ("practice", "drill:1", TEXT + "é"),
        ("practice", "drill:1", TEXT + "|more"),
    ],
)
def test_any_other_mark_is_none(programme: str, address: str, mark: str) -> None:
    assert read_text_mark(KNOWN, programme, address, mark) is None


def test_a_row_s_mark_counts_for_that_row_of_that_table_alone() -> None:
    assert drill_of(KNOWN, "practice", "report", ROW, MARK) == DRILL
    assert drill_of(KNOWN, "practice", "report", new_id(), MARK) is None
    assert drill_of(KNOWN, "practice", "case_file", ROW, MARK) is None
    assert drill_of(KNOWN, "another", "report", ROW, MARK) is None
    assert drill_of(verifier_of(new_signer()), "practice", "report", ROW, MARK) is None
    for broken in (None, b"", MARK[:16], MARK[:-1], MARK + b"1", new_id().bytes + MARK[16:]):
        assert drill_of(KNOWN, "practice", "report", ROW, broken) is None
