"""A library that does not do what it must is noticed before anything is sealed with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vault import selftest

BREAKS: dict[str, Callable[..., object]] = {
    "open_sealed": lambda *_: b"other",
    "unlock": lambda *_: b"said",
    "keyed": lambda *_: bytes(32),
    "derive": lambda *_, **__: bytes(32),
    "stretch_secret": lambda *_: bytes(32),
    "verify": lambda *_: True,
}


def test_a_sound_library_passes() -> None:
    selftest.run()


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_one_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, name, BREAKS[name])
    with pytest.raises(selftest.BrokenCipher):
        selftest.run()
