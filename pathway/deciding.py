"""Deciding: a programme's settings, and who signs what; every change is a line of the journal."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from kernel.programme import Programme, Signature, save_programme
from pathway import choices, gate
from pathway.choices import BY_NAME, Setting, Unfit, Value
from pathway.desk import Desk
from pathway.gate import Lent
from staff import store

LONGEST_NAME: Final = 80
LONGEST_TEXT: Final = 4000
SHORTEST_TEXT: Final = 20


@dataclass(frozen=True)
class Decided:
    """Says that a setting stands as decided."""


@dataclass(frozen=True)
class Refused:
    """Says why not, and about what."""

    reason: str
    detail: str = ""


@dataclass(frozen=True)
class Signing:
    """Holds what somebody signs: the name, the day, and the text agreed to."""

    who: str = ""
    day: date | None = None
    text: str = ""


def decide(
    desk: Desk, lent: Lent, actor: UUID, name: str, given: tuple[str, ...], signing: Signing
) -> Decided | Refused:
    """Changes one setting, if it may be so."""
    setting = BY_NAME.get(name)
    if setting is None:
        return Refused("unknown")
    value = choices.read(setting, given)
    if isinstance(value, Unfit):
        return Refused(value.reason, value.detail)
    desk = gate.holding(desk)
    before = desk.programme
    signed = _signed(desk, setting, value, signing)
    if isinstance(signed, Refused):
        return signed
    after = signed.changed(**{name: value})
    refused = _language(desk, lent, after) or _drill(desk, lent, setting, value)
    if refused is not None:
        return refused
    if after != before:
        save_programme(desk.session, after)
        store.journal(desk.session, "programme.decided", actor, None, name, desk.now)
    return Decided()


def sign_topics(desk: Desk, actor: UUID, signing: Signing) -> Decided | Refused:
    """Records who stands for it that the line answers what its first texts name."""
    return _sign(desk, actor, "signed", gate.TOPICS, signing, "")


def sign_counsel(
    desk: Desk, lent: Lent, actor: UUID, language: str, signing: Signing
) -> Decided | Refused:
    """Records counsel's signature over the wording of a language as it stands now."""
    if language not in lent.languages():
        return Refused("language", language)
    over = lent.wording(language).over
    return _sign(desk, actor, "counsel", language, replace(signing, text=""), over)


def allow_unreviewed(
    desk: Desk, lent: Lent, actor: UUID, language: str, signing: Signing
) -> Decided | Refused:
    """Records who lets a language speak before its review is done, and why."""
    if language not in lent.languages():
        return Refused("language", language)
    if len(signing.text.strip()) < SHORTEST_TEXT:
        return Refused("reason", str(SHORTEST_TEXT))
    return _sign(desk, actor, "unreviewed", language, signing, "")


def take_back(desk: Desk, actor: UUID, kind: str, subject: str) -> Decided | Refused:
    """Takes a signature back; outside practice that closes an open line."""
    if kind not in {"counsel", "unreviewed", "signed"}:
        return Refused("unknown")
    desk = gate.holding(desk)
    kept = tuple(one for one in getattr(desk.programme, kind) if one.subject != subject)
    after = desk.programme.changed(**{kind: kept})
    if not desk.programme.practice:
        after = after.changed(open=False)
    save_programme(desk.session, after)
    store.journal(
        desk.session, "programme.unsigned", actor, None, _purpose(kind, subject), desk.now
    )
    return Decided()


def _sign(
    desk: Desk, actor: UUID, kind: str, subject: str, signing: Signing, over: str
) -> Decided | Refused:
    refused = _unfit(desk, signing)
    if refused is not None:
        return refused
    desk = gate.holding(desk)
    programme = _with(desk.programme, kind, _signature(desk, subject, signing, over))
    save_programme(desk.session, programme)
    store.journal(desk.session, "programme.signed", actor, None, _purpose(kind, subject), desk.now)
    return Decided()


def _signed(desk: Desk, setting: Setting, value: Value, signing: Signing) -> Programme | Refused:
    """Returns the programme with what has to be signed before this is switched on."""
    programme = desk.programme
    if not setting.signs or value is not True:
        return programme
    if not signing.who and programme.signature_on(setting.signs) is not None:
        return programme
    refused = _unfit(desk, signing)
    if refused is None and setting.agreement and len(signing.text.strip()) < SHORTEST_TEXT:
        refused = Refused("protocol", str(SHORTEST_TEXT))
    if refused is not None:
        return refused
    if setting.agreement:
        programme = programme.changed(**{setting.agreement: signing.text.strip()})
    return _with(programme, "signed", _signature(desk, setting.signs, signing, ""))


def _unfit(desk: Desk, signing: Signing) -> Refused | None:
    if not signing.who.strip():
        return Refused("who")
    if len(signing.who.strip()) > LONGEST_NAME or len(signing.text) > LONGEST_TEXT:
        return Refused("long")
    if signing.day is not None and signing.day > desk.today:
        return Refused("future")
    return None


def _signature(desk: Desk, subject: str, signing: Signing, over: str) -> Signature:
    day = (signing.day or desk.today).isoformat()
    return Signature(subject, signing.who.strip(), day, signing.text.strip(), over)


def _with(programme: Programme, kind: str, signature: Signature) -> Programme:
    """Puts a signature in the place of the one before it."""
    others: Iterable[Signature] = getattr(programme, kind)
    kept = tuple(one for one in others if one.subject != signature.subject)
    return programme.changed(**{kind: (*kept, signature)})


def _drill(desk: Desk, lent: Lent, setting: Setting, value: Value) -> Refused | None:
    if setting.drill and value is True and lent.last_drill(desk.session) is None:
        return Refused("drill")
    return None


def _language(desk: Desk, lent: Lent, after: Programme) -> Refused | None:
    """Refuses languages that nobody wrote, that collide, or that are not ready on an open line."""
    before = desk.programme
    if (after.languages, after.default_language) == (before.languages, before.default_language):
        return None
    unknown = [code for code in after.languages if code not in lent.languages()]
    if unknown:
        return Refused("language", unknown[0])
    if after.default_language not in after.languages:
        return Refused("default_language", after.default_language)
    for fault in lent.word_faults(desk.session, after.languages):
        return Refused("words", fault)
    if after.open and not after.practice:
        for code in after.languages:
            if gate.language_faults(desk, lent, code):
                return Refused("not_ready", code)
    return None


def _purpose(kind: str, subject: str) -> str:
    return subject if kind == "signed" else f"{kind}:{subject}"
