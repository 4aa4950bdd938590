"""The story, saved, own word, answer."""

from bots.wording.model import Prompt

PROMPTS = (
    Prompt(
        "B6",
        "The story, in her words or by number. No blame, no why.",
        "1:hurt 2:threats 3:sexual 4:control 0:skip",
    ),
    Prompt(
        "B7",
        "When. Starts a clock for care, so the days must stay exact.",
        "1:today 2:three_days 3:five_days 4:longer 5:repeated 0:skip",
    ),
    Prompt(
        "B7a",
        "Care in the first days; nobody is told it is too late.",
        "1:yes 2:no 3:not_sure",
    ),
    Prompt(
        "B7n",
        "The same as B7a where medicine against pregnancy may not be named.",
        "1:yes 2:no 3:not_sure",
    ),
    Prompt("B7b", "The same after more than five days.", "1:yes 2:no 3:not_sure"),
    Prompt("B8", "A district, never an address.", "0:skip"),
    Prompt(
        "B8q",
        "A place name that could be one of two: which?",
        "1:first_area 2:second_area 0:skip",
    ),
    Prompt(
        "B10s",
        "Asks which places feel right; sex is never asked.",
        "1:women 2:men 3:anyone 0:skip",
    ),
    Prompt("B10p", "Only where true.", "1:go_on 2:person"),
    Prompt("B9", "Saved, when to write again, and the offer of an own word.", "1:yes 2:no"),
    Prompt("B9b", "Asks for the word."),
    Prompt("B9w", "The word is too easy. Never say why in more detail.", "2:no"),
    Prompt("B9c", "Offers a cover word; says what it cannot do.", "2:no"),
    Prompt("B9d", "Offers a code for another phone.", "1:send 2:no"),
    Prompt("B9r", "Gives the receipt.", "1:go_on"),
    Prompt("B9n", "No word: no answer can be left in the chat.", "1:go_on 2:stop_here"),
    Prompt("B9p", "Saved, for someone who has proved herself.", "1:go_on 2:stop_here"),
    Prompt("B9k", "Consent to count: a separate question, default no.", "1:yes 2:no"),
    Prompt("B14", "Her word opened a waiting note.", "1:yes 2:later"),
    Prompt("B14n", "Her word opened, nothing new.", "1:yes 2:no"),
)
