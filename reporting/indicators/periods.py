"""Months and quarters: where they start and end, and when they may be closed."""

from collections.abc import Iterator
from datetime import date, timedelta

from kernel.clock import month_of, quarter_of

MONTH_LAG_DAYS = 15
QUARTER_LAG_DAYS = 30
_LAST_MONTH = 12
_MONTHS = 3


def is_quarter(period: str) -> bool:
    """Says whether a period is a quarter such as `2026Q4`."""
    return "Q" in period


def first_day(period: str) -> date:
    """Returns the first day of a month or quarter."""
    if is_quarter(period):
        year, _, quarter = period.partition("Q")
        return date(int(year), _MONTHS * (int(quarter) - 1) + 1, 1)
    year, _, month = period.partition("-")
    return date(int(year), int(month), 1)


def last_day(period: str) -> date:
    """Returns the last day of a month or quarter."""
    last_month = months_of(period)[-1] if is_quarter(period) else period
    return first_day(next_month(last_month)) - timedelta(days=1)


def closes_on(period: str) -> date:
    """Returns the day from which a period may be frozen: its end and the lag for late records."""
    lag = QUARTER_LAG_DAYS if is_quarter(period) else MONTH_LAG_DAYS
    return last_day(period) + timedelta(days=lag)


def next_month(month: str) -> str:
    """Returns the month after a month."""
    first = first_day(month)
    if first.month == _LAST_MONTH:
        return month_of(date(first.year + 1, 1, 1))
    return month_of(date(first.year, first.month + 1, 1))


def months_of(quarter: str) -> tuple[str, ...]:
    """Returns the three months of a quarter."""
    first = month_of(first_day(quarter))
    second = next_month(first)
    return (first, second, next_month(second))


def quarter_of_month(month: str) -> str:
    """Returns the quarter a month lies in."""
    return quarter_of(first_day(month))


def months_between(first: str, last: str) -> Iterator[str]:
    """Yields every month from the first to the last, both included."""
    month = first
    while month <= last:
        yield month
        month = next_month(month)
