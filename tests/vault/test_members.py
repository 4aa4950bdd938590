from __future__ import annotations

from dataclasses import replace

import pytest

from vault.keys import new_private_key
from vault.members import MemberKeys, hand_over
from vault.opening import CannotOpen, open_sealed
from vault.sealing import Place, seal
from vault.signing import sign, verify

KEY, OTHER_KEY = bytes(range(32)), bytes(32)
BUNDLE = Place("city", "marigold", "member", "ada", "bundle")
WRAP = Place("city", "marigold", "intake_key_wrap", "1", "wrap")
ADA, BEA = MemberKeys.generate("ada"), MemberKeys.generate("bea")


def test_a_bundle_opens_again_with_its_key() -> None:
    again = MemberKeys.unlocked("ada", KEY, BUNDLE, ADA.locked(KEY, BUNDLE))
    assert again == ADA
    assert again.seal_public == ADA.seal_public
    assert verify(ADA.sign_public, b"epoch", sign(again.signer, b"epoch"))


def test_a_bundle_opens_for_nothing_else() -> None:
    bundle = ADA.locked(KEY, BUNDLE)
    tries = [
        (OTHER_KEY, BUNDLE, bundle),
        (KEY, replace(BUNDLE, row="bea"), bundle),
        (KEY, replace(BUNDLE, table="session"), bundle),
        (KEY, replace(BUNDLE, organization="tulip"), bundle),
        (KEY, BUNDLE, BEA.locked(KEY, replace(BUNDLE, row="bea"))),
        (KEY, BUNDLE, bundle[:-1]),
        (KEY, BUNDLE, b""),
    ]
    for key, place, blob in tries:
        with pytest.raises(CannotOpen):
            MemberKeys.unlocked("ada", key, place, blob)


def test_a_key_that_was_handed_over_opens_what_was_sealed_to_it() -> None:
    intake = new_private_key("intake:marigold:2026-11")
    place = Place("city", "marigold", "disclosure", "1", "body")
    sealed = seal(intake.public, place, b"said")
    received = ADA.receive(intake.id, WRAP, hand_over(intake, ADA.seal_public, WRAP))
    assert received == intake
    assert open_sealed(received, place, sealed) == b"said"


def test_what_was_handed_to_one_is_nothing_to_another() -> None:
    intake = new_private_key("intake:marigold:2026-11")
    blob = hand_over(intake, ADA.seal_public, WRAP)
    with pytest.raises(CannotOpen):
        BEA.receive(intake.id, WRAP, blob)
    with pytest.raises(CannotOpen):
        ADA.receive(intake.id, replace(WRAP, row="2"), blob)
    posing = MemberKeys(replace(BEA.sealing, id="member:ada"), BEA.signer)
    with pytest.raises(CannotOpen):
        posing.receive(intake.id, WRAP, blob)


def test_members_share_nothing() -> None:
    assert ADA.sealing.raw != BEA.sealing.raw
    assert ADA.signer != BEA.signer
