"""Media that is no good, a provider that fails, and what did not come: nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from commands.fakes.inbound import Written, receive
from jobs import reconcile
from kernel.clock import StoppedClock
from pathway.desk import Denied
from reporting.media import store
from tests.jobs.around import Around, around
from tests.jobs.hearing import PHONE, fetch, go_on, listen, media_of, send
from tests.pathway.pieces import opus
from tests.practice import Practice


@pytest.fixture
def here(practice: Practice, clock: StoppedClock) -> Iterator[Around]:
    with around(practice, clock) as made:
        yield made


def test_a_file_of_no_known_kind_is_not_kept_and_the_case_says_so(
    here: Around, practice: Practice
) -> None:
    go_on(here)
    sid = send(here, ("image/jpeg", b"%PDF-1.7 nothing of a picture"))
    fetch(here)
    (refused,) = media_of(practice)
    assert refused.state == "wrong_kind"
    assert listen(practice, refused.id) == Denied("not_found")
    assert len(here.world.messages[sid].media) == 1, "what is not here is not deleted there"


def test_one_that_is_too_big_is_not_kept(here: Around, practice: Practice) -> None:
    go_on(here)
    here.house.settings = here.house.settings.model_copy(update={"media_megabytes": 1})
    send(here, ("audio/ogg", opus() + bytes(1_100_000)))
    fetch(here)
    assert media_of(practice)[0].state == "too_big"


def test_a_provider_that_fails_is_asked_again_and_in_the_end_no_more(
    here: Around, practice: Practice
) -> None:
    go_on(here)
    send(here, ("audio/ogg", opus()))
    there = here.house.settings.twilio_api_url
    away = {"twilio_api_url": "http://127.0.0.1:9"}
    here.house.settings = here.house.settings.model_copy(update=away)
    for _ in range(3):
        fetch(here, minutes=30)
    assert media_of(practice)[0].state == "waiting"
    here.house.settings = here.house.settings.model_copy(update={"twilio_api_url": there})
    fetch(here, minutes=60)
    assert media_of(practice)[0].state == "kept"


def test_after_two_days_it_is_given_up(here: Around, practice: Practice) -> None:
    go_on(here)
    send(here, ("audio/ogg", opus()))
    away = {"twilio_api_url": "http://127.0.0.1:9"}
    here.house.settings = here.house.settings.model_copy(update=away)
    for _ in range(12):
        fetch(here, minutes=60 * 24)
    assert media_of(practice)[0].state == "failed"


def test_one_whose_webhook_was_lost_is_made_good_and_fetched(
    here: Around, practice: Practice
) -> None:
    reconcile.run(here.house, here.clock.now())
    go_on(here)
    here.world.mischief.drop = 1.0
    message, status = receive(
        here.world, Written("twilio", PHONE, "", media=(("audio/ogg", opus()),))
    )
    assert status == 0
    here.clock.advance(minutes=2)
    reconcile.run(here.house, here.clock.now())
    fetch(here)
    (kept,) = media_of(practice)
    assert kept.state == "kept"
    assert message.media == []
    assert message.sid in here.world.messages, "she may still be referred to it for two days"
    here.clock.advance(hours=51)
    reconcile.run(here.house, here.clock.now())
    assert message.sid not in here.world.messages


def test_a_row_that_somebody_else_wrote_is_not_fetched(here: Around, practice: Practice) -> None:
    """Whoever writes to the database knows the sender's public key, and could name his own."""
    go_on(here)
    send(here, ("audio/ogg", opus()))
    send(here, ("audio/ogg", opus()))
    with here.house.database.unit_of_work() as session:
        one, two = store.due(session, here.clock.now(), 2)
        session.execute(
            text("UPDATE media_wait SET body = :body WHERE handle = :handle"),
            {"body": one.body, "handle": two.handle},
        )
    fetch(here)
    assert sorted(one.state for one in media_of(practice)) == ["broken", "kept"]
