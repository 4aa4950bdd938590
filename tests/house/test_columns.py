"""What a stolen database shows is one list, kept in docs/data.md: clear, or sealed and keyed."""

import re
from functools import cache

import pytest
from sqlalchemy import LargeBinary

from commands.tables import ROWS, every_table
from kernel.rows import Row
from tests.house.source import ROOT, doc

# Bytes that anyone may read: public halves, signatures and what is published.
CLEAR_BYTES = {"hash", "payload", "previous_hash", "public", "salt", "seal_public", "sign_public"}
CLEAR_BYTES |= {"signature", "key_public", "reply_key", "pin_salt", "polygon", "drill"}

LINE = re.compile(r"^\|\s*`(\w+)`\s*\|([^|]*)\|([^|]*)\|", re.MULTILINE)


@cache
def listed() -> dict[str, tuple[set[str], set[str]]]:
    return {
        table: (set(re.findall(r"`(\w+)`", clear)), set(re.findall(r"`(\w+)`", sealed)))
        for table, clear, sealed in LINE.findall(doc("data.md"))
    }


@cache
def columns() -> dict[str, dict[str, bool]]:
    """Return every table's columns, each with whether it holds bytes."""
    every_table()
    return {
        table.name: {column.name: isinstance(column.type, LargeBinary) for column in table.columns}
        for table in Row.metadata.sorted_tables
    }


def test_every_file_of_rows_is_known_to_migrations_and_commands() -> None:
    found = [*ROOT.glob("[a-z]*/rows.py"), *ROOT.glob("reporting/*/rows.py")]
    paths = (path.relative_to(ROOT).with_suffix("") for path in found)
    assert {".".join(path.parts) for path in paths} == set(ROWS)


def test_every_table_is_listed_and_no_other() -> None:
    assert set(listed()) == set(columns())


@pytest.mark.parametrize("table", sorted(columns()))
def test_every_column_is_either_clear_or_sealed(table: str) -> None:
    clear, sealed = listed()[table]
    assert clear & sealed == set()
    assert clear | sealed == set(columns()[table])


@pytest.mark.parametrize("table", sorted(columns()))
def test_bytes_in_clear_are_meant_to_be_read(table: str) -> None:
    clear, _ = listed()[table]
    holds_bytes = {name for name, is_bytes in columns()[table].items() if is_bytes}
    assert clear & holds_bytes <= CLEAR_BYTES


def test_what_was_said_has_no_column_in_clear() -> None:
    said = {"text", "body", "address", "phone", "number", "story", "words", "reason_text", "word"}
    shown = {f"{table}.{name}" for table, (clear, _) in listed().items() for name in clear & said}
    # Coded words are printed on posters; a service's own telephone is in its entry.
    assert shown <= {"keyword.word", "directory_edition.number"}


def test_nothing_in_clear_leads_from_a_case_to_whoever_wrote() -> None:
    about_case = {"case_id", "need_id", "attempt_id", "alarm_id"}
    about_writer = {"report_id", "contact_token", "token"}
    for table, (clear, _) in listed().items():
        assert not (clear & about_case and clear & about_writer), table
