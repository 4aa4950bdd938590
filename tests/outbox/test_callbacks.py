"""The fake provider tells of what it was sent: twice, backwards or late, it ends the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qs, parse_qsl, urlsplit
from uuid import UUID

import pytest

from commands.fakes.posting import call_back, meta_signature, twilio_signature
from commands.fakes.server import running
from commands.fakes.world import Accounts, World
from kernel.settings import Settings
from outbox import statuses, store
from outbox.carriers import switchboard_of
from outbox.dispatch import run_once
from outbox.model import Kind, State
from outbox.rates import DEFAULTS
from outbox.statuses import Applied, NotOurs
from tests.outbox.makers import ASHA, ASHA_ON_WHATSAPP, PostRoom, queue_message, state_of

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


@pytest.fixture
def street(lean_room: PostRoom) -> Iterator[Street]:
    world = World(Accounts(account_sid="AC1"), public_url="https://line.example")
    with running(world) as address:
        yield Street(lean_room, world, address)
    assert world.faults == []


@pytest.mark.parametrize("via", ROADS)
@pytest.mark.parametrize(("order", "times"), [("plain", 1), ("reversed", 1), ("reversed", 3)])
def test_in_any_order_and_however_often_it_was_delivered(
    street: Street, via: str, order: str, times: int
) -> None:
    message_id = street.send(via)
    assert state_of(street.room, message_id) is State.ACCEPTED
    street.world.mischief.callbacks, street.world.mischief.times = order, times
    assert call_back(street.world) == 2 * times
    assert state_of(street.room, message_id) is State.DELIVERED
    with street.room.database.reading() as session:
        assert len(store.deliveries(session, message_id)) == 1 + 2 * times


@pytest.mark.parametrize(
    ("via", "behaviour", "state"),
    [
        ("twilio", "late:63016", State.WINDOW_CLOSED),
        ("twilio", "late:30005", State.UNDELIVERED),
        ("twilio", "late:30036", State.EXPIRED),
        ("meta", "late:131047", State.WINDOW_CLOSED),
        ("meta", "late:131026", State.FAILED),
        ("africastalking", "late:500", State.UNDELIVERED),
    ],
)
def test_a_failure_that_comes_late_is_seen(
    street: Street, via: str, behaviour: str, state: State
) -> None:
    street.world.mischief.next = [behaviour]
    message_id = street.send(via)
    call_back(street.world)
    assert state_of(street.room, message_id) is state


@pytest.mark.parametrize(("via", "behaviour"), [("twilio", "late:63032"), ("meta", "late:131050")])
def test_a_block_that_comes_late_says_so(street: Street, via: str, behaviour: str) -> None:
    street.world.mischief.next = [behaviour]
    street.send(via)
    call_back(street.world)
    assert street.told == [Applied(State.STOPPED, opted_out=True)]


@pytest.mark.parametrize("via", ["twilio", "meta"])
@pytest.mark.parametrize("behaviour", ["reset", "taken", "garbage"])
def test_a_callback_with_our_id_proves_what_nobody_knew(
    street: Street, via: str, behaviour: str
) -> None:
    street.world.mischief.next = [behaviour]
    message_id = street.send(via)
    assert state_of(street.room, message_id) is State.MAYBE_SENT
    call_back(street.world)
    assert state_of(street.room, message_id) is State.DELIVERED
    assert len(street.world.sent()) == 1


def test_a_report_of_nothing_of_ours_moves_nothing(street: Street) -> None:
    told = statuses.take(street.room, "", "ATPid_0", "Success", None, provider="africastalking")
    assert told == NotOurs()


def test_callbacks_that_are_lost_leave_it_accepted(street: Street) -> None:
    street.world.mischief.drop = 1.0
    message_id = street.send("twilio")
    call_back(street.world)
    assert len(street.world.lost) == 2
    assert state_of(street.room, message_id) is State.ACCEPTED


def test_outside_the_window_the_provider_says_so_afterwards(street: Street) -> None:
    street.world.window_closed.add("whatsapp:+15550100")
    message_id = queue_message(street.room, address=ASHA_ON_WHATSAPP, via="twilio")
    run_once(street.room, street.board, "w1")
    assert state_of(street.room, message_id) is State.ACCEPTED
    call_back(street.world)
    assert state_of(street.room, message_id) is State.WINDOW_CLOSED
