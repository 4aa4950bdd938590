"""A worker's hand: she adds a need, refers with recorded consent, and takes back."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from kernel.vocabulary import Category, Tier
from pathway import counted, drills
from pathway.desk import Denied, Desk
from pathway.intake import keep, note
from pathway.marks import drill_of_case
from pathway.needs import need_view
from pathway.offering import keep_match
from pathway.reading import Opened, absorb, unlock
from pathway.referring import Request, prepare, send_now
from pathway.told import Told, need_of, packet_of
from pathway.transcript import read_transcript
from pathway.unsealing import Opener
from pathway.views import NeedView
from referral import directory, need_store, store, withdrawing
from referral.directory import Service
from referral.model import FIELDS, OPEN, Actor, Attempt, AttemptState, NoConsent
from referral.sending import AlreadySent, NotSendable, Sent
from reporting.cases import store as cases
from reporting.cases.model import CaseState
from reporting.reports import store as reports
from reporting.reports.model import Entry
from staff.signin import Entered

__all__ = ["AlreadySent", "ConsentRecord", "NoConsent", "Sent", "SentLine"]


@dataclass(frozen=True)
class ConsentRecord:
    """Holds how she said yes to a worker: the way, the words shown, the fields, for how long."""

    channel: str
    given_by: str
    fields: tuple[str, ...]
    language: str
    days_valid: int
    words: str


@dataclass(frozen=True)
class SentLine:
    """Shows a request that this organization made, in a list."""

    id: UUID
    code: str
    case_code: str
    category: str
    service: str
    organization: str
    state: str
    tier: str
    due_at: datetime | None
    reason_code: str | None
    outcome_code: str | None
    drill: bool = False


def add_need(desk: Desk, reader: Entered, case_id: UUID, category: str) -> NeedView | Denied:
    """Adds a need to a case and matches it, with every reason kept."""
    opened = _opened(desk, reader, case_id)
    if isinstance(opened, Denied):
        return opened
    told = _told(desk, opened)
    spec = need_of(told, Category(category), desk.now)
    need_id, _ = keep_match(desk, case_id, spec)
    absorb(desk, opened)
    need = need_store.need(desk.session, need_id)
    view = need_view(desk, Opener(desk, reader), need) if need else None
    return view or Denied("not_found")


def refer(
    desk: Desk,
    reader: Entered,
    case_id: UUID,
    need_id: UUID,
    service_id: UUID,
    consent: ConsentRecord,
) -> Sent | AlreadySent | NoConsent | Denied:
    """Asks one service with the consent she gave to a worker; for these fields, to it alone."""
    opened = _opened(desk, reader, case_id)
    if isinstance(opened, Denied):
        return opened
    need = need_store.need(desk.session, need_id)
    service = directory.services(desk.session, [service_id]).get(service_id)
    if need is None or need.case_id != case_id or service is None or service.category is None:
        return Denied("not_found")
    fields = tuple(field for field in consent.fields if field in FIELDS)
    if not fields or consent.days_valid < 1:
        return NoConsent("none")
    before = _asked_before(desk, need_id, service_id)
    if before is not None:
        return before
    request = _request(desk, reader, opened, need_id, service, fields, consent)
    outcome = send_now(desk, prepare(desk, request))
    if isinstance(outcome, NotSendable):
        if outcome.reason == drills.STOPPED:
            drills.stop_short(desk, opened.case)
        return Denied(outcome.reason)
    if request.counted:
        _count(desk, opened, service.category)
    cases.move(desk.session, case_id, CaseState.IN_SERVICE)
    note(desk, "case.referred", "case_file", case_id, str(reader.identity.member_id))
    return outcome


def _count(desk: Desk, opened: Opened, category: str) -> None:
    handles = counted.count_consent(desk, category)
    entry = Entry(
        at=desk.now.isoformat(timespec="minutes"), keys={"facts": ",".join(map(str, handles))}
    )
    sequence = reports.next_sequence(desk.session, opened.report_id)
    keep(desk, opened.report_id, sequence, entry)


def _request(
    desk: Desk,
    reader: Entered,
    opened: Opened,
    need_id: UUID,
    service: Service,
    fields: tuple[str, ...],
    consent: ConsentRecord,
) -> Request:
    told = _told(desk, opened)
    return Request(
        need_id=need_id,
        organization_id=service.organization_id,
        service_id=service.id,
        tier=Tier(opened.case.tier),
        fields=fields,
        packet=packet_of(told, fields),
        evidence={
            "channel": consent.channel,
            "given_by": consent.given_by,
            "language": consent.language,
            "shown": consent.words,
            "recorded_by": str(reader.identity.member_id),
        },
        actor=Actor.WORKER,
        counted=told.answers.get("count") == "yes" and drill_of_case(desk, opened.case) is None,
        position=len(store.attempts_of(desk.session, need_id)) + 1,
        lives=timedelta(days=consent.days_valid),
    )


def withdraw(desk: Desk, reader: Entered, attempt_id: UUID) -> UUID | Denied:
    """Ends one request because she told a worker so."""
    attempt = store.attempt(desk.session, attempt_id)
    need = need_store.need(desk.session, attempt.need_id) if attempt else None
    if attempt is None or need is None:
        return Denied("not_found")
    opened = _opened(desk, reader, need.case_id)
    if isinstance(opened, Denied):
        return opened
    withdrawing.withdraw_attempt(desk.session, attempt_id, Actor.WORKER, desk.now)
    note(desk, "consent.withdrawn", "case_file", need.case_id, str(reader.identity.member_id))
    return attempt_id


def attempts(desk: Desk, reader: Entered) -> tuple[SentLine, ...]:
    """Lists the requests made for the reader's organization, open ones first."""
    mine = cases.cases(desk.session, reader.identity.organization_id)
    codes = {case.id: case.code for case in mine}
    found = store.attempts_of_cases(desk.session, codes)
    services = directory.services(desk.session, {one.service_id for one, _ in found})
    lines = [
        replace(_sent_line(one, codes[case_id], services), drill=drills.shown_request(desk, one))
        for one, case_id in found
    ]
    return tuple(sorted(lines, key=lambda line: AttemptState(line.state) not in OPEN))


def _sent_line(attempt: Attempt, case_code: str, services: dict[UUID, Service]) -> SentLine:
    service = services.get(attempt.service_id)
    return SentLine(
        id=attempt.id,
        code=attempt.code,
        case_code=case_code,
        category=(service.category or "") if service else "",
        service=service.name if service else "",
        organization=service.organization if service else "",
        state=attempt.state.value,
        tier=attempt.tier.value,
        due_at=attempt.due_at,
        reason_code=attempt.reason_code,
        outcome_code=attempt.outcome_code,
    )


def _asked_before(desk: Desk, need_id: UUID, service_id: UUID) -> AlreadySent | None:
    for attempt in store.attempts_of(desk.session, need_id):
        if attempt.service_id == service_id and attempt.state in OPEN:
            return AlreadySent(attempt)
    return None


def _opened(desk: Desk, reader: Entered, case_id: UUID) -> Opened | Denied:
    case = cases.case(desk.session, case_id)
    return Denied("not_found") if case is None else unlock(desk, reader, case)


def _told(desk: Desk, opened: Opened) -> Told:
    transcript = read_transcript(desk, opened.opener, opened.report_id)
    return Told(transcript.told, transcript.told.get("language", desk.programme.default_language))
