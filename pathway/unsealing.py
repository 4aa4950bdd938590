"""What a signed-in member's keys open: her organization's intake, and the cases she holds."""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pathway.desk import Desk
from reporting.cases import store as cases
from staff.signin import Entered
from staff.unlock import intake_private
from vault.keys import PrivateKey
from vault.opening import open_sealed, rewrap
from vault.sealing import Place, PublicKey, Sealed


@dataclass
class Opener:
    """Finds the key a value is held by, among those of this reader, and opens it."""

    desk: Desk
    reader: Entered
    _known: dict[str, PrivateKey | None] = field(default_factory=dict)

    def learn(self, name: str, held_by: str) -> None:
        """Lets a key go by a second name: entries of a report may not name its case in clear."""
        key = self._key(held_by)
        if key is not None:
            self._known[name] = PrivateKey(name, key.raw)

    def can(self, held_by: str) -> bool:
        """Says whether this reader holds that key."""
        return self._key(held_by) is not None

    def public(self, held_by: str) -> PublicKey | None:
        """Returns the public half of a key this reader holds; a row's own could be swapped."""
        key = self._key(held_by)
        return None if key is None else key.public

    def json(self, place: Place, sealed: Sealed) -> Any:  # noqa: ANN401 - plain JSON
        """Opens a JSON value; None when the reader does not hold its key."""
        text = self.bytes(place, sealed)
        return None if text is None else json.loads(text)

    def bytes(self, place: Place, sealed: Sealed) -> bytes | None:
        """Opens a value; None when the reader does not hold its key."""
        key = self._key(sealed.held_by)
        return None if key is None else open_sealed(key, place, sealed)

    def hand(self, to: PublicKey, place: Place, sealed: Sealed) -> Sealed | None:
        """Hands a value on to another key without encrypting it again."""
        key = self._key(sealed.held_by)
        return None if key is None else rewrap(key, to, place, sealed)

    def _key(self, held_by: str) -> PrivateKey | None:
        if held_by not in self._known:
            self._known[held_by] = self._find(held_by)
        return self._known[held_by]

    def _find(self, held_by: str) -> PrivateKey | None:
        kind, _, rest = held_by.partition(":")
        if kind == "intake":
            organization_id = UUID(rest.partition(":")[0])
            return intake_private(
                self.desk.session,
                self.desk.keyring,
                organization_id,
                self.reader.identity.member_id,
                self.reader.keys,
                held_by,
            )
        if kind == "case":
            return self._case_key(UUID(rest), held_by)
        return None

    def _case_key(self, case_id: UUID, held_by: str) -> PrivateKey | None:
        found = cases.key_wrap(self.desk.session, case_id, self.reader.identity.member_id)
        if found is None:
            return None
        wrap_id, wrap = found
        place = case_key_place(self.desk, wrap_id)
        return self.reader.keys.receive(held_by, place, wrap)


def report_key_id(report_id: UUID) -> str:
    """Returns the name under which a case's key holds the entries of its report."""
    return f"report:{report_id}"


def case_key_place(desk: Desk, wrap_id: UUID) -> Place:
    """Names where a case key's wrap for one member rests."""
    return desk.place(desk.intake_id, "case_key_wrap", wrap_id, "wrap")
