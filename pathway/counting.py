"""Counting: facts are shuffled each night and opened only for a release."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.clock import local_day
from kernel.ids import shuffled
from kernel.programme import Programme, load_programme
from kernel.vocabulary import Stage
from pathway.counted import fact_place
from pathway.desk import House, NotSetUp
from referral.model import AttemptState
from referral.store import cohort_rows, district_names
from reporting.indicators import store
from reporting.indicators.build import assembled
from reporting.indicators.cube import Cube, Source, Span, only_frozen
from reporting.indicators.model import T5, FactTuple
from reporting.indicators.release import Release, faults, linked, written
from vault.keyring import JobsKeyring
from vault.opening import open_packed
from vault.sealing import PublicKey, pack, seal
from vault.signing import sign, verify

_SENT = (Stage.SENT,)
REACHED: dict[str, tuple[Stage, ...]] = {
    AttemptState.SENT: _SENT,
    AttemptState.ACKNOWLEDGED: _SENT,
    AttemptState.WAITLISTED: _SENT,
    AttemptState.ACCEPTED: (*_SENT, Stage.ACCEPTED),
    AttemptState.IN_PROGRESS: (*_SENT, Stage.ACCEPTED),
    AttemptState.COMPLETED: (*_SENT, Stage.ACCEPTED, Stage.RECEIVED),
    AttemptState.REJECTED: (*_SENT, Stage.DECLINED),
    AttemptState.FAILED: (*_SENT, Stage.UNAVAILABLE),
    AttemptState.EXPIRED: (*_SENT, Stage.UNAVAILABLE),
}


@dataclass(frozen=True)
class Built:
    """Holds a new release and the sheets that it froze."""

    release: Release
    froze: int


@dataclass(frozen=True)
class Refused:
    """Holds why no release was built."""

    reason: str


NOTHING_TO_CLOSE = "no period can be closed yet"
ONLY_IN_PRACTICE = (
    "--as-of closes open periods early and is for practice programmes only: "
    "a real period is closed once, after its lag"
)
AUDIT_FAILED = "the audit found a cell that could be known too closely; nothing was published"


def sealed(
    programme: str, to: PublicKey, named: Iterable[tuple[UUID, FactTuple]]
) -> list[tuple[UUID, bytes]]:
    """Seals named facts, in an order that says nothing about how they came."""
    return shuffled(
        [
            (handle, pack(seal(to, fact_place(programme, handle), fact.to_bytes())))
            for handle, fact in named
        ]
    )


def shuffle(session: Session, keyring: JobsKeyring) -> int:
    """Seals every pending fact anew and puts them all back in random order, in one transaction."""
    public = keyring.statistics_private.public
    fresh = sealed(keyring.programme, public, _opened(session, keyring))
    store.replace_facts(session, fresh)
    return len(fresh)


def build(house: House, as_of: date | None = None) -> Built | Refused:
    """Closes what may be closed and writes a release, in one unit of work."""
    with house.database.unit_of_work() as session:
        programme = load_programme(session)
        if programme is None:
            raise NotSetUp("no programme is set up: run `flask init` or `flask demo`")
        return close(session, programme, house.jobs_keyring, house.clock.now(), as_of=as_of)


def close(
    session: Session,
    programme: Programme,
    keyring: JobsKeyring,
    now: datetime,
    *,
    as_of: date | None = None,
    also: Sequence[FactTuple] = (),
) -> Built | Refused:
    """Builds a release at a moment; `also` brings the facts of an invented past."""
    if as_of is not None and not programme.practice:
        return Refused(ONLY_IN_PRACTICE)
    today = local_day(now, programme.timezone)
    pending = _opened(session, keyring)
    facts = [*(fact for _, fact in pending), *also, *_reached(session)]
    names = district_names(session)
    source = Source(facts, tuple(names), keyring.rounding_key)
    last = store.latest(session)
    frozen = only_frozen(last.cube) if last else Cube({}, {}, ())
    cube = assembled(frozen, source, Span(today, as_of))
    if not cube.fresh:
        return Refused(NOTHING_TO_CLOSE)
    if not all(audit.passed for audit in cube.audits.values()):
        return Refused(AUDIT_FAILED)
    day = as_of or today
    release_id = store.new_release_id(session, day)
    payload = written(release_id, day, programme.city_code, cube, names)
    before = store.last_hash(session)
    release = _signed(keyring, before, release_id, payload, day, early=cube.early)
    store.add_release(session, release, now)
    done = cube.frozen_now
    store.erase_facts(
        session, [handle for handle, fact in pending if (fact.table, fact.period) in done]
    )
    return Built(release, len(done))


def chain_faults(session: Session, verifier: bytes) -> list[str]:
    """Lists what is wrong with the chain of releases; none when it is whole."""
    return faults(
        store.chain(session), lambda message, signature: verify(verifier, message, signature)
    )


def _signed(
    keyring: JobsKeyring, before: str, release_id: str, payload: bytes, day: date, *, early: bool
) -> Release:
    digest = linked(before, payload)
    signature = sign(keyring.release_signer, digest.encode())
    return Release(release_id, day, store.BUILT, early, payload, before, digest, signature)


def _reached(session: Session) -> list[FactTuple]:
    return [
        FactTuple(T5, quarter, (("stage", str(stage)), ("category", category)))
        for state, category, quarter in cohort_rows(session)
        for stage in REACHED.get(state, ())
    ]


def _opened(session: Session, keyring: JobsKeyring) -> list[tuple[UUID, FactTuple]]:
    return [
        (
            handle,
            FactTuple.from_bytes(
                open_packed(keyring.statistics_private, fact_place(keyring.programme, handle), body)
            ),
        )
        for handle, body in store.pending_facts(session, held=True)
    ]
