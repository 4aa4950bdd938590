"""Makes the tables of the directory of services."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "area",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("parent", sa.String(length=20), nullable=True),
        sa.Column("path", sa.String(length=80), nullable=False),
        sa.Column("typology", sa.String(length=20), nullable=True),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("polygon", sa.JSON(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["area.code"], name=op.f("fk_area_parent")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_area")),
    )
    op.create_table(
        "directory_edition",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_directory_edition")),
    )
    op.create_table(
        "location",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("location_type", sa.String(length=10), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_location")),
    )
    op.create_table(
        "organization",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("safe_name", sa.String(length=24), nullable=True),
        sa.Column("answers_by", sa.String(length=10), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organization.id"], name=op.f("fk_organization_parent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
    )
    op.create_table(
        "service",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("category", sa.String(length=20), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("minimum_age", sa.Integer(), nullable=True),
        sa.Column("maximum_age", sa.Integer(), nullable=True),
        sa.Column("assured_date", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_service_organization_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
    )
    op.create_index(
        op.f("ix_service_organization_id"), "service", ["organization_id"], unique=False
    )
    op.create_table(
        "service_at_location",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("location_id", sa.Uuid(), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("timezone", sa.String(length=40), nullable=False),
        sa.Column("hours", sa.Text(), nullable=True),
        sa.Column("virtual", sa.Boolean(), nullable=False),
        sa.Column("phone_public", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_service_at_location_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name=op.f("fk_service_at_location_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_at_location")),
        sa.UniqueConstraint(
            "service_id", "location_id", name=op.f("uq_service_at_location_service_id_location_id")
        ),
    )
    op.create_index(
        op.f("ix_service_at_location_location_id"),
        "service_at_location",
        ["location_id"],
        unique=False,
    )
    op.create_table(
        "capacity_pool",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("service_at_location_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_at_location_id"],
            ["service_at_location.id"],
            name=op.f("fk_capacity_pool_service_at_location_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_capacity_pool")),
        sa.UniqueConstraint(
            "service_at_location_id", name=op.f("uq_capacity_pool_service_at_location_id")
        ),
    )
    op.create_table(
        "offer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("service_at_location_id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("location_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("root_id", sa.Uuid(), nullable=False),
        sa.Column("category", sa.String(length=20), nullable=False),
        sa.Column("city", sa.String(length=20), nullable=False),
        sa.Column("areas", sa.Text(), nullable=False),
        sa.Column("home", sa.String(length=20), nullable=False),
        sa.Column("languages", sa.String(length=200), nullable=False),
        sa.Column("serves", sa.String(length=10), nullable=False),
        sa.Column("male_survivors", sa.String(length=10), nullable=False),
        sa.Column("trans_survivors", sa.String(length=10), nullable=False),
        sa.Column("minimum_age", sa.Integer(), nullable=True),
        sa.Column("maximum_age", sa.Integer(), nullable=True),
        sa.Column("accessibility", sa.String(length=200), nullable=False),
        sa.Column("hours", sa.Text(), nullable=True),
        sa.Column("timezone", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("capacity_status", sa.String(length=10), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("gy", sa.Integer(), nullable=True),
        sa.Column("gx", sa.Integer(), nullable=True),
        sa.Column("virtual", sa.Boolean(), nullable=False),
        sa.Column("tells_police", sa.Boolean(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("mediates", sa.Boolean(), nullable=False),
        sa.Column("asks_papers", sa.Boolean(), nullable=False),
        sa.Column("fee", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_offer_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_offer_organization_id")
        ),
        sa.ForeignKeyConstraint(["root_id"], ["organization.id"], name=op.f("fk_offer_root_id")),
        sa.ForeignKeyConstraint(
            ["service_at_location_id"],
            ["service_at_location.id"],
            name=op.f("fk_offer_service_at_location_id"),
        ),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_offer_service_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
        sa.UniqueConstraint(
            "service_at_location_id",
            "category",
            name=op.f("uq_offer_service_at_location_id_category"),
        ),
    )
    op.create_index("ix_offer_category_city", "offer", ["category", "city"], unique=False)
    op.create_index("ix_offer_category_grid", "offer", ["category", "gy", "gx"], unique=False)
    op.create_index(op.f("ix_offer_organization_id"), "offer", ["organization_id"], unique=False)
    op.create_index(op.f("ix_offer_service_id"), "offer", ["service_id"], unique=False)
    op.create_table(
        "provider_terms",
        sa.Column("service_at_location_id", sa.Uuid(), nullable=False),
        sa.Column("serves", sa.String(length=10), nullable=False),
        sa.Column("male_survivors", sa.String(length=10), nullable=False),
        sa.Column("trans_survivors", sa.String(length=10), nullable=False),
        sa.Column("accessibility", sa.String(length=200), nullable=False),
        sa.Column("tells_police", sa.Boolean(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("mediates", sa.Boolean(), nullable=False),
        sa.Column("asks_papers", sa.Boolean(), nullable=False),
        sa.Column("fee", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_at_location_id"],
            ["service_at_location.id"],
            name=op.f("fk_provider_terms_service_at_location_id"),
        ),
        sa.PrimaryKeyConstraint("service_at_location_id", name=op.f("pk_provider_terms")),
    )
    op.create_table(
        "service_area",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("service_at_location_id", sa.Uuid(), nullable=False),
        sa.Column("area_code", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_at_location_id"],
            ["service_at_location.id"],
            name=op.f("fk_service_area_service_at_location_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_area")),
        sa.UniqueConstraint(
            "service_at_location_id",
            "area_code",
            name=op.f("uq_service_area_service_at_location_id_area_code"),
        ),
    )
    op.create_index(op.f("ix_service_area_area_code"), "service_area", ["area_code"], unique=False)
    op.create_table(
        "service_language",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("service_at_location_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_at_location_id"],
            ["service_at_location.id"],
            name=op.f("fk_service_language_service_at_location_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_language")),
        sa.UniqueConstraint(
            "service_at_location_id",
            "language",
            name=op.f("uq_service_language_service_at_location_id_language"),
        ),
    )


def downgrade() -> None:
    op.drop_table("service_language")
    op.drop_index(op.f("ix_service_area_area_code"), table_name="service_area")
    op.drop_table("service_area")
    op.drop_table("provider_terms")
    op.drop_index(op.f("ix_offer_service_id"), table_name="offer")
    op.drop_index(op.f("ix_offer_organization_id"), table_name="offer")
    op.drop_index("ix_offer_category_grid", table_name="offer")
    op.drop_index("ix_offer_category_city", table_name="offer")
    op.drop_table("offer")
    op.drop_table("capacity_pool")
    op.drop_index(op.f("ix_service_at_location_location_id"), table_name="service_at_location")
    op.drop_table("service_at_location")
    op.drop_index(op.f("ix_service_organization_id"), table_name="service")
    op.drop_table("service")
    op.drop_table("organization")
    op.drop_table("location")
    op.drop_table("directory_edition")
    op.drop_table("area")
