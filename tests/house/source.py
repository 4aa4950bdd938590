"""Reads this project's own source for the tests of the house."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    "kernel",
    "vault",
    "reporting",
    "referral",
    "outbox",
    "staff",
    "pathway",
    "bots",
    "console",
    "jobs",
    "commands",
)


def product_files() -> list[Path]:
    """List the Python files of the product, the two single files at the root included."""
    found = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return [*found, ROOT / "bootstrap.py", ROOT / "wsgi.py"]


def own_files() -> list[Path]:
    """List every Python file that people maintain here, migrations aside."""
    others = [path for name in ("tests", "tools", "bench") for path in (ROOT / name).rglob("*.py")]
    return [*product_files(), *sorted(others)]


def name_of(path: Path) -> str:
    """Return a file's place from the root, as people write it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the parsed file."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


@cache
def tracked_files() -> list[Path]:
    """List the files that git keeps."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    kept = [ROOT / name for name in listing.stdout.split("\0") if name]
    return [path for path in kept if path.is_file()]


def doc(name: str) -> str:
    """Return the text of a page in docs."""
    return (ROOT / "docs" / name).read_text("utf-8")
