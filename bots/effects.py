"""Carries out what a script asks for, through the corridor, and says how it came out."""

from collections.abc import Callable

from bots import keeping, memory, phrases, prompts
from bots.folding import fold
from bots.model import Act, Ask
from bots.state import Thread
from bots.visit import Visit
from bots.weak_words import weak_word
from kernel.vocabulary import Category
from pathway import counted, handover, intake, offering, waiting
from pathway.told import Told, fields_told

OPENS_CASE = frozenset({"self", "asked_to_write"})


class Outcome:
    """Holds how an effect came out and the values its line needs."""

    def __init__(self, name: str, text: str = "", **values: str) -> None:
        self.name = name
        self.text = text
        self.values = values


def act(visit: Visit, one: Act) -> None:
    """Carries out an effect whose outcome the words do not depend on."""
    name, value = one.name, one.value
    if name.startswith("told:"):
        _tell(visit, name.removeprefix("told:"), value)
    elif name == "go_on":
        keeping.go_on(visit)
    elif name == "forget_held":
        visit.change(held=())
    elif name == "unlink" and visit.state.report_id is not None:
        intake.unlink_report(visit.desk, visit.state.report_id)
    elif name == "place":
        _tell(visit, "area", offering.area_code(visit.desk, visit.text))
    elif name == "count":
        _count(visit, agreed=value == "yes")


def ask(visit: Visit, one: Ask) -> Outcome:
    """Carries out an effect whose outcome decides the words."""
    kind, _, argument = one.kind.partition(":")
    return ASKS[kind](visit, argument)


def _tell(visit: Visit, name: str, value: str) -> None:
    visit.told[name] = value
    visit.change(answers={**visit.state.answers, name: value})
    if name == "who" and value in OPENS_CASE:
        keeping.open_case(visit)


def _count(visit: Visit, *, agreed: bool) -> None:
    visit.told["count"] = "yes" if agreed else "no"
    visit.change(answers={**visit.state.answers, "count": visit.told["count"]})
    if agreed:
        opened = visit.state.case_id is not None
        handles = counted.count_report(visit.desk, visit.state.answers, case_opened=opened)
        visit.keys["facts"] = ",".join(map(str, handles))


def _other_language(visit: Visit, _: str) -> Outcome:
    others = [code for code in visit.desk.programme.languages if code != visit.language]
    if len(others) == 1:
        visit.change(language=others[0])
        return Outcome("one")
    return Outcome("several")


def _choose_language(visit: Visit, _: str) -> Outcome:
    shown = prompts.languages_list(visit.desk.programme.languages)
    for choice in shown.choices:
        if str(choice.number) == visit.text.strip() and choice.option:
            visit.change(language=choice.option)
            return Outcome("chosen")
    return Outcome("more")


def _public(visit: Visit, category: str) -> Outcome:
    place = offering.public_place(visit.desk, Category(category))
    if place is None:
        return Outcome("none")
    hours = phrases.hours_words(place.hours, visit.language)
    return Outcome("found", org=place.name, hrs=hours)


def _set_word(visit: Visit, _: str) -> Outcome:
    visit.hidden = True
    places = offering.area_names(visit.desk)
    languages = visit.desk.programme.languages
    if visit.writer.word is None or weak_word(visit.text, visit.keywords, languages, places):
        return Outcome("weak")
    if visit.state.report_id is None:
        return Outcome("weak")
    key = waiting.new_reply_key(visit.state.case_id or visit.state.report_id)
    thread = Thread(
        visit.state.report_id, visit.state.case_id, key.private, visit.language, fresh=True
    )
    memory.keep_word(visit.desk, visit.writer, thread)
    keeping.remember_reply_key(visit, key.public)
    visit.mark = "own_word"
    visit.change(thread=thread, word=fold(visit.text))
    visit.look_around(has_word=True)
    return Outcome("set")


def _issue_receipt(visit: Visit, _: str) -> Outcome:
    thread = visit.state.thread
    if thread is None:
        raise ValueError("a receipt needs a word")
    digits = memory.issue_receipt(visit.desk, thread, visit.state.word)
    visit.change(word="")
    visit.mark = "receipt"
    return Outcome("issued", rc=f"{digits[:5]}-{digits[5:10]}-{digits[10:]}")


def _read_answer(visit: Visit, _: str) -> Outcome:
    thread = visit.state.thread
    if thread is None or thread.case_id is None or thread.fresh:
        return Outcome("none")
    text = waiting.hear_answer(visit.desk, thread.case_id, thread.reply_key)
    visit.mark = "answer_heard"
    return Outcome("read", text) if text else Outcome("none")


def _news(visit: Visit, _: str) -> Outcome:
    if visit.state.danger is None:
        return Outcome("none")
    news = waiting.news(visit.desk, visit.state.danger.alarm_id, visit.state.danger.reply_key)
    return Outcome("human", news.answer) if news.answer else Outcome("none")


def _told(visit: Visit) -> Told:
    return Told(visit.state.answers, visit.language, visit.state.danger is not None)


def _match(visit: Visit, argument: str) -> Outcome:
    tried = visit.state.offers if argument == "other" else ()
    if visit.state.case_id is None:
        return Outcome("none")
    found = offering.find(visit.desk, visit.state.case_id, _told(visit), tried)
    visit.change(need_id=found.need_id, offers=found.service_ids, category=found.category)
    values = {
        "service": phrases.service_words(found.category, visit.language),
        "fields": phrases.fields_words(found.fields, visit.language),
    }
    return Outcome(found.kind, **values)


def _who(visit: Visit, _: str) -> Outcome:
    names = offering.safe_names(visit.desk, visit.state.offers)
    if not names:
        return Outcome("confidential")
    second = (
        names[1] if len(names) > 1 else phrases.service_words(visit.state.category, visit.language)
    )
    return Outcome("named", org=names[0], org2=second)


def _refer(visit: Visit, argument: str) -> Outcome:
    need_id = visit.state.need_id
    if need_id is None:
        return Outcome("gone")
    wanted = visit.state.offers[: int(argument)]
    asked = handover.ask_by_text(visit.desk, need_id, wanted, _told(visit), visit.state.last_said)
    if not asked:
        return Outcome("gone")
    visit.told["consent"] = ",".join(fields_told(_told(visit)))
    if visit.state.answers.get("count") == "yes":
        handles = counted.count_consent(visit.desk, visit.state.category)
        visit.keys["facts"] = ",".join(map(str, handles))
    return Outcome("asked")


ASKS: dict[str, Callable[[Visit, str], Outcome]] = {
    "other_language": _other_language,
    "choose_language": _choose_language,
    "public": _public,
    "set_word": _set_word,
    "set_cover": lambda _visit, _argument: Outcome("weak"),
    "issue_receipt": _issue_receipt,
    "read_answer": _read_answer,
    "news": _news,
    "match": _match,
    "who": _who,
    "refer": _refer,
}
