"""Two keyrings: what the web process holds and what the jobs process holds.

Each is one JSON file of mode 0600. The public half of a key that a database writer could swap
comes from the other keyring, never from the database.
"""

import json
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

from kernel.ids import new_token, random_bytes
from vault.keys import PrivateKey, new_private_key
from vault.sealing import KEY_BYTES, PublicKey
from vault.signing import new_signer, verifier_of

_WEB_SECRETS = (
    "token_pepper",
    "state_pepper",
    "rate_pepper",
    "reply_pepper",
    "word_pepper",
    "message_pepper",
    "journal_pepper",
    "staff_key",
    "cookie_secret",
    "spool_key",
)


class NoKeyring(Exception):
    """Says that a keyring is missing or cannot be read, and which."""


@dataclass(frozen=True)
class _Keyring:
    programme: str

    @classmethod
    def load(cls, path: Path) -> Self:
        """Reads a keyring file."""
        try:
            written = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            message = f"the keyring {path} cannot be read: run `flask init` or `flask demo`"
            raise NoKeyring(message) from error
        values: dict[str, Any] = {f.name: _read(written.get(f.name)) for f in fields(cls)}
        return cls(**values)

    def save(self, path: Path) -> None:
        """Writes a keyring file that only its owner can read."""
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {field.name: _write(getattr(self, field.name)) for field in fields(self)}
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1)

    def save_over(self, path: Path) -> None:
        """Puts this keyring in the place of an earlier one, wholly or not at all."""
        waiting = path.with_name(f"{path.name}.new")
        waiting.unlink(missing_ok=True)
        self.save(waiting)
        waiting.replace(path)


@dataclass(frozen=True)
class WebKeyring(_Keyring):
    """Holds what the web process needs to hear, seal and recognise, and nothing to read with."""

    token_pepper: bytes
    state_pepper: bytes
    rate_pepper: bytes
    reply_pepper: bytes
    word_pepper: bytes
    message_pepper: bytes
    journal_pepper: bytes
    staff_key: bytes
    cookie_secret: bytes
    envelope_signer: bytes
    spool_key: bytes
    root_public: bytes
    sender_public: PublicKey
    statistics_public: PublicKey
    release_verifier: bytes
    checkpoint_verifier: bytes
    ingest_verifier: bytes | None = None
    practice_private: PrivateKey | None = None
    practice_pepper: bytes | None = None
    practice_auth_token: str | None = None


@dataclass(frozen=True)
class JobsKeyring(_Keyring):
    """Holds what the jobs process needs to send, count, sign and mark."""

    sender_private: PrivateKey
    statistics_private: PrivateKey
    rounding_key: bytes
    release_signer: bytes
    checkpoint_signer: bytes
    envelope_verifier: bytes
    ingest_signer: bytes | None = None
    practice_public: PublicKey | None = None
    practice_pepper: bytes | None = None

    @property
    def sender_public(self) -> PublicKey:
        """Returns what outgoing texts are sealed to."""
        return self.sender_private.public


@dataclass(frozen=True)
class NewKeys:
    """Holds a new programme's keyrings and the root key, which is shown once and kept offline."""

    web: WebKeyring
    jobs: JobsKeyring
    root_signer: bytes


def create_keyrings(programme: str, *, practice: bool) -> NewKeys:
    """Makes every key of a new programme."""
    root, jobs = new_signer(), _new_jobs(programme, practice=practice)
    peppers = {name: _new() for name in _WEB_SECRETS}
    rehearsal = new_private_key("practice:1") if practice else None
    envelope = new_signer()
    web = WebKeyring(
        programme=programme,
        **peppers,
        envelope_signer=envelope,
        root_public=verifier_of(root),
        sender_public=jobs.sender_public,
        statistics_public=jobs.statistics_private.public,
        release_verifier=verifier_of(jobs.release_signer),
        checkpoint_verifier=verifier_of(jobs.checkpoint_signer),
        practice_private=rehearsal,
        practice_pepper=jobs.practice_pepper,
        practice_auth_token=new_token() if practice else None,
    )
    known = replace(
        jobs,
        envelope_verifier=verifier_of(envelope),
        practice_public=rehearsal.public if rehearsal else None,
    )
    return NewKeys(*_completed(web, known), root)


def complete_keyrings(web_path: Path, jobs_path: Path) -> bool:
    """Adds to keyrings of an earlier version the keys that came since; says whether any did."""
    web, jobs = WebKeyring.load(web_path), JobsKeyring.load(jobs_path)
    whole_web, whole_jobs = _completed(web, jobs)
    # The private half first: a public half is made from it again if the second write fails.
    if whole_jobs != jobs:
        whole_jobs.save_over(jobs_path)
    if whole_web != web:
        whole_web.save_over(web_path)
    return (whole_web, whole_jobs) != (web, jobs)


def _completed(web: WebKeyring, jobs: JobsKeyring) -> tuple[WebKeyring, JobsKeyring]:
    signer = jobs.ingest_signer or new_signer()
    return (
        replace(web, ingest_verifier=verifier_of(signer)),
        replace(jobs, ingest_signer=signer),
    )


def _new_jobs(programme: str, *, practice: bool) -> JobsKeyring:
    return JobsKeyring(
        programme=programme,
        sender_private=new_private_key("sender:1"),
        statistics_private=new_private_key("statistics:1"),
        rounding_key=_new(),
        release_signer=new_signer(),
        checkpoint_signer=new_signer(),
        envelope_verifier=b"",
        practice_pepper=_new() if practice else None,
    )


def _new() -> bytes:
    return random_bytes(KEY_BYTES)


def _write(value: object) -> object:
    match value:
        case bytes():
            return {"bytes": b64encode(value).decode()}
        case PrivateKey(id=name, raw=raw):
            return {"key": name, "raw": b64encode(raw).decode()}
        case PublicKey(id=name, raw=raw):
            return {"public": name, "raw": b64encode(raw).decode()}
    return value


def _read(value: object) -> object:
    match value:
        case {"bytes": str(written)}:
            return b64decode(written)
        case {"key": str(name), "raw": str(raw)}:
            return PrivateKey(name, b64decode(raw))
        case {"public": str(name), "raw": str(raw)}:
            return PublicKey(name, b64decode(raw))
    return value
