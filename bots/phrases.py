"""The small phrases that are filled into the lines."""

from collections.abc import Iterable
from typing import Final

from bots.catalogue import entry

PHRASES: Final = {
    "field.what_happened": "A consented field in {fields}.",
    "field.when": "A consented field in {fields}.",
    "field.area": "A consented field in {fields}.",
    "field.language": "A consented field in {fields}.",
    "field.feels_right": "A consented field in {fields}.",
    "field.contact": "A consented field in {fields}: her number.",
    "service.shelter": "A kind of place in {service}; as it can be read over a shoulder.",
    "service.health": "A kind of place in {service}.",
    "service.police": "A kind of place in {service}.",
    "service.legal": "A kind of place in {service}.",
    "service.psychosocial": "A kind of place in {service}.",
    "service.livelihoods": "A kind of place in {service}.",
    "service.child_protection": "A kind of place in {service}.",
    "time.morning": "When to write again, {t}; {hour} is 1 to 12, {clock} is 0:00 to 23:00.",
    "time.afternoon": "When to write again, {t}; {hour} is 1 to 12, {clock} is 0:00 to 23:00.",
    "days": "Monday to Sunday, short, separated by spaces.",
    "comma": "What stands between two things of a list, with its space.",
    "more": "The last line of a dialled screen (USSD) that goes on: the key and the word.",
    "language": "The last choice of B1 where there are several other languages.",
    "kept.date": "What the law makes us keep, {kept}.",
}
_NOON: Final = 12


def fields_words(codes: Iterable[str], language: str) -> str:
    """Lists consented fields in words: "what happened, when, your area"."""
    comma = entry(language, "comma").text
    return comma.join(entry(language, f"field.{code}").text for code in codes)


def service_words(category: str, language: str) -> str:
    """Names a kind of place: "a clinic near you"."""
    return entry(language, f"service.{category}").text


def time_words(hour: int, language: str) -> str:
    """Says a full hour: "6 pm"."""
    half = "morning" if hour % 24 < _NOON else "afternoon"
    return entry(language, f"time.{half}").text.format(
        hour=hour % _NOON or _NOON, clock=f"{hour % 24}:00"
    )


def start_words(weekday: int, starts: str, language: str) -> str:
    """Says when the next shift starts, Monday being 0: "Mon 08:00"."""
    return f"{entry(language, 'days').text.split()[weekday]} {starts}"


def hours_words(text: str, language: str) -> str:
    """Says staffed hours, written with English days, in a language: "lun-sáb 08:00-20:00"."""
    theirs = entry(language, "days").text.split()
    for ours, day in zip(entry("en", "days").text.split(), theirs, strict=True):
        text = text.replace(ours, day)
    return text


def language_word(language: str) -> str:
    """Says "Language", for the last choice of B1 where there are several others."""
    return entry(language, "language").text


def more_word(language: str) -> str:
    """Says how a dialled screen goes on: "99 More"."""
    return entry(language, "more").text


def kept_words(text: str, language: str) -> str:
    """Says what the law makes us keep; a text of the programme's own stands as it is."""
    known = entry("en", "kept.date").text
    return entry(language, "kept.date").text if text == known else text
