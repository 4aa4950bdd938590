"""Asking a service, undo, delete."""

from bots.wording.model import Prompt

PROMPTS = (
    Prompt(
        "B10",
        "Consent for one recipient, or up to three in order.",
        "1:yes 2:yes_next 3:tell_who 4:not_now",
    ),
    Prompt(
        "B10w",
        "Names the places that may be named in a text.",
        "1:yes 2:yes_next 3:person 4:not_now",
    ),
    Prompt("B10c", "A confidential place is named only by a person.", "1:yes 2:person 3:not_now"),
    Prompt(
        "B10t",
        "A clinic that must tell police says so before consent.",
        "1:yes 2:another 3:person 4:not_now",
    ),
    Prompt("B10z", "No place found: our gap, never her fault."),
    Prompt("B11", "After a yes; ends with when to hear the answer."),
    Prompt("B11h", "After a yes, for someone without a word."),
    Prompt("B11r", "A refusal is never because of her.", "1:yes 2:yes_next 3:person 4:no"),
    Prompt("B24", "UNDO from someone not proven: the same words whether or not anything exists."),
    Prompt("B24p", "UNDO from someone proven."),
    Prompt("B25", "DELETE, first time, not proven."),
    Prompt("B25p", "DELETE, first time, proven."),
    Prompt("B25c", "DELETE confirmed, not proven."),
    Prompt("B25d", "DELETE confirmed, proven."),
)
