"""What she agreed to have counted leaves as facts, one a table, tied to nothing but her report."""

from kernel.vocabulary import Stage
from pathway import counting
from reporting.indicators.model import T1, T2, T5, FactTuple
from tests.makers import Phone
from tests.practice import Practice

TO_COUNT = ("JACARANDA", "1", "2", "1", "1", "1", "1", "D3", "1", "2", "1")


def pending(practice: Practice) -> list[FactTuple]:
    house = practice.house
    with house.database.reading() as session:
        return [fact for _, fact in counting._opened(session, house.jobs_keyring)]


def test_a_yes_gives_one_fact_a_table_and_the_steps_of_the_funnel(practice: Practice) -> None:
    Phone(practice, "+15550141").say(*TO_COUNT, "1")
    told = {(fact.table, dict(fact.dims).get("stage", "")) for fact in pending(practice)}
    assert told == {(T1, ""), (T2, ""), (T5, Stage.REPORTED), (T5, Stage.CASE_OPENED)}


def test_a_consented_request_is_one_step_more(practice: Practice) -> None:
    Phone(practice, "+15550141").say(*TO_COUNT, "1", "1")
    steps = [dict(fact.dims) for fact in pending(practice) if fact.table == T5]
    assert {"stage": Stage.CONSENTED, "category": "shelter"} in steps


def test_no_is_the_default_and_leaves_nothing(practice: Practice) -> None:
    phone = Phone(practice, "+15550141")
    phone.say(*TO_COUNT, "2", "1")
    assert pending(practice) == []
