"""A keyring on disk: its owner's alone, never written over, read again as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vault.keyring import (
    JobsKeyring,
    NewKeys,
    NoKeyring,
    WebKeyring,
    complete_keyrings,
    create_keyrings,
)
from vault.signing import sign, verify


@pytest.fixture(scope="module")
def keys() -> NewKeys:
    return create_keyrings("city", practice=True)


def test_both_come_back_from_their_files(keys: NewKeys, tmp_path: Path) -> None:
    keys.web.save(tmp_path / "keys" / "web.keyring")
    keys.jobs.save(tmp_path / "keys" / "jobs.keyring")
    assert WebKeyring.load(tmp_path / "keys" / "web.keyring") == keys.web
    assert JobsKeyring.load(tmp_path / "keys" / "jobs.keyring") == keys.jobs


def test_a_file_is_its_owner_s_alone(keys: NewKeys, tmp_path: Path) -> None:
    for name, keyring in (("web", keys.web), ("jobs", keys.jobs)):
        keyring.save(tmp_path / name)
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


def test_a_keyring_is_never_written_over(keys: NewKeys, tmp_path: Path) -> None:
    path = tmp_path / "web.keyring"
    keys.web.save(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        create_keyrings("city", practice=True).web.save(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff\xfe"])
def test_a_missing_or_broken_file_says_what_to_run(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "web.keyring"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NoKeyring, match="flask init"):
        WebKeyring.load(path)


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
