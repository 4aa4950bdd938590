"""A house with three providers on one port, which post their news to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import parse_qs, parse_qsl, urlsplit
from uuid import UUID

from commands.fakes.posting import meta_signature, twilio_signature
from commands.fakes.world import World
from kernel.settings import Settings
from outbox import statuses
from outbox.carriers import switchboard_of
from outbox.dispatch import run_once
from outbox.model import Kind
from outbox.rates import DEFAULTS
from outbox.statuses import Applied, NotOurs
from tests.outbox.makers import ASHA, ASHA_ON_WHATSAPP, PostRoom, queue_message

ROADS = {"twilio": ASHA, "meta": ASHA_ON_WHATSAPP, "africastalking": ASHA}


class Street:
    """Is a house with three providers on one port, which post their news to it."""

    def __init__(self, room: PostRoom, world: World, address: str) -> None:
        self.room, self.world = room, world
        self.told: list[Applied | NotOurs] = []
        world.post = self._hear
        given = Settings.load(
            public_url="https://line.example", twilio_account_sid="AC1", twilio_auth_token="token",
            twilio_sms_from="+15550190", twilio_whatsapp_from="whatsapp:+15550190",
            meta_phone_number_id="1", meta_access_token="t", at_username="u", at_api_key="k",
            twilio_api_url=address, meta_api_url=address, at_api_url=address,
        )  # fmt: skip
        board = switchboard_of(given, room.database)
        assert board is not None
        self.board = board

    def send(self, via: str, kind: Kind = Kind.REPLY) -> UUID:
        message_id = queue_message(self.room, address=ROADS[via], via=via, kind=kind)
        run_once(self.room, self.board, "w1", rates=DEFAULTS)
        return message_id

    def _hear(self, url: str, headers: Mapping[str, str], raw: bytes) -> int:
        """Reads a callback as the doors do, after checking who signed it."""
        parts = urlsplit(url)
        if parts.path.startswith("/webhooks/twilio"):
            form = dict(parse_qsl(raw.decode()))
            assert headers["X-Twilio-Signature"] == twilio_signature("token", url, form)
            ours = parse_qs(parts.query)["m"][0]
            news = (ours, form["MessageSid"], form["MessageStatus"], form.get("ErrorCode"))
            self.told.append(statuses.take(self.room, *news))
        elif parts.path.startswith("/webhooks/meta"):
            assert headers["X-Hub-Signature-256"] == meta_signature("secret", raw)
            (one,) = json.loads(raw)["entry"][0]["changes"][0]["value"]["statuses"]
            code = str(one["errors"][0]["code"]) if "errors" in one else None
            ours = one["biz_opaque_callback_data"]
            news = (ours, one["id"], one["status"], code)
            self.told.append(statuses.take(self.room, *news, provider="meta"))
        else:
            form = dict(parse_qsl(raw.decode()))
            news = ("", form["id"], form["status"], form.get("failureReason"))
            self.told.append(statuses.take(self.room, *news, provider="africastalking"))
        return 200
