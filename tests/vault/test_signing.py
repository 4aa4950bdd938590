from __future__ import annotations

from vault.signing import new_signer, sign, verifier_of, verify

SIGNER = new_signer()


def test_a_signature_is_over_one_message_by_one_signer() -> None:
    signature = sign(SIGNER, b"epoch 7")
    assert verify(verifier_of(SIGNER), b"epoch 7", signature)
    assert not verify(verifier_of(SIGNER), b"epoch 8", signature)
    assert not verify(verifier_of(new_signer()), b"epoch 7", signature)


def test_nonsense_is_no_signature() -> None:
    signature = sign(SIGNER, b"epoch 7")
    wrong = [b"", signature[:-1], signature + b"\0", bytes(64), signature[32:] + signature[:32]]
    assert not any(verify(verifier_of(SIGNER), b"epoch 7", one) for one in wrong)
    assert not any(verify(key, b"epoch 7", signature) for key in (b"", bytes(31), bytes(32)))
