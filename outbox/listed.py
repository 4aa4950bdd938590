"""What a provider lists of our messages, and what became known by it; pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Listed(Protocol):
    """Is a message of ours as the provider lists it."""

    @property
    def id(self) -> str:
        """Gives the provider's id."""
        ...

    @property
    def recipient(self) -> str:
        """Says whom it went to, as the provider writes it."""
        ...

    @property
    def text(self) -> str:
        """Gives what it says."""
        ...

    @property
    def at(self) -> datetime:
        """Says when the provider took it."""
        ...

    @property
    def status(self) -> str:
        """Says what became of it."""
        ...

    @property
    def error_code(self) -> str | None:
        """Gives the provider's code, if something went wrong."""
        ...


@dataclass(frozen=True)
class Resolved:
    """Counts what is known now: found in the list, proven missing, still unknown."""

    found: int = 0
    missing: int = 0
    unknown: int = 0
