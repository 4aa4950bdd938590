"""Keyring files of an earlier version are read, and get what came since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vault.keyring import (
    JobsKeyring,
    NewKeys,
    WebKeyring,
    complete_keyrings,
    create_keyrings,
)
from vault.signing import sign, verify


@pytest.fixture(scope="module")
def keys() -> NewKeys:
    return create_keyrings("city", practice=True)


def test_a_file_from_before_a_key_was_added_is_read(keys: NewKeys, tmp_path: Path) -> None:
    path = tmp_path / "web.keyring"
    keys.web.save(path)
    written = json.loads(path.read_text("utf-8"))
    del written["practice_auth_token"]
    path.write_text(json.dumps(written), "utf-8")
    assert WebKeyring.load(path).practice_auth_token is None


def test_keyrings_of_an_earlier_version_get_what_came_since(keys: NewKeys, tmp_path: Path) -> None:
    web, jobs = tmp_path / "web", tmp_path / "jobs"
    for path, keyring, field in (
        (web, keys.web, "ingest_verifier"),
        (jobs, keys.jobs, "ingest_signer"),
    ):
        keyring.save(path)
        written = json.loads(path.read_text("utf-8"))
        del written[field]
        path.write_text(json.dumps(written), "utf-8")
    assert complete_keyrings(web, jobs)
    signer, verifier = JobsKeyring.load(jobs).ingest_signer, WebKeyring.load(web).ingest_verifier
    assert signer is not None
    assert verifier is not None
    assert verify(verifier, b"known?", sign(signer, b"known?"))
    assert WebKeyring.load(web).spool_key == keys.web.spool_key
    assert web.stat().st_mode & 0o777 == 0o600
    assert not complete_keyrings(web, jobs)
