"""The safety walk: one question in its official words, counted apart from every report."""

from bots.wording.model import Prompt

PROMPTS = (
    Prompt(
        "W1",
        "Before the safety walk's question: a consent of its own, to be counted and nothing more.",
        "1:yes 2:no",
        first=True,
    ),
    Prompt(
        "W2",
        "The official question of SDG 16.1.4 and its official answers: keep to the wording that "
        "the country's statistics office uses.",
        "1:very_safe 2:fairly_safe 3:bit_unsafe 4:very_unsafe 5:never_out 0:skip",
        first=True,
    ),
    Prompt("W3", "The district she lives in; never an address.", "0:skip", first=True),
    Prompt("W4", "Thanks, and the end of the walk.", first=True),
)
