"""A visit and an open path lapse; a new visit takes nothing she said along."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bots.state import Danger, State
from tests.bots.standing import DANGER, FULL, NOW


@pytest.mark.parametrize(("minutes", "idle"), [(0, False), (10, False), (10.1, True)])
def test_a_visit_lapses(minutes: float, *, idle: bool) -> None:
    later = NOW + timedelta(minutes=minutes)
    assert State(last_at=NOW).is_idle(later, 10) is idle
    assert State().is_idle(later, 10)


@pytest.mark.parametrize(("minutes", "is_open"), [(0, True), (30, True), (30.1, False)])
def test_an_open_path_lapses(minutes: float, *, is_open: bool) -> None:
    later = NOW + timedelta(minutes=minutes)
    assert State(danger=DANGER).danger_open(later, 30) is is_open
    assert not State().danger_open(later, 30)
    hidden = Danger(DANGER.alarm_id, b"", NOW, NOW, showing=False)
    assert not State(danger=hidden).danger_open(NOW, 30)


def test_a_new_visit_takes_nothing_she_said_along() -> None:
    fresh = FULL.fresh_visit()
    assert (fresh.step, fresh.answers, fresh.held, fresh.word) == ("", {}, (), "")
    assert (fresh.report_id, fresh.case_id, fresh.thread, fresh.kept) == (None, None, None, False)
    assert (fresh.echo, fresh.wants_person, fresh.letters_offered) == ("", False, False)


def test_a_new_visit_keeps_the_count_of_wrong_words_and_the_red_item() -> None:
    fresh = FULL.fresh_visit()
    assert (fresh.misses, fresh.checks) == (FULL.misses, FULL.checks)
    assert fresh.checks_closed_until == FULL.checks_closed_until
    assert (fresh.danger, fresh.earlier_danger) == (None, DANGER)
    assert fresh.unsent == FULL.unsent
    assert set(fresh.earlier_cases) == {"c", str(FULL.case_id)}
    assert fresh.fresh_visit() == fresh
