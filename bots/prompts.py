"""Turns a prompt id into the words of one language, ready to be sent."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from string import Formatter
from typing import Final

from babel import Locale, UnknownLocaleError

from bots.catalogue import Entry, entry
from bots.lexicon import LEXICONS
from bots.wording import PROMPTS
from bots.words import Choice, Question, Rendered
from kernel.segments import downgrade, fits, is_gsm, plain_marks

CHOICE_LINE: Final = re.compile(r"^(\d) (.+)$")
BUDGETS: Final = {"en": (160, 70)}
BUDGET_ELSEWHERE: Final = (306, 134)
_LETTERS: Final = "PAN"
LIST_LINES: Final = 4
_CLOSING: Final = frozenset({"not_now", "stop"})


def render(
    prompt_id: str,
    language: str,
    values: Mapping[str, str] | None = None,
    keep: Collection[str] | None = None,
) -> Rendered:
    """Returns a line with its values filled in; `keep` names the options or letters to show."""
    entry_id = _variant(prompt_id, keep)
    options = options_of(prompt_id)
    line = entry(language, entry_id)
    shown = [row for row in line.text.split("\n") if _is_shown(row, options, keep, values or {})]
    return _rendered(prompt_id, Entry("\n".join(shown), line.downgrade), values or {}, options)


def options_of(prompt_id: str) -> Mapping[int, str]:
    """Returns what each number of a line means, by number."""
    return PROMPTS[prompt_id].option_names()


def question(
    prompt_id: str, languages: Collection[str], keep: Collection[str] | None = None
) -> Question:
    """Returns which numbers and words answer a line, in every enabled language."""
    return _question(prompt_id, tuple(languages), None if keep is None else frozenset(keep))


@cache
def _question(prompt_id: str, languages: tuple[str, ...], keep: frozenset[str] | None) -> Question:
    options = {
        number: name
        for number, name in options_of(prompt_id).items()
        if keep is None or name in keep or not set(keep) & set(options_of(prompt_id).values())
    }
    return Question(
        tuple(number for number in options if number),
        {number: _option_words(prompt_id, number, name, languages)
         for number, name in options.items() if number},
    )  # fmt: skip


def languages_list(languages: Collection[str], page: int = 0, language: str = "") -> Rendered:
    """Returns the numbered list of languages by their own names, four at a time (B15a)."""
    codes = list(languages)
    named = [(language_name(code), code) for code in codes]
    here = named[page * LIST_LINES : (page + 1) * LIST_LINES]
    if len(codes) > LIST_LINES:
        here.append((entry(language or codes[0], "B15a").text, "more"))
    choices = tuple(Choice(number, *shown) for number, shown in enumerate(here, start=1))
    text = "\n".join(f"{choice.number} {choice.label}" for choice in choices)
    return Rendered(text, choices, text, "B15a")


def language_name(code: str) -> str:
    """Returns a language's own name, such as Español."""
    if code in LEXICONS:
        return LEXICONS[code].name
    try:
        name = Locale.parse(code).get_display_name() or code
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:]


def combine(first: Rendered, second: Rendered, language: str) -> Rendered:
    """Puts two lines into one reply where its budget allows, else keeps the second alone."""
    text = f"{first.text}\n{second.text}"
    if not within_budget(text, language):
        return second
    return Rendered(text, second.choices, f"{first.full}\n{second.full}", second.prompt_id)


def within_budget(text: str, language: str) -> bool:
    """Says whether a text stays within the segments its language may use."""
    return fits(text, *BUDGETS.get(language, BUDGET_ELSEWHERE))


def _variant(prompt_id: str, keep: Collection[str] | None) -> str:
    """Returns the entry whose letters are all on offer; with only N left, the plain line's."""
    if keep is None:
        return prompt_id
    letters = "".join(letter for letter in _LETTERS if letter in keep)
    variant = f"{prompt_id}.{letters}"
    return variant if variant in PROMPTS else prompt_id


def _is_shown(
    row: str,
    options: Mapping[int, str],
    keep: Collection[str] | None,
    values: Mapping[str, str],
) -> bool:
    found = CHOICE_LINE.match(row)
    if found is None:
        return True
    if found[2] == "{other}" and not values.get("other", ""):
        return False
    named = keep is not None and bool(set(keep) & set(options.values()))
    return not named or keep is None or options.get(int(found[1]), "") in keep


def _rendered(
    prompt_id: str, line: Entry, values: Mapping[str, str], options: Mapping[int, str]
) -> Rendered:
    filled = {name: values[name] for name in _places(line.text)}
    full = plain_marks(line.text.format_map(filled))
    plain = {name: downgrade(value) for name, value in filled.items()}
    text = plain_marks(line.text.format_map(plain))
    if line.downgrade and not is_gsm(text):
        text = downgrade(text)
    return Rendered(text, _choices(full, options), full, prompt_id)


@cache
def _places(text: str) -> frozenset[str]:
    """Names the values a line has places for, so that no other is looked up."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _choices(text: str, options: Mapping[int, str]) -> tuple[Choice, ...]:
    rows = (CHOICE_LINE.match(row) for row in text.split("\n"))
    return tuple(
        Choice(int(row[1]), row[2].rstrip(".?"), options.get(int(row[1]), ""))
        for row in rows
        if row is not None
    )


def _closes(prompt_id: str, name: str) -> bool:
    """Says whether a plain no means this choice: a no to any question closes that question."""
    return name in _CLOSING and "no" not in options_of(prompt_id).values()


def _option_words(
    prompt_id: str, number: int, name: str, languages: Collection[str]
) -> tuple[str, ...]:
    """Gathers a choice's own label and its known spellings, in every language."""
    words: list[str] = []
    for code in languages:
        labels = _choices(entry(code, prompt_id).text, {})
        words += [choice.label for choice in labels if choice.number == number]
        words += LEXICONS[code].options.get(name, ()) if code in LEXICONS else ()
        if name == "language":
            words += [language_name(code)]
        if name == "more":
            words += [entry(code, prompt_id).text]
        if _closes(prompt_id, name) and code in LEXICONS:
            words += LEXICONS[code].options.get("no", ())
    return tuple(dict.fromkeys(words))
