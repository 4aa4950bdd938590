"""The directory: what there is, whether it is open, and why a service cannot be offered now."""

from uuid import UUID

from flask import Blueprint, Response, jsonify, request

from console import directory_labels
from console.json_routes import describe
from console.lists import Key, listing, whole
from console.naming import in_line
from console.pages import refuse, show
from console.shell import house
from console.told import language_name
from pathway.browsing import Listed, area_choices, browse, places_of, review_by
from pathway.open_directory import open_services
from referral.offers import Offer
from staff.access import PUBLIC, Action, allow

blueprint = Blueprint("directory", __name__)

COLUMNS: dict[str, Key[Listed]] = {
    "service": lambda listed: (listed.service, listed.organization),
    "organization": lambda listed: (listed.organization, listed.service),
    "kind": lambda listed: (listed.offer.category, listed.service),
    "checked": lambda listed: (listed.days_since is not None, -(listed.days_since or 0)),
}
API_SIZE, API_MOST = 50, 100
FILTERS = ("kind", "area", "show", "q")


@blueprint.get("/directory")
@allow(Action.READ_DIRECTORY)
def index() -> Response:
    """Lists services by kind, area and whether they can be offered."""
    asked = {name: request.args.get(name, "").strip() for name in FILTERS}
    kept = {name: value for name, value in asked.items() if value}
    with house().glance() as desk:
        found, areas = browse(desk), area_choices(desk)
    areas = [area for area in areas if any(area[0] in listed.offer.areas for listed in found)]
    table = listing(
        [listed for listed in found if _fits(listed, kept)], COLUMNS, request.args, "service"
    )
    return show(
        desk,
        "directory/index.html",
        listing=table,
        kept=kept,
        areas=areas,
        words=directory_labels,
    )


@blueprint.get("/directory/<uuid:service_id>")
@allow(Action.READ_DIRECTORY)
def page(service_id: UUID) -> Response:
    """Shows one service: freshness, hours, and what matching makes of it."""
    with house().glance() as desk:
        places = places_of(desk, service_id)
    if not places:
        return refuse(desk, "not_found")
    return show(
        desk,
        "directory/page.html",
        places=places,
        words=directory_labels,
        review_by=review_by,
        languages_of=_languages_of,
    )


@blueprint.get("/api/hsds/services")
@PUBLIC
def services() -> Response:
    """Gives a page of the services that anybody may know of, as HSDS 3 JSON."""
    size = min(whole(request.args.get("per_page", str(API_SIZE))), API_MOST)
    with house().glance() as desk:
        found = open_services(desk, whole(request.args.get("page")), max(1, size))
    return jsonify(found)


@blueprint.get("/api/v1/openapi.json")
@PUBLIC
def description() -> Response:
    """Describes the JSON routes."""
    return jsonify(describe(house().settings.public_url))


def _fits(listed: Listed, kept: dict[str, str]) -> bool:
    offer, wanted = listed.offer, kept.get("q", "").casefold()
    area = kept.get("area")
    return (
        kept.get("kind", offer.category) == offer.category
        and (not area or area in offer.areas)
        and (kept.get("show") != "problems" or not listed.can_be_offered)
        and (kept.get("show") != "open" or (listed.can_be_offered and listed.opening == "open"))
        and (not wanted or wanted in f"{listed.service} {listed.organization}".casefold())
    )


def _languages_of(offer: Offer) -> str:
    return in_line(sorted(language_name(code) for code in offer.languages))
