"""Writes the counts of slips as the tables of docs/confusion.md."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

START: Final = "<!-- tables: make confusion -->"
END: Final = "<!-- end of tables -->"
_NAMES: Final = {
    "en": "English", "es": "Spanish", "fr": "French", "pt": "Portuguese", "ar": "Arabic",
    "hi": "Hindi", "sw": "Swahili", "zu": "isiZulu",
}  # fmt: skip


def tables(counts: Mapping[str, Any]) -> str:
    """Returns every table, as Markdown."""
    parts = [
        ("Danger: what was heard", _danger(counts["danger"])),
        ("Danger: whose expression was heard", _confused(counts["danger"])),
        ("Danger: examples of what was missed", _missed(counts["danger"])),
        ("Coded words", _words(counts["words"])),
        ("Places", _places(counts["places"])),
        ("False alarms", _harmless(counts["harmless"])),
    ]
    return "\n\n".join(f"### {title}\n\n{body}" for title, body in parts)


def within(page: str, new: str) -> str:
    """Returns a page with its tables replaced."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{new}\n\n{END}{after}"


def recall(counts: Mapping[str, Any]) -> float:
    """Returns the share of danger slips that were heard as strongly as they were meant."""
    every = counts["danger"].values()
    missed, slips = (sum(int(one[name]) for one in every) for name in ("missed", "slips"))
    return 1 - missed / slips


def _danger(danger: Mapping[str, Any]) -> str:
    rows = [
        [
            _NAMES.get(code, code),
            one["expressions"],
            one["slips"],
            *(one["heard"].get(f"call as {said}", 0) for said in ("call", "story", "nothing")),
            *(one["heard"].get(f"story as {said}", 0) for said in ("call", "story", "nothing")),
            _share(1 - one["missed"] / one["slips"]),
        ]
        for code, one in danger.items()
    ]
    sums = [sum(column) for column in zip(*(row[1:-1] for row in rows), strict=True)]
    rows.append(["All", *sums, _share(recall({"danger": danger}))])
    head = "Language|Expressions|Slips|Call: call|Call: story|Call: nothing|Story: call"
    return _table([*head.split("|"), "Story: story", "Story: nothing", "Recall"], rows)


def _confused(danger: Mapping[str, Any]) -> str:
    heard = [*danger, "nobody"]
    rows = [
        [_NAMES.get(code, code), *(one["by"].get(other, 0) for other in heard)]
        for code, one in danger.items()
    ]
    return _table(["Said in", *(_NAMES.get(code, code) for code in danger), "Nobody"], rows)


def _missed(danger: Mapping[str, Any]) -> str:
    rows = [[_NAMES.get(code, code), ", ".join(one["examples"])] for code, one in danger.items()]
    return _table(["Language", "Missed"], rows)


def _words(words: Mapping[str, Any]) -> str:
    rows = [
        [
            word,
            _NAMES.get(one["language"], one["language"]),
            one["intent"],
            *(one[name] for name in ("slips", "right", "another", "nothing")),
            _share(one["right"] / one["slips"] if one["slips"] else 1.0),
        ]
        for word, one in words.items()
    ]
    head = ["Word", "Language", "Intent", "Slips", "Right", "Another word", "Nothing", "Recall"]
    return _table(head, rows)


def _places(places: Mapping[str, Any]) -> str:
    names = ("names", "slips", "right", "asked", "another", "nothing")
    row = [*(places[name] for name in names), _share(places["right"] / places["slips"])]
    head = ["Names", "Slips", "Right", "Asked which", "Another place", "Nothing", "Recall"]
    return _table(head, [row])


def _harmless(harmless: Mapping[str, Any]) -> str:
    rows = [
        [
            _NAMES.get(code, code),
            one["sentences"],
            len(one["alarms"]),
            "; ".join(one["alarms"]),
            one["words"],
            len(one["places"]),
        ]
        for code, one in harmless.items()
    ]
    head = ["Language", "Sentences", "Danger heard", "Where", "Coded word heard", "Place heard"]
    return _table(head, rows)


def _share(value: float) -> str:
    return f"{value * 100:.2f} %"


def _table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
