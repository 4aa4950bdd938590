"""The danger path."""

from bots.wording.model import Prompt

PROMPTS = (
    Prompt(
        "B0",
        "Answers danger in the first text. Letters, never buttons, call anyone.",
        "1:keep_writing 2:not_now 3:wrong_number",
    ),
    Prompt(
        "B0m",
        "The same with police and ambulance modes off.",
        "1:keep_writing 2:not_now 3:wrong_number",
    ),
    Prompt("B0f", "The same while nobody is on shift: says so.", "1:keep_writing 2:not_now"),
    Prompt("B4", "The danger path. One thing to do, then the letters."),
    Prompt("B4.PN", "The same with ambulance mode off."),
    Prompt("B4.AN", "The same with police mode off."),
    Prompt("B4m", "The same with both modes off."),
    Prompt("B4f", "The danger path while nobody is on shift."),
    Prompt("B4w", "After a letter without a place."),
    Prompt("B4q", "After a place without a letter; asked once."),
    Prompt("B4q.PN", "The same with ambulance mode off."),
    Prompt("B4q.AN", "The same with police mode off."),
    Prompt("B5p", "After P: promise the asking, never the arrival.", "1:look"),
    Prompt("B5a", "After A.", "1:look"),
    Prompt("B5n", "After N.", "1:look"),
    Prompt("B5d", "After P with police mode off.", "1:look"),
    Prompt("B5s", "Opened by a person, no answer yet.", "1:look"),
    Prompt("B5u", "Not opened after five minutes: say so.", "1:look"),
    Prompt("B22", "In a story: asked once a visit.", "1:yes 2:no"),
    Prompt("B0x", "When we are down; sent without knowing anything.", first=True),
)
