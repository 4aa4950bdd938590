"""What the lines of the journal say: what was done, and why."""

from typing import Final

from console import contact_words, gate_words, labels, programme_words
from console.labels import later as _l
from console.naming import language_name

VERBS: labels.Words = {
    **labels.VERBS,
    **contact_words.VERBS,
    "account_invited": _l("Invited someone"),
    "account_made": _l("Made an account"),
    "account_reset": _l("Reset an account"),
    "alarm.ambulance": _l("Raised an alarm: asks for an ambulance"),
    "alarm.answered": _l("Answered an alarm"),
    "alarm.closed": _l("Closed an alarm"),
    "alarm.cover": _l("Raised an alarm: danger while in cover"),
    "alarm.danger": _l("Raised an alarm: danger"),
    "alarm.delete": _l("Raised an alarm: asks us to clear what was written"),
    "alarm.missed": _l("Raised an alarm: our reply came too late"),
    "alarm.no_police": _l("Raised an alarm: a person, no police"),
    "alarm.no_service": _l("Raised an alarm: no safe service found"),
    "alarm.opened": _l("Opened an alarm"),
    "alarm.person": _l("Raised an alarm: asks for a person"),
    "alarm.police": _l("Raised an alarm: asks for police"),
    "alarm.stopped": _l("Raised an alarm: she sent STOP"),
    "alarm.undo": _l("Raised an alarm: asks us to hold everything"),
    "alarm.unsafe": _l("Raised an alarm: in cover, not safe to contact her"),
    "answer.heard": _l("Heard an answer"),
    "call.given": _l("Gave a number to be called on"),
    "call.taken_back": _l("Took back the number to be called on"),
    "case.denied": _l("Was refused a case"),
    "case.erased": _l("Erased a case"),
    "case.opened": _l("Opened a new case"),
    "case.referred": _l("Asked a service"),
    "consent.given": _l("Gave a yes"),
    "consent.paused": _l("Put everything on hold"),
    "consent.confirmed": _l("Ended a hold"),
    "consent.withdrawn": _l("Took a yes back"),
    "denied": _l("Was refused a page"),
    "drill.cancelled": _l("Called off a drill"),
    "drill.partners": _l("Changed whether a partner takes part in drills"),
    "drill.planned": _l("Planned a drill"),
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
    "report.erased": _l("Erased a report"),
    "report.opened": _l("Began a report"),
    "report.unlinked": _l("Parted a report from its number"),
    "signed_in": _l("Signed in"),
    "signed_out": _l("Signed out"),
    "word.added": _l("Added a coded word"),
    "word.changed": _l("Changed a coded word"),
    "word.retired": _l("Retired a coded word"),
    "word.used_again": _l("Put a coded word back into use"),
}
ACTORS: labels.Words = {
    "line": _l("The line, for somebody who wrote in"),
    "responder": _l("A responder, through a link"),
    "command": _l("A command on the server"),
    "jobs": _l("The house itself"),
    "survivor": _l("The person who wrote in"),
    "system": _l("The house itself"),
    "unknown": _l("Somebody unknown"),
}
PURPOSES: labels.Words = {**labels.PURPOSES, "request": _l("To answer a request")}
# What a refused page belongs to; the journal keeps the page by its name in the code.
AREAS: labels.Words = {
    "audit": _l("Journal"),
    "calling": _l("Where you are called when you are on shift"),
    "cases": _l("Cases"),
    "directory": _l("Directory"),
    "gate": _l("Opening the line"),
    "indicators": _l("Indicators"),
    "practise": _l("Practise"),
    "programme": _l("The programme"),
    "referrals": _l("Referrals"),
    "scripts": _l("Scripts"),
    "settings": _l("Settings"),
    "today": _l("Today"),
    "words": _l("Coded words"),
}
_SIGNED: Final[labels.Words] = {
    "topics": gate_words.NAMES["topics"],
    "police": programme_words.TITLES["police_on"],
    "ambulance": programme_words.TITLES["ambulance_on"],
    "pregnancy": programme_words.TITLES["pregnancy_words_on"],
    "papers": programme_words.TITLES["papers_line_on"],
    "cover": programme_words.TITLES["cover_on"],
    "counsel": gate_words.NAMES["counsel"],
    "unreviewed": gate_words.NAMES["review"],
}


def say_verb(verb: str) -> str:
    """Returns what was done."""
    return labels.say(VERBS, verb)


def say_why(verb: str, purpose: str | None) -> str:
    """Returns the reason given, or what the line is about where nobody gives a reason."""
    if not purpose:
        return ""
    if verb == "denied":
        return labels.say(AREAS, purpose.partition(".")[0])
    if verb == "programme.decided":
        return labels.say(programme_words.TITLES, purpose)
    if verb in ("programme.signed", "programme.unsigned"):
        kind, _, language = purpose.partition(":")
        said = labels.say(_SIGNED, kind)
        return f"{said}: {language_name(language)}" if language else said
    return labels.say(PURPOSES, purpose)
