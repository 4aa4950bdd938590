"""The journal as an auditor reads it: who did what, why, in which hour; never to whom."""

from flask import Blueprint, render_template, request

from console import contact_words, labels
from console.labels import later as _l
from console.lists import whole
from console.shell import entered, house
from staff import store
from staff.access import Action, allow

blueprint = Blueprint("audit", __name__)
PAGE_SIZE = 50

VERBS: labels.Words = {
    **labels.VERBS,
    **contact_words.VERBS,
    "account_invited": _l("Invited someone"),
    "account_made": _l("Made an account"),
    "account_reset": _l("Reset an account"),
    "alarm.closed": _l("Closed an alarm"),
    "alarm.opened": _l("Opened an alarm"),
    "answer.heard": _l("Heard an answer"),
    "call.given": _l("Gave a number to be called on"),
    "call.taken_back": _l("Took back the number to be called on"),
    "case.denied": _l("Was refused a case"),
    "case.opened": _l("Opened a new case"),
    "case.referred": _l("Asked a service"),
    "consent.given": _l("Gave a yes"),
    "consent.paused": _l("Put everything on hold"),
    "consent.confirmed": _l("Ended a hold"),
    "consent.withdrawn": _l("Took a yes back"),
    "denied": _l("Was refused a page"),
    "intake_key_given": _l("Let a colleague read new reports"),
    "journal_read": _l("Read the journal"),
    "session_ended": _l("Ended a session"),
    "sign_in_refused": _l("Was refused at sign-in"),
    "packet.read": _l("Read a request"),
    "line.closed": _l("Closed the line"),
    "line.opened": _l("Opened the line"),
    "link.wrong_pin": _l("Typed a wrong PIN"),
    "programme.decided": _l("Decided a setting"),
    "programme.signed": _l("Recorded a signature"),
    "programme.unsigned": _l("Took a signature back"),
    "referral.accepted": _l("Accepted a request"),
    "referral.closed": _l("Closed a request"),
    "referral.declined": _l("Declined a request"),
    "referral.sent": _l("Sent a request"),
    "report.opened": _l("Began a report"),
    "signed_in": _l("Signed in"),
    "signed_out": _l("Signed out"),
    "word.added": _l("Added a coded word"),
    "word.changed": _l("Changed a coded word"),
    "word.retired": _l("Retired a coded word"),
    "word.used_again": _l("Put a coded word back into use"),
}
ACTORS = {
    "line": _l("The line, for somebody who wrote in"),
    "responder": _l("A responder, through a link"),
    "command": _l("A command on the server"),
    "survivor": _l("The person who wrote in"),
    "system": _l("The house itself"),
    "unknown": _l("Somebody unknown"),
}


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
            say_verb=lambda code: labels.say(VERBS, code),
            say_actor=lambda code: ACTORS.get(code, _l("Somebody who left")),
            say_purpose=lambda code: labels.say(labels.PURPOSES, code),
            zone=desk.programme.timezone,
        )
