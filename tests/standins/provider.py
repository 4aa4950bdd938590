"""The fake provider as the tests hold it: real HTTP, and what it heard as plain lists."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from commands.fakes.server import running
from commands.fakes.world import World


@dataclass
class Provider:
    """What the stand-in heard, took, and is told to do next; then it behaves again."""

    address: str
    world: World = field(default_factory=World)

    def _foreseen(self) -> list[str]:
        return self.world.mischief.next

    def _foresee(self, behaviours: list[str]) -> None:
        self.world.mischief.next = behaviours

    next = property(_foreseen, _foresee)

    @property
    def asked(self) -> list[dict[str, str]]:
        return [dict(one.fields) for one in self.world.asked]

    @property
    def taken(self) -> list[dict[str, str]]:
        return [one.fields for one in self.world.sent()]

    @property
    def authorizations(self) -> list[str]:
        return [one.authorization for one in self.world.asked]

    @property
    def paths(self) -> list[str]:
        return [one.path for one in self.world.asked]

    @property
    def release(self) -> threading.Event:
        return self.world.release


@contextmanager
def provider_running() -> Iterator[Provider]:
    """Runs the stand-in on a free port of this machine; whatever we sent it was well formed."""
    world = World()
    with running(world) as address:
        yield Provider(address, world)
    assert world.faults == []
