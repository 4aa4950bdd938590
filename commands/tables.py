"""Every table of the house, so that foreign keys across rooms find each other."""

import importlib

ROWS = (
    "kernel.rows",
    "referral.rows",
    "staff.rows",
    "reporting.reports.rows",
    "reporting.cases.rows",
    "reporting.media.rows",
    "reporting.drills.rows",
    "reporting.indicators.rows",
    "outbox.rows",
    "bots.rows",
    "jobs.rows",
)


def every_table() -> None:
    """Loads the rows of every room."""
    for module in ROWS:
        importlib.import_module(module)
