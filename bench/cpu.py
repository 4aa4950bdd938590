"""Counts processor time, which a busy machine disturbs less than the clock on the wall."""

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import create_engine, text

Count = Callable[[], float]
_TICKS = os.sysconf("SC_CLK_TCK")


def of_tree(root: int) -> float:
    """Returns the seconds spent so far by a process and those it started."""
    found = _processes()
    wanted = {root}
    for pid, (parent, _) in sorted(found.items()):
        if parent in wanted:
            wanted.add(pid)
    return sum(spent for pid, (_, spent) in found.items() if pid in wanted)


def server_of(address: str) -> int:
    """Returns the first process of a PostgreSQL server on this machine."""
    engine = create_engine(address)
    with engine.connect() as connection:
        backend = int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
        parent = _processes()[backend][0]
    engine.dispose()
    return parent


def _processes() -> dict[int, tuple[int, float]]:
    """Returns each process's parent and the seconds it has spent, its ended children included."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            values = (entry / "stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        found[int(entry.name)] = (int(values[1]), sum(map(int, values[11:13])) / _TICKS)
    return found
