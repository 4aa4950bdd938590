"""Measures every slip and writes the tables: `make confusion`, or python -m bench.confusion."""

import argparse
import json
from pathlib import Path
from typing import Final

from bench.confusion_tables import recall, tables, within
from bench.confusions import measure

HERE: Final = Path(__file__).resolve().parent
RESULTS: Final = HERE / "confusion.json"
PAGE: Final = HERE.parent / "docs" / "confusion.md"
WANTED: Final = 0.995


def main() -> None:
    """Measures, writes bench/confusion.json and docs/confusion.md, and says how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="look at every nth slip only")
    counts = measure(parser.parse_args().every)
    RESULTS.write_text(json.dumps(counts, ensure_ascii=False, indent=1) + "\n", "utf-8")
    PAGE.write_text(within(PAGE.read_text("utf-8"), tables(counts)), "utf-8")
    found = recall(counts)
    print(tables(counts))
    if found < WANTED:
        raise SystemExit(f"Danger recall is {found:.4f}, below {WANTED}: look at what was missed.")


if __name__ == "__main__":
    main()
