import ast
from pathlib import Path
from statistics import median

import pytest

from tests.house.source import name_of, own_files, product_files, tree_of

FILE_CAP = 250
FILE_MEDIAN = 80
FUNCTION_CAP = 40
FUNCTION_MEDIAN = 10


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions_of(path: Path) -> list[tuple[str, int]]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        (f"{name_of(path)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for node in ast.walk(tree_of(path))
        if isinstance(node, kinds)
    ]


@pytest.mark.parametrize("path", own_files(), ids=name_of)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert lines_of(path) <= FILE_CAP


@pytest.mark.parametrize("path", own_files(), ids=name_of)
def test_a_function_fits_a_screen(path: Path) -> None:
    assert [each for each in functions_of(path) if each[1] > FUNCTION_CAP] == []


def test_most_files_are_small() -> None:
    assert median(map(lines_of, own_files())) <= FILE_MEDIAN


def test_most_functions_are_small() -> None:
    lengths = [length for path in product_files() for _, length in functions_of(path)]
    assert median(lengths) <= FUNCTION_MEDIAN
