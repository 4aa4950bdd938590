"""Keyrings: two files, each its owner's alone, each without what the other must keep."""

from __future__ import annotations

from dataclasses import fields

import pytest

from vault.keyring import JobsKeyring, NewKeys, WebKeyring, create_keyrings
from vault.keys import PrivateKey
from vault.opening import open_packed
from vault.sealing import Place, pack, seal
from vault.signing import sign, verifier_of, verify

PLACE = Place("city", "", "message", "1", "body")


@pytest.fixture(scope="module")
def keys() -> NewKeys:
    return create_keyrings("city", practice=True)


def secrets_of(keyring: WebKeyring | JobsKeyring) -> set[bytes]:
    values = [getattr(keyring, field.name) for field in fields(keyring)]
    private = {one.raw for one in values if isinstance(one, PrivateKey)}
    return private | {one for one in values if isinstance(one, bytes)}


def test_the_private_halves_lie_apart(keys: NewKeys) -> None:
    web, jobs = secrets_of(keys.web), secrets_of(keys.jobs)
    assert keys.jobs.sender_private.raw not in web
    assert keys.jobs.statistics_private.raw not in web
    assert not {keys.jobs.rounding_key, keys.jobs.release_signer, keys.jobs.checkpoint_signer} & web
    assert not {keys.web.token_pepper, keys.web.state_pepper, keys.web.staff_key} & jobs
    assert keys.web.envelope_signer not in jobs
    assert keys.root_signer not in web | jobs


def test_every_secret_is_its_own(keys: NewKeys) -> None:
    shared = {keys.web.practice_pepper}
    values = [getattr(keys.web, field.name) for field in fields(keys.web)]
    web = [one for one in values if isinstance(one, bytes)]
    assert len(set(web)) == len(web)
    assert all(len(one) == 32 for one in web)
    assert secrets_of(keys.web) & secrets_of(keys.jobs) <= shared


def test_two_programmes_share_nothing(keys: NewKeys) -> None:
    other = create_keyrings("city", practice=True)
    assert not secrets_of(keys.web) & secrets_of(other.web)
    assert not secrets_of(keys.jobs) & secrets_of(other.jobs)


def test_the_halves_of_the_two_keyrings_fit(keys: NewKeys) -> None:
    private = keys.jobs.sender_private
    assert keys.jobs.sender_public == keys.web.sender_public
    assert open_packed(private, PLACE, pack(seal(keys.web.sender_public, PLACE, b"x"))) == b"x"
    assert keys.jobs.statistics_private.public == keys.web.statistics_public
    released = sign(keys.jobs.release_signer, b"R")
    assert verify(keys.web.release_verifier, b"R", released)
    marked = sign(keys.jobs.checkpoint_signer, b"C")
    assert verify(keys.web.checkpoint_verifier, b"C", marked)
    assert verify(keys.jobs.envelope_verifier, b"E", sign(keys.web.envelope_signer, b"E"))
    assert verifier_of(keys.root_signer) == keys.web.root_public


def test_outside_practice_there_is_no_practice_key() -> None:
    keys = create_keyrings("city", practice=False)
    assert keys.web.practice_private is None
    assert keys.web.practice_pepper is None
    assert keys.web.practice_auth_token is None
    assert keys.jobs.practice_public is None
