"""Makes the tables of conversations."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbound",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(length=20), nullable=False),
        sa.Column("handle", sa.LargeBinary(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbound")),
        sa.UniqueConstraint("provider", "handle", name=op.f("uq_inbound_provider_handle")),
    )
    op.create_index(op.f("ix_inbound_day"), "inbound", ["day"], unique=False)
    op.create_table(
        "keyword",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("word", sa.String(length=40), nullable=False),
        sa.Column("folded", sa.String(length=40), nullable=False),
        sa.Column("intent", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("rule", sa.String(length=8), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("hours", sa.String(length=40), nullable=False),
        sa.Column("rotate_on", sa.Date(), nullable=True),
        sa.Column("last_drill_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keyword")),
    )
    op.create_index("ix_keyword_folded", "keyword", ["folded"], unique=False)
    op.create_table(
        "own_word",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("contact_token", sa.String(length=64), nullable=False),
        sa.Column("handle", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=6), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_word")),
        sa.UniqueConstraint(
            "contact_token", "handle", name=op.f("uq_own_word_contact_token_handle")
        ),
    )
    op.create_index(op.f("ix_own_word_contact_token"), "own_word", ["contact_token"], unique=False)
    op.create_table(
        "position",
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_position")),
    )
    op.create_index(op.f("ix_position_expires_at"), "position", ["expires_at"], unique=False)
    op.create_table(
        "receipt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("handle", sa.LargeBinary(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("handle", name=op.f("uq_receipt_handle")),
    )


def downgrade() -> None:
    op.drop_table("receipt")
    op.drop_index(op.f("ix_position_expires_at"), table_name="position")
    op.drop_table("position")
    op.drop_index(op.f("ix_own_word_contact_token"), table_name="own_word")
    op.drop_table("own_word")
    op.drop_index("ix_keyword_folded", table_name="keyword")
    op.drop_table("keyword")
    op.drop_index(op.f("ix_inbound_day"), table_name="inbound")
    op.drop_table("inbound")
