from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from kernel.programme import Programme, load_programme, save_programme
from kernel.rows import ProgrammeRow


def test_before_it_is_set_up_there_is_none(session: Session) -> None:
    assert load_programme(session) is None


def test_it_comes_back_as_it_was_saved(session: Session) -> None:
    programme = Programme(
        id="p", name="Marigold", line="Marigold Line", languages=("en", "es"), police_on=True
    )
    save_programme(session, programme)
    assert load_programme(session) == programme
    save_programme(session, replace(programme, police_on=False, emergency="10111"))
    session.flush()
    assert load_programme(session) == replace(programme, police_on=False, emergency="10111")


def test_whatever_is_undecided_is_safe() -> None:
    programme = Programme(id="p", name="", line="")
    decided = (
        programme.open,
        programme.duty_known,
        programme.police_on,
        programme.ambulance_on,
        programme.cover_on,
        programme.practice,
    )
    assert decided == (False,) * 6
    assert programme.adult_age == 18
    times = (programme.reply_minutes, programme.idle_minutes, programme.danger_minutes)
    assert times == (2, 10, 30)
    assert (programme.human_answer_minutes, programme.unopened_minutes) == (10, 5)
    assert (programme.state_hours, programme.stranger_days) == (48, 30)


def test_a_setting_that_is_no_more_is_passed_over(session: Session) -> None:
    session.add(ProgrammeRow(id="p", settings={"name": "N", "line": "L", "gone": 1}))
    session.flush()
    found = load_programme(session)
    assert found == Programme(id="p", name="N", line="L", languages=("en",))
