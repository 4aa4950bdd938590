"""Makes the rows that reports and cases lean on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from kernel.ids import new_code, new_id
from kernel.vocabulary import Tier
from referral.rows import OrganizationRow
from reporting.cases import store as cases
from reporting.cases.model import Case, CaseState, Held
from reporting.reports import store as reports
from reporting.reports.model import Alarm, AlarmKind, AlarmState, Report, ReportStatus, SealedEntry
from staff.rows import MemberRow
from tests.conftest import NOON

TODAY = NOON.date()
HELD = Held(b"wrap", b"body", "intake:1")


def make_organization(session: Session) -> UUID:
    organization_id = new_id()
    values = {"id": organization_id, "name": "Marigold", "answers_by": "account"}
    session.execute(insert(OrganizationRow).values(description="", active=True, **values))
    return organization_id


def make_member(session: Session, organization_id: UUID) -> UUID:
    member_id = new_id()
    secret = dict.fromkeys(("salt", "verifier", "totp", "bundle"), b"")
    public = {"seal_public": b"", "sign_public": b""}
    marks = {"active": True, "triage": True, "officer": False, "totp_step": 0}
    session.add(
        MemberRow(
            id=member_id,
            organization_id=organization_id,
            name="Ada",
            email=f"{member_id}@example.org",
            roles="caseworker",
            **secret,
            **public,
            **marks,
        )
    )
    session.flush()
    return member_id


def make_case(session: Session, organization_id: UUID, **given: Any) -> Case:  # noqa: ANN401 - any field by name
    values: dict[str, Any] = {
        "id": new_id(),
        "code": new_code(),
        "organization_id": organization_id,
        "owner_id": None,
        "state": CaseState.NEW,
        "tier": Tier.NORMAL,
        "opened_day": TODAY,
        "due_at": NOON,
        "link": HELD,
    }
    case = Case(**{**values, **given})
    cases.add_case(session, case)
    return case


def make_report(session: Session, organization_id: UUID, token: str = "token") -> Report:
    report = Report(new_id(), new_code(), organization_id, ReportStatus.UNPROVEN, TODAY, token)
    reports.add_report(session, report)
    return report


def make_entry(session: Session, report: Report, sequence: int) -> SealedEntry:
    entry = SealedEntry(new_id(), report.id, sequence, TODAY, b"wrap", b"body", "intake:1")
    reports.add_entry(session, entry)
    return entry


def make_alarm(session: Session, case: Case, **given: Any) -> Alarm:  # noqa: ANN401 - any field by name
    values: dict[str, Any] = {
        "id": new_id(),
        "organization_id": case.organization_id,
        "case_id": case.id,
        "kind": AlarmKind.DANGER,
        "state": AlarmState.RAISED,
        "raised_at": NOON,
        "reply_key": b"public",
    }
    alarm = Alarm(**{**values, **given})
    reports.add_alarm(session, alarm)
    return alarm
