"""The tables of the directory: who serves whom, where and when; all of it in clear."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Date, Float, ForeignKey, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class OrganizationRow(Row):
    """Keeps who answers for services, and how: signed in, or by an expiring link."""

    __tablename__ = "organization"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    parent_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("organization.id"))
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text, default="")
    safe_name: Mapped[str | None] = mapped_column(String(24))
    answers_by: Mapped[str] = mapped_column(String(10), default="account")
    active: Mapped[bool] = mapped_column(default=True)
    drills: Mapped[bool] = mapped_column(default=False)


class ServiceRow(Row):
    """Keeps one kind of help that an organization gives."""

    __tablename__ = "service"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("organization.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text, default="")
    category: Mapped[str | None] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    minimum_age: Mapped[int | None]
    maximum_age: Mapped[int | None]
    assured_date: Mapped[date | None] = mapped_column(Date)


class LocationRow(Row):
    """Keeps a place; a secret one is virtual and has no position."""

    __tablename__ = "location"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    location_type: Mapped[str] = mapped_column(String(10))
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)


class ServiceAtLocationRow(Row):
    """Keeps one service at one place: its hours (OSM grammar) and when a person last checked it."""

    __tablename__ = "service_at_location"
    __table_args__ = (UniqueConstraint("service_id", "location_id"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"))
    location_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("location.id"), index=True)
    verified_on: Mapped[date | None] = mapped_column(Date)
    timezone: Mapped[str] = mapped_column(String(40))
    hours: Mapped[str | None] = mapped_column(Text)
    virtual: Mapped[bool] = mapped_column(default=False)
    phone_public: Mapped[str | None] = mapped_column(String(40))


class ServiceAreaRow(Row):
    """Keeps one area that a service at a place covers."""

    __tablename__ = "service_area"
    __table_args__ = (UniqueConstraint("service_at_location_id", "area_code"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    service_at_location_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service_at_location.id"))
    area_code: Mapped[str] = mapped_column(String(20), index=True)


class ServiceLanguageRow(Row):
    """Keeps one language in which a service at a place can be had."""

    __tablename__ = "service_language"
    __table_args__ = (UniqueConstraint("service_at_location_id", "language"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    service_at_location_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service_at_location.id"))
    language: Mapped[str] = mapped_column(String(20))


class ProviderTermsRow(Row):
    """Keeps what the directory standard has no column for: whom a provider takes, on what terms."""

    __tablename__ = "provider_terms"

    service_at_location_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("service_at_location.id"), primary_key=True
    )
    serves: Mapped[str] = mapped_column(String(10), default="anyone")
    male_survivors: Mapped[str] = mapped_column(String(10), default="unknown")
    trans_survivors: Mapped[str] = mapped_column(String(10), default="unknown")
    accessibility: Mapped[str] = mapped_column(String(200), default="")
    tells_police: Mapped[bool] = mapped_column(default=False)
    confidential: Mapped[bool] = mapped_column(default=False)
    mediates: Mapped[bool] = mapped_column(default=False)
    asks_papers: Mapped[bool] = mapped_column(default=False)
    fee: Mapped[bool] = mapped_column(default=False)


class CapacityPoolRow(Row):
    """Keeps what a place last said about room: unknown is not full."""

    __tablename__ = "capacity_pool"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    service_at_location_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("service_at_location.id"), unique=True
    )
    status: Mapped[str] = mapped_column(String(10), default="unknown")
    updated_at: Mapped[datetime] = mapped_column(Utc)
    source: Mapped[str] = mapped_column(String(20))


class OfferRow(Row):
    """Keeps all that matching needs of one service at one place, in one row written on change."""

    __tablename__ = "offer"
    __table_args__ = (
        UniqueConstraint("service_at_location_id", "category"),
        Index("ix_offer_category_city", "category", "city"),
        Index("ix_offer_category_grid", "category", "gy", "gx"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    service_at_location_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service_at_location.id"))
    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"), index=True)
    location_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("location.id"))
    organization_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("organization.id"), index=True)
    root_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("organization.id"))
    category: Mapped[str] = mapped_column(String(20))
    city: Mapped[str] = mapped_column(String(20))
    areas: Mapped[str] = mapped_column(Text, default="")
    home: Mapped[str] = mapped_column(String(20), default="")
    languages: Mapped[str] = mapped_column(String(200), default="")
    serves: Mapped[str] = mapped_column(String(10), default="anyone")
    male_survivors: Mapped[str] = mapped_column(String(10), default="unknown")
    trans_survivors: Mapped[str] = mapped_column(String(10), default="unknown")
    minimum_age: Mapped[int | None]
    maximum_age: Mapped[int | None]
    accessibility: Mapped[str] = mapped_column(String(200), default="")
    hours: Mapped[str | None] = mapped_column(Text)
    timezone: Mapped[str] = mapped_column(String(40))
    status: Mapped[str] = mapped_column(String(20))
    verified_on: Mapped[date | None] = mapped_column(Date)
    capacity_status: Mapped[str] = mapped_column(String(10), default="unknown")
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    gy: Mapped[int | None]
    gx: Mapped[int | None]
    virtual: Mapped[bool] = mapped_column(default=False)
    tells_police: Mapped[bool] = mapped_column(default=False)
    confidential: Mapped[bool] = mapped_column(default=False)
    mediates: Mapped[bool] = mapped_column(default=False)
    asks_papers: Mapped[bool] = mapped_column(default=False)
    fee: Mapped[bool] = mapped_column(default=False)


class AreaRow(Row):
    """Keeps one area of the nested geography; `path` is its way down from the city."""

    __tablename__ = "area"

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    parent: Mapped[str | None] = mapped_column(String(20), ForeignKey("area.code"))
    path: Mapped[str] = mapped_column(String(80))
    typology: Mapped[str | None] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(20))
    polygon: Mapped[dict[str, Any]] = mapped_column(JSON)
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)


class DirectoryEditionRow(Row):
    """Keeps one change of the directory, so that a match can say which one it read."""

    __tablename__ = "directory_edition"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_at: Mapped[datetime] = mapped_column(Utc)
    source: Mapped[str] = mapped_column(String(40))
