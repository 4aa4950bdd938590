"""The sealed spool: in order, whole after a kill at any step, and nothing to read in it."""

from __future__ import annotations

import base64
import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.spool import Damaged, Spool
from kernel import envelopes
from kernel.vocabulary import Address, Inbound

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
KEY = bytes(range(32))
SAID = "he came back with the knife"


def inbound(text: str = SAID, sender: str = "+15550100", number: int = 1) -> Inbound:
    return Inbound(
        "twilio", f"SM{number:032x}", Address.parse(sender), Address.parse("+15550190"), text, NOON,
        media=1, media_at=("https://api.twilio.com/x",), button="3:1",
    )  # fmt: skip


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path / "spool", "city", KEY)


def test_a_message_comes_back_as_it_was(spool: Spool) -> None:
    name = spool.keep(inbound(), NOON)
    assert spool.read(name) == inbound()
    assert envelopes.read(envelopes.written(inbound())) == inbound()


def test_what_another_version_wrote_is_still_read() -> None:
    assert envelopes.read({**envelopes.written(inbound()), "new": 1}) == inbound()


def test_names_keep_the_order_even_when_the_clock_is_set_back(spool: Spool) -> None:
    moments = [NOON, NOON, NOON - timedelta(hours=1), NOON + timedelta(seconds=1)]
    names = [spool.keep(inbound(number=n), at) for n, at in enumerate(moments)]
    assert list(spool.names()) == names
    again = Spool(spool.folder, "city", KEY)
    assert [*names, again.keep(inbound(number=9), NOON - timedelta(days=1))] == list(again.names())


def test_each_sender_has_her_own_queue(spool: Spool) -> None:
    hers = [spool.keep(inbound(number=n), NOON) for n in range(3)]
    spool.keep(inbound(sender="+15550101", number=4), NOON)
    fresh = Spool(spool.folder, "city", KEY)
    assert fresh.of(Address.parse("+15550100")) == tuple(hers)
    fresh.drop(hers[0])
    assert spool.of(Address.parse("+15550100")) == tuple(hers[1:])


def test_only_its_owner_may_look(spool: Spool) -> None:
    name = spool.keep(inbound(), NOON)
    assert spool.folder.stat().st_mode & 0o777 == 0o700
    assert (spool.folder / name).stat().st_mode & 0o777 == 0o600


def test_nothing_of_it_can_be_read_or_measured(spool: Spool) -> None:
    short = spool.folder / spool.keep(inbound("hi", number=1), NOON)
    long = spool.folder / spool.keep(inbound(SAID * 20, number=2), NOON)
    assert short.stat().st_size == long.stat().st_size
    told = (SAID, "15550100", "twilio", "api.twilio.com")
    for path in (short, long):
        found = path.read_bytes() + path.name.encode()
        for one in told:
            for code in ("utf-8", "utf-16-le", "utf-16-be"):
                raw = one.encode(code)
                assert raw not in found
                assert raw.hex().encode() not in found
                assert base64.b64encode(raw)[:-4] not in found


def test_it_opens_under_its_own_name_and_key_only(spool: Spool) -> None:
    one, other = (spool.keep(inbound(number=n), NOON) for n in range(2))
    (spool.folder / one).write_bytes((spool.folder / other).read_bytes())
    with pytest.raises(Damaged):
        spool.read(one)
    with pytest.raises(Damaged):
        Spool(spool.folder, "city", bytes(32)).read(other)
    with pytest.raises(Damaged):
        Spool(spool.folder, "other city", KEY).read(other)


def test_what_is_put_aside_is_counted_and_kept(spool: Spool) -> None:
    name = spool.keep(inbound(), NOON)
    spool.put_aside(name)
    assert spool.names() == ()
    assert spool.aside() == 1


@pytest.mark.parametrize("step", ["open", "fsync", "rename", "sync", "after"])
def test_kill_9_at_any_step_leaves_a_whole_message_or_none(spool: Spool, step: str) -> None:
    """The provider is answered only after `keep` returned: from then on it must be there."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        _die_at(step, tell, spool)
    os.close(tell)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    acknowledged = os.read(told, 1) == b"!"
    os.close(told)
    found = Spool(spool.folder, "city", KEY)
    names = found.names()
    assert [found.read(name) for name in names] in ([], [inbound()])
    assert len(names) == 1 or not acknowledged
    # The retry, or the next message, finds a spool that works.
    found.keep(inbound(), NOON)
    assert len(found.names()) == len(names) + 1


def _die_at(step: str, tell: int, spool: Spool) -> None:
    syncs = 0

    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def sync(_: object) -> None:
        nonlocal syncs
        syncs += 1
        if (step, syncs) in {("fsync", 2), ("sync", 3)}:
            die()

    if step == "open":
        os.open = die  # type: ignore[assignment]
    if step == "rename":
        Path.rename = die  # type: ignore[assignment, method-assign]
    os.fsync = sync  # type: ignore[assignment]
    spool.keep(inbound(), NOON)
    os.write(tell, b"!")
    die()
