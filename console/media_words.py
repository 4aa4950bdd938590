"""The words for voice notes and pictures: what they are, and why one is not here."""

from console.labels import Words
from console.labels import later as _l

KINDS: Words = {
    "audio": _l("Voice message"),
    "image": _l("Picture"),
    "video": _l("Video"),
    "file": _l("File"),
}
STATES: Words = {
    "waiting": _l("It is being fetched from the provider. Look again in a minute."),
    "too_big": _l("It is larger than this programme accepts and was not kept."),
    "wrong_kind": _l("It is of a kind that is not opened here, and was not kept."),
    "broken": _l("It is damaged and could not be opened."),
    "refused": _l("It was not fetched, because its address is not one of the provider's."),
    "gone": _l("The provider no longer has it."),
    "failed": _l("The provider did not hand it over within two days."),
}
