"""What every table shares, and the one table that belongs to nobody else: the programme."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CursorResult,
    DateTime,
    Integer,
    MetaData,
    Result,
    String,
    Table,
    TextClause,
    bindparam,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """Is the ancestor of every table."""

    metadata = MetaData(naming_convention=_NAMES)


class Utc(TypeDecorator[datetime]):
    """Stores an aware instant in UTC and gives it back aware, on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuses a time without a zone and turns the rest into UTC."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a time without a zone cannot be stored"
            raise ValueError(message)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Gives the stored instant its zone back."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class ProgrammeRow(Row):
    """Keeps the programme's decided settings; one row a database."""

    __tablename__ = "programme"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)


class ChangeCountRow(Row):
    """Counts the changes of seldom changed tables; triggers of the database add to it."""

    __tablename__ = "change_count"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    changes: Mapped[int] = mapped_column(Integer)


def table_of(row: type[Row]) -> Table:
    """Returns a row's table, for statements on the way of every message: they skip the mapper."""
    found = row.__table__
    if not isinstance(found, Table):
        raise TypeError(row.__name__)
    return found


def insert_unless_there(row: type[Row], key: Sequence[str], columns: Sequence[str]) -> TextClause:
    """Returns an insert, alike on both databases, that leaves a row with the same key alone."""
    return _insert(table_of(row), columns, f"({', '.join(key)}) DO NOTHING")


def insert_or_replace(row: type[Row], key: Sequence[str]) -> TextClause:
    """Returns an insert, alike on both databases, that takes the place of a row of the same key."""
    table = table_of(row)
    rest = [column.name for column in table.columns if column.name not in key]
    replaced = ", ".join(f"{name} = excluded.{name}" for name in rest)
    return _insert(table, [*key, *rest], f"({', '.join(key)}) DO UPDATE SET {replaced}")


def rows_changed(result: Result[Any]) -> int:
    """Returns how many rows a statement added or changed."""
    return result.rowcount if isinstance(result, CursorResult) else 0


def _insert(table: Table, columns: Sequence[str], conflict: str) -> TextClause:
    # As text, because SQLAlchemy compiles its own ON CONFLICT anew for every message.
    names, places = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    written = f"INSERT INTO {table.name} ({names}) VALUES ({places}) ON CONFLICT {conflict}"  # noqa: S608
    return text(written).bindparams(
        *(bindparam(name, type_=table.c[name].type) for name in columns)
    )
