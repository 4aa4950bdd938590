"""Children, other people, cover, languages, the rest."""

from bots.wording.model import Prompt

PROMPTS = (
    Prompt("B16", "Only when age changes the service.", "1:under 2:adult 3:rather_not"),
    Prompt("B17", "The duty before a child's story.", "1:go_on 2:only_questions 3:stop"),
    Prompt("B17s", "After Stop."),
    Prompt("B18", "Someone writes about someone else.", "1:yes 2:no 3:unaware"),
    Prompt("B18m", "The same with police mode off, and off shift.", "1:yes 2:no 3:unaware"),
    Prompt("B19", "Advice to a bystander."),
    Prompt("B12", "Cover. The topic must be true: the line publishes it.", first=True),
    *(
        Prompt(
            name,
            "More cover, in turn after B12: a recipe, of B12's length, that is true too.",
            first=True,
        )
        for name in ("B12b", "B12c", "B12d", "B12e")
    ),
    Prompt("B15", "In the language just chosen; the current question may follow.", first=True),
    Prompt(
        "B15a",
        "The last line of the list of languages.",
        "1:first 2:second 3:third 4:fourth 5:more",
        first=True,
    ),
    Prompt("B23", "A voice note at a free question.", "1:yes 2:no"),
    Prompt("B20", "Not understood, once in a row. Our failing, not hers.", first=True),
    Prompt("B20k", "Not understood a second time: kept for a person.", "0:skip"),
    Prompt("B20h", "A person is called to the chat.", "1:look"),
    Prompt("B20f", "H while nobody is on shift."),
    Prompt("B20w", "H, no answer yet.", "1:look"),
    Prompt("B21", "The end."),
    Prompt(
        "B26",
        "After STOP. START stays as it is: the provider knows only that word.",
        first=True,
    ),
    Prompt("B26h", "The provider's answer to HELP.", first=True),
)
