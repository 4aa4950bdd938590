"""How she may be reached, in words: what stands in the way, what ended it, why a text is lost."""

from console import labels
from console.labels import Words
from console.labels import later as _l

WHY_NOT: Words = {
    "off": _l("This programme does not let staff write first. Only she writes."),
    "practice": _l("This was practice: nobody is written to."),
    "closed": labels.WHY_NO_ANSWER["closed"],
    "unsafe": _l("She used her cover word: do not contact her."),
    "stopped": labels.WHY_NO_ANSWER["stopped"],
    "taken_back": _l(
        "She asked us to hold, end or clear everything. Close that item only after you "
        "have spoken with her; then agree on it again."
    ),
    "never_wrote": _l("No text came from this number yet. Ask her to write to us from it once."),
    "stranger": _l("Nothing came from this number for long. It may be a stranger's by now."),
    "over": _l("What she agreed to is over. Agree on it again with her."),
    "wrote_once": _l("We wrote once. Nothing more is sent until she writes."),
    "not_her_hours": _l("Now is not a time she agreed to."),
    "not_proven": _l(
        "She has not proved herself by her word in the last 7 days. "
        "Speak with her first, then tick the box."
    ),
    "too_long": _l("Choose an earlier day: at most 7 days after she was last proven."),
    "only_she_writes": _l("Nothing is agreed now. Only she writes."),
}

ENDED: Words = {
    "ended": _l("A worker ended what was agreed before."),
    "over": _l("What was agreed before is over."),
    "taken_back": _l("She asked us to hold, end or clear everything: that ended it."),
    "stopped": _l("She sent STOP: that ended it."),
    "unsafe": _l("She used her cover word: that ended it."),
}

PROOFS: Words = {
    "word": _l("She had proved herself by her word"),
    "worker": _l("The worker spoke with her"),
}

ROADS: Words = {"tel": _l("Text message"), "whatsapp": "WhatsApp"}
CHANNELS: Words = {"sms": ROADS["tel"], "whatsapp": ROADS["whatsapp"]}
PROVIDERS: Words = {
    "twilio": "Twilio",
    "meta": "WhatsApp (Meta)",
    "africastalking": "Africa’s Talking",
}

VERBS: Words = {
    "contact.agreed": _l("Wrote down how she may be reached"),
    "contact.ended": _l("Ended what was agreed on reaching her"),
    "contact.shown": _l("Looked at her number"),
    "contact.texted": _l("Wrote to her first, as she agreed"),
}

# Why a message is not on her phone; the same sentences as in the outbox's own list.
UNSENT: Words = {
    "late": _l("It came too late to be worth sending, and was dropped."),
    "stopped": _l("She or her provider stopped our texts. Only her START lets us write again."),
    "paused": _l("Her contact is paused: only an answer to a text of hers may go out."),
    "window_closed": _l(
        "WhatsApp takes our words for 24 hours after a text of hers. It waits until she writes."
    ),
    "unknown_whether": _l(
        "Nobody knows whether it arrived: the provider's answer broke off. It is not sent twice."
    ),
    "address": _l("The provider says that nothing can be delivered to this address."),
    "content": _l("The provider did not accept the words."),
    "sender": _l("Our own sender has a fault. Tell whoever runs the line."),
    "torn": _l("An earlier part of the same text was lost, so the rest was not sent."),
    "replaced": _l("A newer text took its place before it left."),
    "other": _l("The provider did not deliver it, and gives no reason we know."),
}
