"""`flask jobs`: the clock's process. Needs the jobs keyring."""

import signal
import threading
from typing import Protocol

import click
from flask import current_app
from flask.cli import with_appcontext


class Clockwork(Protocol):
    """Is what the composition puts under the name `clockwork`."""

    def once(self) -> tuple[str, ...]:
        """Runs what is due and returns the names of the jobs that ran."""
        ...

    def run(self, stop: threading.Event) -> None:
        """Runs until told to stop."""
        ...


@click.command("jobs")
@click.option("--once", is_flag=True, help="Run what is due, send what waits, and exit.")
@with_appcontext
def jobs(*, once: bool) -> None:
    """Run the regular work and send waiting messages."""
    clockwork: Clockwork = current_app.extensions["clockwork"]
    if once:
        ran = clockwork.once()
        click.echo(f"ran: {', '.join(ran) if ran else 'nothing was due'}")
        return
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    clockwork.run(stop)
