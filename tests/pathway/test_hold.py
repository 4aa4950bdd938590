"""A hold made from her phone without her word ends when she tells a worker, and goes on."""

from pathway import answering, reading, today, withdrawal
from pathway.desk import Denied
from pathway.views import AttemptView, CaseView
from tests.makers import Phone, enter_as
from tests.practice import Practice

ASKED = ("JACARANDA", "1", "2", "1", "1", "1", "1", "D3", "1", "2", "1", "2", "2")


def held(practice: Practice) -> CaseView:
    Phone(practice, "+15550143").say(*ASKED, "UNDO")
    reader = enter_as(practice, "supervisor")
    with practice.house.desk() as desk:
        for line in reading.list_cases(desk, reader):
            view = reading.read_case(desk, reader, line.code, "follow_up")
            if isinstance(view, CaseView) and view.needs:
                return view
    raise AssertionError("no case with a need")


def attempts(view: CaseView) -> list[AttemptView]:
    return [attempt for need in view.needs for attempt in need.attempts]


def test_undo_holds_everything_and_a_worker_sees_it(practice: Practice) -> None:
    assert all(attempt.on_hold for attempt in attempts(held(practice)))


def test_a_worker_whom_she_told_ends_the_hold(practice: Practice) -> None:
    view = held(practice)
    reader = enter_as(practice, "supervisor")
    with practice.house.desk() as desk:
        assert today.today(desk, reader).withdrawn > 0
        assert withdrawal.end_hold(desk, reader, view.line.id) == view.line.id
        again = reading.read_case(desk, reader, view.line.code, "follow_up")
        assert isinstance(again, CaseView)
        assert not any(attempt.on_hold for attempt in attempts(again))
        assert today.today(desk, reader).withdrawn == 0
        assert "consent.confirmed" in {one.verb for one in again.openings}


def test_the_next_place_is_asked_if_the_first_declined_meanwhile(practice: Practice) -> None:
    view = held(practice)
    first = attempts(view)[0]
    responder = enter_as(practice, "responder", first.organization)
    with practice.house.desk() as desk:
        answering.decline(desk, responder, first.id, "no_capacity")
    reader = enter_as(practice, "supervisor")
    with practice.house.desk() as desk:
        withdrawal.end_hold(desk, reader, view.line.id)
        again = reading.read_case(desk, reader, view.line.code, "follow_up")
        assert isinstance(again, CaseView)
        assert [one.state for one in attempts(again)][:2] == ["rejected", "sent"]


def test_nobody_else_ends_a_hold(practice: Practice) -> None:
    view = held(practice)
    for role in ("administrator", "analyst", "responder"):
        reader = enter_as(practice, role)
        with practice.house.desk() as desk:
            assert isinstance(withdrawal.end_hold(desk, reader, view.line.id), Denied)
