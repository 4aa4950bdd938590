"""Founding a real programme: bad values are refused, and what is missing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernel.clock import StoppedClock
from kernel.programme import load_programme
from kernel.settings import Settings
from tests.conftest import NOON
from tests.practice import _create_app

GOOD = {
    "--name": "Harbour city",
    "--line": "Harbour Line",
    "--timezone": "Africa/Johannesburg",
    "--emergency": "10111",
    "--admin-name": "Ada",
    "--admin-email": "ada@example.org",
}


def run(var: Path, **changed: str) -> tuple[int, str]:
    var.mkdir(exist_ok=True)
    settings = Settings.load(var_dir=var, database_url=f"sqlite:///{var}/undertone.db")
    app = _create_app(settings, StoppedClock(NOON))
    options = GOOD | {f"--{name}": value for name, value in changed.items()}
    arguments = [part for pair in options.items() for part in pair]
    result = app.test_cli_runner().invoke(args=["init", *arguments])
    house = app.extensions["house"]
    with house.database.reading() as session:
        if result.exit_code == 0:
            programme = load_programme(session)
            assert programme is not None
            assert not programme.open
    house.database.close()
    return result.exit_code, result.output


def test_a_new_programme_is_closed_and_says_what_is_missing(tmp_path: Path) -> None:
    code, output = run(tmp_path / "var")
    assert code == 0, output
    for missing in (
        "Counsel’s signature: en: nobody has signed this wording",
        "Topics of the first texts",
        "Readers of new reports: the intake organisation has no signed key",
        "Rota: no shifts",
        "Coded words: no coded word is in use",
    ):
        assert missing in output


@pytest.mark.parametrize(
    ("option", "typed", "said"),
    [
        ("line", "A name much too long for it", "room for 18 characters"),
        ("line", "قطيفة", "plain letters"),
        ("emergency", "the police", "digits only"),
        ("timezone", "Mars/Olympus", "no time zone Mars/Olympus"),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_made(
    tmp_path: Path, option: str, typed: str, said: str
) -> None:
    code, output = run(tmp_path / "var", **{option: typed})
    assert code == 2
    assert said in output
    assert not (tmp_path / "var" / "web.keyring").exists()
