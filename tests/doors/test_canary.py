"""Nothing that was said rests anywhere in a form that can be read without the keys.

UNDERTONE_TEST_CANARY_CONVERSATIONS asks for more of them.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bots.rehearsal import text_as
from kernel.vocabulary import Address
from tests.doors.outside import Person
from tests.doors.scan import DISGUISES, files_under, hits, needles
from tests.doors.serving import Served
from tests.doors.talk import Story, converse, question_in
from tests.doors.visitor import NEED, SERVICE, Visitor, people
from tests.practice import Practice
from tests.shared import Dice, asked_for

CONVERSATIONS = asked_for("CANARY_CONVERSATIONS", 60)
THREADS = 6
DESKWORK = 12
LETTERS = "bcdfghjklmnprstvz"


@dataclass
class Canary:
    """Two marks that stand in everything anybody says in this run, and what else to look for."""

    mark: str
    digits: str
    receipts: list[str] = field(default_factory=list)

    @classmethod
    def new(cls) -> Canary:
        """Make marks that nothing else contains."""
        rolls = Dice()
        mark = "".join(rolls.choice(LETTERS) + rolls.choice("aeiou") for _ in range(4))
        return cls(mark, f"1555{rolls.randrange(10**6, 10**7)}")

    def words(self) -> list[str]:
        """Return all that must not be found."""
        plain = [receipt.replace("-", "") for receipt in self.receipts]
        return [self.mark, self.digits, *self.receipts[:3], *plain[:3]]


def test_no_byte_at_rest_tells_what_was_said(served_city_on_both: Served) -> None:
    city, canary = served_city_on_both, Canary.new()
    many = CONVERSATIONS if city.is_on_sqlite else CONVERSATIONS // 2
    with ThreadPoolExecutor(THREADS) as pool:
        cast = list(pool.map(partial(talk, city, canary), range(many)))
    work_at_desks(city, canary)
    for person, word in cast[:DESKWORK]:
        hear_answer(person, word)
    assert len(canary.receipts) >= many // 10
    checkpoint(city)
    assert hits(resting(city), needles(canary.words())) == []
    assert secrets_of(city) == []


def test_a_broken_build_is_found_out(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    canary, var = Canary.new(), practice.settings.var_dir
    said = f"he has a knife, {canary.mark}"
    assert text_as(practice.app, Address.parse("+15550100"), said) == 200
    assert hits(files_under([var]), needles(canary.words())) == []
    monkeypatch.setattr("vault.sealing.Cobblestone256Encryptor", InTheClear)
    assert text_as(practice.app, Address.parse("+15550101"), said) == 200
    found = hits(files_under([var]), needles(canary.words()))
    assert any("undertone.db" in one for one in found)


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("before", range(8))
def test_a_planted_word_is_found(tmp_path: Path, disguise: str, before: int) -> None:
    canary, path = Canary.new(), tmp_path / "log"
    word = canary.digits if disguise == "semi-octets" else canary.mark
    path.write_bytes(b"before\0" * 1000 + planted(disguise, "x" * before + word + "yz") + b"\xff")
    found = hits([path], needles([word]))
    assert found
    assert all(str(path) in one for one in found)


class InTheClear:
    """Stands in for the cipher of a build that somebody broke."""

    generate_key = staticmethod(lambda: bytes(32))

    def __init__(self, *_: object) -> None: ...

    def update(self, plaintext: bytes) -> bytes:
        return plaintext

    def finalize(self) -> bytes:
        return b""


def planted(disguise: str, line: str) -> bytes:
    """Write a line in a disguise as somebody else would, the word in the middle of it."""
    written = line.encode()
    if disguise == "gsm-7":
        bits = "".join(format(byte, "07b")[::-1] for byte in written)
        octets = [bits[at : at + 8].ljust(8, "0")[::-1] for at in range(0, len(bits), 8)]
        return bytes(int(octet, 2) for octet in octets)
    if disguise == "semi-octets":
        digits = line.replace("x", "7").replace("yz", "89")
        return bytes.fromhex(digits if len(digits) % 2 == 0 else f"{digits}0")
    return {
        "letters": lambda: written,
        "utf-16": lambda: line.encode("utf-16"),
        "base64": lambda: b64encode(written),
        "hex": lambda: written.hex().encode(),
        "per cent": lambda: "".join(f"%{byte:02X}" for byte in written).encode(),
    }[disguise]()


def talk(city: Served, canary: Canary, number: int) -> tuple[Person, str]:
    """Hold one conversation in which everything she says bears a mark; end it with X."""
    digits = f"{canary.digits}{number:03d}"
    username = f"whatsapp:ZA.{canary.mark}{number}"
    address = (f"+{digits}", f"whatsapp:+{digits}", username)[number % 3]
    person, language = Person(city.outside, address), ("en", "es")[number % 2]
    name = f"{canary.mark.title()}{number} Ñandú"
    if number % 5 == 4:
        person.text(f"help he has a knife {canary.mark} st")
        person.text(f"P near the {canary.mark} market, call {digits}")
    else:
        story = f"{name} took my phone {digits}, I live at {canary.mark} road"
        word = f"{canary.mark}{number}" if number % 2 == 0 else ""
        told = Story(what=story, area=("D2", f"by {canary.mark}")[number % 2], word=word, code=True)
        held = converse(person, city.outside.keyword("report", language), told)
        canary.receipts += [held.receipt] if held.receipt else []
        person.send("X")
        return person, word
    person.send("X")
    return person, ""


def hear_answer(person: Person, word: str) -> None:
    """Come back with the word and read what was left."""
    if not word:
        return
    person.text("hi")
    if question_in(person.text(word)) == "note":
        person.text("1")


def work_at_desks(city: Served, canary: Canary) -> None:
    """Read, note, answer and refer at a desk, in words that bear the mark."""
    desk, words = Visitor(city.url), f"Ask for {canary.mark} at {canary.digits}"
    desk.sign_in(people(city.outside.demo, "caseworker")[0])
    answered = 0
    for code in desk.cases()[:DESKWORK]:
        page = desk.open_case(code)
        assert canary.mark in page.casefold()
        desk.do(code, "take")
        desk.do(code, "notes", text=f"note: {words}")
        if f"/cases/{code}/answer" in page:
            desk.do(code, "answer", text=words, go="leave")
            answered += 1
        refer(desk, code, page, words)
    assert answered


def refer(desk: Visitor, code: str, page: str, words: str) -> None:
    """Ask the best service by hand, if there is a need."""
    need = NEED.search(page)
    offered = SERVICE.findall(desk.read(f"/cases/{code}/needs/{need[1]}/refer")) if need else []
    if need and offered:
        desk.do(
            code, f"needs/{need[1]}/refer", go="send", service=offered[-1][0],
            share=["what_happened", "when"], channel="phone", words=words, told="y", days_valid="7",
        )  # fmt: skip


def resting(city: Served) -> list[Path]:
    """List every file in which this city may have written anything."""
    roots = [city.var, city.logs, *data_folders(city)]
    return files_under(roots, but=["demo.json"])


def data_folders(city: Served) -> Iterator[Path]:
    """Yield the folder of the city's database on its server, and those all databases share."""
    if city.is_on_sqlite:
        return
    with city.database() as database, database.reading() as session:
        data = Path(session.scalar(text("SHOW data_directory")) or "")
        own = session.scalar(
            text("SELECT oid FROM pg_database WHERE datname = :name"),
            {"name": make_url(city.database_url).database},
        )
    yield data / "base" / str(own)
    yield from (path for path in data.iterdir() if path.is_dir() and path.name != "base")


def checkpoint(city: Served) -> None:
    """Have everything written down that the server still holds in memory."""
    with city.database() as database, database.unit_of_work() as session:
        if database.dialect == "postgresql":
            session.execute(text("CHECKPOINT"))


def secrets_of(city: Served) -> list[str]:
    """Find the passphrases and second factors of the practice people outside of `demo.json`."""
    told = {
        one[name] for one in city.outside.demo["people"] for name in ("password", "totp_secret")
    }
    return hits(resting(city), {secret.encode(): "a secret" for secret in told})
