"""Scans as a user runs them: the command in a process of its own, on a folder of the test's."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

_CODE = "from reports.cli import main; main()"
HOUSE = Path(__file__).parents[2]
_RIGHTS = "-dac_override,-dac_read_search"
ORDINARY = (
    ("setpriv", f"--bounding-set={_RIGHTS}", f"--inh-caps={_RIGHTS}") if os.geteuid() == 0 else ()
)
"""Runs a command as one whom modes bind: root without the right to pass over them."""


@dataclass(frozen=True)
class Stocktake:
    """The command with a catalogue and key below ``home``."""

    home: Path

    @property
    def database(self) -> Path:
        return self.home / "catalogue.sqlite"

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": str(HOUSE),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "STOCKTAKE_DATABASE": str(self.database),
        }

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection of the test's own; what it wrote is committed and it is closed."""
        with closing(sqlite3.connect(self.database)) as connection, connection:
            yield connection

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", _CODE, *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(
        self, *words: str, given: str | None = None, under: tuple[str, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end, ``under`` another that limits it (prlimit, setpriv)."""
        return subprocess.run(
            [*under, sys.executable, "-c", _CODE, *words],
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def export(self, table: str) -> list[dict[str, object]]:
        done = self.run("export", table)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def coverage(self) -> dict[str, object]:
        return self.export("coverage")[-1]

    def states(self) -> dict[str, tuple[object, object]]:
        return {str(row["path"]): (row["state"], row["cause"]) for row in self.export("entries")}

    def comparable(self) -> dict[str, list[str]]:
        """The exports without run ids and times, sorted: equal for equal nights."""
        left_out = {"run", "started", "finished"}
        return {
            table: sorted(
                json.dumps({k: v for k, v in row.items() if k not in left_out}, sort_keys=True)
                for row in self.export(table)
            )
            for table in ("entries", "occurrences", "gaps", "coverage")
        }
