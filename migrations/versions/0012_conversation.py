"""Cover words, erasures and other memory of the conversation."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds whose number it is, days of erasure, and the message an answer left in."""
    op.add_column("contact", sa.Column("since", sa.Date(), nullable=True))
    op.add_column("report", sa.Column("erase_on", sa.Date(), nullable=True))
    op.create_index("ix_report_erase_on", "report", ["erase_on"])
    op.add_column("case_file", sa.Column("erase_on", sa.Date(), nullable=True))
    op.create_index("ix_case_file_erase_on", "case_file", ["erase_on"])
    op.add_column("alarm", sa.Column("answer_message", sa.Uuid(), nullable=True))


def downgrade() -> None:
    """Takes them away again."""
    op.drop_column("alarm", "answer_message")
    op.drop_index("ix_case_file_erase_on", "case_file")
    op.drop_column("case_file", "erase_on")
    op.drop_index("ix_report_erase_on", "report")
    op.drop_column("report", "erase_on")
    op.drop_column("contact", "since")
