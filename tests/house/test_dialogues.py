"""Every script comes to an end, and every prompt fits a text message in every language."""

import importlib
import pkgutil

import pytest

import bots.scripts
from bots.budget import budget_report
from bots.graph import faults
from bots.model import Script
from tests.house.source import ROOT


def scripts() -> list[Script]:
    found: dict[str, Script] = {}
    for module in pkgutil.iter_modules(bots.scripts.__path__):
        loaded = importlib.import_module(f"bots.scripts.{module.name}")
        found |= {each.name: each for each in vars(loaded).values() if isinstance(each, Script)}
    return list(found.values())


def languages() -> list[str]:
    return sorted(path.name for path in (ROOT / "locales").iterdir() if path.is_dir())


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.name)
def test_a_script_has_no_dead_end_no_orphan_and_no_open_arrow(script: Script) -> None:
    assert faults(script) == []


def test_there_are_scripts_and_languages_to_look_at() -> None:
    assert scripts()
    assert {"en", "es"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_every_prompt_is_there_and_inside_its_budget(language: str) -> None:
    assert budget_report(language) == []
