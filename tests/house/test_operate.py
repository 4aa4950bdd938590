"""What operators copy to the provider is what the catalogues say, letter for letter."""

from __future__ import annotations

import re

import pytest

from bots.catalogue import catalogue
from bots.lexicon import LEXICONS
from tests.house.source import doc

TABLES = {
    "opt-out texts": ("B26", "B26h"),
    "fallback texts": ("B0x",),
}


def rows(lines: tuple[str, ...]) -> list[str]:
    """Return the rows a table must have: each language that has all of these lines."""
    known = {code: catalogue(code) for code in sorted(LEXICONS)}
    return [
        "| " + " | ".join([LEXICONS[code].name, *(texts[line].text for line in lines)]) + " |"
        for code, texts in known.items()
        if all(line in texts for line in lines)
    ]


@pytest.mark.parametrize("name", TABLES)
def test_the_page_says_what_the_catalogues_say(name: str) -> None:
    found = re.search(
        rf"<!-- {name}:.*?-->\n.*?\n.*?\n(.*?)<!-- end -->", doc("operate.md"), re.DOTALL
    )
    assert found
    wanted = rows(TABLES[name])
    assert len(wanted) >= 2
    assert found[1].splitlines() == wanted, "copy these rows into docs/operate.md:\n" + "\n".join(
        wanted
    )
