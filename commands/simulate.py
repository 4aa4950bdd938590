"""`flask simulate`: a chat in the terminal, in practice databases. Needs both keyrings."""

import time
from collections.abc import Callable
from typing import Final, Protocol

import click
from flask import current_app
from flask.cli import with_appcontext
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from kernel.segments import measure
from kernel.vocabulary import Address, Channel
from outbox import practice
from outbox.practice import PracticeText, is_invented
from pathway.desk import House

_PATIENCE_SECONDS: Final = 1.5
_WIDTH: Final = 62
_HEARD: Final = 200


class Clockwork(Protocol):
    """Is what the composition puts under the name `clockwork`."""

    def send(self) -> int:
        """Sends what waits now."""
        ...


@click.command("simulate")
@click.option("--as", "who", default="+15550100", show_default=True, help="Who you are.")
@click.option("--whatsapp", is_flag=True, help="Write on WhatsApp instead of SMS.")
@click.option("--ussd", is_flag=True, help="Dial the line instead: one screen at a time.")
@with_appcontext
def simulate(*, who: str, whatsapp: bool, ussd: bool) -> None:
    """Chat as a survivor in the terminal; shows segments and encoding."""
    if whatsapp and ussd:
        raise click.ClickException("take one channel: --whatsapp or --ussd")
    house: House = current_app.extensions["house"]
    if house.keyring.practice_private is None:
        raise click.ClickException("this is no practice database: nobody can be played here")
    scheme = "whatsapp:" if whatsapp else "ussd:" if ussd else ""
    address = Address.parse(who if ":" in who else scheme + who)
    if not is_invented(address):
        raise click.ClickException("take an invented number, such as +15550100")
    console = Console(highlight=False)
    console.print(f"[bold]Practice: nobody reads here.[/] You are {address}. Ctrl-D ends.\n")
    if address.channel is Channel.USSD:
        console.print("[dim]Press Enter to dial; a session that ended is dialled anew.[/]\n")
    _talk(house, address, console)


def _talk(house: House, address: Address, console: Console) -> None:
    rehearse: Callable[[Address, str], int] = current_app.extensions["rehearse"]
    seen = _last(house, address)
    while (text := _read(console)) is not None:
        _show_hers(console, text)
        status = rehearse(address, text)
        if status != _HEARD:
            console.print(f"[red]the webhook answered {status}[/]")
        answers = _wait(house, address, seen)
        for answer in answers:
            _show_ours(console, answer)
        if not answers:
            console.print("[dim](silence)[/]\n")
        seen = _last(house, address)


def _read(console: Console) -> str | None:
    try:
        return console.input("[bold cyan]> [/]")
    except (EOFError, KeyboardInterrupt):
        console.print()
        return None


def _wait(house: House, address: Address, seen: int) -> list[PracticeText]:
    # Whether or not the clock's process runs beside: a message is sent once by whoever claims it.
    clockwork: Clockwork = current_app.extensions["clockwork"]
    clockwork.send()
    for _ in range(int(_PATIENCE_SECONDS / 0.1)):
        answers = [one for one in _thread(house, address, seen) if one.direction == "out"]
        if answers:
            return answers
        time.sleep(0.1)
    return []


def _thread(house: House, address: Address, after: int = 0) -> tuple[PracticeText, ...]:
    with house.glance() as desk:
        return practice.thread(desk.session, desk.keyring, address, after)


def _last(house: House, address: Address) -> int:
    texts = _thread(house, address)
    return texts[-1].sequence if texts else 0


def _show_hers(console: Console, text: str) -> None:
    found = measure(text)
    told = f"{found.encoding} · {found.units} units · {_segments(found.segments)}"
    console.print(f"[dim]  {told}[/]")


def _show_ours(console: Console, text: PracticeText) -> None:
    units = measure(text.body).units
    told = f"{text.encoding} · {units} units · {_segments(text.segments)}"
    body = Text(text.body)
    if text.buttons:
        body.append("\n" + "   ".join(f"[ {title} ]" for title in text.buttons), "bold green")
    console.print(
        Panel(body, subtitle=told, subtitle_align="right", border_style="green", width=_WIDTH)
    )


def _segments(count: int) -> str:
    return f"{count} segment" if count == 1 else f"{count} segments"
