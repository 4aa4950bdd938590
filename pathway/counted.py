"""What she agreed to have counted leaves as facts that carry no name, no report and no case."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kernel.ids import new_id
from kernel.vocabulary import IncidentType, Stage
from pathway.desk import Desk
from reporting.indicators import store
from reporting.indicators.facts import fact_for_stage, facts_for_report
from reporting.indicators.model import FactTuple
from vault.sealing import Place, pack, seal

# The menu maps to a type only where that is honest; the rest a worker may code later.
_TYPES = {
    "physical_assault": IncidentType.PHYSICAL_ASSAULT,
    "sexual_unspecified": IncidentType.SEXUAL_UNSPECIFIED,
}


def count_report(desk: Desk, told: Mapping[str, str], *, case_opened: bool) -> tuple[UUID, ...]:
    """Counts a report by her consent; the handles that take it back belong in the sealed report."""
    kind = _TYPES.get(told.get("type", ""), IncidentType.UNKNOWN)
    facts = facts_for_report(desk.today, kind, told.get("area") or None)
    if case_opened:
        facts = (*facts, fact_for_stage(desk.today, Stage.CASE_OPENED))
    return count(desk, facts)


def count_consent(desk: Desk, category: str) -> tuple[UUID, ...]:
    """Counts, for whoever agreed to be counted, that she said yes to a request of this kind."""
    return count(desk, (fact_for_stage(desk.today, Stage.CONSENTED, category),))


def count(desk: Desk, facts: Iterable[FactTuple]) -> tuple[UUID, ...]:
    """Seals facts to the statistics key, each under a handle that withdraws it; of a drill none."""
    if desk.drill is not None:
        return ()
    public, programme = desk.keyring.statistics_public, desk.keyring.programme
    named = [(new_id(), fact) for fact in facts]
    sealed = [
        (handle, pack(seal(public, fact_place(programme, handle), fact.to_bytes())))
        for handle, fact in named
    ]
    store.add_facts(desk.session, sealed)
    return tuple(handle for handle, _ in named)


def forget(desk: Desk, handles: Iterable[UUID]) -> int:
    """Takes back facts that are not frozen yet and says how many there were."""
    return store.erase_facts(desk.session, handles)


def fact_place(programme: str, handle: UUID) -> Place:
    """Names where a fact rests."""
    return Place(programme, "", "fact", str(handle), "body")
