"""How and when staff may write first, as she agreed with a worker."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case_file", sa.Column("proven_on", sa.Date(), nullable=True))
    op.create_table(
        "safe_contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("handle", sa.LargeBinary(), nullable=True),
        sa.Column("wrap", sa.LargeBinary(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("held_by", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_file.id"], name=op.f("fk_safe_contact_case_id")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"], name=op.f("fk_safe_contact_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safe_contact")),
    )
    op.create_index(op.f("ix_safe_contact_case_id"), "safe_contact", ["case_id"], unique=False)
    op.create_index(op.f("ix_safe_contact_handle"), "safe_contact", ["handle"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_safe_contact_handle"), table_name="safe_contact")
    op.drop_index(op.f("ix_safe_contact_case_id"), table_name="safe_contact")
    op.drop_table("safe_contact")
    op.drop_column("case_file", "proven_on")
