"""Prints how to begin in the practice city."""

from typing import Any

import click

_SHOWN = ("caseworker", "supervisor", "responder", "analyst", "administrator")


def tell(told: dict[str, Any]) -> None:
    """Says where the phone and the console are and how to sign in."""
    url, people = told["url"], told["people"]
    words = ", ".join(f"{one['word']} ({one['intent']})" for one in told["keywords"])
    click.echo("")
    click.echo(f"  Practice phone   {url}/phone       text {words}")
    click.echo(f"  Console          {url}/")
    click.echo(f"  Passphrase       {people[0]['password']}")
    click.echo(f"  Sign-in codes    {url}/phone/codes  (practice only)")
    click.echo("")
    for role in _SHOWN:
        one = next(person for person in people if person["role"] == role)
        click.echo(f"  {role:<14} {one['email']:<24} {one['organization']}")
    click.echo("")
    click.echo("  All sign-ins, secrets and responders' PINs: var/demo.json. Nobody reads here.")
    click.echo("")
