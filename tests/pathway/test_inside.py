"""The jobs process proves itself to the web process: fresh, for one request, and once."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime, timedelta

import pytest

from kernel.ids import new_token
from pathway.inside import Doorkeeper, NoIngestKey, signed
from vault.keyring import NewKeys, create_keyrings
from vault.signing import new_signer, sign

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
PATH, BODY = "/internal/known", b'{"provider": "twilio"}'


@pytest.fixture(scope="module")
def keys() -> NewKeys:
    return create_keyrings("city", practice=False)


@pytest.fixture
def door() -> Doorkeeper:
    return Doorkeeper()


def test_a_request_comes_in_once(keys: NewKeys, door: Doorkeeper) -> None:
    header = signed(keys.jobs, PATH, BODY, NOON)
    assert door.lets_in(keys.web, PATH, BODY, header, NOON)
    assert not door.lets_in(keys.web, PATH, BODY, header, NOON)
    assert door.lets_in(keys.web, PATH, BODY, signed(keys.jobs, PATH, BODY, NOON), NOON)


@pytest.mark.parametrize("seconds", [-61, 61, 3600])
def test_an_old_or_an_early_one_stays_out(keys: NewKeys, door: Doorkeeper, seconds: int) -> None:
    header = signed(keys.jobs, PATH, BODY, NOON)
    assert not door.lets_in(keys.web, PATH, BODY, header, NOON + timedelta(seconds=seconds))


def test_a_nonce_is_remembered_for_as_long_as_it_could_come_again(
    keys: NewKeys, door: Doorkeeper
) -> None:
    header = signed(keys.jobs, PATH, BODY, NOON + timedelta(seconds=60))
    assert door.lets_in(keys.web, PATH, BODY, header, NOON)
    later = NOON + timedelta(seconds=120)
    other = signed(keys.jobs, PATH, BODY, later)
    assert door.lets_in(keys.web, PATH, BODY, other, later)
    assert not door.lets_in(keys.web, PATH, BODY, header, later)


def test_it_counts_for_its_own_path_and_body(keys: NewKeys, door: Doorkeeper) -> None:
    header = signed(keys.jobs, PATH, BODY, NOON)
    assert not door.lets_in(keys.web, "/internal/ingest", BODY, header, NOON)
    assert not door.lets_in(keys.web, PATH, BODY + b" ", header, NOON)


def test_another_programme_s_key_opens_nothing(keys: NewKeys, door: Doorkeeper) -> None:
    other = create_keyrings("city", practice=False)
    header = signed(other.jobs, PATH, BODY, NOON)
    assert not door.lets_in(keys.web, PATH, BODY, header, NOON)


@pytest.mark.parametrize("given", ["", "1.2", "1.2.3", "x.y.z", "1.2.3.4", "1.n.ä", "1.n.=="])
def test_whatever_is_not_signed_stays_out(keys: NewKeys, door: Doorkeeper, given: str) -> None:
    assert not door.lets_in(keys.web, PATH, BODY, given, NOON)
    forged = b64encode(sign(new_signer(), b"anything")).decode()
    at = int(NOON.timestamp())
    assert not door.lets_in(keys.web, PATH, BODY, f"{at}.{new_token()}.{forged}", NOON)


def test_keyrings_without_the_key_say_what_to_run(keys: NewKeys, door: Doorkeeper) -> None:
    old = create_keyrings("city", practice=False)
    object.__setattr__(old.jobs, "ingest_signer", None)
    with pytest.raises(NoIngestKey, match="flask demo"):
        signed(old.jobs, PATH, BODY, NOON)
    object.__setattr__(old.web, "ingest_verifier", None)
    header = signed(keys.jobs, PATH, BODY, NOON)
    assert not door.lets_in(old.web, PATH, BODY, header, NOON)
