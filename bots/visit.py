"""One text being answered: what was heard, where she stands, and what will be kept of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from bots.memory import Recalled, Writer
from bots.model import Circumstances
from bots.state import State
from bots.words import Command, Keyword
from kernel.vocabulary import Inbound
from pathway import waiting
from pathway.desk import Desk


@dataclass(frozen=True)
class Line:
    """Is what is answered: a prompt with its values, or a person's own text."""

    prompt: str
    values: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    lead: str = ""
    kind: str = "reply"


@dataclass(frozen=True)
class Silence:
    """Is the answer that says nothing."""


Reply = Line | Silence


@dataclass
class Visit:
    """Holds everything a rule may look at, and the state it leaves behind."""

    desk: Desk
    inbound: Inbound
    writer: Writer
    state: State
    circumstances: Circumstances
    keywords: tuple[Keyword, ...]
    command: Command | None
    first: bool
    stopped: bool = False
    stale: bool = False
    hidden: bool = False
    kept: bool = False
    mark: str = ""
    danger: str = ""
    told: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    asked: str = ""
    ends: bool = False
    recalled: list[Recalled | None] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Returns what she wrote or tapped, or where she is."""
        return self.inbound.text or self.inbound.location

    @property
    def on_path(self) -> bool:
        """Says whether a danger path stands open and may be shown."""
        return self.state.danger is not None and self.state.danger.showing

    @property
    def language(self) -> str:
        """Returns the language of this visit."""
        return self.state.language

    def change(self, **values: object) -> None:
        """Changes the state."""
        self.state = replace(self.state, **values)  # type: ignore[arg-type]

    def look_around(self, **values: bool) -> None:
        """Changes what is true of this visit."""
        self.circumstances = replace(self.circumstances, **values)  # type: ignore[arg-type]

    def begin(self) -> None:
        """Starts a visit: nothing of the one before is resumed."""
        # A language is chosen for a visit; on a shared phone it would tell of the one before.
        language = self.desk.programme.default_language
        fresh = self.state.fresh_visit()
        self.state = replace(fresh, language=language, last_at=self.desk.now)
        self.look_around(proven=False, has_word=False, kept=False, wants_person=False)

    def end(self) -> None:
        """Ends the visit at once; what was held is gone, and nobody's text follows."""
        if self.state.danger is not None:
            waiting.expect_nothing(self.desk, self.state.danger.alarm_id)
        self.state = replace(self.state.fresh_visit(), last_at=None)

    def cases(self) -> tuple[UUID, ...]:
        """Returns the cases this phone's visits of the last hours opened."""
        now = {str(self.state.case_id)} if self.state.case_id else set()
        return tuple(UUID(one) for one in sorted(now.union(self.state.earlier_cases)))
