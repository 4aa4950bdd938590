"""Sends ready-made requests over new connections: at once after each answer, or on a schedule."""

import selectors
import socket
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_PATIENCE = 30.0


@dataclass
class Burst:
    """Holds what came back: time on the wall and on the processors, statuses, latencies in ms."""

    seconds: float = 0.0
    cpu: float = 0.0
    statuses: list[int] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Returns answers a second."""
        return len(self.statuses) / self.seconds if self.seconds else 0.0

    @property
    def cost(self) -> float:
        """Returns the processor time of one answer, in microseconds."""
        return self.cpu / len(self.statuses) * 1e6 if self.statuses else 0.0

    def percentile(self, share: float) -> float:
        """Returns the latency that this share of the requests stayed within."""
        ranked = sorted(self.latencies)
        return ranked[min(int(share * len(ranked)), len(ranked) - 1)]

    def failed(self, wanted: int) -> int:
        """Counts the answers that are not what was wanted."""
        return sum(status != wanted for status in self.statuses)


@dataclass
class _Flight:
    lane: int
    due: float
    to_send: memoryview
    heard: bytes = b""


class Sender:
    """Speaks to one server from one thread, a new connection for each request."""

    def __init__(self, port: int) -> None:
        self._address = ("127.0.0.1", port)
        self._selector = selectors.DefaultSelector()
        self._burst = Burst()

    def closed(self, lanes: Sequence[Sequence[bytes]]) -> Burst:
        """Keeps one request of each lane under way; a lane's own requests stay in order."""
        waiting = [iter(lane) for lane in lanes]
        started = time.perf_counter()
        flying = sum(self._next(waiting, lane) for lane in range(len(lanes)))
        while flying:
            for lane in self._landed(_PATIENCE):
                flying -= not self._next(waiting, lane)
        return self._done(started)

    def open(self, requests: Iterable[bytes], per_second: float) -> Burst:
        """Sends on a schedule, whether or not earlier ones were answered."""
        ready = list(requests)
        started = time.perf_counter()
        sent = landed = 0
        while landed < len(ready):
            due = started + sent / per_second
            now = time.perf_counter()
            if sent < len(ready) and now >= due:
                self._launch(0, due, ready[sent])
                sent += 1
                continue
            wait = due - now if sent < len(ready) else _PATIENCE
            landed += len(self._landed(max(wait, 0.0)))
        return self._done(started)

    def _next(self, waiting: Sequence[Iterable[bytes]], lane: int) -> bool:
        for request in waiting[lane]:
            self._launch(lane, time.perf_counter(), request)
            return True
        return False

    def _launch(self, lane: int, due: float, request: bytes) -> None:
        opened = socket.socket()
        opened.setblocking(False)  # noqa: FBT003 - the socket's own way of asking
        opened.connect_ex(self._address)
        self._selector.register(
            opened, selectors.EVENT_WRITE, _Flight(lane, due, memoryview(request))
        )

    def _landed(self, wait: float) -> list[int]:
        """Moves every ready connection on; returns the lanes whose answer is complete."""
        done = []
        for key, _ in self._selector.select(wait):
            link, flight = key.fileobj, key.data
            if not isinstance(link, socket.socket):
                continue
            if flight.to_send:
                self._write(link, flight)
            elif self._read(link, flight):
                done.append(flight.lane)
        return done

    def _write(self, link: socket.socket, flight: _Flight) -> None:
        flight.to_send = flight.to_send[link.send(flight.to_send) :]
        if not flight.to_send:
            self._selector.modify(link, selectors.EVENT_READ, flight)

    def _read(self, link: socket.socket, flight: _Flight) -> bool:
        part = link.recv(65536)
        flight.heard += part
        if part:
            return False
        self._selector.unregister(link)
        link.close()
        status = flight.heard[9:12]
        self._burst.statuses.append(int(status) if status.isdigit() else 0)
        self._burst.latencies.append((time.perf_counter() - flight.due) * 1000)
        return True

    def _done(self, started: float) -> Burst:
        burst, self._burst = self._burst, Burst()
        burst.seconds = time.perf_counter() - started
        return burst
