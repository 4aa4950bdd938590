"""Three jobs processes on one database: each due run happens once."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.databases import ROOT
from tests.jobs.worker import COUNT


def test_each_due_job_runs_once(database_url: str, tmp_path: Path) -> None:
    diary, start = tmp_path / "diary", tmp_path / "start"
    command = [sys.executable, "-m", "tests.jobs.worker", database_url, str(diary), str(start)]
    processes = [
        subprocess.Popen(command, cwd=ROOT)  # noqa: S603 - this project's own worker
        for _ in range(3)
    ]
    start.touch()
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    runs = Counter(diary.read_text().split())
    assert len(runs) == COUNT
    assert set(runs.values()) == {1}
