"""`flask translations`: the catalogues of the bot and of the pages. Needs no keyring."""

from collections.abc import Sequence
from typing import Protocol

import click
from babel.messages.catalog import Catalog
from flask import current_app
from flask.cli import AppGroup

from commands import catalogues
from commands.pseudo import disguise


class Fault(Protocol):
    """Is one fault of a line, as the bot's own check names it."""

    @property
    def prompt_id(self) -> str:
        """Names the line."""

    @property
    def reason(self) -> str:
        """Names the rule."""

    @property
    def detail(self) -> str:
        """Says more, or nothing."""


class BotCatalogue(Protocol):
    """Is what the bot lends: the template of its lines, and their check."""

    def template(self) -> Catalog:
        """Returns every line with its notes."""

    def budget_report(self, language: str) -> Sequence[Fault]:
        """Returns the faults of a language's lines."""


def _bot() -> BotCatalogue:
    # The lines belong to another door; the composition root lends them.
    lent: BotCatalogue = current_app.extensions["bot_catalogue"]
    return lent


translations = AppGroup(
    "translations", help="Extract, compile and check the words of the bot and of the pages."
)


@translations.command("check")
def check() -> None:
    """Names each missing, misshapen or too long line; exit 1 on any."""
    web = catalogues.extract_web()
    faults = []
    for language in catalogues.languages("bot"):
        faults += [
            f"{language} bot: {fault.prompt_id}: {fault.reason} {fault.detail}".rstrip()
            for fault in _bot().budget_report(language)
        ]
    for language in catalogues.languages("web"):
        faults += catalogues.web_faults(language, web)
    for fault in faults:
        click.echo(fault)
    if faults:
        raise SystemExit(1)
    click.echo(f"Complete and inside their budgets: {', '.join(catalogues.languages('bot'))}.")


@translations.command("extract")
def extract() -> None:
    """Writes the templates and brings every language's catalogues up to them."""
    for domain, template in (("bot", _bot().template()), ("web", catalogues.extract_web())):
        for path in catalogues.update(template, domain):
            click.echo(path.relative_to(catalogues.ROOT))


@translations.command("compile")
def compile_() -> None:
    """Compiles every catalogue for gettext."""
    for path in catalogues.compile_all():
        click.echo(path.relative_to(catalogues.ROOT))


@translations.command("pseudo")
def pseudo() -> None:
    """Writes the pseudo-locale en_XA: accents, brackets, two fifths longer."""
    for domain, template in (("bot", _bot().template()), ("web", catalogues.extract_web())):
        path = catalogues.write_pseudo(domain, template, disguise)
        click.echo(path.relative_to(catalogues.ROOT))
