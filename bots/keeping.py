"""What is kept of a visit, from her yes to the duty text on: report, case, red items."""

from base64 import b64encode
from datetime import datetime
from uuid import UUID

from bots.state import Danger
from bots.visit import Visit
from kernel.vocabulary import Channel, Tier
from pathway import intake, media, waiting
from pathway.intake import WayBack
from reporting.reports.model import AlarmKind, Entry, ReportStatus

_LONGEST_ASKED = 40


def go_on(visit: Visit) -> None:
    """Starts the keeping: what was held so far joins the report."""
    held = visit.state.held
    if visit.state.report_id is None:
        _open(visit, ReportStatus.RECEIVED)
    else:
        intake.prove_report(visit.desk, visit.state.report_id)
    visit.change(kept=True, held=())
    visit.look_around(kept=True)
    for text in held:
        _write(visit, Entry(at=_at(visit), heard=text, asked="held"))
    _keep_held_media(visit)


def _keep_held_media(visit: Visit) -> None:
    """Has a voice note fetched that came before her yes; until now only where it lies was held."""
    found = [media.Reference.read(one) for one in visit.state.held_media]
    if found:
        keys = {media.KEY: media.expect(visit.desk, _report(visit), found)}
        _write(visit, Entry(at=_at(visit), asked="held", media=len(found), keys=keys))
        visit.change(held_media=())


def open_case(visit: Visit, tier: Tier = Tier.NORMAL) -> None:
    """Opens the case of a report about herself, or of one she asked somebody to write."""
    if visit.state.case_id is not None or visit.state.report_id is None:
        return
    if visit.state.danger is not None:
        tier = Tier.EMERGENCY
    case_id = intake.open_case(visit.desk, visit.state.report_id, tier)
    visit.change(case_id=case_id)
    visit.keys["case_id"] = str(case_id)


def keep_turn(visit: Visit, said: str, text: str) -> None:
    """Seals this turn, if she agreed to go on or may be in danger."""
    if not (visit.state.kept or visit.danger) or visit.state.report_id is None:
        return
    heard = "" if visit.hidden else visit.text
    if visit.inbound.recovered:
        visit.keys["sent_at"] = _sent_at(visit).isoformat(timespec="minutes")
    if found := media.references(visit.inbound):
        visit.keys[media.KEY] = media.expect(visit.desk, visit.state.report_id, found)
    entry = Entry(
        at=_at(visit),
        heard=heard,
        asked=visit.asked[:_LONGEST_ASKED],
        said=said,
        text=text,
        danger=visit.danger,
        mark=visit.mark or ("unsigned" if visit.danger and not visit.inbound.signed else ""),
        media=visit.inbound.media,
        told=visit.told,
        keys=visit.keys,
    )
    _write(visit, entry)


def raise_danger(visit: Visit, kind: str) -> Danger:
    """Raises a red item for this visit, or goes on with the one of it that stands open."""
    visit.danger = kind
    desk, state = visit.desk, visit.state
    if state.danger is not None and waiting.still_calls(desk, state.danger.alarm_id):
        way_back = _way_back(visit)
        if way_back is not None:
            intake.touch_alarm(desk, state.danger.alarm_id, way_back)
        return state.danger
    case_id = _case_for_people(visit, Tier.EMERGENCY)
    return _raise(visit, case_id, AlarmKind.DANGER)


def call_person(visit: Visit) -> None:
    """Calls a person to this chat; her next text in this visit pulls the answer."""
    danger = visit.state.danger
    if danger is None or waiting.news(visit.desk, danger.alarm_id, danger.reply_key).closed:
        case_id = _case_for_people(visit, Tier.URGENT)
        visit.change(danger=_raise(visit, case_id, AlarmKind.PERSON))


def call_about(visit: Visit, kind: AlarmKind) -> None:
    """Puts on Today what a worker must know of, without a way to answer."""
    case_id = _case_for_people(visit, Tier.NORMAL)
    if not intake.is_called(visit.desk, case_id, kind):
        intake.raise_alarm(visit.desk, case_id, kind, None, _sent_at(visit))
    visit.danger = str(kind)


def flag_cases(visit: Visit, kind: AlarmKind) -> None:
    """Shows on the cases of this phone's visits what a worker must know; it opens none."""
    for case_id in visit.cases():
        if not intake.is_called(visit.desk, case_id, kind):
            intake.raise_alarm(visit.desk, case_id, kind, None, _sent_at(visit))


def unflag_cases(visit: Visit, kind: AlarmKind) -> None:
    """Takes back from those cases what is over."""
    for case_id in visit.cases():
        intake.settle(visit.desk, case_id, kind)


def _case_for_people(visit: Visit, tier: Tier) -> UUID:
    """Returns the case a red item belongs to: somebody must read it and account for it."""
    if visit.state.report_id is None:
        _open(visit, ReportStatus.UNPROVEN)
    case_id = visit.state.case_id
    if case_id is None:
        open_case(visit, tier)
        case_id = visit.state.case_id
    else:
        intake.press(visit.desk, case_id, tier)
    if case_id is None:
        raise ValueError("a case was not opened")
    return case_id


def _raise(visit: Visit, case_id: UUID, kind: AlarmKind) -> Danger:
    desk = visit.desk
    raised = intake.raise_alarm(desk, case_id, kind, _way_back(visit), _sent_at(visit))
    visit.change(earlier_danger=visit.state.danger or visit.state.earlier_danger)
    return Danger(raised.alarm_id, raised.reply_key, desk.now, desk.now, showing=False)


def _way_back(visit: Visit) -> WayBack | None:
    """Says where an answer may follow to; a dialled screen and a late text leave no way."""
    inbound = visit.inbound
    if inbound.recovered or inbound.sender.channel is Channel.USSD:
        return None
    return WayBack(inbound.sender, visit.writer.token, inbound.provider)


def _sent_at(visit: Visit) -> datetime:
    return min(visit.inbound.at, visit.desk.now) if visit.inbound.recovered else visit.desk.now


def remember_reply_key(visit: Visit, public: bytes) -> None:
    """Keeps the public half of her reply key with the report, for whoever answers."""
    visit.keys["reply_key"] = b64encode(public).decode()


def _report(visit: Visit) -> UUID:
    if visit.state.report_id is None:
        raise ValueError("nothing is kept yet")
    return visit.state.report_id


def _open(visit: Visit, status: ReportStatus) -> None:
    report_id = intake.open_report(visit.desk, visit.writer.token, status)
    visit.change(report_id=report_id, sequence=0)


def _write(visit: Visit, entry: Entry) -> None:
    sequence = visit.state.sequence + 1
    intake.keep(visit.desk, _report(visit), sequence, entry)
    visit.change(sequence=sequence)


def _at(visit: Visit) -> str:
    return visit.desk.now.isoformat(timespec="minutes")
