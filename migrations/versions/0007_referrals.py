"""Makes the tables of needs, consent and referrals."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "need",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("wrap", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("held_by", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
    )
    op.create_index(op.f("ix_need_case_id"), "need", ["case_id"], unique=False)
    op.create_table(
        "consent_grant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("recipient_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wrap", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("held_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_consent_grant_need_id")),
        sa.ForeignKeyConstraint(
            ["recipient_id"], ["organization.id"], name=op.f("fk_consent_grant_recipient_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_grant")),
    )
    op.create_index(op.f("ix_consent_grant_need_id"), "consent_grant", ["need_id"], unique=False)
    op.create_table(
        "match_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("directory_version", sa.Integer(), nullable=False),
        sa.Column("ruleset_version", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("wrap", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("held_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_match_run_need_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_run")),
    )
    op.create_index(op.f("ix_match_run_need_id"), "match_run", ["need_id"], unique=False)
    op.create_table(
        "responder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("pin_salt", sa.LargeBinary(), nullable=False),
        sa.Column("pin_verifier", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_responder_organization_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responder")),
    )
    op.create_index(
        op.f("ix_responder_organization_id"), "responder", ["organization_id"], unique=False
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("tier", sa.String(length=1), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cohort_quarter", sa.String(length=6), nullable=True),
        sa.Column("grant_id", sa.Uuid(), nullable=True),
        sa.Column("reason_code", sa.String(length=30), nullable=True),
        sa.Column("outcome_code", sa.String(length=30), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["grant_id"], ["consent_grant.id"], name=op.f("fk_attempt_grant_id")
        ),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_attempt_need_id")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_attempt_organization_id")
        ),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_attempt_service_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
        sa.UniqueConstraint("code", name=op.f("uq_attempt_code")),
    )
    op.create_index(op.f("ix_attempt_need_id"), "attempt", ["need_id"], unique=False)
    op.create_index(
        "ix_attempt_organization_id_state", "attempt", ["organization_id", "state"], unique=False
    )
    op.create_index(op.f("ix_attempt_service_id"), "attempt", ["service_id"], unique=False)
    op.create_index("ix_attempt_state_due_at", "attempt", ["state", "due_at"], unique=False)
    op.create_table(
        "packet",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("attempt_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("wrap", sa.LargeBinary(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("held_by", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_packet_attempt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_packet")),
        sa.UniqueConstraint("attempt_id", name=op.f("uq_packet_attempt_id")),
    )
    op.create_table(
        "referral_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("attempt_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(length=12), nullable=False),
        sa.Column("from_state", sa.String(length=20), nullable=True),
        sa.Column("to_state", sa.String(length=20), nullable=False),
        sa.Column("reason_code", sa.String(length=30), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_referral_event_attempt_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_event")),
        sa.UniqueConstraint(
            "attempt_id", "sequence", name=op.f("uq_referral_event_attempt_id_sequence")
        ),
    )
    op.create_table(
        "responder_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_handle", sa.LargeBinary(length=32), nullable=False),
        sa.Column("attempt_id", sa.Uuid(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_responder_link_attempt_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responder_link")),
        sa.UniqueConstraint("token_handle", name=op.f("uq_responder_link_token_handle")),
    )
    op.create_index(
        op.f("ix_responder_link_attempt_id"), "responder_link", ["attempt_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_responder_link_attempt_id"), table_name="responder_link")
    op.drop_table("responder_link")
    op.drop_table("referral_event")
    op.drop_table("packet")
    op.drop_index("ix_attempt_state_due_at", table_name="attempt")
    op.drop_index(op.f("ix_attempt_service_id"), table_name="attempt")
    op.drop_index("ix_attempt_organization_id_state", table_name="attempt")
    op.drop_index(op.f("ix_attempt_need_id"), table_name="attempt")
    op.drop_table("attempt")
    op.drop_index(op.f("ix_responder_organization_id"), table_name="responder")
    op.drop_table("responder")
    op.drop_index(op.f("ix_match_run_need_id"), table_name="match_run")
    op.drop_table("match_run")
    op.drop_index(op.f("ix_consent_grant_need_id"), table_name="consent_grant")
    op.drop_table("consent_grant")
    op.drop_index(op.f("ix_need_case_id"), table_name="need")
    op.drop_table("need")
