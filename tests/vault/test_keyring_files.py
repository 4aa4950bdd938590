"""A keyring on disk: its owner's alone, never written over, read again as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from vault.keyring import (
    JobsKeyring,
    NewKeys,
    NoKeyring,
    WebKeyring,
    create_keyrings,
)


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
