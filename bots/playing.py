"""Plays a person with a phone: whatever she does goes through the door that it would come to."""

from collections.abc import Mapping

from flask import Flask

from bots.dialling import dial_as
from bots.rehearsal import Tapped, text_as
from kernel.vocabulary import Address, Channel


def play(app: Flask, sender: Address, text: str, *, tapped: Tapped | None = None) -> int:
    """Sends a text, taps a choice or takes a step of a session; returns the webhook's status."""
    if sender.channel is Channel.USSD:
        return dial_as(app, sender, text)
    return text_as(app, sender, text, tapped=tapped)


def read_tap(form: Mapping[str, str]) -> Tapped | None:
    """Reads which choice was tapped: a button, or a row of a list, as `payload title`."""
    for name in ("button", "row"):
        payload, space, title = form.get(name, "").partition(" ")
        if payload:
            # Whoever posts only a title taps a button that says so.
            return Tapped(payload, title if space else payload, in_list=name == "row")
    return None
