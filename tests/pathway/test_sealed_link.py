"""Whom a case is about can be read by nobody without a key, before and after it is taken."""

import json
from uuid import UUID

from sqlalchemy import select

from kernel.rows import Row
from pathway import casework, reading
from pathway.views import CaseView
from tests.makers import Phone, enter_as
from tests.practice import Practice

TO_A_CASE = ("JACARANDA", "1", "2", "1", "1", "1")
ABOUT_REPORTS = ("report", "disclosure")


def cells(practice: Practice, tables: tuple[str, ...]) -> str:
    """Return everything that some tables show, as one text."""
    with practice.house.database.reading() as session:
        rows = [
            [str(cell) for cell in row]
            for name in tables
            for row in session.execute(select(Row.metadata.tables[name]))
        ]
    return json.dumps(rows)


def taken(practice: Practice) -> UUID:
    Phone(practice, "+15550142").say(*TO_A_CASE)
    reader = enter_as(practice, "caseworker")
    with practice.house.desk() as desk:
        line = reading.list_cases(desk, reader)[0]
        casework.take_case(desk, reader, line.id)
        reading.read_case(desk, reader, line.code, "follow_up")
    return line.id


def test_no_row_of_a_report_names_its_case(practice: Practice) -> None:
    case_id = taken(practice)
    shown = cells(practice, ABOUT_REPORTS)
    assert str(case_id) not in shown
    assert case_id.hex not in shown


def test_no_row_of_a_case_names_its_report_or_the_contact(practice: Practice) -> None:
    taken(practice)
    with practice.house.database.reading() as session:
        report = session.execute(select(Row.metadata.tables["report"])).one()
    shown = cells(practice, ("case_file", "need", "match_run", "alarm", "note", "answer"))
    for secret in (str(report.id), report.id.hex, report.contact_token):
        assert secret not in shown


def test_reports_and_cases_are_not_numbered_in_the_order_they_were_made() -> None:
    for name in ("report", "case_file"):
        assert Row.metadata.tables[name].dialect_options["sqlite"]["with_rowid"] is False


def test_the_owner_still_reads_what_was_handed_on(practice: Practice) -> None:
    taken(practice)
    reader = enter_as(practice, "caseworker")
    with practice.house.desk() as desk:
        line = reading.list_cases(desk, reader, mine=True)[0]
        view = reading.read_case(desk, reader, line.code, "follow_up")
    assert isinstance(view, CaseView)
    assert [one.text for one in view.conversation if one.direction == "in"]
