"""A referral by hand in four looks: which service, what they see, her yes, and a last check."""

from uuid import UUID

from flask import Response, request
from werkzeug.wrappers import Response as Answer

from console.case_page import act, blueprint, with_case
from console.forms import ReferForm
from console.pages import UNPROCESSABLE, refuse, show
from console.shell import entered, house
from console.told import language_name
from pathway import by_hand, withdrawal
from pathway.by_hand import AlreadySent, ConsentRecord, NoConsent
from pathway.desk import Denied, Desk
from pathway.views import CaseView, MatchLine, NeedView
from staff.access import Action, allow

STAGES: dict[str, tuple[str, ...]] = {
    "service": ("service",),
    "share": ("share",),
    "consent": ("channel", "language", "words", "days_valid", "told"),
    "check": (),
    "send": (),
}
USUAL_SHARE = ["what_happened", "when", "area", "language"]
FIELDS_CARRIED = ("service", "share", *STAGES["consent"])


@blueprint.get("/cases/<code>/needs/<uuid:need_id>/refer")
@allow(Action.SEND_REFERRALS)
def refer(code: str, need_id: UUID) -> Response:
    """Shows the services she can choose from, and why the others are not among them."""
    return with_case(code, lambda desk, case: _stage(desk, case, need_id, "service", first=True))


@blueprint.post("/cases/<code>/needs/<uuid:need_id>/refer")
@allow(Action.SEND_REFERRALS)
def refer_on(code: str, need_id: UUID) -> Response:
    """Goes one look further, back, or sends; what was typed comes along."""
    wanted = request.form.get("go", "share")
    return with_case(
        code,
        lambda desk, case: _stage(desk, case, need_id, wanted if wanted in STAGES else "share"),
    )


@blueprint.post("/cases/<code>/attempts/<uuid:attempt_id>/withdraw")
@allow(Action.SEND_REFERRALS)
def withdraw(code: str, attempt_id: UUID) -> Answer:
    """Records that she took her yes back; nothing more goes out for it."""
    return act(code, lambda desk, _: by_hand.withdraw(desk, entered(), attempt_id), "needs")


@blueprint.post("/cases/<code>/hold/end")
@allow(Action.SEND_REFERRALS)
def end_hold(code: str) -> Answer:
    """Records that she told a worker to go on; what was on hold goes on."""
    return act(code, lambda desk, line: withdrawal.end_hold(desk, entered(), line.id), "needs")


def _stage(
    desk: Desk, case: CaseView, need_id: UUID, wanted: str, *, first: bool = False
) -> Response:
    need = next((need for need in case.needs if need.id == need_id), None)
    if need is None:
        return refuse(desk, "not_found")
    form = _form_for(desk, need, first=first)
    stuck = None if first else _first_unmet(form, wanted)
    if wanted == "send" and stuck is None:
        return _send(case, need, form)
    stage = stuck or wanted
    if stage == "share" and stuck is None and not form.share.data:
        form.share.data = USUAL_SHARE
    return show(
        desk,
        f"cases/refer_{stage}.html",
        UNPROCESSABLE if stuck else 200,
        case=case,
        need=need,
        form=form,
        carried=[name for name in FIELDS_CARRIED if name not in STAGES[stage]],
        chosen=_chosen(need, form),
    )


def _chosen(need: NeedView, form: ReferForm) -> MatchLine | None:
    return next((line for line in need.lines if str(line.service_id) == form.service.data), None)


def _form_for(desk: Desk, need: NeedView, *, first: bool) -> ReferForm:
    form = ReferForm(formdata=None) if first else ReferForm()
    offered = [line for line in need.lines if line.offered]
    form.service.choices = [
        (str(line.service_id), f"{line.service}, {line.organization}") for line in offered
    ]
    form.language.choices = [(code, language_name(code)) for code in desk.programme.languages]
    if not form.days_valid.data:
        form.days_valid.data = form.days_valid.default
    if not form.language.data:
        form.language.data = desk.programme.default_language
    return form


def _first_unmet(form: ReferForm, wanted: str) -> str | None:
    """Returns the earliest look before the wanted one that still misses something."""
    form.validate()
    order = list(STAGES)
    before = order[: order.index(wanted)]
    unmet = next((name for name in before if any(form[part].errors for part in STAGES[name])), None)
    for name, parts in STAGES.items():
        for part in parts:
            if name != unmet:
                form[part].errors = ()
    if form.csrf_token.errors:
        return wanted if wanted != "send" else "check"
    return unmet


def _send(case: CaseView, need: NeedView, form: ReferForm) -> Response:
    consent = ConsentRecord(
        channel=form.channel.data,
        given_by="survivor",
        fields=tuple(form.share.data or ()),
        language=form.language.data,
        days_valid=int(form.days_valid.data),
        words=(form.words.data or "").strip(),
    )
    service = UUID(str(form.service.data))
    with house().desk() as desk:
        done = by_hand.refer(desk, entered(), case.line.id, need.id, service, consent)
    match done:
        case Denied(reason):
            return refuse(desk, reason)
        case NoConsent():
            return refuse(desk, "no_consent")
        case AlreadySent():
            return show(desk, "cases/refer_done.html", case=case, need=need, already=True)
        case _:
            return show(desk, "cases/refer_done.html", case=case, need=need, already=False)
