"""`flask translations`: the catalogues of the bot and of the pages. Needs no keyring."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

import click
from babel.messages.catalog import Catalog
from flask import current_app
from flask.cli import AppGroup

from commands import catalogues, reviews
from commands.pseudo import disguise
from commands.reviews import Standing
from kernel.clock import SystemClock


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
    """Names each missing, misshapen or too long line, and who has read what; exit 1 on a fault."""
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
    for row in _table(reviews.standings()):
        click.echo(row)
    if faults:
        raise SystemExit(1)
    click.echo(f"Complete and inside their budgets: {', '.join(catalogues.languages('bot'))}.")


@translations.command("review")
@click.argument("language")
@click.option("--by", required=True, help="Who has read the lines, by name.")
@click.option("--line", "lines", multiple=True, help="One line's id; all of them without it.")
@click.option("--domain", type=click.Choice(reviews.DOMAINS), default="bot", show_default=True)
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day; today without it.")
def review(
    *, language: str, by: str, lines: tuple[str, ...], domain: str, day: datetime | None
) -> None:
    """Mark lines as read by a native speaker; a mark stands for the wording it was set on."""
    if language not in catalogues.languages(domain):
        known = ", ".join(catalogues.languages(domain))
        raise click.BadParameter(f"there is no {domain} catalogue of {language}; there are {known}")
    if not by.strip() or "\n" in by:
        raise click.BadParameter("write the reader's name on one line", param_hint="--by")
    written = (day or SystemClock().now()).date().isoformat()
    count, unknown = reviews.review(language, domain, by.strip(), written, lines)
    if unknown:
        raise click.ClickException(f"no such line: {', '.join(sorted(unknown))}")
    click.echo(f"{count} lines of {language} {domain} are marked as read by {by.strip()}.")


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


def _table(standings: Iterable[Standing]) -> Iterator[str]:
    yield f"{'':10}{'lines':>7}{'read':>7}  by"
    for one in standings:
        label = f"{one.language} {one.domain}"
        yield f"{label:10}{one.lines:>7}{one.reviewed:>7}  {one.said}".rstrip()
