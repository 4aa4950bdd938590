"""Speaks to the web process of this machine: signed requests, small answers."""

import json
from datetime import datetime
from typing import Any

import requests

from kernel.log import logger
from pathway.desk import House
from pathway.inside import HEADER, signed

_TIMEOUT_SECONDS = 60.0
_MOST_GOES = 100


class WebProcess:
    """Is the web process as the jobs process sees it: a few questions, asked over loopback."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._asking = requests.Session()
        # No proxy of the environment may see this.
        self._asking.trust_env = False

    def ask(self, errand: str, value: dict[str, Any]) -> dict[str, Any]:
        """Posts one question to `/internal/<errand>`; raises OSError if nobody answers it."""
        path, body = f"/internal/{errand}", json.dumps(value).encode()
        house = self._house
        header = signed(house.jobs_keyring, path, body, house.clock.now())
        answer = self._asking.post(
            f"{house.settings.inside_url}{path}",
            data=body,
            headers={HEADER: header, "Content-Type": "application/json"},
            timeout=_TIMEOUT_SECONDS,
            allow_redirects=False,
        )
        answer.raise_for_status()
        told: dict[str, Any] = answer.json()
        return told


def drain_spool(house: House, now: datetime) -> None:
    """Has the web process hear what waited while the database was away."""
    del now
    web, left = WebProcess(house), None
    try:
        told = web.ask("drain", {})
        for _ in range(_MOST_GOES):
            if not told["waiting"] or told["waiting"] == left:
                break
            left = told["waiting"]
            told = web.ask("drain", {})
    except requests.ConnectionError:
        # It may be starting; what waits is also heard before its sender's next turn.
        logger().info("web_not_there", job="spool")
        return
    if told["waiting"] or told["aside"]:
        logger().error("spool_waits", count=told["waiting"] + told["aside"])
