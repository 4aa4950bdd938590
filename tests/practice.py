"""Makes practice houses for tests: the city is made once, and copied for each test."""

from __future__ import annotations

import importlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask

from kernel.clock import Clock
from kernel.settings import Settings
from pathway.desk import House


def _create_app(settings: Settings, clock: Clock) -> Flask:
    # Not at the top: a pure test should not wait for the whole house to load.
    app: Flask = importlib.import_module("bootstrap").create_app(settings=settings, clock=clock)
    return app


@dataclass(frozen=True)
class Practice:
    """A wired practice house, its application, and what `demo.json` tells."""

    app: Flask
    settings: Settings
    demo: dict[str, Any]

    @property
    def house(self) -> House:
        """The house that the application's doors are given."""
        house: House = self.app.extensions["house"]
        return house

    def person(self, role: str) -> dict[str, str]:
        """Return the first sign-in of a role."""
        found: dict[str, str] = next(each for each in self.demo["people"] if each["role"] == role)
        return found


def found_city(var: Path, database_url: str, clock: Clock) -> None:
    """Make the practice city in a folder and a database, as `flask demo` does."""
    settings = Settings.load(var_dir=var, database_url=database_url)
    app = _create_app(settings, clock)
    made = app.test_cli_runner().invoke(args=["demo"])
    if made.exit_code:
        raise RuntimeError(made.output) from made.exception
    house: House = app.extensions["house"]
    house.database.close()


def open_city(
    var: Path, database_url: str, clock: Clock, public_url: str = "http://127.0.0.1:8000"
) -> Practice:
    """Wire a house over a copied city."""
    settings = Settings.load(var_dir=var, database_url=database_url, public_url=public_url)
    app = _create_app(settings, clock)
    app.testing = True
    demo = json.loads((var / "demo.json").read_text("utf-8"))
    return Practice(app, settings, demo)


def copy_folder(source: Path, to: Path) -> Path:
    """Copy a practice folder, with its keys and whatever database is in it."""
    shutil.copytree(source, to)
    return to
