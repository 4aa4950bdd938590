"""Needs as a worker sees them: what was weighed, why each service was or was not offered."""

from typing import Any
from uuid import UUID

from pathway.desk import Desk
from pathway.unsealing import Opener
from pathway.views import AttemptView, MatchLine, NeedView
from referral import directory, need_store, store
from referral.areas import place_of
from referral.directory import Service
from referral.model import Attempt
from referral.need_store import SealedNeed
from vault.sealing import PublicKey


def needs(desk: Desk, opener: Opener, case_id: UUID) -> tuple[NeedView, ...]:
    """Returns the needs of a case that this reader can open."""
    found = []
    for need in need_store.needs_of(desk.session, case_id):
        view = need_view(desk, opener, need)
        if view is not None:
            found.append(view)
    return tuple(found)


def need_view(desk: Desk, opener: Opener, need: SealedNeed) -> NeedView | None:
    """Returns one need with its newest match and its attempts."""
    spec = opener.json(desk.place(desk.intake_id, "need", need.id), need.sealed)
    if spec is None:
        return None
    attempts = store.attempts_of(desk.session, need.id)
    candidates = _candidates(desk, opener, need.id)
    ids = {UUID(one["service"]) for one in candidates} | {one.service_id for one in attempts}
    services = directory.services(desk.session, ids)
    return NeedView(
        id=need.id,
        category=spec["category"],
        state=need.state.value,
        lines=tuple(_match_line(one, services) for one in candidates),
        attempts=tuple(_attempt_view(one, services) for one in attempts),
    )


def hand_needs_on(desk: Desk, opener: Opener, case_id: UUID, to: PublicKey) -> None:
    """Hands the needs and matches that still lie under an intake key on to the case."""
    for need in need_store.needs_of(desk.session, case_id):
        place = desk.place(desk.intake_id, "need", need.id)
        if need.sealed.held_by != to.id and (new := opener.hand(to, place, need.sealed)):
            need_store.reseal_need(desk.session, need.id, new)
        for run in need_store.runs_of(desk.session, need.id):
            place = desk.place(desk.intake_id, "match_run", run.id)
            if run.sealed.held_by != to.id and (new := opener.hand(to, place, run.sealed)):
                need_store.reseal_run(desk.session, run.id, new)


def with_area_name(desk: Desk, told: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Returns the coded answers in the order they were given, the area by its name."""
    shown = dict(told)
    area = place_of(desk.session, told.get("area") or None)
    if area is not None:
        shown["area"] = f"{area.name}, {area.code}"
    return tuple((name, value) for name, value in shown.items() if value)


def _candidates(desk: Desk, opener: Opener, need_id: UUID) -> list[dict[str, Any]]:
    for run in need_store.runs_of(desk.session, need_id):
        value = opener.json(desk.place(desk.intake_id, "match_run", run.id), run.sealed)
        if value is not None:
            found: list[dict[str, Any]] = value["candidates"]
            return found
    return []


def _match_line(candidate: dict[str, Any], services: dict[UUID, Service]) -> MatchLine:
    service_id = UUID(candidate["service"])
    service = services.get(service_id)
    return MatchLine(
        service_id=service_id,
        service=service.name if service else "",
        organization=service.organization if service else "",
        offered=candidate["passed"],
        codes=tuple(candidate["codes"]),
        score=candidate["score"] if candidate["passed"] else None,
    )


def _attempt_view(attempt: Attempt, services: dict[UUID, Service]) -> AttemptView:
    service = services.get(attempt.service_id)
    return AttemptView(
        id=attempt.id,
        code=attempt.code,
        service=service.name if service else "",
        organization=service.organization if service else "",
        state=attempt.state.value,
        tier=attempt.tier.value,
        due_at=attempt.due_at,
        reason_code=attempt.reason_code,
        outcome_code=attempt.outcome_code,
        position=attempt.position,
        on_hold=attempt.paused,
    )
