import re

from tests.house.source import PACKAGES, ROOT, doc, tracked_files

BESIDE = {".ci", "bench", "docs", "locales", "migrations", "tests", "tools"}


def test_the_top_level_holds_what_the_house_page_names() -> None:
    tracked = {path.relative_to(ROOT).parts[0] for path in tracked_files() if path.parent != ROOT}
    assert tracked == {*PACKAGES, *BESIDE}


def test_the_house_page_names_every_folder() -> None:
    named = set(re.findall(r"`?([.a-z]+)/", doc("house.md")))
    assert {*PACKAGES, *BESIDE} <= named


def test_the_package_list_is_the_folders() -> None:
    listed = (ROOT / "pyproject.toml").read_text("utf-8")
    for package in PACKAGES:
        assert f'"{package}"' in listed


def test_no_file_of_others_is_kept() -> None:
    kept = [path.relative_to(ROOT).as_posix() for path in tracked_files()]
    assert [
        name for name in kept if re.search(r"(^|/)(vendor|node_modules|\.venv|var)/", name)
    ] == []
