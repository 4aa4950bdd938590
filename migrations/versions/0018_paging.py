"""Where members are called, and how often a red item called them."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the numbers of members, and when each red item called somebody."""
    zone = sa.DateTime(timezone=True)
    op.create_table(
        "member_call",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("ending", sa.String(length=2), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("tried_at", zone, nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_member_call_member_id")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_member_call")),
    )
    op.add_column("alarm", sa.Column("paged_at", zone, nullable=True))
    op.add_column("alarm", sa.Column("pages", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Takes them away again."""
    op.drop_column("alarm", "pages")
    op.drop_column("alarm", "paged_at")
    op.drop_table("member_call")
