"""The safety unit's routes: the latest approved release, earlier ones, and files of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, cast

from flask import Blueprint, Response, abort, current_app, render_template, request
from sqlalchemy.orm import Session

from console.indicators import words
from console.indicators.view import Reading, named
from console.indicators.walks import walks
from kernel.db import Database
from reporting.indicators import store
from reporting.indicators.display import as_csv, as_public_json
from reporting.indicators.model import T1, T2, T5, TABLES
from reporting.indicators.release import CAVEAT, Release
from staff.access import PUBLIC, Action, allow

blueprint = Blueprint("indicators", __name__)

_KNOWN = {"lang", "month", "quarter"}


class _House(Protocol):
    @property
    def analyst_database(self) -> Database: ...


@blueprint.before_request
def _only_the_grid() -> None:
    """Refuses any filter that is not part of the fixed grid."""
    if set(request.args) - _KNOWN:
        abort(400)


@blueprint.get("/indicators")
@allow(Action.READ_INDICATORS)
def latest() -> str:
    """Shows the latest approved release."""
    with _reading() as session:
        release = store.latest(session, store.APPROVED)
    if release is None:
        return render_template("indicators/none.html")
    return _page(release)


@blueprint.get("/indicators/releases")
@allow(Action.READ_INDICATORS)
def releases() -> str:
    """Lists the approved releases, newest first."""
    with _reading() as session:
        found = store.listed(session, store.APPROVED)
    return render_template("indicators/releases.html", releases=found)


@blueprint.get("/indicators/releases/<release_id>")
@allow(Action.READ_INDICATORS)
def earlier(release_id: str) -> str:
    """Shows one approved release."""
    return _page(_approved(release_id))


@blueprint.get("/indicators/releases/<release_id>/<table>.csv")
@allow(Action.READ_INDICATORS)
def download(release_id: str, table: str) -> Response:
    """Gives a table of a release as CSV, for the safety unit."""
    return _csv(_approved(release_id), table, public=False)


@blueprint.get("/data/<release_id>/")
@PUBLIC
def public_release(release_id: str) -> str:
    """Lists the public files of an approved release."""
    release = _approved(release_id)
    return render_template("indicators/data.html", release=release, tables=words.TABLES)


@blueprint.get("/data/<release_id>/release.json")
@PUBLIC
def public_json(release_id: str) -> Response:
    """Gives the public edition of a release as JSON."""
    return Response(as_public_json(_approved(release_id)), mimetype="application/json")


@blueprint.get("/data/<release_id>/<table>.csv")
@PUBLIC
def public_csv(release_id: str, table: str) -> Response:
    """Gives the public edition of a table as CSV."""
    return _csv(_approved(release_id), table, public=True)


@contextmanager
def _reading() -> Iterator[Session]:
    house = cast("_House", current_app.extensions["house"])
    with house.analyst_database.reading() as session:
        yield session


def _approved(release_id: str) -> Release:
    with _reading() as session:
        release = store.approved(session, release_id)
    if release is None:
        abort(404)
    return release


def _csv(release: Release, table: str, *, public: bool) -> Response:
    name = table.upper()
    if name not in TABLES or table != name.lower():
        abort(404)
    response = Response(as_csv(name, release.cube, public=public), mimetype="text/csv")
    filename = f"{release.id}-{table}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _page(release: Release) -> str:
    reading = Reading(release)
    months, quarters = reading.periods(T1), sorted({*reading.periods(T2), *reading.periods(T5)})
    month, quarter = _chosen("month", months), _chosen("quarter", quarters)
    return render_template(
        "indicators/page.html",
        release=release,
        caveat=CAVEAT,
        tables=words.TABLES,
        tiles=reading.tiles(),
        trend=reading.months(),
        months=named(months[::-1]),
        month=month,
        types=reading.types(month),
        quarters=named(quarters[::-1]),
        quarter=quarter,
        districts=reading.districts(quarter) if quarter else None,
        district_types=reading.district_types(quarter) if quarter else None,
        funnel=reading.funnel(quarter) if quarter else None,
        services=reading.funnel_services(quarter) if quarter else None,
        walks=walks(reading, quarter) if quarter else None,
    )


def _chosen(name: str, periods: list[str]) -> str:
    """Returns the period asked for, the last one when none is; anything else is refused."""
    wanted = request.args.get(name)
    if wanted is None:
        return periods[-1] if periods else ""
    if wanted not in periods:
        abort(400)
    return wanted
