"""Effects that ask services: find them, name them, send a request by her yes."""

from bots import phrases
from bots.outcome import Outcome
from bots.visit import Visit
from pathway import counted, handover, offering, waiting
from pathway.told import Told, fields_told


def told_so_far(visit: Visit) -> Told:
    """Returns what this visit has told, as needs and requests read it."""
    return Told(visit.state.answers, visit.language, visit.state.danger is not None)


def match(visit: Visit, argument: str) -> Outcome:
    """Finds who can help, and what may be said of it."""
    tried = visit.state.offers if argument == "other" else ()
    if visit.state.case_id is None:
        return Outcome("none")
    found = offering.find(visit.desk, visit.state.case_id, told_so_far(visit), tried)
    visit.change(need_id=found.need_id, offers=found.service_ids, category=found.category)
    values = {
        "service": phrases.service_words(found.category, visit.language),
        "fields": phrases.fields_words(found.fields, visit.language),
    }
    return Outcome(found.kind, **values)


def refer_other(visit: Visit, argument: str) -> Outcome:
    """Asks another place, by her new yes; those that could not help are left out."""
    if visit.state.case_id is None or visit.state.need_id is None:
        return Outcome("gone")
    tried = waiting.asked_services(visit.desk, visit.state.case_id)
    found = offering.find(visit.desk, visit.state.case_id, told_so_far(visit), tried)
    visit.change(need_id=found.need_id, offers=found.service_ids, category=found.category)
    # A place that must tell police is never asked without being told so first.
    if found.kind not in {"found", "confidential"}:
        return Outcome("gone")
    return refer(visit, argument)


def who(visit: Visit, _: str) -> Outcome:
    """Names the places where a text may name them."""
    names = offering.safe_names(visit.desk, visit.state.offers)
    if not names:
        return Outcome("confidential")
    second = (
        names[1] if len(names) > 1 else phrases.service_words(visit.state.category, visit.language)
    )
    return Outcome("named", org=names[0], org2=second)


def refer(visit: Visit, argument: str) -> Outcome:
    """Asks one place, or up to three in order, by her yes."""
    need_id = visit.state.need_id
    if need_id is None:
        return Outcome("gone")
    wanted, told = visit.state.offers[: int(argument)], told_so_far(visit)
    asked = handover.ask_by_text(visit.desk, need_id, wanted, told, visit.state.last_said)
    if not asked:
        return Outcome("gone")
    visit.told["consent"] = ",".join(fields_told(told))
    if visit.state.answers.get("count") == "yes":
        handles = counted.count_consent(visit.desk, visit.state.category)
        visit.keys["facts"] = ",".join(map(str, handles))
    return Outcome("asked")
