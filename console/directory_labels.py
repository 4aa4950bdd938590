"""What the directory's states are called, with what follows from each."""

from collections.abc import Mapping

from console.labels import Words
from console.labels import later as _l

FRESHNESS: Words = {
    "fresh": _l("Checked"),
    "due": _l("Check again soon"),
    "stale": _l("Not verified: check is too old"),
    "never": _l("Not verified: never checked"),
    "inactive": _l("Not active"),
}
FRESHNESS_COLOURS: Mapping[str, str] = {
    "fresh": "green",
    "due": "yellow",
    "stale": "orange",
    "never": "orange",
    "inactive": "grey",
}
OPENING: Words = {
    "open": _l("Open now"),
    "closed": _l("Closed now"),
    "unknown": _l("Hours not known"),
    "unreadable": _l("Hours cannot be read"),
}
ROOM: Words = {
    "open": _l("Has room"),
    "full": _l("Full"),
    "waitlist": _l("Waiting list"),
    "assess": _l("They decide case by case"),
    "unknown": _l("Not known (that is not full)"),
}
SERVES: Words = {
    "women": _l("Women"),
    "men": _l("Men"),
    "anyone": _l("Anyone"),
    "children": _l("Children"),
}
SHOWN: Words = {
    "open": _l("Open now and can be offered"),
    "problems": _l("Cannot be offered"),
}
