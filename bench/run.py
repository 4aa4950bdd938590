"""Measures the webhook beside the yardstick on SQLite and PostgreSQL, and prints the ratios."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from bench import cpu, servers
from bench.scenarios import Side, latency, one_round, warm
from bench.servers import ONE_PROCESS, TWO_PROCESSES
from tools.postgres import OPTIONS, cluster

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
DURABLE = {**OPTIONS, "fsync": "on", "full_page_writes": "on"}
NAMES = {
    "minimal": "minimal handler (the yardstick)",
    "middle": "mid-dialogue turn",
    "find": "turn that looks for a service",
    "final": "final turn: consent, packets, request",
    "flood": "bad signature",
    "first": "first contact (key stretching)",
}
SCHEDULES = (100, 300)


def measure(minimal: Side, product: Side, rounds: int) -> dict[str, Any]:
    """Returns the medians of every round's rates and ratios, and latencies on a schedule."""
    warm(minimal, product)
    found = [one_round(minimal, product) for _ in range(rounds)]
    return {
        "per_second": {name: median(one[name].rate for one in found) for name in NAMES},
        "ratio": {
            name: median(one[name].rate / one["minimal"].rate for one in found) for name in NAMES
        },
        "cpu_us": {name: median(one[name].cost for one in found) for name in NAMES},
        "cpu_ratio": {
            name: median(one["minimal"].cost / one[name].cost for one in found) for name in NAMES
        },
        "latency_ms": {str(rate): latency(minimal, product, rate) for rate in SCHEDULES},
    }


def on_sqlite(rounds: int) -> dict[str, Any]:
    """Measures one process of sixteen threads over an SQLite file each."""
    with fresh_folder() as place:
        own = servers.product(place / "var", f"sqlite:///{place}/var/undertone.db", ONE_PROCESS)
        with own as product, servers.yardstick(f"sqlite:///{place}/min.db", ONE_PROCESS) as least:
            return measure(Side.of(least), Side.of(product), rounds)


def on_postgres(rounds: int) -> dict[str, Any]:
    """Measures two processes beside a private PostgreSQL server whose commits are durable."""
    with fresh_folder() as place, cluster(DURABLE) as address:
        url, other = (servers.new_database(address, name) for name in ("product", "least"))
        with (
            servers.product(place / "var", url, TWO_PROCESSES) as product,
            servers.yardstick(other, TWO_PROCESSES) as least,
        ):
            own = cpu.server_of(address)
            return measure(Side.of(least, own), Side.of(product, own), rounds)


@contextmanager
def fresh_folder() -> Iterator[Path]:
    """Gives an empty working folder and removes it in the end."""
    with tempfile.TemporaryDirectory(prefix="undertone-bench-") as place:
        yield Path(place)


def show(name: str, found: dict[str, Any]) -> None:
    """Prints one database's table."""
    print(f"\n{name:<40}{'a second':>10}{'ratio':>8}{'CPU µs':>10}{'ratio':>8}")
    for key, what in NAMES.items():
        rate, cost = found["per_second"][key], found["cpu_us"][key]
        ratio, saving = found["ratio"][key], found["cpu_ratio"][key]
        print(f"  {what:<38}{rate:>10.0f}{ratio:>8.2f}{cost:>10.0f}{saving:>8.2f}")
    for schedule, sides in found["latency_ms"].items():
        shown = "   ".join(f"{key} {a:.1f} / {b:.1f}" for key, (a, b) in sides.items())
        print(f"  p50 / p99 in ms at {schedule} a second: {shown}")


def main() -> int:
    """Runs what was asked for, prints tables and writes `bench/results.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--on", choices=("sqlite", "postgresql"))
    parser.add_argument("--place", help="the folder whose disk holds the data")
    asked = parser.parse_args()
    tempfile.tempdir = asked.place
    results: dict[str, Any] = {
        "cores": os.cpu_count(),
        "python": sys.version.split()[0],
        "rounds": asked.rounds,
        "fdatasync_per_second": round(servers.fdatasync_rate(Path(tempfile.gettempdir()))),
    }
    print(f"fdatasync here: {results['fdatasync_per_second']} a second")
    for name, run in (("sqlite", on_sqlite), ("postgresql", on_postgres)):
        if asked.on in {None, name}:
            results[name] = run(asked.rounds)
            show(name, results[name])
    if asked.on is None:
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
