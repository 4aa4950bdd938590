"""Every catalogue is complete, compiled from what lies here, and keeps its placeholders."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.house.source import ROOT

PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)[sd]")
FILES = sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain=path.stem)


def label(path: Path) -> str:
    return f"{path.parts[-3]}-{path.stem}"


def test_both_domains_are_there_in_both_languages() -> None:
    assert {"en-bot", "en-web", "es-bot", "es-web"} <= {label(path) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=label)
def test_nothing_is_missing_doubtful_or_left_over(path: Path) -> None:
    catalogue = read(path)
    messages = [message for message in catalogue if message.id]
    # The English of the pages is the message itself.
    if label(path) != "en-web":
        assert [message.id for message in messages if not message.string] == []
    assert [message.id for message in messages if message.fuzzy] == []
    assert not catalogue.obsolete


@pytest.mark.parametrize("path", FILES, ids=label)
def test_placeholders_stay(path: Path) -> None:
    for message in read(path):
        if path.stem == "bot" or not message.id or not message.string:
            continue
        singular = message.id[0] if isinstance(message.id, tuple) else message.id
        wordings = message.string if isinstance(message.string, tuple) else (message.string,)
        for wording in wordings:
            assert set(PLACEHOLDER.findall(str(wording))) <= set(PLACEHOLDER.findall(str(singular)))


@pytest.mark.parametrize("domain", ["bot", "web"])
def test_every_language_has_the_same_messages(domain: str) -> None:
    ids = [
        {(message.context, str(message.id)) for message in read(path) if message.id}
        for path in FILES
        if path.stem == domain
    ]
    assert all(each == ids[0] for each in ids)
