"""Who may open what is sealed is one short list: in the contract, in the docs, in the source."""

import ast
import configparser
import re

import pytest

from tests.house.source import PACKAGES, ROOT, doc, product_files, tree_of

DOORS = {"opening": "vault.opening", "unsealing": "pathway.unsealing"}


def allowed(contract: str) -> set[str]:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", "utf-8")
    return set(contracts[f"importlinter:contract:{contract}"]["allowed_importers"].split())


def importers_of(module: str) -> set[str]:
    package, _, name = module.rpartition(".")
    found = set()
    for path in product_files():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ImportFrom) and node.module == package:
                names = {f"{package}.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names = {node.module or ""}
            elif isinstance(node, ast.Import):
                names = {alias.name for alias in node.names}
            else:
                continue
            if f"{package}.{name}" in names:
                found.add(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return found


@pytest.mark.parametrize("contract", DOORS)
def test_the_contract_lists_exactly_the_files_that_open(contract: str) -> None:
    assert importers_of(DOORS[contract]) == allowed(contract)


def test_the_docs_give_a_reason_for_each() -> None:
    package = "|".join(PACKAGES)
    lines = rf"^\|\s*`((?:{package})\.[\w.]+)`\s*\|\s*\S"
    explained = re.findall(lines, doc("threats.md"), re.MULTILINE)
    assert set(explained) == {*allowed("opening"), *allowed("unsealing")}
