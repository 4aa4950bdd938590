"""Importing a directory in Open Referral's HSDS: all of it, or nothing and a report that says why.

What an import never writes: how an organization answers, the phones that packets go to, keys, terms
and verification. A new service starts unverified and is offered to nobody until a person has
checked it; a service that changes its kind is unverified again, and one that would pass to another
organization stays where it is.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.clock import local_day
from referral import editing
from referral.areas import all_areas
from referral.entries import PlaceEntry, ServiceEntry
from referral.hsds_entries import Drawn, Setting, draw_entries
from referral.hsds_files import read_package
from referral.hsds_package import Remark
from referral.hsds_places import draw_places
from referral.places import folded

Tick = Callable[[int, int], None]


@dataclass
class Report:
    """Tells what an import did: rows by table and fate, faults that stopped it, and remarks."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[Remark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    edition: int | None = None

    @property
    def loaded(self) -> bool:
        """Says whether the package was taken in."""
        return not self.faults


def import_directory(
    session: Session,
    path: Path,
    now: datetime,
    timezone: str,
    *,
    publisher: str | None = None,
    tick: Tick | None = None,
) -> Report:
    """Reads a package and writes its entries; a fault in any file means that nothing is written."""
    package = read_package(path)
    if package.faults:
        return Report(faults=package.faults, remarks=package.left_aside)
    names = {folded(area.name): area.code for area in all_areas(session)}
    codes = {folded(area.code): area.code for area in all_areas(session)}
    setting = Setting(publisher or path.stem, timezone, local_day(now, timezone), names | codes)
    drawn = draw_entries(package, setting)
    draw_places(package, setting, drawn)
    report = Report(remarks=drawn.remarks)
    _write(session, drawn, report, tick or _say_nothing)
    if any(fate in {editing.NEW, editing.CHANGED} for _, fate in report.counts):
        report.edition = editing.publish(session, "import", now)
    return report


def _write(session: Session, drawn: Drawn, report: Report, tick: Tick) -> None:
    held: set[UUID] = set()

    def place(entry: PlaceEntry) -> str:
        # What hangs on a service that was held back is held back with it.
        return editing.HELD if entry.service_id in held else editing.take_place(session, entry)

    def service(entry: ServiceEntry) -> str:
        fate = editing.take_service(session, entry)
        held.update([entry.id] if fate == editing.HELD else [])
        return fate

    steps: list[tuple[str, Callable[[], str]]] = [
        *(
            ("organizations", partial(editing.take_organization, session, one))
            for one in drawn.organizations
        ),
        *(("services", partial(service, one)) for one in drawn.services),
        *(("locations", partial(editing.take_location, session, one)) for one in drawn.locations),
        *(("places", partial(place, one)) for one in drawn.places),
    ]
    for done, (table, take) in enumerate(steps, start=1):
        report.counts[table, take()] += 1
        tick(done, len(steps))


def _say_nothing(done: int, total: int) -> None:
    del done, total
