"""The journal as an auditor reads it: who did what, why, in which hour; never to whom."""

from flask import Blueprint, render_template, request

from console.audit_words import ACTORS, say_verb, say_why
from console.labels import later as _l
from console.lists import whole
from console.shell import entered, house
from staff import store
from staff.access import Action, allow

blueprint = Blueprint("audit", __name__)
PAGE_SIZE = 50


@blueprint.get("/audit")
@allow(Action.READ_JOURNAL)
def page() -> str:
    """Shows the journal, the latest hour first; reading it is a line in it too."""
    number, verb = max(1, whole(request.args.get("page"))), request.args.get("verb", "")
    with house().desk() as desk:
        member_id = entered().identity.member_id
        store.journal(desk.session, "journal_read", member_id, None, None, desk.now)
        skip = (number - 1) * PAGE_SIZE
        found = store.leaves(desk.session, verb=verb, skip=skip, limit=PAGE_SIZE + 1)
        return render_template(
            "audit/page.html",
            leaves=found[:PAGE_SIZE],
            more=len(found) > PAGE_SIZE,
            number=number,
            verb=verb,
            verbs=store.journal_verbs(desk.session),
            names=store.names(desk.session, (leaf.actor for leaf in found)),
            say_verb=say_verb,
            say_actor=lambda code: ACTORS.get(code, _l("Somebody who left")),
            say_why=say_why,
            zone=desk.programme.timezone,
        )
