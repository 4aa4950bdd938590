"""What the outbox knows of an invented survivor, removed when her drill is over."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from outbox.rows import ContactRow


def forget_contact(session: Session, token: str) -> None:
    """Removes a contact that was nobody."""
    session.execute(delete(ContactRow).where(ContactRow.token == token))
