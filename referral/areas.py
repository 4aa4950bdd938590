"""Reading the geography: the areas, one area with its middle, and the area a text names."""

from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from referral.offers import Area
from referral.places import NamedArea, area_in
from referral.rows import AreaRow

_AREA = AreaRow.__table__.c
_PLACE: Final = select(_AREA.code, _AREA.name, _AREA.path, _AREA.latitude, _AREA.longitude).where(
    _AREA.code == bindparam("code")
)


def all_areas(session: Session) -> tuple[NamedArea, ...]:
    """Returns every area, the city first, then each district before its neighbourhoods."""
    rows = session.scalars(select(AreaRow).order_by(AreaRow.path))
    return tuple(
        NamedArea(row.code, row.name, row.parent, row.level, row.typology, row.path, row.polygon)
        for row in rows
    )


def named(session: Session, text: str) -> str | None:
    """Returns the code of the one area that a text names; None for none, and for two."""
    found = area_in(text, all_areas(session))
    return found if isinstance(found, str) else None


def district_names(session: Session) -> dict[str, str]:
    """Returns the name of each district by its code, sorted by code."""
    query = select(AreaRow.code, AreaRow.name).where(AreaRow.level == "district")
    return {row[0]: row[1] for row in session.execute(query.order_by(AreaRow.code))}


def place_of(session: Session, area_code: str | None) -> Area | None:
    """Returns an area with its middle and its way down from the city; None if it is not known."""
    if not area_code:
        return None
    row = session.execute(_PLACE, {"code": area_code}).first()
    if row is None:
        return None
    return Area(row.code, row.name, tuple(row.path.split("/")), row.latitude, row.longitude)
