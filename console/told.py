"""What she told by choosing from a list, in the words a person would use."""

from collections.abc import Mapping

from babel import Locale, UnknownLocaleError
from flask_babel import get_locale

from console import labels
from console.labels import Words
from console.labels import later as _l

FACTS: Words = {
    **labels.FIELDS,
    "type": _l("What happened"),
    "feels": _l("Which places feel right for her"),
    "who": _l("About"),
    "hours_since": _l("Hours since the earliest possible time"),
    "clinic": _l("Wants a clinic"),
    "urgent": _l("Needs help fast"),
    "count": _l("May be counted"),
    "adult": _l("Age group"),
    "papers": _l("Papers"),
    "police": _l("Police"),
}

# What she chose from a list, as a person says it.
TOLD: Mapping[str, Words] = {
    "type": {
        "physical_assault": _l("Hit or hurt"),
        "threats": _l("Threats"),
        "sexual_unspecified": _l("Sexual"),
        "control": _l("Control of money or phone"),
        "unknown": _l("Not said from the list"),
    },
    "when": {
        "today": _l("That day"),
        "three_days": _l("In the three days before"),
        "five_days": _l("Four or five days before"),
        "longer": _l("Longer ago"),
        "ongoing": _l("It keeps happening"),
        "unknown": _l("Not said from the list"),
    },
    "clinic": {"yes": _l("Yes"), "no": _l("No"), "unsure": _l("Not sure")},
    "feels": {
        "women": _l("For women"),
        "men": _l("For men"),
        "anyone": _l("For anyone"),
        "unasked": _l("Not said"),
    },
    "who": {
        "self": _l("Herself"),
        "other": _l("Someone else"),
        "asked_to_write": _l("Someone else, who asked her to write"),
        "own_behaviour": _l("Something the writer did"),
    },
    "area": {"": _l("Not said")},
    "age": {
        "under": _l("Under age"),
        "adult": _l("Of age"),
        "rather_not": _l("Not said"),
    },
}
TOLD_ALIKE: Mapping[str, str] = {"what_happened": "type", "feels_right": "feels"}


# What happened on her side that is no words: her own word itself is never shown or kept.
MARKS: labels.Words = {
    "own_word": _l("She set a word of her own"),
    "proven": _l("She proved herself by her word"),
    "receipt": _l("She was given a code for a new phone"),
    "answer_heard": _l("She read the answer left for her"),
    "undo": _l("She asked us to hold or end everything"),
    "delete": _l("She asked us to clear what she wrote"),
    "cover_word": _l("She set a cover word"),
    "cover": _l("She used her cover word: do not contact her"),
    "recovered": _l("Heard late: it was sent some time before"),
    "unsigned": _l(
        "Came by a road that proves nothing of its sender: have a fresh text before any call"
    ),
    "sent_away": _l("Not now, or wrong number: somebody sent us away"),
    "exit": _l("She ended the chat with X"),
    "voice": _l("A voice message or picture"),
    "danger_in_story": _l("Danger in her story, asked about before"),
    "not_offered": _l("She sent P although it was not offered"),
}


def fact(key: str) -> str:
    """Returns what a thing she told is called."""
    return labels.say(FACTS, key)


def told(key: str, value: str) -> str:
    """Returns the words for an answer she chose, or what she wrote as it is."""
    if key == "language":
        return language_name(value)
    return TOLD.get(TOLD_ALIKE.get(key, key), {}).get(value, value)


def language_name(code: str) -> str:
    """Returns what a language is called in the reader's own."""
    try:
        return Locale.parse(code).get_display_name(get_locale()) or code
    except (UnknownLocaleError, ValueError):
        return code
