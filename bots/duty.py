"""A child is named: the duty is told before anything more is said, once a visit."""

from bots.children import names_child
from bots.visit import Line, Reply, Visit


def note_child(visit: Visit) -> None:
    """Remembers that a child was named while another question had to come first."""
    programme = visit.desk.programme
    if names_child(visit.text, programme.languages, programme.adult_age):
        visit.change(answers={**visit.state.answers, "child": "named"})


def tell_duty(visit: Visit, reply: Reply | None, *, narrative: bool) -> Reply | None:
    """Puts the duty before the next line, where her words named a child; once a visit."""
    if not visit.state.kept or not visit.circumstances.duty_known or visit.state.child_told:
        return reply
    if narrative:
        note_child(visit)
    if "child" not in visit.state.answers or not _goes_on(visit, reply):
        return reply
    after = {**visit.state.answers, "return": visit.state.step}
    visit.change(child_told=True, answers=after, step="B17", finished=False)
    return Line("B17")


def _goes_on(visit: Visit, reply: Reply | None) -> bool:
    # A line that needs a value cannot be said again later; the next one that asks can.
    plain = isinstance(reply, Line) and not reply.values and not reply.text
    return plain and not visit.state.finished and not visit.on_path
