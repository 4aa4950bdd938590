"""The provider repeats itself, from many threads at once: one record each, in each one's order."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from sqlalchemy import text

from tests.doors.outside import Person
from tests.doors.serving import Served
from tests.doors.talk import question_in
from tests.shared import Dice, dice

PEOPLE = 20
TEXTS = ("JACARANDA", "1", "2", "1", "1", "{words}", "4", "2", "D4", "2")
THREADS = 8
MOST = 5


def test_each_webhook_counts_once(served_city_on_both: Served) -> None:
    city, rolls = served_city_on_both, dice("duplicates")
    people = [Person(city.outside, f"+1555320{number:04d}") for number in range(PEOPLE)]
    before = marks(city)
    with ThreadPoolExecutor(THREADS) as pool:
        posted = [one for line in TEXTS for one in send_round(pool, people, line, rolls)]
    assert sum(one.result() for one in posted) > PEOPLE * len(TEXTS)
    assert marks(city) - before == PEOPLE * len(TEXTS)
    for number, one in enumerate(people):
        expected = [said(line, number) for line in TEXTS]
        assert city.outside.bodies(one.address, "in") == expected
        assert len(one.received()) <= len(TEXTS)
    # All of them gave the same answers, so all of them stand at the same place.
    assert {question_in(one.last()) for one in people} == {"no_word"}


def test_five_at_once_are_one(served_city_on_both: Served) -> None:
    city = served_city_on_both
    person = Person(city.outside, "whatsapp:+15553300001")
    form = city.outside.form(person.address, city.outside.keyword("report", "en"))
    with ThreadPoolExecutor(5) as pool:
        assert list(pool.map(city.outside.deliver, [form] * 5)) == [1] * 5
    assert len(person.wait_for(1)) == 1
    assert city.outside.bodies(person.address, "in") == [form["Body"]]
    person.text("1")
    assert len(person.received()) == 2


def test_two_in_the_wrong_order_lose_nothing(served_city_on_both: Served) -> None:
    city = served_city_on_both
    person = Person(city.outside, "+15553310001")
    for line in ("JACARANDA", "1", "2", "1"):
        person.text(line)
    # What happened comes before she has said whom it is about.
    person.send("my keys are never where I left them")
    person.send("1")
    person.last()
    assert city.outside.bodies(person.address, "in")[-2:] == person.sent[-2:]
    assert "What happened?" in person.last()


def send_round(
    pool: ThreadPoolExecutor, people: list[Person], line: str, rolls: Dice
) -> list[Future[int]]:
    """Post one text of everybody, each several times; wait until each was taken once."""
    forms = [one.outside.form(one.address, said(line, number)) for number, one in enumerate(people)]
    queue = [form for form in forms for _ in range(rolls.randint(1, MOST))]
    rolls.shuffle(queue)
    posted = [pool.submit(people[0].outside.deliver, form) for form in queue]
    # Nobody texts on before the provider took her last one; its repeats may still be under way.
    for form in forms:
        posted[queue.index(form)].result()
    return posted


def said(line: str, number: int) -> str:
    return line.format(words=f"they took the ladder number {number}")


def marks(city: Served) -> int:
    with city.database() as database, database.reading() as session:
        return int(session.scalar(text("SELECT count(*) FROM inbound")) or 0)
