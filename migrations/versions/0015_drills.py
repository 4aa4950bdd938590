"""Drills, and the mark nothing can set or clear later."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

MARKED = ("report", "case_file", "alarm", "need", "attempt")
FOUND = ("report", "case_file")
_FIXED = "the mark of a drill is set when a row is made and never changed"
_KEPT = "rows of a drill go with the drill, when it is over"
_CHANGED = "OLD.drill IS DISTINCT FROM NEW.drill OR (OLD.drill IS NOT NULL AND OLD.id <> NEW.id)"


def upgrade() -> None:
    zone = sa.DateTime(timezone=True)
    op.create_table(
        "drill",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("keyword", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("scenario", sa.String(length=12), nullable=False),
        sa.Column("surprise", sa.Boolean(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("due_at", zone, nullable=False),
        sa.Column("started_at", zone, nullable=True),
        sa.Column("item_at", zone, nullable=True),
        sa.Column("opened_at", zone, nullable=True),
        sa.Column("answered_at", zone, nullable=True),
        sa.Column("accepted_at", zone, nullable=True),
        sa.Column("revealed_at", zone, nullable=True),
        sa.Column("erased_at", zone, nullable=True),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.Column("said", sa.Integer(), nullable=False),
        sa.Column("saying", sa.String(length=80), nullable=False),
        sa.Column("said_at", zone, nullable=True),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["member.id"], name=op.f("fk_drill_asked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drill")),
    )
    op.create_index(op.f("ix_drill_state"), "drill", ["state"], unique=False)
    op.create_table(
        "drill_reply",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("drill_id", sa.Uuid(), nullable=False),
        sa.Column("prompt", sa.String(length=20), nullable=False),
        sa.Column("at", zone, nullable=False),
        sa.ForeignKeyConstraint(["drill_id"], ["drill.id"], name=op.f("fk_drill_reply_drill_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drill_reply")),
    )
    op.create_index(op.f("ix_drill_reply_drill_id"), "drill_reply", ["drill_id"], unique=False)
    for table in MARKED:
        op.add_column(table, sa.Column("drill", sa.LargeBinary(), nullable=True))
    for table in FOUND:
        op.create_index(op.f(f"ix_{table}_drill"), table, ["drill"], unique=False)
    op.add_column(
        "organization",
        sa.Column("drills", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    (_guard_postgresql if op.get_bind().dialect.name == "postgresql" else _guard_sqlite)()


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table in MARKED:
        for moment in ("change", "replace", "delete"):
            if not postgresql:
                op.execute(f"DROP TRIGGER keep_drill_{table}_{moment}")
        if postgresql:
            op.execute(f"DROP TRIGGER keep_drill_{table} ON {table}")
    if postgresql:
        op.execute("DROP FUNCTION keep_drill()")
    op.drop_column("organization", "drills")
    for table in FOUND:
        op.drop_index(op.f(f"ix_{table}_drill"), table_name=table)
    for table in MARKED:
        op.drop_column(table, "drill")
    op.drop_index(op.f("ix_drill_reply_drill_id"), table_name="drill_reply")
    op.drop_table("drill_reply")
    op.drop_index(op.f("ix_drill_state"), table_name="drill")
    op.drop_table("drill")


def _guard_postgresql() -> None:
    over = (
        "SELECT 1 FROM drill WHERE replace(id::text, '-', '') = "
        "encode(substr(OLD.drill, 1, 16), 'hex') "
        "AND state IN ('planned', 'running')"
    )
    op.execute(
        "CREATE FUNCTION keep_drill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'UPDATE' THEN IF {_CHANGED} THEN RAISE EXCEPTION '{_FIXED}'; END IF; "
        "RETURN NEW; END IF; "
        f"IF OLD.drill IS NOT NULL AND EXISTS ({over}) THEN RAISE EXCEPTION '{_KEPT}'; END IF; "
        "RETURN OLD; END $$"
    )
    for table in MARKED:
        op.execute(
            f"CREATE TRIGGER keep_drill_{table} BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION keep_drill()"
        )


def _guard_sqlite() -> None:
    changed = _CHANGED.replace("IS DISTINCT FROM", "IS NOT")
    over = (
        "SELECT 1 FROM drill WHERE id = lower(hex(substr(OLD.drill, 1, 16))) "
        "AND state IN ('planned', 'running')"
    )
    for table in MARKED:
        # A row put in the place of another one passes no trigger for updates.
        other = f"SELECT 1 FROM {table} WHERE id = NEW.id AND drill IS NOT NEW.drill"  # noqa: S608 - our own tables
        for moment, when, condition, words in (
            ("change", "BEFORE UPDATE", changed, _FIXED),
            ("replace", "BEFORE INSERT", f"EXISTS ({other})", _FIXED),
            ("delete", "BEFORE DELETE", f"OLD.drill IS NOT NULL AND EXISTS ({over})", _KEPT),
        ):
            op.execute(
                f"CREATE TRIGGER keep_drill_{table}_{moment} {when} ON {table} "
                f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )
