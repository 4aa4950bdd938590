"""Who may open what is sealed is one short list: in the contract, in the docs, in the source."""

import ast
import configparser
import re

from tests.house.source import PACKAGES, ROOT, doc, product_files, tree_of


def allowed() -> set[str]:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", "utf-8")
    return set(contracts["importlinter:contract:opening"]["allowed_importers"].split())


def openers() -> set[str]:
    found = set()
    for path in product_files():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ImportFrom) and node.module == "vault":
                names = {f"vault.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names = {node.module or ""}
            elif isinstance(node, ast.Import):
                names = {alias.name for alias in node.names}
            else:
                continue
            if "vault.opening" in names:
                found.add(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return found


def test_the_contract_lists_exactly_the_files_that_open() -> None:
    assert openers() == allowed()


def test_the_docs_give_a_reason_for_each() -> None:
    package = "|".join(PACKAGES)
    explained = re.findall(
        rf"^\|\s*`((?:{package})\.[\w.]+)`\s*\|\s*\S", doc("threats.md"), re.MULTILINE
    )
    assert set(explained) == allowed()
