"""From a line to words: the programme's values filled in, in her language."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from bots import phrases, prompts
from bots.model import Circumstances
from bots.visit import Line, Visit
from bots.words import Question, Rendered
from kernel.vocabulary import Channel
from pathway import offering
from pathway.desk import Desk
from pathway.told import Told, fields_told
from staff.rota import next_start

_LETTERS = frozenset({"B4", "B4q"})


def letters(circumstances: Circumstances) -> frozenset[str] | None:
    """Returns the letters that may be offered."""
    modes = {"P": circumstances.police_on, "A": circumstances.ambulance_on, "N": True}
    return frozenset(letter for letter, on in modes.items() if on)


def question(visit: Visit, prompt: str) -> Question:
    """Returns what the question last asked takes as an answer, in every enabled language."""
    keep = letters(visit.circumstances) if prompt in _LETTERS else None
    return prompts.question(prompt, visit.desk.programme.languages, keep=keep)


def render(visit: Visit, line: Line) -> Rendered:
    """Returns a line in her language, with the programme's values filled in."""
    programme, language = visit.desk.programme, visit.language
    if line.prompt == "B15a":
        return prompts.languages_list(programme.languages, language_page(visit), language)
    keep = letters(visit.circumstances) if line.prompt in _LETTERS else None
    rendered = prompts.render(line.prompt, language, Values(visit, line.values), keep)
    if line.lead:
        lead = prompts.render(line.lead, language, Values(visit, line.values))
        return prompts.combine(lead, rendered, language)
    return rendered


def language_page(visit: Visit) -> int:
    """Returns which page of the list of languages she sees; after the last comes the first."""
    pages = -(-len(visit.desk.programme.languages) // prompts.LIST_LINES)
    return int(visit.state.answers.get("page", "0")) % pages


def words_for(visit: Visit, line: Line) -> tuple[str, Rendered | None]:
    """Returns the text to send on her channel; a person's own text goes as it is."""
    if line.text:
        return line.text, None
    rendered = render(visit, line)
    if visit.inbound.sender.channel is Channel.WHATSAPP:
        return rendered.full or rendered.text, rendered
    return rendered.text, rendered


class Values(Mapping[str, str]):
    """Gives each placeholder its value, and looks one up only when a line needs it."""

    def __init__(self, visit: Visit, given: Mapping[str, str]) -> None:
        programme, language = visit.desk.programme, visit.language
        makers: dict[str, Callable[[], str]] = {
            "line": lambda: programme.line,
            "em": lambda: programme.emergency,
            "child": lambda: programme.child_line,
            "hrs": lambda: phrases.hours_words(programme.staffed_hours, language),
            "kept": lambda: phrases.kept_words(programme.kept_by_law, language),
            "next": lambda: _next_start(visit.desk, language),
            "t": lambda: _when_to_write(visit, language),
            "other": lambda: _other_language(visit),
            **_asked(visit),
        }
        self._given, self._makers = given, makers

    def __getitem__(self, name: str) -> str:
        return self._given[name] if name in self._given else self._makers[name]()

    def __iter__(self) -> Iterator[str]:
        return iter({**self._makers, **self._given})

    def __len__(self) -> int:
        return len({**self._makers, **self._given})


def _asked(visit: Visit) -> Mapping[str, Callable[[], str]]:
    """Finds what a question is about once more, so that it can be asked again in any language."""
    state, language = visit.state, visit.language
    told = Told(state.answers, language)
    return {
        "service": lambda: phrases.service_words(state.category, language),
        "fields": lambda: phrases.fields_words(fields_told(told), language),
        "org": lambda: _named(visit, 0),
        "org2": lambda: _named(visit, 1),
        "a1": lambda: offering.area_name(visit.desk, state.answers.get("area1", "")),
        "a2": lambda: offering.area_name(visit.desk, state.answers.get("area2", "")),
    }


def _named(visit: Visit, place: int) -> str:
    names = offering.safe_names(visit.desk, visit.state.offers)
    kind = phrases.service_words(visit.state.category, visit.language)
    return names[place] if place < len(names) else kind


def _other_language(visit: Visit) -> str:
    others = [code for code in visit.desk.programme.languages if code != visit.language]
    if not others:
        return ""
    if len(others) == 1:
        return prompts.language_name(others[0])
    return phrases.language_word(visit.language)


def _next_start(desk: Desk, language: str) -> str:
    start = next_start(desk.rota, desk.now, desk.programme.timezone)
    if start is None:
        return phrases.hours_words(desk.programme.staffed_hours, language)
    local = start.astimezone(ZoneInfo(desk.programme.timezone))
    return phrases.start_words(local.weekday(), f"{local:%H:%M}", language)


def _when_to_write(visit: Visit, language: str) -> str:
    """Says when an answer can be there: the next full hour but one, or the next start."""
    desk = visit.desk
    if not visit.circumstances.on_shift:
        return _next_start(desk, language)
    local = desk.now.astimezone(ZoneInfo(desk.programme.timezone)) + timedelta(hours=2)
    return phrases.time_words(local.hour, language)
