"""How the fake provider misbehaves."""

from dataclasses import dataclass, field


@dataclass
class Mischief:
    """Says how the provider misbehaves: once each (`next`), always, and with its webhooks."""

    next: list[str] = field(default_factory=list)
    always: str = "take"
    seconds: float = 0.0
    callbacks: str = "plain"
    times: int = 1
    drop: float = 0.0
    owed: float = 0.0

    def pick(self) -> str:
        """Returns what to do with this request."""
        return self.next.pop(0) if self.next else self.always

    def loses(self) -> bool:
        """Says whether this webhook is lost: evenly, so that a share is a share."""
        self.owed += self.drop
        if self.owed < 1 - 1e-9:
            return False
        self.owed -= 1
        return True
