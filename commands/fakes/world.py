"""What the fake provider knows: messages, media, forms of content, faults, and its mischief."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from commands.fakes.held import Accounts, Asked, Medium, Message, News, new_sid
from commands.fakes.mischief import Mischief
from kernel.clock import Clock, SystemClock

__all__ = ["Accounts", "Medium", "Message", "Mischief", "News", "World", "new_sid"]

Poster = Callable[[str, Mapping[str, str], bytes], int]


@dataclass
class World:
    """Is everything behind the fake provider's door."""

    accounts: Accounts = field(default_factory=Accounts)
    clock: Clock = field(default_factory=SystemClock)
    mischief: Mischief = field(default_factory=Mischief)
    deliver_to: str = ""
    public_url: str = ""
    post: Poster | None = None
    asked: list[Asked] = field(default_factory=list)
    messages: dict[str, Message] = field(default_factory=dict)
    contents: dict[str, dict[str, object]] = field(default_factory=dict)
    signed: dict[str, Medium] = field(default_factory=dict)
    opted_out: set[str] = field(default_factory=set)
    window_closed: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    waiting: list[News] = field(default_factory=list)
    posted: list[tuple[str, int]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    arrived: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)

    def note(self, provider: str, path: str, fields: Mapping[str, str], authorization: str) -> None:
        """Remembers a request to send."""
        self.asked.append(Asked(provider, path, dict(fields), authorization))
        self.arrived.set()

    def keep(self, message: Message) -> Message:
        """Puts a message on the provider's shelf."""
        self.messages[message.sid] = message
        return message

    def find(self, provider: str, sid: str) -> Message | None:
        """Returns a message of a provider."""
        found = self.messages.get(sid)
        return found if found is not None and found.provider == provider else None

    def sent(self, provider: str | None = None) -> list[Message]:
        """Returns what was taken to be sent, oldest first."""
        return [
            one
            for one in self.messages.values()
            if one.direction != "inbound" and provider in {None, one.provider}
        ]
