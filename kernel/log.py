"""Logs that carry ids and counts and nothing anybody said."""

import logging
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset(
    {
        "event", "level", "timestamp", "id", "job", "kind", "state", "count", "code", "status",
        "error", "attempt", "seconds", "release", "table", "provider", "port", "route", "exc_info",
    }
)  # fmt: skip


def keep_allowed(
    logger: object, method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Drops every field that is not on the list, so that no body, number or name is logged."""
    del logger, method
    for name in [name for name in event if name not in ALLOWED]:
        del event[name]
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
    return event


def configure(log_format: str) -> None:
    """Sets structlog up for a terminal or for a collector."""
    last = (
        structlog.processors.JSONRenderer()
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            keep_allowed,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )


def logger() -> Any:  # noqa: ANN401 - structlog's own type is dynamic
    """Returns the project's logger."""
    return structlog.get_logger("undertone")
