import re
from collections.abc import Iterator

import click

import bootstrap
from tests.house.source import ROOT, doc

# Commands that Flask and its extensions bring.
BROUGHT = {"run", "shell", "routes", "limiter"}


def leaves(command: click.Command, path: str) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from leaves(inner, f"{path} {name}")
    else:
        yield path


def test_the_docs_name_every_make_target_and_no_other() -> None:
    made = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)[`\s]", doc("running.md"))) == made


def test_every_make_target_is_explained_where_it_stands() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert re.findall(r"^[a-z]+:(?!.*##).*$", text, re.MULTILINE) == []


def test_the_docs_name_every_command_and_no_other() -> None:
    groups = bootstrap.create_app().cli.commands
    own = [leaves(groups[name], f"flask {name}") for name in groups if name not in BROUGHT]
    documented = set(re.findall(r"`(flask [a-z ]+)[`\s]", doc("running.md")))
    assert {name for each in own for name in each} == documented
