"""Finding who can help: the need is kept, the match is kept with its reasons, the best is named."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from kernel.ids import new_id
from kernel.vocabulary import Category
from pathway.desk import Desk
from pathway.intake import seal_to_intake
from pathway.marks import mark_like_case
from pathway.told import Told, category_of, fields_told, need_of
from referral import areas, directory, matching, naming, need_store, store
from referral.model import NeedSpec, NeedState
from referral.naming import PublicPlace
from referral.need_store import SealedRun
from referral.offers import RULES, Candidate, Found
from referral.places import NamedArea, area_in, folded
from reporting.cases import store as cases

_MOST_NAMED = 3


@dataclass(frozen=True)
class Offered:
    """Holds what a match offers her: `kind` decides the words, services are best first."""

    kind: str
    need_id: UUID
    category: str
    service_ids: tuple[str, ...]
    fields: tuple[str, ...]


def find(desk: Desk, case_id: UUID, told: Told, tried: Sequence[str] = ()) -> Offered:
    """Keeps her need, matches it against the directory, and says what can be offered."""
    category = category_of(told)
    spec = need_of(told, category, desk.now)
    need_id, found = keep_match(desk, case_id, spec)
    offered = [one for one in found.offered if str(one.service_id) not in tried][:_MOST_NAMED]
    if not offered:
        need_store.set_need_state(desk.session, need_id, NeedState.NO_SERVICE)
        cases.make_due(desk.session, case_id, desk.now)
    names = tuple(str(one.service_id) for one in offered)
    return Offered(_kind(offered), need_id, category.value, names, fields_told(told))


def keep_match(desk: Desk, case_id: UUID, spec: NeedSpec) -> tuple[UUID, Found]:
    """Keeps a need and the match made for it, both sealed, so that it can be explained later."""
    need_id, run_id = new_id(), new_id()
    needed = {name: value for name, value in asdict(spec).items() if value}
    need = seal_to_intake(desk, "need", need_id, _plain(needed))
    mark = mark_like_case(desk, "need", need_id, case_id)
    need_store.save_need(desk.session, need_id, case_id, need, mark)
    offers = directory.offers_for(desk.session, spec.category, spec.area)
    services = {offer.service_id for offer in offers}
    load = store.open_load(desk.session, services)
    found = matching.find(spec, offers, desk.now, RULES, load)
    value = {"relaxed": list(found.relaxed), "candidates": [_reasons(o) for o in found.candidates]}
    sealed = seal_to_intake(desk, "match_run", run_id, value)
    run = SealedRun(run_id, need_id, offers.edition, RULES.version, desk.today, sealed)
    need_store.save_match_run(desk.session, run)
    return need_id, found


def safe_names(desk: Desk, service_ids: Sequence[str]) -> tuple[str, ...]:
    """Returns the names that may stand in a text, if every offered place has one."""
    names = naming.safe_names(desk.session, [UUID(one) for one in service_ids])
    return tuple(name for name in names if name) if all(names) else ()


def public_place(desk: Desk, category: Category) -> PublicPlace | None:
    """Returns one place anybody may be told of, from public information."""
    return naming.public_place(desk.session, category, desk.now)


def areas_named(desk: Desk, text: str) -> tuple[NamedArea, ...]:
    """Returns the area a text surely names, the few it may mean, or none."""
    known = _areas(desk)
    found = area_in(text, known)
    codes = (found,) if isinstance(found, str) else found.codes if found is not None else ()
    return tuple(area for code in codes for area in known if area.code == code)


def area_name(desk: Desk, code: str) -> str:
    """Returns what an area is called."""
    return next((area.name for area in _areas(desk) if area.code == code), code)


def is_area(desk: Desk, text: str) -> bool:
    """Says whether a text is the very name of an area, and nothing more."""
    heard = folded(text)
    return any(folded(area.name) == heard for area in _areas(desk))


def typology_of(desk: Desk, code: str | None) -> str | None:
    """Returns the class of a neighbourhood; a district has none."""
    found = (area.typology for area in _areas(desk) if area.code == code)
    return next(found, None)


def area_names(desk: Desk) -> tuple[str, ...]:
    """Returns the names of the city's areas, which make poor secret words."""
    return tuple(area.name for area in _areas(desk))


def _areas(desk: Desk) -> tuple[NamedArea, ...]:
    return desk.known.once("areas", lambda: areas.all_areas(desk.session))


def _kind(offered: Sequence[Candidate]) -> str:
    if not offered:
        return "none"
    if offered[0].tells_police:
        return "tells_police"
    return "confidential" if offered[0].confidential else "found"


def _reasons(candidate: Candidate) -> dict[str, object]:
    return {
        "service": str(candidate.service_id),
        "organization": str(candidate.organization_id),
        "passed": candidate.passed,
        "codes": list(candidate.codes),
        "score": candidate.score,
        "waived": list(candidate.waived),
    }


def _plain(spec: dict[str, object]) -> dict[str, object]:
    return {name: _written(value) for name, value in spec.items()}


def _written(value: object) -> object:
    match value:
        case bool() | int() | str():
            return value
        case frozenset() | tuple() | list():
            return [_written(one) for one in value]
        case dict():
            return {str(name): _written(one) for name, one in value.items()}
    return str(value)
