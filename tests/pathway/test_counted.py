"""What she agreed to have counted leaves as facts, one a table, tied to nothing but her report."""

from collections import Counter

from kernel.vocabulary import Stage
from pathway import counting
from reporting.indicators.model import T1, T2, T5, FactTuple
from tests.makers import Phone
from tests.practice import Practice

TO_COUNT = ("JACARANDA", "1", "2", "1", "1", "1", "1", "D3", "1", "2", "1")


def pending(practice: Practice) -> Counter[FactTuple]:
    house = practice.house
    with house.database.reading() as session:
        return Counter(fact for _, fact in counting._opened(session, house.jobs_keyring))


def added_by(practice: Practice, *texts: str) -> Counter[FactTuple]:
    """Say the texts and return the facts they gave; the city's invented past has its own."""
    before = pending(practice)
    Phone(practice, "+15550141").say(*texts)
    return pending(practice) - before


def test_a_yes_gives_one_fact_a_table_and_the_steps_of_the_funnel(practice: Practice) -> None:
    told = [
        (fact.table, dict(fact.dims).get("stage", ""))
        for fact in added_by(practice, *TO_COUNT, "1")
    ]
    assert sorted(told) == [(T1, ""), (T2, ""), (T5, Stage.CASE_OPENED), (T5, Stage.REPORTED)]


def test_a_consented_request_is_one_step_more(practice: Practice) -> None:
    added = added_by(practice, *TO_COUNT, "1", "1")
    steps = [dict(fact.dims) for fact in added if fact.table == T5]
    assert {"stage": Stage.CONSENTED, "category": "shelter"} in steps


def test_no_is_the_default_and_leaves_nothing(practice: Practice) -> None:
    assert added_by(practice, *TO_COUNT, "2", "1") == Counter()
