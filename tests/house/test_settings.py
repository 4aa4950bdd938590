import re

from kernel.settings import PREFIX, Settings
from tests.house.source import ROOT, doc

NAMES = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}


def test_the_example_lists_every_setting_and_no_other() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    assert set(re.findall(rf"^({PREFIX}\w+)=", example, re.MULTILINE)) == NAMES


def test_the_example_shows_the_defaults() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    shown = dict(re.findall(rf"^({PREFIX}\w+)=(.*)$", example, re.MULTILINE))
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else str(field.default)
        assert shown[f"{PREFIX}{name.upper()}"] == default


def test_the_docs_explain_every_setting_and_no_other() -> None:
    assert set(re.findall(rf"`({PREFIX}\w+)`", doc("running.md"))) == NAMES
