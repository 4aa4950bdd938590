"""Finds our own messages by the keyed name of the provider's id."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from outbox.rows import MessageRow


def states_by_handle(session: Session, handles: Collection[bytes]) -> dict[bytes, str]:
    """Returns where each of these messages stands; one that is not ours is left out."""
    if not handles:
        return {}
    wanted = select(MessageRow.provider_handle, MessageRow.state).where(
        MessageRow.provider_handle.in_(handles)
    )
    return {bytes(row.provider_handle): row.state for row in session.execute(wanted)}
