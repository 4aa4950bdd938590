"""Media at rest, on both kinds of database: waiting, kept, handed on, given up, shredded."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from jobs import copies
from jobs.copies import Counts
from kernel.ids import new_id
from reporting.media import store
from reporting.media.model import Held, MediaState, Piece, Wait
from reporting.reports.rows import ReportRow
from tests.conftest import NOON
from tests.reporting.makers import TODAY, make_organization, make_report

HELD = Held(b"wrap", b"body", "intake:1")


def make_piece(session: Session, report_id: UUID, handle: bytes = b"h") -> Piece:
    piece = Piece(new_id(), report_id, MediaState.WAITING, TODAY)
    store.expect(session, piece, Wait(piece.id, handle, 0, NOON, b"sealed"))
    return piece


def test_one_waits_until_it_is_kept(session: Session) -> None:
    report = make_report(session, make_organization(session))
    piece = make_piece(session, report.id)
    assert store.piece(session, piece.id) == piece
    assert store.due(session, NOON - timedelta(seconds=1), 9) == ()
    (wait,) = store.due(session, NOON, 9)
    assert (wait.id, wait.handle, wait.body) == (piece.id, b"h", b"sealed")
    assert store.waiting_for(session, [b"h", b"other"]) == {b"h"}
    assert store.count_waiting(session) == (1, NOON)
    assert store.held(session, piece.id) is None
    store.keep(session, piece.id, HELD)
    assert store.held(session, piece.id) == HELD
    assert store.pieces(session, report.id) == {piece.id: MediaState.KEPT}
    assert store.waiting_for(session, [b"h"]) == frozenset()
    assert store.count_waiting(session) == (0, None)


def test_one_is_tried_later_and_at_last_given_up(session: Session) -> None:
    report = make_report(session, make_organization(session))
    piece = make_piece(session, report.id)
    store.try_later(session, piece.id, 1, NOON + timedelta(minutes=1))
    assert store.due(session, NOON, 9) == ()
    store.give_up(session, piece.id, MediaState.GONE)
    assert store.pieces(session, report.id) == {piece.id: MediaState.GONE}
    assert store.wraps(session, report.id) == ()
    assert store.due(session, NOON + timedelta(days=9), 9) == ()


def test_only_the_wrap_changes_hands(session: Session) -> None:
    report = make_report(session, make_organization(session))
    piece = make_piece(session, report.id)
    store.keep(session, piece.id, HELD)
    assert store.wraps(session, report.id) == ((piece.id, b"wrap", "intake:1"),)
    store.hold(session, piece.id, b"new", "report:1")
    assert store.held(session, piece.id) == Held(b"new", b"body", "report:1")


def test_all_of_it_goes_with_its_report(session: Session) -> None:
    organization = make_organization(session)
    erased, removed = make_report(session, organization), make_report(session, organization)
    for report in (erased, removed):
        make_piece(session, report.id)
    store.erase(session, erased.id)
    assert store.count_waiting(session)[0] == 1
    session.execute(delete(ReportRow).where(ReportRow.id == removed.id))
    assert store.count_waiting(session) == (0, None)
    assert store.pieces(session, removed.id) == {}


def test_counts_add_up_and_the_last_view_stands(session: Session) -> None:
    since = copies.begin(session, "twilio", NOON)
    assert since < NOON
    assert copies.begin(session, "twilio", NOON + timedelta(days=1)) == since
    for _ in range(2):
        copies.note(session, "twilio", NOON, Counts(9, 1, 2, 3, NOON))
    copies.note_failure(session, "twilio", NOON + timedelta(minutes=2), "x" * 99)
    session.expire_all()
    (found,) = copies.copies(session)
    assert (found.listed, found.made_good, found.deleted, found.still_there) == (9, 2, 4, 3)
    assert found.failed == "x" * 40
    assert found.oldest_at == NOON
