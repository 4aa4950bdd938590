"""`flask provider`: the standing fake provider, for tests and practice. Needs no keyring."""

import json
import threading

import click
from flask import current_app
from flask.cli import with_appcontext

from commands.fakes.accounts import accounts_of
from commands.fakes.server import bind
from commands.fakes.telling import call_back
from commands.fakes.world import Mischief, World
from pathway.desk import House


@click.command("provider")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8010, show_default=True)
@click.option("--deliver-to", default="", help="Where webhooks go; the house's address.")
@click.option("--always", default="take", show_default=True, help="take, 429, 21610, hang, …")
@click.option("--next", "once", default="", help="Once each, in order: 429:7,reset,late:63016")
@click.option("--seconds", default=0.0, help="How slowly it answers.")
@click.option("--callbacks", default="plain", type=click.Choice(["plain", "reversed", "none"]))
@click.option("--times", default=1, show_default=True, help="How often each callback comes.")
@click.option("--drop", default=0.0, help="The share of webhooks that is lost, such as 0.05.")
@with_appcontext
def provider(
    *,
    host: str,
    port: int,
    deliver_to: str,
    always: str,
    once: str,
    seconds: float,
    callbacks: str,
    times: int,
    drop: float,
) -> None:
    """Play Twilio, Meta and Africa's Talking on one port, well or badly."""
    house: House = current_app.extensions["house"]
    public = house.settings.public_url
    mischief = Mischief(
        [one for one in once.split(",") if one], always, seconds, callbacks, times, drop
    )
    world = World(
        accounts_of(house.settings.var_dir), house.clock, mischief, deliver_to or public, public
    )
    server = bind(world, host, port)
    click.echo(_told(f"http://{host}:{server.server_address[1]}"))
    stop = threading.Event()
    threading.Thread(target=_keep_calling_back, args=(world, stop), daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo(json.dumps({"asked": len(world.asked), "faults": world.faults}, indent=1))
    finally:
        stop.set()
        server.server_close()


def _keep_calling_back(world: World, stop: threading.Event) -> None:
    while not stop.wait(0.3):
        call_back(world)


def _told(address: str) -> str:
    return "\n".join(
        (
            f"The fake provider listens on {address}; tell a house of it with",
            f"  UNDERTONE_TWILIO_API_URL={address}",
            f"  UNDERTONE_META_API_URL={address}",
            f"  UNDERTONE_AT_API_URL={address}",
            f"and play with it at {address}/control (docs/channels.md). Ctrl-C ends it.",
        )
    )
