"""What answers, outcomes and circumstances are called on the pages of a script."""

from collections.abc import Mapping

from bots.pages.here import later as _l

NAMES: Mapping[str, str] = {
    "survivor": _l("Whoever writes for help"),
    "walk": _l("The safety walk"),
    "children": _l("Children"),
    "other": _l("Lines outside of a script"),
}
ANSWERS: Mapping[str, str] = {
    "0": _l("Skip"),
    "unsure": _l("I don’t know"),
    "words": _l("Her own words"),
    "back": _l("Back"),
}
OUTCOMES: Mapping[str, str] = {
    "one": _l("One other language"),
    "several": _l("Several other languages"),
    "chosen": _l("A language was chosen"),
    "more": _l("More"),
    "found": _l("A place was found"),
    "none": _l("There is none"),
    "set": _l("The word is good"),
    "weak": _l("The word is too easy to guess"),
    "issued": _l("A code was made"),
    "read": _l("It was read"),
    "tells_police": _l("A clinic that must tell police"),
    "confidential": _l("A confidential place"),
    "asked": _l("A service was asked"),
    "gone": _l("It is not free any more"),
    "named": _l("It may be named"),
    "human": _l("A person has answered"),
    "sure": _l("The place is known"),
    "unsure": _l("Two places are as likely"),
    "unknown": _l("The place is not known"),
    "counted": _l("It was counted"),
    "cleared": _l("It was cleared"),
    "kept": _l("It was kept"),
}
SWITCHES: Mapping[str, str] = {
    "on_shift": _l("Somebody is on shift"),
    "police_on": _l("Police are offered"),
    "ambulance_on": _l("An ambulance is offered"),
    "duty_known": _l("The duty to report is known"),
    "cover_on": _l("Cover is offered"),
    "age_matters": _l("Age changes the service"),
    "papers_true": _l("The words on papers are true"),
    "pregnancy_true": _l("The words on pregnancy are true"),
    "proven": _l("She proved herself"),
    "has_word": _l("She has a word of her own"),
    "fresh_word": _l("She set her word in this visit"),
    "kept": _l("She agreed to go on"),
    "wants_person": _l("She asked for a person"),
}
USUALLY_ON = ("on_shift",)


def name(script: str) -> str:
    """Says what a script is called."""
    return str(NAMES.get(script, script))


def answer(key: str, labels: Mapping[int, str]) -> str:
    """Says an answer as it is chosen: its number with its words, or what it is."""
    if key.isdecimal() and int(key) in labels:
        return f"{key} {labels[int(key)]}"
    return str(ANSWERS.get(key, key))


def outcome(name: str) -> str:
    """Says how something came out."""
    return str(OUTCOMES.get(name, name))


def switch(name: str) -> str:
    """Says a circumstance."""
    return str(SWITCHES.get(name, name))
