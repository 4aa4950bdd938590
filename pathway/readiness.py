"""Whether the house can serve: database, migrations and keys, asked without changing anything."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from pathway.desk import House
from vault import selftest
from vault.keyring import NoKeyring

_ROOT = Path(__file__).resolve().parent.parent
_OWNER_ONLY = 0o600


@dataclass(frozen=True)
class Check:
    """Holds what was looked at: a fault stops something, a note is to be known."""

    name: str
    said: str
    fault: bool = False
    note: bool = False


def ready(house: House) -> bool:
    """Says whether requests can be served."""
    return not any(check.fault for check in essentials(house))


def essentials(house: House) -> tuple[Check, ...]:
    """Returns the checks without which nothing works."""
    return (_database(house), _migrations(house), _keys(house))


def keyring_files(house: House) -> tuple[Check, ...]:
    """Says of both keyring files whether they are there and their owner's alone."""
    settings = house.settings
    return (
        _file("web keyring", settings.web_keyring),
        _file("jobs keyring", settings.jobs_keyring),
    )


def cipher() -> Check:
    """Runs the self-test of the ciphers."""
    try:
        selftest.run()
    except selftest.BrokenCipher:
        return Check("ciphers", "the self-test failed: do not run with this library", fault=True)
    return Check("ciphers", "the self-test passed")


def _database(house: House) -> Check:
    try:
        with house.database.reading() as session:
            session.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError) as error:
        return Check("database", f"cannot be reached ({type(error).__name__})", fault=True)
    return Check("database", f"{house.database.dialect} answers")


def _migrations(house: House) -> Check:
    try:
        with house.database.reading() as session:
            found = session.scalars(text("SELECT version_num FROM alembic_version")).first()
    except (SQLAlchemyError, OSError):
        return Check("migrations", "none ran yet: run `alembic upgrade head`", fault=True)
    if found != _head():
        return Check("migrations", "not at head: run `alembic upgrade head`", fault=True)
    return Check("migrations", f"at head ({found})")


def _keys(house: House) -> Check:
    try:
        programme = house.keyring.programme
    except NoKeyring as error:
        return Check("web keys", str(error), fault=True)
    return Check("web keys", f"of programme {programme}")


def _file(name: str, path: Path) -> Check:
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        return Check(name, f"there is none at {path}: run `flask init`", fault=True)
    if mode != _OWNER_ONLY:
        return Check(name, f"{path} has mode {mode:04o}: run `chmod 600 {path}`", fault=True)
    return Check(name, f"{path}, its owner's alone")


@cache
def _head() -> str | None:
    return ScriptDirectory.from_config(Config(_ROOT / "alembic.ini")).get_current_head()
