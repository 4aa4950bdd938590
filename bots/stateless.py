"""The one line that needs no database (B0x), and the few public settings it is made of.

They lie sealed beside the keys and are written again whenever they change.
"""

import os
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from bots import keywords, orders, prompts, store
from bots.danger import danger_in
from bots.words import CommandKind, Keyword
from kernel.log import logger
from kernel.programme import Programme
from kernel.vocabulary import Inbound
from pathway.desk import Desk, House, NotSetUp
from vault.keyring import WebKeyring
from vault.opening import CannotOpen, unlock_json
from vault.sealing import Place, lock_json

LINE: Final = "B0x"
_LOOK_AGAIN: Final = timedelta(minutes=1)
_FILE_MODE = 0o600
_looked: dict[Path, datetime] = {}


@dataclass(frozen=True)
class Public:
    """Holds what the line says of itself to anybody, and the coded words that mean danger."""

    line: str
    emergency: str
    languages: tuple[str, ...]
    default_language: str
    danger_words: tuple[Keyword, ...]


def line_for(house: House, inbound: Inbound) -> str | None:
    """Returns B0x for a text that may be danger, and nothing for any other; X and STOP stay so."""
    public = recall(house)
    if public is None or inbound.opt_out is not None:
        return None
    language = heard_danger(inbound.text, public)
    if language is None:
        return None
    values = {"line": public.line, "em": public.emergency}
    return prompts.render(LINE, language, values).text


def provider_texts(programme: Programme) -> tuple[tuple[str, str, str], ...]:
    """Returns what stands at the provider: language, line and its words, filled in."""
    values = {"line": programme.line, "em": programme.emergency}
    return tuple(
        (prompts.language_name(code), line, prompts.render(line, code, values).text)
        for code in programme.languages
        for line in (LINE, "B26", "B26h")
    )


def heard_danger(text: str, public: Public) -> str | None:
    """Returns the language in which a text is a danger hit, or None; the list decides alone."""
    command = orders.command(text, public.languages)
    if command is not None and command.kind is CommandKind.LETTER and command.code == "P":
        return public.default_language
    coded = keywords.match(text, public.danger_words)
    if coded is not None:
        return coded.language
    for code in public.languages:
        if danger_in(text, (code,)) is not None:
            return code
    return None


def refresh(house: House) -> None:
    """Writes the public settings down again if they have changed; looks once a minute."""
    path, now = _path(house), house.clock.now()
    if path in _looked and now - _looked[path] < _LOOK_AGAIN:
        return
    _looked[path] = now
    try:
        with house.glance() as desk:
            found = _public(desk)
        if found != recall(house):
            sealed = lock_json(house.keyring.spool_key, _place(house.keyring), asdict(found))
            _write(path, sealed)
    except (SQLAlchemyError, NotSetUp, OSError) as error:
        # What was heard is heard; the settings of before still stand.
        logger().error("public_settings_not_written", error=type(error).__name__)


def recall(house: House) -> Public | None:
    """Returns the public settings as they were last written; None before the first time."""
    try:
        sealed = _path(house).read_bytes()
        value = unlock_json(house.keyring.spool_key, _place(house.keyring), sealed)
        words = tuple(Keyword(**one) for one in value["danger_words"])
        rest = {**value, "languages": tuple(value["languages"]), "danger_words": words}
        return Public(**rest)
    except (OSError, CannotOpen, TypeError, KeyError):
        # Nothing was written yet, or by another version: it is written again soon.
        return None


def _public(desk: Desk) -> Public:
    programme = desk.programme
    words = desk.known.once("coded words", lambda: store.list_keywords(desk.session))
    return Public(
        programme.line,
        programme.emergency,
        programme.languages,
        programme.default_language,
        tuple(one for one in words if one.intent == "danger"),
    )


def _place(keyring: WebKeyring) -> Place:
    return Place(keyring.programme, "", "outage", "public", "body")


def _path(house: House) -> Path:
    return (house.settings.var_dir / "outage.sealed").absolute()


def _write(path: Path, sealed: bytes) -> None:
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(sealed)
    part.replace(path)
