"""Who may read a case: journalled first, and once it is taken its holders only."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from kernel.ids import new_code
from kernel.vocabulary import Role
from pathway import casework, reading
from pathway.desk import Denied
from pathway.unsealing import Opener, report_key_id
from pathway.views import CaseView
from reporting.cases.rows import CaseRow
from reporting.reports import store as reports
from reporting.reports.rows import DisclosureRow
from staff import store as staff
from staff.model import Leaf
from staff.signin import Entered
from tests.pathway.telling import SAID, TOLD, ToldCase, alarm, reader, tell, tell_more
from tests.practice import Practice
from vault.keys import new_private_key
from vault.opening import CannotOpen, open_sealed
from vault.pseudonym import subject_handle
from vault.sealing import Sealed

OUTSIDERS = [
    Role.ADMINISTRATOR,
    Role.ANALYST,
    Role.STEWARD,
    Role.AUDITOR,
    Role.DIRECTORY_EDITOR,
    Role.RESPONDER,
]


def read(practice: Practice, who: Entered, told: ToldCase, purpose: str = "follow_up") -> object:
    with practice.house.desk() as desk:
        return reading.read_case(desk, who, told.code, purpose)


def opened(practice: Practice, who: Entered, told: ToldCase) -> CaseView:
    view = read(practice, who, told)
    assert isinstance(view, CaseView), view
    return view


def leaves(practice: Practice, told: ToldCase) -> tuple[Leaf, ...]:
    with practice.house.glance() as desk:
        subject = subject_handle(desk.keyring, "case_file", str(told.id))
        return staff.leaves(desk.session, subject=subject)


def take(practice: Practice, who: Entered, told: ToldCase) -> None:
    with practice.house.desk() as desk:
        assert not isinstance(casework.take_case(desk, who, told.id), Denied)


def holders(practice: Practice, told: ToldCase) -> set[str]:
    with practice.house.glance() as desk:
        return {one.held_by for one in reports.entries(desk.session, told.report_id)}


def test_a_caseworker_reads_what_she_told(practice: Practice) -> None:
    told = tell(practice)
    alarm(practice, told)
    view = opened(practice, reader(practice, "caseworker"), told)
    heard = [line.text for line in view.conversation if line.direction == "in"]
    assert heard == [SAID]
    assert dict(view.facts_told)["type"] == TOLD["type"]
    assert dict(view.facts_told)["area"] != TOLD["area"]
    assert [one.line.kind for one in view.alarms] == ["danger"]
    assert view.can_answer
    assert not view.mine


def test_without_a_word_the_case_says_that_no_answer_can_be_left(practice: Practice) -> None:
    view = opened(practice, reader(practice, "caseworker"), tell(practice, word=False))
    assert (view.can_answer, view.why_not) == (False, "no_word")


def test_a_reading_is_in_the_journal_with_its_purpose(practice: Practice) -> None:
    told = tell(practice)
    who = reader(practice, "caseworker")
    view = opened(practice, who, told)
    (leaf,) = [one for one in leaves(practice, told) if one.verb == "case.read"]
    assert (leaf.actor, leaf.purpose) == (str(who.identity.member_id), "follow_up")
    assert ("case.read", "follow_up") in {(one.verb, one.purpose) for one in view.openings}


@pytest.mark.parametrize("role", OUTSIDERS)
def test_a_refusal_is_in_the_journal_too(practice: Practice, role: Role) -> None:
    told = tell(practice)
    who = reader(practice, role)
    assert isinstance(read(practice, who, told, "just looking"), Denied)
    (leaf,) = [one for one in leaves(practice, told) if one.verb == "case.denied"]
    assert (leaf.actor, leaf.purpose) == (str(who.identity.member_id), "just looking")
    with practice.house.desk() as desk:
        assert reading.list_cases(desk, who) == ()


@pytest.mark.parametrize("role", OUTSIDERS[:-1])
def test_a_role_alone_opens_nothing_without_the_key(practice: Practice, role: Role) -> None:
    """Whoever gives herself the role in the database still holds no key."""
    told = tell(practice)
    who = reader(practice, role)
    posing = replace(who, identity=replace(who.identity, roles=frozenset({Role.CASEWORKER})))
    assert read(practice, posing, told) == Denied("not_yours")


def test_another_organization_s_caseworker_learns_not_even_that_it_is_there(
    practice: Practice,
) -> None:
    told = tell(practice)
    who = reader(practice, "responder")
    posing = replace(who, identity=replace(who.identity, roles=frozenset({Role.SUPERVISOR})))
    assert read(practice, posing, told) == Denied("not_found")
    assert read(practice, who, replace(told, code=new_code())) == Denied("not_found")


def test_once_taken_the_organization_s_key_opens_it_no_more(practice: Practice) -> None:
    told = tell(practice)
    ana, bea = (reader(practice, "caseworker", nth=n) for n in (0, 1))
    take(practice, ana, told)
    assert opened(practice, ana, told).mine
    assert read(practice, bea, told) == Denied("not_yours")
    assert not opened(practice, reader(practice, "supervisor"), told).mine
    assert holders(practice, told) == {report_key_id(told.report_id)}
    assert [one.verb for one in leaves(practice, told)].count("case.denied") == 1


def test_a_later_text_passes_to_the_case_as_its_holder_reads_it(practice: Practice) -> None:
    told = tell(practice)
    ana, bea = (reader(practice, "caseworker", nth=n) for n in (0, 1))
    take(practice, ana, told)
    tell_more(practice, told, "he is back quetzal", 2, danger="call")
    assert len(holders(practice, told)) == 2

    view = opened(practice, ana, told)

    assert [one.text for one in view.conversation if one.direction == "in"][-1].endswith("quetzal")
    assert holders(practice, told) == {report_key_id(told.report_id)}
    with practice.house.glance() as desk:
        assert not Opener(desk, bea).can(f"case:{told.id}")
        assert not Opener(desk, bea).can(report_key_id(told.report_id))
        later = reports.entries(desk.session, told.report_id)[-1]
        place = desk.place(desk.intake_id, "disclosure", later.id)
        sealed = Sealed(later.wrap, later.body, later.held_by)
        assert Opener(desk, bea).json(place, sealed) is None


def test_reading_twice_hands_nothing_on_twice(practice: Practice) -> None:
    told = tell(practice)
    ana = reader(practice, "caseworker")
    take(practice, ana, told)
    tell_more(practice, told, "more", 2)
    opened(practice, ana, told)
    with practice.house.glance() as desk:
        before = reports.entries(desk.session, told.report_id)
    opened(practice, ana, told)
    with practice.house.glance() as desk:
        assert reports.entries(desk.session, told.report_id) == before


@pytest.mark.parametrize("taken", [True, False])
def test_a_case_key_that_was_swapped_gets_nothing(practice: Practice, *, taken: bool) -> None:
    told = tell(practice)
    ana = reader(practice, "caseworker")
    if taken:
        take(practice, ana, told)
    thief = new_private_key(f"case:{told.id}")
    with practice.house.database.unit_of_work() as session:
        session.execute(update(CaseRow).values(key_public=thief.public.raw))
    tell_more(practice, told, "he is back quetzal", 2)
    opened(practice, ana, told)
    with practice.house.desk() as desk:
        note = casework.write_note(desk, ana, told.id, "called the shelter")
        assert not isinstance(note, Denied)
        place = desk.place(desk.intake_id, "note", note.id)
        with pytest.raises(CannotOpen):
            open_sealed(thief, place, Sealed(note.held.wrap, note.held.body, thief.id))
        for one in reports.entries(desk.session, told.report_id):
            place = desk.place(desk.intake_id, "disclosure", one.id)
            with pytest.raises(CannotOpen):
                open_sealed(thief, place, Sealed(one.wrap, one.body, thief.id))


def test_a_changed_entry_is_not_shown_in_part(practice: Practice) -> None:
    told = tell(practice)
    with practice.house.database.unit_of_work() as session:
        row = session.query(DisclosureRow).one()
        row.body = row.body[:-1] + bytes([row.body[-1] ^ 1])
    with pytest.raises(CannotOpen):
        read(practice, reader(practice, "caseworker"), told)


def test_entries_that_change_places_do_not_open(practice: Practice) -> None:
    told = tell(practice, texts=("first", "second"))
    with practice.house.database.unit_of_work() as session:
        one, two = session.query(DisclosureRow).order_by(DisclosureRow.sequence).all()
        one.wrap, two.wrap = two.wrap, one.wrap
        one.body, two.body = two.body, one.body
    with pytest.raises(CannotOpen):
        read(practice, reader(practice, "caseworker"), told)


def test_lists_show_codes_and_times_and_no_story(practice: Practice) -> None:
    told = tell(practice)
    with practice.house.desk() as desk:
        who = reader(practice, "supervisor")
        (line,) = reading.list_cases(desk, who)
        assert reading.list_cases(desk, who, mine=True) == ()
        assert reading.list_cases(desk, who, "closed") == ()
    assert (line.code, line.state, line.tier, line.owner_name) == (told.code, "new", "U", None)
    assert SAID not in repr(line)
