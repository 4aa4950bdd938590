"""The programme: what a city has decided, with the safe default wherever it has not."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kernel.rows import ProgrammeRow

_SIGNATURES = ("counsel", "signed", "unreviewed")


@dataclass(frozen=True)
class Signature:
    """Says who stands for something in writing since which day; `over` prints what was signed.

    Its subject is a language, or what the programme says of itself; `text` is what was agreed.
    """

    subject: str
    who: str
    day: str
    text: str = ""
    over: str = ""


@dataclass(frozen=True)
class Programme:
    """Holds the decided settings of section 12 of the dialogues; defaults are the safe ones."""

    id: str
    name: str
    line: str
    timezone: str = "UTC"
    languages: tuple[str, ...] = ("en",)
    default_language: str = "en"
    emergency: str = ""
    child_line: str = ""
    staffed_hours: str = ""
    practice: bool = False
    open: bool = False
    duty_known: bool = False
    adult_age: int = 18
    police_on: bool = False
    ambulance_on: bool = False
    ambulance_protocol: str = ""
    police_protocol: str = ""
    cover_on: bool = False
    papers_line_on: bool = False
    pregnancy_words_on: bool = False
    age_changes_service: bool = False
    staff_first_on: bool = False
    channel_fallback_on: bool = False
    counsel: tuple[Signature, ...] = ()
    signed: tuple[Signature, ...] = ()
    unreviewed: tuple[Signature, ...] = ()
    kept_by_law: str = "the date only"
    intake_organization_id: str = ""
    city_code: str = "C"
    play_off_shift: bool = False
    reply_minutes: int = 2
    idle_minutes: int = 10
    danger_minutes: int = 30
    human_answer_minutes: int = 10
    unopened_minutes: int = 5
    state_hours: int = 48
    stranger_days: int = 30

    def changed(self, **values: object) -> "Programme":
        """Returns this programme with some of its settings decided otherwise."""
        return replace(self, **values)  # type: ignore[arg-type]

    def counsel_on(self, language: str) -> Signature | None:
        """Returns counsel's signature over the wording of a language."""
        return _newest(self.counsel, language)

    def signature_on(self, subject: str) -> Signature | None:
        """Returns who stands for something this programme says of itself or agreed to."""
        return _newest(self.signed, subject)

    def override_of(self, language: str) -> Signature | None:
        """Returns who decided, and why, that a language may speak before its review is done."""
        return _newest(self.unreviewed, language)


def load_programme(session: Session) -> Programme | None:
    """Returns the programme of this database, or None before it is set up."""
    row = session.scalars(select(ProgrammeRow)).first()
    return None if row is None else _from_settings(row.id, row.settings)


def hold_programme(session: Session) -> Programme | None:
    """Returns the programme as it is now, and lets nobody else change it until this act ends."""
    newest = select(ProgrammeRow).with_for_update().execution_options(populate_existing=True)
    row = session.scalars(newest).first()
    return None if row is None else _from_settings(row.id, row.settings)


def save_programme(session: Session, programme: Programme) -> None:
    """Writes the programme's settings over what was there."""
    settings = asdict(programme)
    del settings["id"]
    settings["languages"] = list(programme.languages)
    settings |= {name: [asdict(one) for one in getattr(programme, name)] for name in _SIGNATURES}
    row = session.get(ProgrammeRow, programme.id)
    if row is None:
        session.add(ProgrammeRow(id=programme.id, settings=settings))
    else:
        row.settings = settings


def _from_settings(programme_id: str, settings: dict[str, Any]) -> Programme:
    known = {name: settings[name] for name in settings if name in Programme.__dataclass_fields__}
    known["languages"] = tuple(known.get("languages", ("en",)))
    for name in _SIGNATURES:
        known[name] = tuple(Signature(**one) for one in known.get(name, ()))
    return replace(Programme(id=programme_id, name="", line=""), **known)


def _newest(signatures: tuple[Signature, ...], subject: str) -> Signature | None:
    return next((one for one in reversed(signatures) if one.subject == subject), None)
