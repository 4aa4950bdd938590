"""A staff room with one organisation, its keys and a caseworker."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pyotp
import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Role
from referral.rows import OrganizationRow
from staff import enrolment
from vault.keyring import NewKeys, create_keyrings

PASSPHRASE = "quiet lamp under the stairs"
EMAIL = "ada@example.org"


@pytest.fixture(scope="session")
def keys() -> NewKeys:
    return create_keyrings("practice", practice=True)


@pytest.fixture
def organization(session: Session) -> UUID:
    return make_organization(session)


def make_organization(session: Session) -> UUID:
    organization_id = new_id()
    values = {"id": organization_id, "name": "Marigold Line", "answers_by": "account"}
    session.execute(insert(OrganizationRow).values(description="", active=True, **values))
    return organization_id


@pytest.fixture
def ada(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID
) -> enrolment.NewMember:
    return enrolment.create_member(
        session, keys.web, clock.now(), organization, "Ada", EMAIL, [Role.CASEWORKER], PASSPHRASE
    )


@pytest.fixture
def code(ada: enrolment.NewMember, clock: StoppedClock) -> Callable[[], str]:
    return lambda: pyotp.TOTP(ada.totp_secret).at(clock.now())
