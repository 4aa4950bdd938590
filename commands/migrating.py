"""Brings a database to the newest migration."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from kernel.db import Database

_ROOT = Path(__file__).resolve().parent.parent


def to_head(database: Database) -> None:
    """Runs every migration that is missing, in one unit of work."""
    config = Config(_ROOT / "alembic.ini")
    with database.unit_of_work() as session:
        config.attributes["connection"] = session.connection()
        command.upgrade(config, "head")
