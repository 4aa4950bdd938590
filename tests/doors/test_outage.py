"""The database goes away under a served city, and the web process is killed meanwhile.

UNDERTONE_TEST_OUTAGE_TEXTS asks for a longer run.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine, make_url, text

from tests.doors.serving import PATIENCE, Served
from tests.shared import asked_for

TEXTS = asked_for("OUTAGE_TEXTS", 60)
PHONES = max(12, TEXTS // 100)


@contextmanager
def away(city: Served) -> Iterator[None]:
    """Cut every connection of the city's database and let no new one in."""
    url = make_url(city.database_url)
    server = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    ours = f"pg_stat_activity WHERE datname = '{url.database}'"
    with server.connect() as connection:
        connection.execute(text(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS false'))
        connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM {ours}"))  # noqa: S608
        yield
        connection.execute(text(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS true'))
    server.dispose()


def waiting(city: Served) -> int:
    folder = city.var / "spool"
    return sum("." not in path.name for path in folder.iterdir()) if folder.is_dir() else 0


def test_nothing_is_lost_and_each_is_heard_once(served_city_on_postgres: Served) -> None:
    city = served_city_on_postgres
    outside = city.outside
    forms = [
        outside.form(f"+1555014{n % PHONES:04d}", f"text {n // PHONES} of {n % PHONES}")
        for n in range(TEXTS)
    ]
    outside.deliver(outside.form("+15550143", "hello"))
    with away(city):
        for form in forms:
            assert outside.deliver(form) == 1, "it is taken at once"
        assert waiting(city) == TEXTS
        status, answer = outside.post(outside.form("+15550142", "he has a knife help me now"))
        assert (status, b"call 10111" in answer) == (200, True)
        city.kill("web")
    city.start_web()
    # It drains as soon as anybody writes; the next power cut comes while it does.
    outside.deliver(outside.form("+15550143", "hello again"))
    city.kill("web")
    city.start_web()
    deadline = time.monotonic() + PATIENCE + TEXTS / 5
    while waiting(city):
        assert time.monotonic() < deadline, "the jobs process has it drained"
        outside.deliver(forms[0])
        time.sleep(0.2)
    for number in range(PHONES):
        said = [f"text {n // PHONES} of {number}" for n in range(number, TEXTS, PHONES)]
        assert outside.bodies(f"+1555014{number:04d}", "in") == said
    with city.database() as database, database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM alarm")) == 1
