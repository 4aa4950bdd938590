"""What the codes of the product are called on a page, in plain words."""

from collections.abc import Mapping
from typing import cast

from flask_babel import lazy_gettext

Words = Mapping[str, str]


def later(text: str) -> str:
    """Returns words that turn into the reader's language only when they are shown."""
    # Lazy strings behave as strings; typed as such, they fit a form's label too.
    return cast("str", lazy_gettext(text))


_l = later


CATEGORIES: Words = {
    "shelter": _l("A safe place to stay"),
    "health": _l("Health care"),
    "police": _l("Police"),
    "legal": _l("Legal help"),
    "psychosocial": _l("Someone to talk to"),
    "livelihoods": _l("Work and money"),
    "child_protection": _l("Help for a child"),
}

TIERS: Words = {"E": _l("Emergency"), "U": _l("Urgent"), "N": _l("Normal")}

CASE_STATES: Words = {
    "new": _l("New"),
    "consented": _l("Agreed"),
    "assessed": _l("Assessed"),
    "planned": _l("Planned"),
    "in_service": _l("In service"),
    "follow_up": _l("Follow-up"),
    "closed": _l("Closed"),
    "reopened": _l("Reopened"),
    "paused_unsafe": _l("Paused: unsafe to write"),
}

ATTEMPT_STATES: Words = {
    "drafted": _l("Draft"),
    "offered": _l("Offered to her"),
    "consented": _l("Agreed, not sent yet"),
    "sent": _l("Sent"),
    "acknowledged": _l("Seen"),
    "accepted": _l("Accepted"),
    "waitlisted": _l("On a waiting list"),
    "in_progress": _l("Under way"),
    "completed": _l("Closed with an outcome"),
    "rejected": _l("Declined"),
    "failed": _l("Did not work"),
    "withdrawn": _l("She withdrew it"),
    "recalled": _l("Called back"),
    "expired": _l("No answer in time"),
    "entered_in_error": _l("Entered by mistake"),
}

# The colour of a tag never stands alone: its word says the same.
ATTEMPT_COLOURS: Mapping[str, str] = {
    "sent": "blue",
    "acknowledged": "blue",
    "accepted": "green",
    "in_progress": "green",
    "completed": "grey",
    "waitlisted": "yellow",
    "rejected": "orange",
    "failed": "orange",
    "expired": "orange",
    "withdrawn": "grey",
}

NEXT_STEPS: Words = {
    "drafted": _l("Ask her, then record what she said."),
    "offered": _l("Ask her, then record what she said."),
    "consented": _l("It waits its turn. It goes out if the one before it cannot help."),
    "sent": _l("Waiting for them to answer. If they do not, the next one she agreed to is asked."),
    "acknowledged": _l("They have seen it. Waiting for a yes or no."),
    "accepted": _l("They said yes. Leave her an answer so that she knows."),
    "waitlisted": _l("Ask when a place may be free, and look for another meanwhile."),
    "in_progress": _l("Ask her at the next visit whether it helped."),
    "completed": _l("Nothing more to do here."),
    "rejected": _l("Look at the other services, and ask her about the next one."),
    "failed": _l("Find out what went wrong, and ask her about another service."),
    "withdrawn": _l("Nothing goes out for it. Ask only if she brings it up."),
    "recalled": _l("Nothing more to do here."),
    "expired": _l("Call the service, or ask her about the next one."),
    "entered_in_error": _l("Nothing more to do here."),
}

NEED_STATES: Words = {
    "open": _l("Open"),
    "no_service": _l("No service found"),
    "met": _l("Met"),
    "unmet": _l("Not met"),
    "closed": _l("Closed"),
    "withdrawn": _l("Withdrawn"),
}

ALARM_KINDS: Words = {
    "danger": _l("Danger"),
    "police": _l("Danger: asks for police"),
    "ambulance": _l("Danger: asks for an ambulance"),
    "no_police": _l("Danger: a person, no police"),
    "person": _l("Asks for a person"),
    "cover": _l("Danger while in cover: do not write to her"),
    "missed": _l("Our reply came too late"),
    "stopped": _l("She sent STOP: nothing can be sent until START"),
    "no_service": _l("No safe service found: look by hand"),
    "undo": _l("Asks us to hold everything"),
    "unsafe": _l("In cover: do not contact her, it is not safe"),
    "delete": _l("Asks us to clear what was written"),
}

ALARM_STATES: Words = {
    "raised": _l("Not opened yet"),
    "open": _l("Opened"),
    "opened": _l("Opened"),
    "answered": _l("Answered"),
    "closed": _l("Closed"),
}

MATCH_CODES: Words = {
    "H1": _l("Not active, or nobody has checked its details recently. It is never offered so."),
    "H2": _l("It does not do this kind of work."),
    "H3": _l("It does not serve her area, or her area is not known."),
    "H4": _l("It is not for her group: her age, or the places that feel right for her."),
    "H5": _l("She may not be able to get in or move about there."),
    "H6": _l("Nobody there speaks the language she needs."),
    "H7": _l("She or a worker asked us to leave it out."),
    "H8": _l("It is police, or must tell police, and she has not asked for police."),
    "H9": _l("It may not be safe for her."),
    "H10": _l("It is closed now, or opens too late for this."),
    "H11": _l("It is full."),
    "H12": _l("It asks for a paper or a fee she may not have."),
    "H13": _l("It asks for papers, or may tell immigration."),
}

DECLINE_REASONS: Words = {
    "no_capacity": _l("We have no place now"),
    "not_eligible": _l("We cannot serve this person"),
    "conflict_of_interest": _l("We know someone involved"),
    "out_of_area": _l("It is outside our area"),
    "unsafe": _l("It would not be safe with us"),
    "refused_discrimination": _l("Someone here refused because of who she is"),
    "other": _l("Another reason"),
}

OUTCOMES: Words = {
    "service_received": _l("She got the service"),
    "no_show": _l("She did not come"),
    "unreachable": _l("We could not reach her"),
    "service_withdrawn": _l("We could not give it in the end"),
    "referred_on": _l("We passed her on to another service, with her yes"),
    "other": _l("Something else"),
}

FIELDS: Words = {
    "what_happened": _l("What happened, in general"),
    "when": _l("When it was"),
    "area": _l("Her area"),
    "language": _l("Her language"),
    "feels_right": _l("Which places feel right for her"),
    "contact": _l("How to reach her"),
}

PURPOSES: Words = {
    "new_report": _l("To read a new report"),
    "danger": _l("Someone may be in danger now"),
    "follow_up": _l("To follow up on a case I work on"),
    "referral": _l("To arrange or check a referral"),
    "handover": _l("To take over from a colleague"),
    "supervision": _l("To supervise or review"),
}

VERBS: Words = {
    "case.opened": _l("The case was opened by her messages"),
    "case.read": _l("Read the case"),
    "case.denied": _l("Tried to read the case"),
    "case.taken": _l("Took the case"),
    "case.erased": _l("The case was erased"),
    "case.referred": _l("Sent a referral"),
    "media.opened": _l("Heard or saw what she sent"),
    "media.denied": _l("Tried to hear or see what she sent"),
    "note.written": _l("Wrote a note"),
    "answer.left": _l("Left an answer"),
    "answer.heard": _l("She heard the answer"),
    "consent.withdrawn": _l("A yes was taken back"),
    "consent.paused": _l("Everything was put on hold"),
    "consent.confirmed": _l("Ended the hold: she told a worker to go on"),
}

_NO_WORD = _l(
    "She has no word of her own, so an answer cannot be left in the chat. "
    "She can write H during staffed hours to talk with a person."
)
WHY_NO_ANSWER: Words = {
    "no_word": _NO_WORD,
    "no_reply_key": _NO_WORD,
    "stopped": _l("She sent STOP. Until she sends START nothing can reach her."),
    "paused": _l("She asked us to hold everything. Wait until she writes with her word."),
    "unsafe": _l("The case is marked unsafe to write to."),
    "not_mine": _l("Take the case first. Only the person who works on it answers her."),
    "closed": _l("The case is closed."),
}

DENIALS: Words = {
    "not_found": _l("There is no such page for you."),
    "not_allowed": _l("Your role does not open this."),
    "not_mine": _l("Take the case first."),
    "not_yours": _l(
        "A colleague works on this case, and your account holds no key for it. "
        "She or a supervisor can hand it to you."
    ),
    "already_taken": _l("A colleague has taken this case already."),
    "no_purpose": _l("Say why you open it first."),
    "closed": _l("It is closed already."),
    "too_late": _l("It is too late for this. The time to answer has passed."),
    "no_consent": _l("Her yes does not hold for this service now. Ask her again and record it."),
    "not_consented": _l("Her yes does not hold for this service now. Ask her again and record it."),
    "service_gone": _l("This service is not active or not verified any more. Choose another."),
    "no_packet": _l("What she agreed to share is not there any more. Start the referral again."),
    "ended": _l("This request has ended already."),
    "drill": _l("This was practice. Nobody is hurt, and nothing was sent. Thank you."),
    "not_now": _l("This step does not follow from where it stands now. Look at its state again."),
    "illegal": _l("This step does not follow from where it stands now. Look at its state again."),
    **{code: words for code, words in WHY_NO_ANSWER.items() if code != "closed"},
}

CONSENT_CHANNELS: Words = {
    "in_person": _l("Face to face"),
    "phone": _l("By phone"),
    "message": _l("In her messages"),
}


def say(words: Words, code: str | None) -> str:
    """Returns the words for a code, or the code itself made readable."""
    if not code:
        return ""
    return words.get(code) or code.replace("_", " ").replace(".", " ").capitalize()


def choices(words: Words) -> list[tuple[str, str]]:
    """Returns (code, words) pairs for a form field."""
    return list(words.items())
