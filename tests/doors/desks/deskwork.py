"""A practice house with people at their desks and one case, for the tests of the working pages."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from uuid import UUID

import pyotp
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bootstrap import create_app
from commands.city.load import load_city
from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.programme import Programme, save_programme
from kernel.settings import Settings
from kernel.vocabulary import Address, Channel, Role, Tier
from pathway import intake, offering
from pathway.desk import House
from pathway.intake import WayBack
from pathway.told import Told
from pathway.waiting import new_reply_key
from referral import link_store
from referral import store as referrals
from referral.link_store import Responder
from referral.model import Attempt
from reporting.cases import store as cases
from reporting.reports.model import AlarmKind, Entry, ReportStatus
from staff import enrolment, store
from vault.keyring import create_keyrings
from vault.pins import enrol_pin

PASSPHRASE = "quiet lamp under the stairs"
HER_WORDS = "he broke my phone zanzibar"
DANGER_WORDS = "help he is outside quetzal"
PIN = "482913"
SHARED = ["what_happened", "when"]
PEOPLE = {
    "ana": ("marigold", Role.CASEWORKER),
    "bea": ("marigold", Role.CASEWORKER),
    "sol": ("marigold", Role.SUPERVISOR),
    "rui": ("eastside", Role.RESPONDER),
    "lia": ("juniper", Role.RESPONDER),
    "dan": ("marigold", Role.ANALYST),
    "ada": ("marigold", Role.ADMINISTRATOR),
    "eva": ("marigold", Role.DIRECTORY_EDITOR),
}
TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def found(var: Path, url: str, clock: StoppedClock) -> None:
    """Makes the house, its people and its keys in a database that is at head."""
    programme = str(new_id())
    keys = create_keyrings(programme, practice=True)
    keys.web.save(var / "web.keyring")
    keys.jobs.save(var / "jobs.keyring")
    app = create_app(Settings.load(var_dir=var, database_url=url), clock)
    house: House = app.extensions["house"]
    with house.database.unit_of_work() as session:
        city = load_city(session, clock.now())
        save_programme(
            session,
            Programme(
                id=programme,
                name="Marigold",
                line="Marigold Line",
                languages=("en", "es"),
                practice=True,
                intake_organization_id=str(city.intake_id),
                city_code=city.code,
            ),
        )
    for name, (slug, role) in PEOPLE.items():
        made = enrolment.new_member(
            keys.web, city.organizations[slug], name.title(), _email(name), [role], PASSPHRASE, TOTP
        )
        with house.database.unit_of_work() as session:
            enrolment.admit(session, made, clock.now())
    day = clock.now().date()
    with house.database.unit_of_work() as session:
        for slug in {slug for slug, _ in PEOPLE.values()}:
            enrolment.open_intake_epoch(
                session, keys.web, keys.root_signer, city.organizations[slug], "2026-11", day
            )
        link_store.save_responder(session, _phone(city.organizations["tidewater"]))
    house.database.close()


def _email(name: str) -> str:
    return f"{name}@example.org"


def _phone(organization: UUID) -> Responder:
    pin = enrol_pin(PIN)
    return Responder(new_id(), organization, Channel.SMS, b"sealed", pin.salt, pin.verifier)


@dataclass(frozen=True)
class Opened:
    """One case as the line made it: what a test needs to find it again."""

    id: UUID
    code: str
    need_id: UUID


@dataclass(frozen=True)
class Deskwork:
    """The application over one copied house, and what happens in it."""

    app: Flask
    clock: StoppedClock

    @property
    def house(self) -> House:
        """The house behind the doors."""
        house: House = self.app.extensions["house"]
        return house

    def report(
        self, *, word: bool = True, danger: bool = False, tier: Tier = Tier.URGENT
    ) -> Opened:
        """Files a report as the line does: her words, what she told, a need and its match."""
        with self.house.desk() as desk:
            report_id = intake.open_report(desk, "token", ReportStatus.RECEIVED)
            case_id = intake.open_case(desk, report_id, tier)
            keys = {}
            if word:
                public = new_reply_key(case_id).public
                keys = {"reply_key": b64encode(public).decode()}
            told = {"who": "self", "type": "physical_assault", "when": "today", "area": "D1-N1"}
            at = desk.now.isoformat()
            said = Entry(
                at=at, heard=HER_WORDS, asked="B6", text="Thank you.", told=told, keys=keys
            )
            intake.keep(desk, report_id, 1, said)
            if danger:
                intake.keep(desk, report_id, 2, Entry(at=at, heard=DANGER_WORDS, danger="call"))
                way_back = WayBack(Address.parse("+15550101"), "token", "twilio")
                intake.raise_alarm(desk, case_id, AlarmKind.DANGER, way_back)
            answers = {"type": "sexual_unspecified", "clinic": "yes", "when": "today"}
            found = offering.find(desk, case_id, Told({**answers, "area": "D1-N1"}, "en"))
            case = cases.case(desk.session, case_id)
        assert case is not None
        return Opened(case_id, case.code, found.need_id)

    def attempts(self, case: Opened) -> tuple[Attempt, ...]:
        """Lists the requests made for a case's need."""
        with self.house.database.reading() as session:
            return referrals.attempts_of(session, case.need_id)

    def at_desk(self, name: str) -> Desk:
        """Signs a person in."""
        desk = Desk(self.app.test_client(), self.clock)
        desk.sign_in(name)
        return desk


@dataclass(frozen=True)
class Desk:
    """A person at a desk without script: she reads pages and sends forms."""

    client: FlaskClient
    clock: StoppedClock

    def sign_in(self, name: str) -> None:
        """Signs in with the three things of the form."""
        # A code counts once, so the next person waits for the next one.
        self.clock.advance(seconds=31)
        code = pyotp.TOTP(TOTP).at(self.clock.now())
        fields = {"email": _email(name), "passphrase": PASSPHRASE, "code": code}
        answer = self.send("/signin", "/signin", **fields)
        assert answer.status_code == 303, answer.text

    def read(self, path: str) -> TestResponse:
        """Opens a page."""
        return self.client.get(path)

    def send(self, page: str, to: str, **fields: str | list[str]) -> TestResponse:
        """Sends a form from a page, with the token found there."""
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.client.get(page).text)
        assert found is not None, f"no form on {page}"
        return self.client.post(to, data={**fields, "csrf_token": found.group(1)})

    def open_case(self, code: str, purpose: str = "new_report") -> str:
        """Says why, and returns the text of the case's page."""
        answer = self.send(f"/cases/{code}", f"/cases/{code}/open", purpose=purpose)
        assert answer.status_code == 303, answer.text
        return self.case(code)

    def case(self, code: str) -> str:
        """Returns the text of the page of a case that was opened."""
        page = self.client.get(f"/cases/{code}")
        assert page.status_code == 200, page.text
        return unescape(page.text)

    def do(self, code: str, to: str, **fields: str | list[str]) -> TestResponse:
        """Sends one of the forms of a case."""
        return self.send(f"/cases/{code}", f"/cases/{code}/{to}", **fields)

    def refer(self, case: Opened, to: str = "") -> None:
        """Refers by hand: the best fit, or the first whose name holds this."""
        self.open_case(case.code)
        way = f"needs/{case.need_id}/refer"
        offered = offered_on(self.client.get(f"/cases/{case.code}/{way}").text)
        service = next(one for one, name in offered.items() if to in name)
        sent = self.do(
            case.code, way, go="send", service=service, share=SHARED, channel="phone",
            words="She said yes.", told="y",
        )  # fmt: skip
        assert sent.status_code == 200, sent.text


def offered_on(page: str) -> dict[str, str]:
    """Finds the services a page offers, by id, best first."""
    radio = r'name="service"[^>]*value="([0-9a-f-]{36})".*?<label[^>]*>\s*(.*?)\s*</label>'
    return dict(re.findall(radio, page, re.DOTALL))


def journal_of(house: House) -> list[tuple[str, str | None]]:
    """Lists the journal's verbs with their purposes."""
    with house.database.reading() as session:
        return [(leaf.verb, leaf.purpose) for leaf in store.leaves(session, limit=500)]


def bytes_at_rest(house: House) -> bytes:
    """Reads every byte that the house keeps."""
    folder = house.settings.var_dir
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def open_desks(var: Path, clock: StoppedClock, public_url: str) -> Deskwork:
    """Wires the application over a copied house."""
    url = f"sqlite:///{var}/undertone.db"
    settings = Settings.load(var_dir=var, database_url=url, public_url=public_url)
    app = create_app(settings, clock)
    app.testing = True
    return Deskwork(app, clock)
