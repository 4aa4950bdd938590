"""Cases in a practice city, made as the line makes them, and people who sit at its desks."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from kernel.ids import new_id
from kernel.programme import save_programme
from kernel.vocabulary import Address, Role, Tier
from outbox.rows import MessageRow
from pathway import handover, intake, offering
from pathway.intake import WayBack
from pathway.told import Told
from pathway.waiting import ReplyKey, new_reply_key
from referral import directory, packet_store, store
from referral.model import Attempt
from reporting.cases import store as cases
from reporting.reports.model import AlarmKind, Entry, ReportStatus
from staff import store as staff
from staff.signin import Entered
from staff.unlock import member_keys
from tests.practice import Practice
from vault.members import MemberKeys
from vault.passphrase import PassphraseRecord, recognise

SAID = "he broke my phone zanzibar"
TOLD = {"who": "self", "type": "physical_assault", "when": "today", "area": "D3"}
HER_PHONE = Address("tel", "+15550141")
_keys: dict[str, MemberKeys] = {}


@dataclass(frozen=True)
class ToldCase:
    """Holds a case and the ids of what belongs to it."""

    id: UUID
    code: str
    report_id: UUID
    reply: ReplyKey


def reader(practice: Practice, role: Role | str, organization: str = "", nth: int = 0) -> Entered:
    """Seats somebody of a role as a signed-in person; her passphrase is proved once a run."""
    found = [
        one
        for one in practice.demo["people"]
        if one["role"] == role and organization in {"", one["organization"]}
    ]
    return seated(practice, found[nth])


def seated(practice: Practice, person: dict[str, str]) -> Entered:
    """Seats one of the people that `demo.json` names."""
    house = practice.house
    with house.glance() as desk:
        account = staff.account_by_email(desk.session, person["email"])
    assert account is not None
    key = person["totp_secret"]
    if key not in _keys:
        record = PassphraseRecord(account.credentials.salt, account.credentials.verifier)
        wrapping = recognise(record, person["password"])
        assert wrapping is not None
        bundle = account.credentials.bundle
        _keys[key] = member_keys(house.keyring, account.member, wrapping, bundle)
    hour = timedelta(hours=1)
    return Entered(account.member.identity, _keys[key], new_id(), hour, stale=False)


def tell(
    practice: Practice,
    *,
    word: bool = True,
    tier: Tier = Tier.URGENT,
    token: str = "token",
    texts: Collection[str] = (SAID,),
) -> ToldCase:
    """Reports and opens a case, as a conversation does."""
    with practice.house.desk() as desk:
        report_id = intake.open_report(desk, token, ReportStatus.RECEIVED)
        case_id = intake.open_case(desk, report_id, tier)
        reply = new_reply_key(case_id)
        keys = {"reply_key": b64encode(reply.public).decode()} if word else {}
        at = desk.now.isoformat()
        for number, text in enumerate(texts, start=1):
            entry = Entry(at=at, heard=text, asked="B6", text="Thank you.", told=TOLD, keys=keys)
            intake.keep(desk, report_id, number, entry)
        case = cases.case(desk.session, case_id)
    assert case is not None
    return ToldCase(case_id, case.code, report_id, reply)


def tell_more(
    practice: Practice, told: ToldCase, text: str, sequence: int, danger: str = ""
) -> None:
    """Adds a text that arrives later."""
    with practice.house.desk() as desk:
        at = desk.now.isoformat()
        intake.keep(desk, told.report_id, sequence, Entry(at=at, heard=text, danger=danger))


def alarm(
    practice: Practice,
    told: ToldCase,
    kind: AlarmKind = AlarmKind.DANGER,
    address: Address | None = HER_PHONE,
) -> intake.Raised:
    """Raises a red item on a case."""
    with practice.house.desk() as desk:
        way_back = None if address is None else WayBack(address, "token", "twilio")
        return intake.raise_alarm(desk, told.id, kind, way_back)


def services_of(practice: Practice, *organizations: str) -> list[str]:
    """Returns one service of each of these organizations, as the script names them."""
    with practice.house.glance() as desk:
        named = directory.services(desk.session)
    return [
        str(next(one.id for one in named.values() if one.organization == name))
        for name in organizations
    ]


def ask(practice: Practice, told: ToldCase, *organizations: str) -> list[Attempt]:
    """Asks these organizations in order, as her yes by text does; the first is sent."""
    answers = Told(TOLD, "en")
    with practice.house.desk() as desk:
        need = offering.find(desk, told.id, answers).need_id
    wanted = services_of(practice, *organizations)
    with practice.house.desk() as desk:
        handover.ask_by_text(desk, need, wanted, answers, "B10")
        return list(store.attempts_of(desk.session, need))


def state(practice: Practice, attempt: Attempt) -> tuple[str, str | None]:
    """Returns where an attempt and its packet stand now."""
    with practice.house.glance() as desk:
        now = store.attempt(desk.session, attempt.id)
        packet = packet_store.packet_of(desk.session, attempt.id)
    assert now is not None
    return now.state.value, packet.state.value if packet else None


def queued(practice: Practice) -> list[tuple[str, str]]:
    """Returns kind and state of everything in the outbox."""
    with practice.house.database.reading() as session:
        rows = session.scalars(select(MessageRow).order_by(MessageRow.queued_at))
        return [(row.kind, row.state) for row in rows]


def decide(practice: Practice, **settings: object) -> None:
    """Changes the programme's decided settings."""
    with practice.house.desk() as desk:
        programme = desk.programme
        save_programme(desk.session, programme.__class__(**{**vars(programme), **settings}))
