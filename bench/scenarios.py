"""One round on one database: the yardstick and the product take turns in short bursts."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench import cpu, talk
from bench.load import Burst, Sender
from bench.servers import Served
from bench.talk import Line

CONTACTS, LANES, STRANGERS, FLOOD = 48, 8, 16, 300
_OK, _REFUSED = 200, 403


@dataclass(frozen=True)
class Side:
    """Is one server as the bench sees it."""

    line: Line
    sender: Sender
    processes: tuple[int, ...]

    @classmethod
    def of(cls, served: Served, *databases: int) -> "Side":
        """Returns the sending side of a running server, and of the database it uses."""
        line = Line(served.port, served.token)
        return cls(line, Sender(served.port), (served.process, *databases))

    def cpu(self) -> float:
        """Returns the processor time that the server and its database have spent so far."""
        return sum(cpu.of_tree(one) for one in self.processes)

    def say(self, people: Sequence[str], said: Sequence[str]) -> Burst:
        """Lets every contact say the same texts in order, as fast as they are answered."""
        requests = [list(self.line.texts(one, said)) for one in people]
        before = self.cpu()
        burst = _all(_OK, self.sender.closed(talk.in_lanes(requests, LANES)))
        burst.cpu = self.cpu() - before
        return burst

    def flood(self) -> Burst:
        """Sends requests whose signature is another's."""
        person = talk.contacts(1)[0]
        before = self.cpu()
        spoiled = [self.line.request(person, "1", spoiled=True) for _ in range(FLOOD)]
        burst = _all(_REFUSED, self.sender.closed([spoiled[at::LANES] for at in range(LANES)]))
        burst.cpu = self.cpu() - before
        return burst

    def on_schedule(self, people: Sequence[str], said: Sequence[str], per_second: float) -> Burst:
        """Lets every contact say the texts, turn by turn, on a schedule."""
        requests = [self.line.request(one, text) for text in said for one in people]
        return _all(_OK, self.sender.open(requests, per_second))


def warm(minimal: Side, product: Side) -> None:
    """Brings contacts, connections and caches up; what it takes is not counted."""
    people = talk.contacts(CONTACTS)
    minimal.say(people, talk.MIDDLE)
    for _ in range(2):
        product.say(people, (*talk.BEGIN, *talk.MIDDLE, talk.FIND, talk.FINAL))


def one_round(minimal: Side, product: Side) -> dict[str, Burst]:
    """Returns one burst of each kind, one after the other."""
    people = talk.contacts(CONTACTS)
    product.say(people, talk.BEGIN)
    return {
        "minimal": minimal.say(people, talk.MIDDLE),
        "middle": product.say(people, talk.MIDDLE),
        "find": product.say(people, (talk.FIND,)),
        "final": product.say(people, (talk.FINAL,)),
        "flood": product.flood(),
        "first": product.say(talk.strangers(STRANGERS), ("jacaranda",)),
    }


def latency(minimal: Side, product: Side, per_second: float) -> dict[str, list[float]]:
    """Returns p50 and p99 in ms from the schedule, on both sides."""
    people = talk.contacts(CONTACTS)
    product.say(people, talk.BEGIN)
    sides = {"minimal": minimal, "middle": product}
    bursts = {
        name: side.on_schedule(people, talk.MIDDLE, per_second) for name, side in sides.items()
    }
    return {name: [one.percentile(0.5), one.percentile(0.99)] for name, one in bursts.items()}


def _all(wanted: int, burst: Burst) -> Burst:
    if burst.failed(wanted):
        raise RuntimeError(f"{burst.failed(wanted)} answers were not {wanted}")
    return burst
