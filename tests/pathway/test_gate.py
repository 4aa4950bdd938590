"""The gate: each thing that is missing keeps the line closed, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from console import gate_words as page_words
from kernel.programme import Signature, save_programme
from pathway import deciding, gate, gate_words
from pathway.deciding import Signing
from pathway.desk import Desk
from pathway.gate import Lent, NotReady, Opened
from tests.practice import Practice


@dataclass(frozen=True)
class Read:
    """A language's wording as the gate sees it."""

    language: str
    over: str = "print one"
    lines: int = 3
    reviewed: int = 3
    by: tuple[str, ...] = ("Ana",)

    @property
    def is_reviewed(self) -> bool:
        return self.lines == self.reviewed


LENT = Lent(
    languages=lambda: ("en", "es"),
    wording=Read,
    word_faults=lambda _session, _languages: (),
    words_in_use=lambda _session: 2,
    last_drill=lambda _session: None,
)


@pytest.fixture
def desk(practice: Practice) -> Iterator[Desk]:
    with practice.house.glance() as found:
        signed = (Signature(gate.TOPICS, "Ada", "2026-11-01"),)
        counsel = tuple(
            Signature(code, "Lex", "2026-11-01", "", "print one") for code in ("en", "es")
        )
        ready = found.programme.changed(
            practice=False, open=False, languages=("en", "es"), police_on=False, ambulance_on=False,
            signed=signed, counsel=counsel,
        )  # fmt: skip
        yield replace(found, programme=ready)


def missing(desk: Desk, lent: Lent = LENT, **values: object) -> set[str]:
    changed = replace(desk, programme=desk.programme.changed(**values))
    return {f"{one.name}.{one.code}" for one in gate.faults(changed, lent)}


def test_with_all_in_place_nothing_is_missing(desk: Desk) -> None:
    assert missing(desk) == set()


def test_each_missing_thing_is_named(desk: Desk) -> None:
    assert missing(desk, counsel=()) == {"counsel.unsigned"}
    assert missing(desk, signed=()) == {"topics.unsigned"}
    assert missing(desk, emergency="") == {"emergency.missing"}
    assert missing(desk, police_on=True, police_protocol="") == {"police.no_protocol"}
    assert missing(desk, ambulance_on=True, ambulance_protocol="x") == {"ambulance.no_drill"}
    half = replace(LENT, wording=lambda code: Read(code, reviewed=2))
    assert missing(desk, half) == {"review.unreviewed"}
    reason = tuple(Signature(code, "Ada", "2026-11-01", "no other way") for code in ("en", "es"))
    assert missing(desk, half, unreviewed=reason) == set()
    assert missing(desk, replace(LENT, word_faults=lambda *_: ["A: too_near B"])) == {
        "keywords.collides"
    }
    assert missing(desk, replace(LENT, words_in_use=lambda _: 0)) == {"keywords.none"}


def test_changed_wording_warns_and_does_not_close(desk: Desk) -> None:
    changed = replace(LENT, wording=lambda code: Read(code, over="print two"))
    assert missing(desk, changed) == set()
    warned = [one for one in gate.points(desk, changed) if one.level == "warning"]
    assert [(one.name, one.code) for one in warned] == [("counsel", "changed")] * 2


def test_the_act_uses_the_same_list(practice: Practice) -> None:
    with practice.house.desk() as desk:
        save_programme(desk.session, desk.programme.changed(practice=False, open=False))
    with practice.house.desk() as desk:
        actor = desk.intake_id
        refused = gate.open_line(desk, LENT, actor)
        assert isinstance(refused, NotReady)
        assert {one.name for one in refused.points} >= {"counsel", "topics"}
        save_programme(desk.session, desk.programme.changed(practice=True))
    with practice.house.desk() as desk:
        assert isinstance(deciding.sign_topics(desk, actor, Signing("Ada")), deciding.Decided)
        assert isinstance(gate.open_line(desk, LENT, actor), Opened)


def test_an_open_line_takes_no_language_that_is_not_ready(practice: Practice) -> None:
    with practice.house.desk() as desk:
        english = (Signature("en", "Lex", "2026-11-01", "", "print one"),)
        changed = desk.programme.changed(
            practice=False, open=True, languages=("en",), counsel=english
        )
        save_programme(desk.session, changed)
    with practice.house.desk() as desk:
        refused = deciding.decide(desk, LENT, desk.intake_id, "languages", ("en", "es"), Signing())
    assert refused == deciding.Refused("not_ready", "es")


def test_a_decision_writes_over_no_other(practice_on_both: Practice) -> None:
    house = practice_on_both.house
    with house.glance() as early:
        actor = early.intake_id
    with house.desk() as desk:
        deciding.decide(desk, LENT, actor, "idle_minutes", ("15",), Signing())
    with house.desk() as desk:
        # As one who looked before the other decided.
        stale = replace(desk, programme=early.programme)
        deciding.decide(stale, LENT, actor, "reply_minutes", ("3",), Signing())
    with house.glance() as desk:
        assert (desk.programme.idle_minutes, desk.programme.reply_minutes) == (15, 3)


def test_pages_and_terminal_say_the_same() -> None:
    assert page_words.NAMES.keys() == gate_words.NAMES.keys()
    assert page_words.SAYS.keys() == gate_words.SAYS.keys()
