"""Who can open a report's media: handed on with her words, from the intake key to the case's."""

from uuid import UUID

from pathway.desk import Desk
from pathway.media import media_place
from pathway.unsealing import Opener, report_key_id
from reporting.media import store
from vault.sealing import PublicKey, Sealed


def hand_on(desk: Desk, opener: Opener, report_id: UUID, to: PublicKey) -> None:
    """Hands the pieces that still lie under an intake key on to the case's own key."""
    to = PublicKey(report_key_id(report_id), to.raw)
    for media_id, wrap, held_by in store.wraps(desk.session, report_id):
        if held_by == to.id:
            continue
        # Only the wrap changes hands; the body may be large and stays where it is.
        new = opener.hand(to, media_place(desk, media_id), Sealed(wrap, b"", held_by))
        if new is not None:
            store.hold(desk.session, media_id, new.wrap, new.held_by)
