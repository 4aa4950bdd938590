"""First contact: hello, frame, duty, who."""

from bots.wording.model import Prompt

PROMPTS = (
    Prompt(
        "B1",
        "Says hello. Another person may read it: it must fit any caller. The last choice is the "
        "other language by its own name.",
        "1:yes 2:not_now 3:wrong_number 4:language",
        first=True,
    ),
    Prompt(
        "B1w",
        'The plain answer to "who is this?", the same for every number.',
        "1:ask 2:not_now 3:wrong_number",
        first=True,
    ),
    Prompt(
        "B2",
        "Broad on purpose: everything on this list is true of the programme.",
        "1:yes 2:no 3:not_sure",
        first=True,
    ),
    Prompt(
        "B3a",
        'The duty to tell, before any story. "May" matters: promise neither silence nor a report.',
        "1:yes 2:no",
    ),
    Prompt(
        "B3b",
        "Who it is about, a hint on deleting this chat only, and a door for those who return.",
        "1:me 2:other_person 3:own_acts",
    ),
    Prompt("B3q", "For someone who only wants to ask.", "1:health 2:place 3:money_law 4:how"),
    Prompt("B3i", "Answers a question from what is public: a kind of place, its name and number."),
    Prompt("B3n", "Nothing public to name for that question."),
    Prompt("B3c", "Own behaviour; without blame.", "1:reach 2:stop"),
)
