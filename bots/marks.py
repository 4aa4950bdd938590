"""Says which of the provider's messages were heard, by the keyed names of their ids."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from bots.rows import InboundRow


def heard(session: Session, provider: str, handles: Collection[bytes]) -> frozenset[bytes]:
    """Returns which of these messages are durably here."""
    if not handles:
        return frozenset()
    wanted = select(InboundRow.handle).where(
        InboundRow.provider == provider, InboundRow.handle.in_(handles)
    )
    return frozenset(session.scalars(wanted))
