"""Thousands of requests nobody would send: none breaks the door, none comes in unsigned.

UNDERTONE_TEST_FUZZ_INPUTS asks for more of them, UNDERTONE_TEST_FUZZ_SEED for other ones.
"""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy import text

from tests.doors.mutation import Mutator, Sent
from tests.doors.outside import SIGNATURE
from tests.practice import Practice
from tests.shared import Dice, asked_for

INPUTS = asked_for("FUZZ_INPUTS", 2000)
SEED = asked_for("FUZZ_SEED", 1)
GENUINE_IN_A_HUNDRED = 12
REFUSALS = {403, 404, 405, 413}


def test_no_input_breaks_the_door_and_none_comes_in_unsigned(practice: Practice) -> None:
    token = practice.demo["twilio"]["auth_token"]
    made = Mutator(Dice(SEED), token, practice.settings.public_url)
    client, heard = practice.app.test_client(), rows(practice)
    answered: dict[tuple[bool, int], int] = {}
    for number in range(INPUTS):
        sent = made.genuine() if made.chance(GENUINE_IN_A_HUNDRED) else made.bent()
        status = post(client, sent)
        answered[sent.genuine, status] = answered.get((sent.genuine, status), 0) + 1
        assert status in ({200, 400} if sent.genuine else REFUSALS), (number, sent)
    genuine = answered.get((True, 200), 0)
    assert genuine > INPUTS // 50
    assert answered.get((False, 403), 0) > INPUTS // 2
    assert 0 < rows(practice) - heard <= genuine


def post(client: FlaskClient, sent: Sent) -> int:
    """Post one; a fault inside comes out as it is, because the application is under test."""
    headers = {} if sent.signature is None else {SIGNATURE: sent.signature}
    answer = client.post(sent.path, data=sent.body, content_type=sent.kind, headers=headers)
    return answer.status_code


def rows(practice: Practice) -> int:
    with practice.house.database.reading() as session:
        return int(session.scalar(text("SELECT count(*) FROM inbound")) or 0)
