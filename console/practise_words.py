"""What drills are called on their page."""

from console.labels import Words
from console.labels import later as _l

SCENARIOS: Words = {
    "report": _l("She tells what happened and asks for help"),
    "person": _l("She asks for a person"),
    "danger": _l("She is in danger and asks for a person, no police"),
    "police": _l("She is in danger and asks for police. It stops before anyone is called"),
}
SHORT: Words = {
    "report": _l("Story"),
    "person": _l("A person"),
    "danger": _l("Danger"),
    "police": _l("Police"),
}
WHEN: Words = {
    "now": _l("Now"),
    "surprise": _l("By surprise, in hours when somebody answers"),
    "at": _l("At a time you choose"),
}
WITHIN: Words = {
    "1": _l("1 hour"),
    "4": _l("4 hours"),
    "24": _l("1 day"),
    "72": _l("3 days"),
    "168": _l("7 days"),
}
OUTCOMES: Words = {
    "opened": _l("Opened"),
    "unopened": _l("Nobody opened it"),
    "yielded": _l("Ended for somebody real"),
    "before_call": _l("Opened, ended before a call"),
    "not_reached": _l("It never reached us"),
}
COLOURS: Words = {
    "opened": "green",
    "unopened": "red",
    "yielded": "grey",
    "before_call": "green",
    "not_reached": "red",
}
REFUSALS: Words = {
    "line_closed": _l("The line is not open yet. Open it under Settings first."),
    "nobody_on_shift": _l("Nobody is on shift now. Plan it for a time when somebody is."),
    "somebody_real": _l("Somebody real waits to be opened. Look at Today first."),
    "past": _l("That time is over. Choose a later one."),
    "too_far": _l("Choose a time within the next 14 days."),
    "nobody_then": _l("Nobody is on shift then. Choose a time when somebody is."),
}
NO_TIME = _l("Say on which day and at what time")
