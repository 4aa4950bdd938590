"""Counts the changes of what is read with every message, so that it need not be read again."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

SETTLED = ("programme", "shift", "keyword", "intake_key", "area")
MOMENTS = ("INSERT", "UPDATE", "DELETE")
ONE_MORE = (
    "INSERT INTO change_count (id, changes) VALUES (1, 1) "
    "ON CONFLICT (id) DO UPDATE SET changes = change_count.changes + 1"
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {ONE_MORE}; RETURN NULL; END $$"
        )
        for table in SETTLED:
            op.execute(
                f"CREATE TRIGGER count_{table} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE "
                f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION count_change()"
            )
    else:
        for table in SETTLED:
            for moment in MOMENTS:
                op.execute(
                    f"CREATE TRIGGER count_{table}_{moment.lower()} AFTER {moment} ON {table} "
                    f"BEGIN {ONE_MORE}; END"
                )
    op.execute(ONE_MORE)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in SETTLED:
            op.execute(f"DROP TRIGGER count_{table} ON {table}")
        op.execute("DROP FUNCTION count_change()")
    else:
        for table in SETTLED:
            for moment in MOMENTS:
                op.execute(f"DROP TRIGGER count_{table}_{moment.lower()}")
    # Without triggers a count would promise what nobody keeps; without a count nothing is kept.
    op.execute("DELETE FROM change_count WHERE id = 1")
