"""The only file that touches the conversation's tables; takes a session, never commits."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bots.rows import InboundRow, KeywordRow, OwnWordRow, PositionRow, ReceiptRow
from bots.words import Keyword
from kernel.ids import new_id
from kernel.later import at_once, later
from kernel.rows import Row, insert_or_replace, insert_unless_there, rows_changed, table_of


@dataclass(frozen=True)
class OwnWord:
    """Is what rests under a word of hers: own or cover, the day it was set, its sealed body."""

    id: UUID
    kind: str
    day: date
    body: bytes


_POSITION = table_of(PositionRow)
_MARK = insert_unless_there(
    InboundRow, ["provider", "handle"], ["id", "provider", "handle", "day", "state"]
)
_STAND = insert_or_replace(PositionRow, ["token"])
_WHERE = select(_POSITION.c.body, _POSITION.c.expires_at).where(
    _POSITION.c.token == bindparam("token")
)


def mark_heard(session: Session, provider: str, handle: bytes, day: date) -> bool:
    """Notes that a message is being heard; False when it was heard before."""
    values = {"id": new_id(), "provider": provider, "handle": handle, "day": day, "state": "heard"}
    return rows_changed(at_once(session).execute(_MARK, values)) == 1


def forget_heard(session: Session, before: date) -> None:
    """Drops the marks of messages that no provider repeats any more."""
    session.execute(delete(InboundRow).where(InboundRow.day < before))


def position(session: Session, token: str, now: datetime) -> bytes | None:
    """Returns a contact's sealed state, unless it has expired."""
    found = at_once(session).execute(_WHERE, {"token": token}).first()
    return found.body if found is not None and found.expires_at > now else None


def keep_position(session: Session, token: str, body: bytes, expires_at: datetime) -> None:
    """Puts a contact's sealed state in the place of the one before."""
    later(session, _STAND, {"token": token, "body": body, "expires_at": expires_at})


def forget_position(session: Session, token: str) -> None:
    """Erases a contact's sealed state."""
    session.execute(delete(PositionRow).where(PositionRow.token == token))


def erase_expired(session: Session, now: datetime) -> int:
    """Erases every sealed state that has expired; returns how many."""
    gone = delete(PositionRow).where(PositionRow.expires_at <= now).returning(PositionRow.token)
    return len(session.execute(gone).all())


def own_word(session: Session, token: str, handle: bytes) -> OwnWord | None:
    """Returns what rests under a word of this contact's own."""
    row = session.scalars(
        select(OwnWordRow).where(OwnWordRow.contact_token == token, OwnWordRow.handle == handle)
    ).first()
    return None if row is None else OwnWord(row.id, row.kind, row.day, row.body)


def keep_own_word(session: Session, word: OwnWord, token: str, handle: bytes) -> None:
    """Keeps what a word of hers opens."""
    values = {**vars(word), "contact_token": token, "handle": handle}
    statement = _insert(session, OwnWordRow).values(**values)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["contact_token", "handle"], set_={"body": word.body}
        )
    )


def forget_word(session: Session, word_id: UUID) -> None:
    """Drops one word of hers."""
    session.execute(delete(OwnWordRow).where(OwnWordRow.id == word_id))


def forget_words(session: Session, token: str, kind: str) -> None:
    """Drops a contact's words of one kind."""
    session.execute(
        delete(OwnWordRow).where(OwnWordRow.contact_token == token, OwnWordRow.kind == kind)
    )


def add_receipt(session: Session, receipt_id: UUID, handle: bytes, day: date, body: bytes) -> None:
    """Keeps what a receipt and its own word open together."""
    session.add(ReceiptRow(id=receipt_id, handle=handle, day=day, body=body))


def receipt(session: Session, handle: bytes) -> tuple[UUID, bytes] | None:
    """Returns what rests under a receipt."""
    row = session.scalars(select(ReceiptRow).where(ReceiptRow.handle == handle)).first()
    return None if row is None else (row.id, row.body)


def list_keywords(session: Session) -> tuple[Keyword, ...]:
    """Returns every coded word."""
    rows = session.scalars(select(KeywordRow).order_by(KeywordRow.word))
    return tuple(Keyword(str(r.id), r.word, r.intent, r.language, r.rule) for r in rows)


def keyword_rows(session: Session) -> tuple[KeywordRow, ...]:
    """Returns every coded word with where and when it may be used."""
    return tuple(session.scalars(select(KeywordRow).order_by(KeywordRow.word)))


def _insert(session: Session, row: type[Row]) -> "postgresql.Insert | sqlite.Insert":
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(row)
    return sqlite.insert(row)
