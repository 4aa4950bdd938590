"""Lets drills go on: the web process plays them, because it alone can sign their mark."""

from datetime import datetime

import requests

from jobs.inside import WebProcess
from kernel.log import logger
from pathway.desk import House
from reporting.drills import store
from reporting.drills.model import DrillState

_ALIVE = (DrillState.PLANNED, DrillState.RUNNING, DrillState.REVEALED)


def move(house: House, now: datetime) -> None:
    """Asks the web process to do what is due of every drill, if there is any."""
    del now
    with house.database.reading() as session:
        alive = store.in_state(session, *_ALIVE)
    if not alive:
        return
    try:
        WebProcess(house).ask("drill", {})
    except requests.ConnectionError:
        # It may be starting; every page shows in time what is practice without this.
        logger().info("web_not_there", job="drills")
