import re
from enum import StrEnum

import pytest
from flask import Flask
from flask_babel import Babel

from console import audit_words, contact_words, directory_labels, labels
from console.i18n import install
from console.naming import in_line, role_name
from console.told import fact, told
from kernel.vocabulary import Category, Tier
from outbox import reasons
from referral.constraints import CODES
from referral.model import DECLINE_REASONS, FIELDS, OUTCOMES, AttemptState, NeedState
from reporting.cases.agreed import Proof
from reporting.cases.model import CaseState
from reporting.reports.model import AlarmKind, AlarmState
from tests.house.source import ROOT

_VERB = re.compile(r'(?:note|journal)\((?:\s*[\w.]+,)?\s*"([a-z_.]+)"')


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (Category, labels.CATEGORIES),
        (Tier, labels.TIERS),
        (CaseState, labels.CASE_STATES),
        (AttemptState, labels.ATTEMPT_STATES),
        (AttemptState, labels.NEXT_STEPS),
        (NeedState, labels.NEED_STATES),
        (AlarmKind, labels.ALARM_KINDS),
        (AlarmState, labels.ALARM_STATES),
        (CODES, labels.MATCH_CODES),
        (DECLINE_REASONS, labels.DECLINE_REASONS),
        (OUTCOMES, labels.OUTCOMES),
        (FIELDS, labels.FIELDS),
        (Proof, contact_words.PROOFS),
    ],
)
def test_every_code_of_the_product_has_words(
    codes: type[StrEnum] | tuple[str, ...] | dict[str, object], words: labels.Words
) -> None:
    assert [str(code) for code in codes if str(code) not in words] == []


def test_why_a_text_is_lost_is_said_as_the_outbox_says_it() -> None:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        said = {code: str(words) for code, words in contact_words.UNSENT.items()}
    assert said == {reason.value: words for reason, words in reasons.WORDS.items()}


def test_every_verb_of_the_journal_has_words() -> None:
    rooms = ("pathway", "staff", "console", "commands", "bots", "jobs")
    paths = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    sources = [path.read_text("utf-8") for path in paths if "fakes" not in path.parts]
    written = {verb for source in sources for verb in _VERB.findall(source)}
    alarms = {f"alarm.{one.value}" for kind in (AlarmKind, AlarmState) for one in kind}
    assert {"report.erased", "programme.unsigned", "signed_in"} <= written
    assert (written | alarms) - {"alarm.raised"} - set(audit_words.VERBS) == set()


def test_the_journal_says_what_a_line_is_about() -> None:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        assert audit_words.say_why("denied", "indicators.latest") == "Indicators"
        assert audit_words.say_why("programme.decided", "cover_on") == "Cover conversation"
        assert (
            audit_words.say_why("programme.signed", "counsel:es") == "Counsel’s signature: Spanish"
        )
        assert audit_words.say_why("packet.read", "request") == "To answer a request"
        assert audit_words.say_why("signed_in", None) == ""


def test_every_freshness_has_a_word_and_a_colour() -> None:
    assert set(directory_labels.FRESHNESS) == set(directory_labels.FRESHNESS_COLOURS)


def test_an_unknown_code_is_still_readable() -> None:
    assert labels.say(labels.TIERS, "some_new.code") == "Some new code"
    assert labels.say(labels.TIERS, None) == ""


def test_what_she_chose_is_said_as_a_person_says_it() -> None:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        assert told("type", "physical_assault") == "Hit or hurt"
        assert told("what_happened", "threats") == "Threats"
        assert told("language", "es") == "Spanish"
        assert told("language", "no such one") == "no such one"
        assert told("area", "near the old market") == "near the old market"
        assert fact("hours_since") == "Hours since the earliest possible time"


@pytest.mark.parametrize(("language", "said"), [("en", "Analyst, Steward"), ("ar", "، ")])
def test_a_list_is_parted_as_its_language_does(language: str, said: str) -> None:
    app = Flask(__name__)
    app.secret_key = "any"
    install(app)
    with app.test_request_context(headers={"Accept-Language": language}):
        assert said in in_line(role_name(one) for one in ("analyst", "steward"))
