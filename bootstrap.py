"""The composition root: the only file that knows everything; nobody imports it but `wsgi.py`."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from types import SimpleNamespace

from flask import Blueprint, Flask, has_request_context
from sqlalchemy.orm import Session
from werkzeug.middleware.proxy_fix import ProxyFix

import bots.ingest
import bots.pages.scripts
import bots.pages.words
import bots.phone
import bots.store
import bots.webhook
import console.answer
import console.audit
import console.calling
import console.cases
import console.directory
import console.gate_pages
import console.home
import console.indicators.pages
import console.join
import console.practise
import console.programme_pages
import console.provider_page
import console.referrals
import console.settings_pages
import console.shell
import console.signin
import console.today
from bots import drill_ear, drilling, outage, registry, review, stateless
from bots.budget import budget_report
from bots.first_line import first_line
from bots.pages import word_says
from bots.template import template
from bots.words import Finding
from commands import (
    demo,
    directory,
    doctor,
    drill,
    indicators,
    init,
    keywords,
    provider,
    simulate,
    translations,
    users,
)
from commands import jobs as jobs_command
from commands.tables import every_table
from console.calling import call_text
from jobs import copies, drills
from jobs.table import Run
from jobs.ticker import ClockProcess
from kernel.clock import Clock, SystemClock, local_day
from kernel.db import Database
from kernel.log import configure
from kernel.programme import load_programme
from kernel.settings import Settings
from pathway import counting, erasure, handover, paging, upkeep
from pathway.desk import House
from pathway.gate import Lent
from vault import selftest

_MARKS_KEPT = timedelta(days=30)


def build_house(settings: Settings | None = None, clock: Clock | None = None) -> House:
    """Wires settings, clock and database; keyrings are read when they are first used."""
    chosen = settings or Settings.load()
    configure(chosen.log_format)
    selftest.run()
    every_table()
    return House(chosen, clock or SystemClock(), Database.open(chosen.database_url))


def create_app(settings: Settings | None = None, clock: Clock | None = None) -> Flask:
    """Returns the whole application; tests give it their own settings and clock."""
    app = Flask("undertone", static_folder=None)
    house = build_house(settings, clock)
    app.extensions["house"] = house
    app.extensions["clockwork"] = ClockProcess(house, works(), drill_ear.line_of)
    app.extensions["drill_act"] = drilling.act
    app.extensions["drill_words"] = drilling.words
    app.extensions["register_words"] = registry.register
    app.extensions["bot_catalogue"] = SimpleNamespace(
        template=template, budget_report=budget_report
    )
    app.extensions["keyword_findings"] = partial(_keyword_findings, house)
    app.extensions["upkeep"] = upkeep.Lent(
        spool=outage.waiting, copies=copies.copies, texts=stateless.provider_texts
    )
    app.extensions["first_line"] = first_line
    app.extensions["gate"] = _lent_to_the_gate(house)
    # Only as many forwarded addresses are believed as there are proxies of our own.
    if house.settings.trusted_proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=house.settings.trusted_proxies)  # type: ignore[method-assign]
    console.shell.install(app)
    for page in _PAGES:
        app.register_blueprint(page)
    for machine in _MACHINES:
        app.extensions["csrf"].exempt(machine)
        app.register_blueprint(machine)
    for command in _COMMANDS:
        app.cli.add_command(command)
    return app


def works() -> Mapping[str, Run]:
    """Returns the work behind each job's name; doors do not know each other."""
    return {
        "alarms": lambda house, now: _done(paging.page_unopened(house, now, call_text)),
        "drills": drills.move,
        "attempts": lambda house, _: _done(handover.tick(house)),
        "states": _erase_states,
        "erasures": erasure.run_due,
        "inbound": _forget_marks,
        "facts": _shuffle_facts,
    }


def _keyword_findings(house: House, session: Session) -> Iterator[tuple[str, Finding]]:
    among = registry.ground(session, load_programme(session), house.clock.now())
    return registry.findings(session, among)


def _lent_to_the_gate(house: House) -> Lent:
    def word_faults(session: Session, languages: Collection[str]) -> Iterator[str]:
        among = registry.ground(session, load_programme(session), house.clock.now())
        found = registry.findings(session, replace(among, languages=tuple(languages)))
        return (_fault_in_words(word, one) for word, one in found if one.level == "error")

    return Lent(
        languages=review.spoken,
        wording=review.wording,
        word_faults=word_faults,
        words_in_use=registry.words_in_use,
        last_drill=registry.last_drill,
    )


def _fault_in_words(word: str, finding: Finding) -> str:
    # A page says it in the reader's language; a command has no reader.
    said = word_says.says(finding) if has_request_context() else f"{finding.reason} {finding.other}"
    return f"{word}: {said}".strip()


def _erase_states(house: House, now: datetime) -> None:
    with house.database.unit_of_work() as session:
        bots.store.erase_expired(session, now)


def _forget_marks(house: House, now: datetime) -> None:
    with house.database.unit_of_work() as session:
        zone = house.programme(session).timezone
        bots.store.forget_heard(session, local_day(now - _MARKS_KEPT, zone))
        registry.forget_retired(session, local_day(now, zone))


def _shuffle_facts(house: House, _: datetime) -> None:
    with house.database.unit_of_work() as session:
        counting.shuffle(session, house.jobs_keyring)


def _done(_: int) -> None:
    return None


_PAGES: tuple[Blueprint, ...] = (
    console.home.blueprint,
    console.signin.blueprint,
    console.join.blueprint,
    console.today.blueprint,
    console.cases.blueprint,
    console.referrals.blueprint,
    console.answer.blueprint,
    console.directory.blueprint,
    console.indicators.pages.blueprint,
    console.audit.blueprint,
    console.practise.blueprint,
    console.settings_pages.blueprint,
    console.calling.blueprint,
    console.programme_pages.blueprint,
    console.provider_page.blueprint,
    console.gate_pages.blueprint,
    bots.phone.blueprint,
    bots.pages.words.blueprint,
    bots.pages.scripts.blueprint,
)
_MACHINES: tuple[Blueprint, ...] = (bots.webhook.blueprint, bots.ingest.blueprint)
_COMMANDS = (
    init.init,
    demo.demo,
    doctor.doctor,
    drill.drill,
    simulate.simulate,
    provider.provider,
    jobs_command.jobs,
    users.users,
    keywords.keywords,
    translations.translations,
    directory.directory,
    indicators.indicators,
)
