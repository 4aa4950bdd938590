"""How she may be reached, as her case shows it: masked, and with every reason why not."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.vocabulary import Address
from outbox import store as outbox
from outbox.model import ContactState
from outbox.reasons import reason_of
from pathway import contact_keeping as keeping
from pathway import contact_rules as rules
from pathway.contact_keeping import Known
from pathway.desk import Desk
from pathway.intake import note
from pathway.unsealing import Opener
from reporting.cases import contact_store
from reporting.cases.model import Case
from staff import store as staff

_SHOWN = 2


@dataclass(frozen=True)
class AgreedView:
    """Shows what she agreed to; the address is masked."""

    day: date
    until: date
    made_by: str
    channel: str
    masked: str
    language: str
    weekdays: tuple[int, ...]
    starts: time
    ends: time
    proof: str
    words: str
    why_not: str | None
    texted_at: datetime | None
    unsent: str | None


@dataclass(frozen=True)
class Reach:
    """Shows whether anybody may write to her first, and what stands in the way."""

    stopped: bool = False
    in_cover: bool = False
    why_none: str | None = None
    proven_until: date | None = None
    agreed: AgreedView | None = None
    ended: str | None = None


def reach(desk: Desk, opener: Opener, case: Case, contact: ContactState | None) -> Reach:
    """Returns how she may be reached; `contact` is the phone her report came from."""
    found = keeping.known(desk, opener, case)
    if found is not None:
        found = _unless_over(desk, case, found)
    before = contact_store.newest(desk.session, case.id) if found is None else None
    return Reach(
        stopped=contact is not None and contact.stopped,
        in_cover=contact is not None and contact.paused,
        why_none=rules.forbidden(desk, case, contact),
        proven_until=rules.last_day(desk, case.id, checked=False),
        agreed=None if found is None else _agreed(desk, case, found),
        ended=before.state.value if before else None,
    )


def why_unsent(session: Session, message_id: UUID | None, via: str = "twilio") -> str | None:
    """Names why a message is not on her phone; None where it is, or may yet be."""
    state = None if message_id is None else outbox.state_of(session, message_id)
    if message_id is None or state is None:
        return None
    events = outbox.deliveries(session, message_id)
    found = reason_of(state, events[-1][1] if events else None, via)
    return None if found is None else found.value


def _unless_over(desk: Desk, case: Case, found: Known) -> Known | None:
    """Ends for good what she ended by something she did, or what has run out."""
    ended = rules.ended(desk, case, found)
    if ended is None:
        return found
    keeping.end(desk.session, case.id, ended)
    note(desk, "contact.ended", "case_file", case.id)
    return None


def _agreed(desk: Desk, case: Case, found: Known) -> AgreedView:
    statement, agreed = found.statement, found.agreed
    address = Address.parse(agreed.address)
    names = staff.names(desk.session, [str(statement.made_by)])
    return AgreedView(
        day=statement.day,
        until=statement.until,
        made_by=names.get(str(statement.made_by), ""),
        channel=address.channel.value,
        masked=f"…{address.id[-_SHOWN:]}",
        language=agreed.language,
        weekdays=agreed.weekdays,
        starts=agreed.starts,
        ends=agreed.ends,
        proof=agreed.proof.value,
        words=agreed.words,
        why_not=rules.why_not_now(desk, case, found),
        texted_at=agreed.texted_at,
        unsent=why_unsent(desk.session, statement.message_id, agreed.via),
    )
