"""Providers, lanes and parts of outgoing messages."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds lanes with their pace, parts of one text, and what proves that a text left."""
    lane = sa.Column("lane", sa.String(length=40), nullable=False, server_default="")
    op.add_column("message", lane)
    op.add_column("message", sa.Column("whole", sa.Uuid(), nullable=True))
    part = sa.Column("part", sa.Integer(), nullable=False, server_default="0")
    op.add_column("message", part)
    op.add_column("message", sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("message", sa.Column("echo", sa.LargeBinary(), nullable=True))
    op.create_index(op.f("ix_message_whole"), "message", ["whole"])
    op.create_index(op.f("ix_message_provider_handle"), "message", ["provider_handle"])
    op.create_table(
        "lane",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("tokens", sa.Float(), nullable=False),
        sa.Column("filled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("strikes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lane")),
    )
    op.create_table(
        "content_form",
        sa.Column("shape", sa.String(length=64), nullable=False),
        sa.Column("sid", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("shape", name=op.f("pk_content_form")),
    )


def downgrade() -> None:
    """Takes them away again."""
    op.drop_table("content_form")
    op.drop_table("lane")
    op.drop_index(op.f("ix_message_provider_handle"), "message")
    op.drop_index(op.f("ix_message_whole"), "message")
    for name in ("echo", "left_at", "part", "whole", "lane"):
        op.drop_column("message", name)
