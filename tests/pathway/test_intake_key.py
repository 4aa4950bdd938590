"""Nobody can slip another key under the line."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, update

from reporting.cases.rows import CaseRow
from reporting.reports import store as reports
from reporting.reports.rows import DisclosureRow, ReportRow
from staff import store as staff
from staff.directory import NoIntakeKeyError
from staff.rows import IntakeKeyRow
from tests.pathway.telling import tell
from tests.practice import Practice
from vault.keys import new_private_key
from vault.opening import CannotOpen, open_json
from vault.sealing import Place, Sealed
from vault.signing import new_signer, sign


@pytest.mark.parametrize("swap", ["public", "signature", "both"])
def test_a_swapped_intake_key_stops_the_line(practice: Practice, swap: str) -> None:
    thief, forger = new_private_key("intake:thief"), new_signer()
    forged = sign(forger, b"anything")
    values = {"public": thief.public.raw, "signature": forged}
    chosen = values if swap == "both" else {swap: values[swap]}
    with practice.house.database.unit_of_work() as session:
        session.execute(update(IntakeKeyRow).values(**chosen))

    with pytest.raises(NoIntakeKeyError):
        tell(practice)

    with practice.house.database.reading() as session:
        for table in (ReportRow, DisclosureRow, CaseRow):
            assert session.scalar(select(func.count()).select_from(table)) == 0


def test_another_organization_s_signed_key_is_no_intake_key(practice: Practice) -> None:
    with practice.house.desk() as desk:
        keys = desk.session.scalars(select(IntakeKeyRow)).all()
        mine = next(one for one in keys if one.organization_id == desk.intake_id)
        other = next(one for one in keys if one.organization_id != desk.intake_id)
        mine.public, mine.signature = other.public, other.signature
    with pytest.raises(NoIntakeKeyError):
        tell(practice)


def test_an_entry_is_sealed_to_its_own_row(practice: Practice) -> None:
    told = tell(practice, texts=("first", "second"))
    private = new_private_key("none")
    with practice.house.glance() as desk:
        first, second = reports.entries(desk.session, told.report_id)
        key = staff.open_intake_key(desk.session, desk.intake_id)
    assert key is not None
    assert first.body != second.body
    place = Place("practice", str(key.organization_id), "disclosure", str(second.id), "body")
    with pytest.raises(CannotOpen):
        open_json(private, place, Sealed(first.wrap, first.body, private.id))
