"""What the settings of a programme are called, and what each means for the people who write."""

from collections.abc import Mapping

from console.labels import Words
from console.labels import later as _l

YES_NO: Words = {"yes": _l("Yes"), "no": _l("No")}
GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("line", _l("The line"), ("line", "staffed_hours", "languages", "default_language")),
    ("danger", _l("Danger"), ("emergency", "child_line", "police_on", "ambulance_on")),
    ("duty", _l("The law"), ("duty_known", "age_changes_service", "adult_age", "kept_by_law")),
    ("words", _l("Lines that must be true"), ("pregnancy_words_on", "papers_line_on", "cover_on")),
    ("reaching", _l("Writing to her"), ("staff_first_on", "channel_fallback_on")),
    (
        "times",
        _l("Times"),
        (
            "reply_minutes",
            "idle_minutes",
            "danger_minutes",
            "human_answer_minutes",
            "unopened_minutes",
            "state_hours",
            "stranger_days",
        ),
    ),
)
TITLES: Words = {
    "line": _l("Name of the line"),
    "staffed_hours": _l("Hours it says it is staffed"),
    "languages": _l("Languages"),
    "default_language": _l("First language"),
    "emergency": _l("Emergency number"),
    "child_line": _l("Children’s number"),
    "police_on": _l("Offers the police"),
    "ambulance_on": _l("Offers an ambulance"),
    "duty_known": _l("The duty to report is known"),
    "age_changes_service": _l("Age changes which service fits"),
    "adult_age": _l("Adult from the age of"),
    "kept_by_law": _l("What the law makes you keep"),
    "pregnancy_words_on": _l("Words about pregnancy"),
    "papers_line_on": _l("Words about papers and immigration"),
    "cover_on": _l("Cover conversation"),
    "staff_first_on": _l("Staff may write first"),
    "channel_fallback_on": _l("Another channel when one fails"),
    "reply_minutes": _l("An automatic reply waits at most (minutes)"),
    "idle_minutes": _l("A visit ends after silence of (minutes)"),
    "danger_minutes": _l("A danger path stays open for (minutes)"),
    "human_answer_minutes": _l("A person’s answer may be sent for (minutes)"),
    "unopened_minutes": _l("She is told nobody has read it after (minutes)"),
    "state_hours": _l("Where she stands is kept for (hours)"),
    "stranger_days": _l("A number is a stranger’s after silence of (days)"),
}
MEANINGS: Words = {
    "line": _l("A neutral, real name. It stands in the first text; anybody may read it."),
    "staffed_hours": _l("As in Mon-Sat 08:00-20:00. The bot says it in each language."),
    "languages": _l("Every language needs wording that was read by a native speaker and signed."),
    "default_language": _l("The language of a first reply, when nothing tells of another."),
    "emergency": _l(
        "Named in the first text of the danger path. Without it the line stays closed."
    ),
    "child_line": _l("Named to children and young people who stop."),
    "police_on": _l(
        "A person calls, says that the text is not verified, and passes on place and event only. "
        "It needs a written agreement and a drill."
    ),
    "ambulance_on": _l("As with the police: a person calls. It needs an agreement and a drill."),
    "duty_known": _l("Until it is, the bot asks neither age nor area."),
    "age_changes_service": _l("Only then is the age band asked, after the duty text."),
    "adult_age": _l("“Rather not say” gets the child-duty text and loses no service."),
    "kept_by_law": _l("Said when she asks to delete: one text for everybody."),
    "pregnancy_words_on": _l(
        "“and against pregnancy” in the line on medicine. Off until lawful here."
    ),
    "papers_line_on": _l(
        "“We do not ask for papers and do not tell immigration.” Off until your agreements with "
        "services make it true."
    ),
    "cover_on": _l(
        "With a word she sets herself, every reply is about food. Off until the line really "
        "answers about food: cover must be true."
    ),
    "staff_first_on": _l(
        "Only in hours she gave, within 7 days of a visit in which she proved herself, and with "
        "the neutral first line."
    ),
    "channel_fallback_on": _l("Off: what she wrote on one channel is not answered on another."),
    "reply_minutes": _l("A later reply is dropped: somebody else may hold the phone by then."),
    "idle_minutes": _l("After it, the safe-to-talk question comes first again."),
    "danger_minutes": _l("Counted from her last text on it."),
    "human_answer_minutes": _l("On the danger path. Later it waits until she writes."),
    "unopened_minutes": _l("Counted from her first text of danger."),
    "state_hours": _l("Then an unfinished conversation is erased."),
    "stranger_days": _l("Then a number may have a new owner: nothing of before is shown."),
}
STATEMENTS: Words = {
    "police": _l("I stand for this agreement with the police."),
    "ambulance": _l("I stand for this agreement with the ambulance service."),
    "pregnancy": _l("I stand for it that medicine against pregnancy is lawful and to be had here."),
    "papers": _l("I stand for it that no service we offer asks for papers or tells immigration."),
    "cover": _l("I stand for it that this line really answers questions about food."),
    "topics": _l("I stand for it that this line answers about safety, home, health and money."),
}
REFUSALS: Mapping[str, str] = {
    "choose": _l("Choose one"),
    "whole": _l("Write a whole number: %(detail)s"),
    "empty": _l("This cannot be empty"),
    "letters": _l("Use plain letters, digits and marks: it stands in text messages"),
    "telephone": _l("Write a telephone number: digits only"),
    "hours": _l("These hours cannot be read. Write them as “Mon-Sat 08:00-20:00”"),
    "too_long": _l("Too long: it has room for %(detail)s characters in a text message"),
    "who": _l("Write who signs"),
    "long": _l("Too long: a name has 80 characters, a text 4,000"),
    "future": _l("The day lies in the future"),
    "reason": _l("Write the reason, in %(detail)s characters or more"),
    "protocol": _l("Write down the agreement, in %(detail)s characters or more"),
    "drill": _l("Do a drill first: nobody has practised this yet"),
    "language": _l("There are no words for this language: %(detail)s"),
    "default_language": _l("The first language must be one of the languages: %(detail)s"),
    "words": _l("A coded word stands in the way: %(detail)s"),
    "not_ready": _l("The line is open, and this language is not signed and read yet: %(detail)s"),
    "unknown": _l("There is no such setting"),
}
FIXED: tuple[tuple[str, str], ...] = (
    (_l("Harm to others, suicide"), _l("A person decides, always.")),
    (
        _l("A clinic that must tell police"),
        _l("She is told before she agrees; never offered by itself."),
    ),
    (_l("Voice notes"), _l("Kept only once she agreed to go on, or on the danger path.")),
    (_l("Looking a number up at the provider"), _l("Never: the question itself gives it away.")),
    (_l("A responder writing to her"), _l("Never.")),
    (_l("Advice on silent calls"), _l("None, because it is wrong in most places.")),
    (
        _l("Nobody agreed to go on"),
        _l("Only that somebody knocked is counted. A text of danger is kept."),
    ),
)
