"""Every provider at once, repeated and mixed up from many threads: one record each, in order.

UNDERTONE_TEST_REPLAY_MESSAGES asks for more of them, UNDERTONE_TEST_REPLAY_SEED for others.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import text as sql

from outbox import practice as rehearsed
from tests.doors.replaying import Contact, contacts
from tests.practice import Practice
from tests.shared import Dice, asked_for

MESSAGES = asked_for("REPLAY_MESSAGES", 200)
SEED = asked_for("REPLAY_SEED", 1)
PEOPLE = max(20, MESSAGES // 100)
THREADS = 8
MOST = 3


def test_each_message_counts_once_and_each_one_s_order_is_kept(practice_on_both: Practice) -> None:
    practice, rolls = practice_on_both, Dice(SEED)
    people = contacts(practice, MESSAGES, PEOPLE, rolls)
    before = marks(practice)
    with ThreadPoolExecutor(THREADS) as pool:
        turns = {id(one): rolls.randrange(10**6) for one in people}
        list(pool.map(lambda one: write(practice, one, Dice(turns[id(one)])), people))
    assert marks(practice) - before == sum(len(one.texts) for one in people)
    for one in people:
        assert heard(practice, one) == list(one.texts), one.address


def test_different_texts_of_one_person_at_once_are_all_heard(practice_on_both: Practice) -> None:
    practice = practice_on_both
    (person,) = contacts(practice, 10, 1, Dice(SEED))
    queue = [one for one in person.requests for _ in range(MOST)]
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda one: one.post(practice.app), queue))
    assert {status for status, _ in answers} == {200}
    assert Counter(heard(practice, person)) == Counter(person.texts)


def write(practice: Practice, person: Contact, rolls: Dice) -> None:
    """Post one request after another, each several times at once, and some old one again."""
    with ThreadPoolExecutor(MOST) as pool:
        for at, request in enumerate(person.requests):
            again = person.requests[rolls.randrange(at + 1)]
            several = [request] * rolls.randint(1, MOST)
            answers = [*pool.map(lambda one: one.post(practice.app), several)]
            assert {status for status, _ in answers} == {200}
            # Whoever asks twice gets the same answer.
            assert len(set(answers)) == 1
            if rolls.randrange(4) == 0:
                assert again.post(practice.app)[0] == 200


def heard(practice: Practice, person: Contact) -> list[str]:
    with practice.house.glance() as desk:
        thread = rehearsed.thread(desk.session, desk.keyring, person.address)
    return [one.body for one in thread if one.direction == "in"]


def marks(practice: Practice) -> int:
    with practice.house.database.reading() as session:
        return int(session.scalar(sql("SELECT count(*) FROM inbound")) or 0)
