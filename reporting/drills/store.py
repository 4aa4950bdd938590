"""The only file that touches the tables of drills."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from kernel.ids import new_id
from reporting.drills.model import Drill, DrillReply, DrillState, Outcome, Plan, Scenario
from reporting.drills.rows import DrillReplyRow, DrillRow

_TIMES = ("item_at", "opened_at", "answered_at", "accepted_at")


def plan(session: Session, wanted: Plan) -> Drill:
    """Keeps a drill that is to begin when it is due."""
    row = DrillRow(
        id=new_id(),
        keyword=wanted.word,
        language=wanted.language,
        scenario=wanted.scenario.value,
        surprise=wanted.surprise,
        asked_by=wanted.asked_by,
        state=DrillState.PLANNED.value,
        due_at=wanted.due_at,
        said=0,
        saying="",
        answered=0,
        silent=False,
    )
    session.add(row)
    session.flush()
    return _drill(row)


def drill(session: Session, drill_id: UUID, *, lock: bool = False) -> Drill | None:
    """Returns a drill; locked, nobody else moves it meanwhile."""
    query = select(DrillRow).where(DrillRow.id == drill_id)
    query = query.with_for_update() if lock else query
    row = session.scalars(query.execution_options(populate_existing=True)).first()
    return None if row is None else _drill(row)


def in_state(session: Session, *states: DrillState) -> tuple[Drill, ...]:
    """Returns the drills in these states, oldest first."""
    wanted = select(DrillRow).where(DrillRow.state.in_([one.value for one in states]))
    return tuple(_drill(row) for row in session.scalars(wanted.order_by(DrillRow.due_at)))


def history(session: Session, limit: int = 200) -> tuple[Drill, ...]:
    """Returns the drills that were begun, newest first."""
    wanted = select(DrillRow).where(DrillRow.started_at.is_not(None))
    newest = wanted.order_by(DrillRow.started_at.desc()).limit(limit)
    return tuple(_drill(row) for row in session.scalars(newest))


def last_done(session: Session) -> datetime | None:
    """Returns when a drill was last opened by a person, or None if that never happened."""
    return session.scalar(select(func.max(DrillRow.opened_at)))


def begin(session: Session, drill_id: UUID, now: datetime) -> bool:
    """Begins a planned drill, once however often it is asked."""
    return _changed(session, drill_id, DrillState.PLANNED, state=DrillState.RUNNING, started_at=now)


def cancel(session: Session, drill_id: UUID) -> bool:
    """Calls off a drill that has not begun."""
    return _changed(session, drill_id, DrillState.PLANNED, state=DrillState.CANCELLED)


def note_time(session: Session, drill_id: UUID, name: str, now: datetime) -> bool:
    """Notes when something first happened in a running drill; later times change nothing."""
    if name not in _TIMES:
        raise ValueError(name)
    column = DrillRow.__table__.c[name]
    first = update(DrillRow).where(DrillRow.id == drill_id, column.is_(None))
    running = first.where(DrillRow.state == DrillState.RUNNING.value)
    done = session.execute(running.values({name: now}).returning(DrillRow.id))
    return done.first() is not None


def say(session: Session, before: Drill, saying: str, answered: int, now: datetime) -> None:
    """Keeps the text that is about to be sent, so that a crash in between repeats this one."""
    chosen = update(DrillRow).where(DrillRow.id == before.id, DrillRow.said == before.said)
    values = {"said": before.said + 1, "saying": saying, "said_at": now, "answered": answered}
    session.execute(chosen.values(values))


def was_said(session: Session, drill_id: UUID, said: int) -> None:
    """Notes that a text was heard; a later one that is on its way stays."""
    chosen = update(DrillRow).where(DrillRow.id == drill_id, DrillRow.said == said)
    session.execute(chosen.values(saying=""))


def fall_silent(session: Session, drill_id: UUID) -> None:
    """Notes that the invented survivor has nothing more to say."""
    chosen = update(DrillRow).where(DrillRow.id == drill_id)
    session.execute(chosen.values(silent=True, saying=""))


def reveal(session: Session, drill_id: UUID, outcome: Outcome, now: datetime) -> bool:
    """Ends a running drill and says what it was, once."""
    return _changed(
        session, drill_id, DrillState.RUNNING,
        state=DrillState.REVEALED, revealed_at=now, outcome=outcome.value, saying="",
    )  # fmt: skip


def mark_erased(session: Session, drill_id: UUID, now: datetime) -> None:
    """Notes that nothing of a drill is left but its times."""
    session.execute(delete(DrillReplyRow).where(DrillReplyRow.drill_id == drill_id))
    _changed(session, drill_id, DrillState.REVEALED, state=DrillState.ERASED, erased_at=now)


def add_reply(session: Session, reply_id: UUID, drill_id: UUID, prompt: str, now: datetime) -> None:
    """Keeps the name of a line that arrived, once however often it is carried."""
    if session.get(DrillReplyRow, reply_id) is None:
        session.add(DrillReplyRow(id=reply_id, drill_id=drill_id, prompt=prompt, at=now))
        session.flush()


def replies(session: Session, drill_id: UUID) -> tuple[DrillReply, ...]:
    """Returns the lines that arrived, oldest first."""
    wanted = select(DrillReplyRow).where(DrillReplyRow.drill_id == drill_id)
    rows = session.scalars(wanted.order_by(DrillReplyRow.at, DrillReplyRow.id))
    return tuple(DrillReply(row.id, row.drill_id, row.prompt, row.at) for row in rows)


def _changed(session: Session, drill_id: UUID, was: DrillState, **values: object) -> bool:
    moved = update(DrillRow).where(DrillRow.id == drill_id, DrillRow.state == was.value)
    done = session.execute(moved.values(values).returning(DrillRow.id))
    return done.first() is not None


def _drill(row: DrillRow) -> Drill:
    return Drill(
        id=row.id,
        word=row.keyword,
        language=row.language,
        scenario=Scenario(row.scenario),
        surprise=row.surprise,
        asked_by=row.asked_by,
        state=DrillState(row.state),
        due_at=row.due_at,
        started_at=row.started_at,
        item_at=row.item_at,
        opened_at=row.opened_at,
        answered_at=row.answered_at,
        accepted_at=row.accepted_at,
        revealed_at=row.revealed_at,
        erased_at=row.erased_at,
        outcome=None if row.outcome is None else Outcome(row.outcome),
        said=row.said,
        saying=row.saying,
        said_at=row.said_at,
        answered=row.answered,
        silent=row.silent,
    )
