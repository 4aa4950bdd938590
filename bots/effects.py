"""Carries out what a script asks for, through the corridor, and says how it came out."""

from collections.abc import Callable
from uuid import UUID

from bots import keeping, memory, phrases, prompts, reach, requesting, speaking
from bots.folding import fold, squeezed
from bots.model import Act, Ask
from bots.nearness import edits
from bots.outcome import Outcome
from bots.state import Thread
from bots.visit import Visit
from bots.weak_words import weak_word
from kernel.vocabulary import Category
from pathway import counted, erasure, intake, offering, waiting, walked
from vault.pseudonym import contact_token

OPENS_CASE = frozenset({"self", "asked_to_write"})


def act(visit: Visit, one: Act) -> None:
    """Carries out an effect whose outcome the words do not depend on."""
    name, value = one.name, one.value
    if name.startswith("told:"):
        _tell(visit, name.removeprefix("told:"), value)
    elif name == "go_on":
        keeping.go_on(visit)
    elif name == "forget_held":
        visit.change(held=(), held_media=())
    elif name == "unlink":
        reach.end_for_stranger(visit)
        if visit.state.report_id is not None:
            _unlink(visit, visit.state.report_id)
    elif name == "area":
        _tell(visit, "area", visit.state.answers.get(f"area{value}", ""))
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
    if name == "who" and value == "own_behaviour" and visit.state.report_id is not None:
        apart = contact_token(visit.desk.keyring, visit.writer.stretched, "own behaviour")
        intake.keep_apart(visit.desk, visit.state.report_id, apart)


def _unlink(visit: Visit, report_id: UUID) -> None:
    # What was said in danger stays for people; anything else is shredded in time.
    if visit.state.danger is not None:
        intake.unlink_report(visit.desk, report_id)
    else:
        erasure.unlink_visit(visit.desk, report_id, visit.state.case_id)


def _count(visit: Visit, *, agreed: bool) -> None:
    visit.told["count"] = "yes" if agreed else "no"
    visit.change(answers={**visit.state.answers, "count": visit.told["count"]})
    if agreed:
        opened = visit.state.case_id is not None
        handles = counted.count_report(visit.desk, visit.state.answers, case_opened=opened)
        visit.keys["facts"] = ",".join(map(str, handles))


def _place(visit: Visit, _: str) -> Outcome:
    found = offering.areas_named(visit.desk, visit.text)
    match found:
        case ():
            _tell(visit, "area", "")
            return Outcome("unknown")
        case (only,):
            _tell(visit, "area", only.code)
            return Outcome("sure")
    first, second = found[:2]
    asked = {"area1": first.code, "area2": second.code}
    visit.change(answers={**visit.state.answers, **asked})
    return Outcome("unsure", a1=first.name, a2=second.name)


def _other_language(visit: Visit, _: str) -> Outcome:
    others = [code for code in visit.desk.programme.languages if code != visit.language]
    if len(others) == 1:
        visit.change(language=others[0])
        return Outcome("one")
    return Outcome("several")


def _choose_language(visit: Visit, number: str) -> Outcome:
    page = speaking.language_page(visit)
    shown = prompts.languages_list(visit.desk.programme.languages, page)
    for choice in shown.choices:
        if str(choice.number) == number:
            if choice.option in visit.desk.programme.languages:
                visit.change(language=choice.option)
                return Outcome("chosen")
            page += 1
    visit.change(answers={**visit.state.answers, "page": str(page)})
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
    if visit.state.report_id is None or _is_taken(visit, "cover"):
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


def _is_taken(visit: Visit, kind: str) -> bool:
    """Says whether a word of hers stands for the other thing already: one word, one meaning."""
    found = memory.recall_word(visit.desk, visit.writer)
    return found is not None and found.kind == kind


def _set_cover(visit: Visit, _: str) -> Outcome:
    visit.hidden = True
    thread = visit.state.thread
    places = offering.area_names(visit.desk)
    languages = visit.desk.programme.languages
    if visit.writer.word is None or thread is None:
        return Outcome("weak")
    near_own = edits(squeezed(visit.text), squeezed(visit.state.word), at_most=1) <= 1
    taken = near_own or _is_taken(visit, "own")
    if taken or weak_word(visit.text, visit.keywords, languages, places):
        return Outcome("weak")
    memory.keep_cover(visit.desk, visit.writer, thread)
    visit.mark = "cover_word"
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


def _walk(visit: Visit, _: str) -> Outcome:
    answers = visit.state.answers
    walked.count_walk(visit.desk, answers.get("dark", "unknown"), answers.get("area") or None)
    return Outcome("counted")


ASKS: dict[str, Callable[[Visit, str], Outcome]] = {
    "other_language": _other_language,
    "choose_language": _choose_language,
    "public": _public,
    "set_word": _set_word,
    "set_cover": _set_cover,
    "place": _place,
    "refer_other": requesting.refer_other,
    "walk": _walk,
    "issue_receipt": _issue_receipt,
    "read_answer": _read_answer,
    "news": _news,
    "match": requesting.match,
    "who": requesting.who,
    "refer": requesting.refer,
}
