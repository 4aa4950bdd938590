"""Meta's WhatsApp Cloud API: the handshake, the signature over the raw bytes, and the batches."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import digest
from typing import ClassVar, Final, Self

from pydantic import SecretStr

from bots.channels import lenient
from bots.channels.interface import Answer, Asked, Found, Handshake, NoRoad, Said, StatusEvent
from bots.channels.lenient import Node
from bots.channels.meta_message import PROVIDER, Batch, read_message, sent_at
from kernel.ids import same
from kernel.settings import Settings
from kernel.vocabulary import Inbound
from vault.rehearsing import practice_secret

SIGNATURE_HEADER: Final = "X-Hub-Signature-256"
_SCHEME: Final = "sha256="
# As large as Meta says that a batch can be.
_LARGEST: Final = 3 * 1024 * 1024


@dataclass(frozen=True)
class Meta:
    """Holds the app's secret, the word of the handshake, and which of its numbers is ours."""

    app_secret: str = ""
    verify_token: str = ""
    phone_number_id: str = ""

    name: ClassVar[str] = PROVIDER
    methods: ClassVar[frozenset[str]] = frozenset({"GET", "POST"})
    largest: ClassVar[int] = _LARGEST

    @classmethod
    def of(cls, settings: Settings, practice: str | None) -> Self:
        """Takes the practice city's made-up secrets, else the settings' own."""
        if practice is not None:
            # Any number of an app is taken: nobody real is behind one in practice.
            app, word = (practice_secret(practice, f"meta {name}") for name in ("app", "verify"))
            return cls(app, word)
        app, word = map(_plain, (settings.meta_app_secret, settings.meta_verify_token))
        return cls(app, word, settings.meta_phone_number_id or "")

    def verify(self, asked: Asked) -> bool:
        """Says whether Meta made this request: by the agreed word, or over the bytes as they came.

        What the signature should have been is never told or logged: it would sign for anybody.
        """
        if asked.method == "GET":
            word = asked.query.get("hub.verify_token", "")
            known = bool(self.verify_token) and same(word.encode(), self.verify_token.encode())
            return known and asked.query.get("hub.mode") == "subscribe"
        if not self.app_secret:
            return False
        given = asked.headers.get(SIGNATURE_HEADER, "")
        return same(given.encode(), sign(self.app_secret, asked.raw).encode())

    def parse(self, asked: Asked, now: datetime) -> Found:
        """Returns the messages of a batch by the time they were sent, then the news."""
        if asked.road != "message":
            return NoRoad()
        if asked.method == "GET":
            return Handshake(asked.query.get("hub.challenge", ""))
        batches = tuple(self._batches(lenient.read_object(asked.raw)))
        heard = [one for batch in batches for one in _heard(batch, now)]
        news = [one for batch in batches for one in _news(batch)]
        return (*(inbound for _, inbound in sorted(heard, key=lambda pair: pair[0])), *news)

    def acknowledge(self, asked: Asked, said: Said) -> Answer:
        """Returns nothing: what is said goes out as a message of its own."""
        del asked, said
        return Answer()

    def _batches(self, body: Node) -> Iterator[Batch]:
        for entry in lenient.each(body, "entry"):
            for change in lenient.each(entry, "changes"):
                batch = Batch.of(lenient.inside(change, "value"))
                # Another number of the same business would answer from a stranger's thread.
                if self.phone_number_id in {"", batch.phone_number_id}:
                    yield batch


def sign(app_secret: str, raw: bytes) -> str:
    """Signs a body as Meta would."""
    return _SCHEME + digest(app_secret.encode(), raw, sha256).hex()


def _heard(batch: Batch, now: datetime) -> Iterator[tuple[float, Inbound]]:
    for message in batch.messages:
        inbound = read_message(batch, message, now)
        if inbound is not None:
            told = sent_at(message)
            yield (now if told is None else told).timestamp(), inbound


def _news(batch: Batch) -> Iterator[StatusEvent]:
    for status in batch.statuses:
        errors = lenient.each(status, "errors")
        yield StatusEvent(
            provider=PROVIDER,
            our_id=lenient.text(status, "biz_opaque_callback_data"),
            provider_id=lenient.text(status, "id"),
            status=lenient.text(status, "status"),
            error_code=lenient.text(errors[0], "code") or None if errors else None,
            recipient=batch.recipient_of(status),
        )


def _plain(secret: SecretStr | None) -> str:
    return "" if secret is None else secret.get_secret_value()
