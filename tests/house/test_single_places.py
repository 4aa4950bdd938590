"""Some things are done in one file only: the commit, the clock, dice, the environment."""

import ast
from pathlib import Path

import pytest

from tests.house.source import ROOT, name_of, product_files, tree_of

ONE_PLACE = {
    "kernel/db.py": {"commit"},
    "kernel/clock.py": {
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "date.today",
        "time.time",
        "time.time_ns",
    },
    "kernel/ids.py": {"uuid4", "uuid.uuid4", "os.urandom", "secrets", "random"},
    "kernel/settings.py": {"os.environ", "os.getenv"},
}
SPOKEN = {phrase for phrases in ONE_PLACE.values() for phrase in phrases}


def phrases_of(path: Path) -> set[str]:
    """Return which of the watched phrases a file uses."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Attribute):
            if node.attr == "commit":
                found.add("commit")
            found.add(ast.unparse(node))
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.name for alias in node.names} | {node.module or ""}
    return found & SPOKEN


@pytest.mark.parametrize("path", product_files(), ids=name_of)
def test_each_is_done_in_its_own_file_only(path: Path) -> None:
    assert phrases_of(path) <= ONE_PLACE.get(name_of(path), set())


@pytest.mark.parametrize("place", ONE_PLACE)
def test_the_file_still_does_it(place: str) -> None:
    assert phrases_of(ROOT / place)


def test_the_watch_sees_a_commit_hidden_in_a_helper(tmp_path: Path) -> None:
    hidden = tmp_path / "hidden.py"
    hidden.write_text("def later(session):\n    done = session.commit\n    done()\n")
    assert phrases_of(hidden) == {"commit"}
