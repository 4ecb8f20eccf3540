"""Runs a command and says what it cost: wall clock, processor and memory, workers included."""

from __future__ import annotations

import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

KEY_HEX = "5a" * 32  # of the benchmarks' own catalogues, which hold invented people only
BENCH = Path("build/bench")
_METER = Path(__file__).with_name("meter.py")
_NOT_RUN = 127
_RUNS = 3
_SCANNED = (0, 1)  # done; done, with gaps: design.md, section 5


class CannotMeasure(Exception):
    """What is to be measured is not there or failed; the message is one line for a person."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took.

    ``peak_bytes`` is that of its largest single process; ``own_cpu_seconds`` leave out what its
    children took, as a scan's workers do.
    """

    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int
    own_cpu_seconds: float

    def as_json(self) -> dict[str, float | int]:
        """Return the cost for a results file."""
        return {
            "wall_seconds": round(self.wall_seconds, 3),
            "cpu_seconds": round(self.cpu_seconds, 3),
            "peak_bytes": self.peak_bytes,
            "own_cpu_seconds": round(self.own_cpu_seconds, 3),
        }


def run(
    command: Sequence[str],
    statuses: Sequence[int] = (0,),
    environment: Mapping[str, str] | None = None,
    output: Path | None = None,
) -> Cost:
    """Return the cost of ``command``, its descendants included; its output goes to ``output``.

    Raises CannotMeasure if it is not there or ends with a status that is not expected.
    """
    with (
        tempfile.TemporaryFile() as errors,
        tempfile.TemporaryFile() as told,
        (output or Path(os.devnull)).open("wb") as out,
    ):
        meter = [sys.executable, "-S", "-E", str(_METER), str(told.fileno())]
        done = subprocess.run(
            [*meter, *command],
            stdout=out,
            stderr=errors,
            env={**os.environ, **(environment or {})},
            pass_fds=(told.fileno(),),
            check=False,
        )
        if done.returncode == _NOT_RUN:
            raise CannotMeasure(f"{command[0]} cannot be run: is it installed?")
        told.seek(0)
        cost = json.loads(told.read())
        if cost["status"] not in statuses:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip().splitlines() or ["no message"]
            name = " ".join(command[:3])
            raise CannotMeasure(f"{name} ended with status {cost['status']}: {said[-1]}")
        if not cost["complete"]:  # its usage would be missing from the figures
            raise CannotMeasure(f"{command[0]} left a process running behind it")
    return Cost(
        cost["wall_seconds"], cost["cpu_seconds"], cost["peak_bytes"], cost["own_cpu_seconds"]
    )


def median(measured: Callable[[], Cost]) -> Cost:
    """Return the median of three runs, each figure by itself; the peak is the highest.

    The same work costs a quarter more or less from one minute to the next on a shared machine.
    """
    costs = [measured() for _ in range(_RUNS)]
    return Cost(
        statistics.median(cost.wall_seconds for cost in costs),
        statistics.median(cost.cpu_seconds for cost in costs),
        max(cost.peak_bytes for cost in costs),
        statistics.median(cost.own_cpu_seconds for cost in costs),
    )


@contextmanager
def on_one_core() -> Iterator[None]:
    """Keep all commands on one core, the scan's own process and its workers together."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def stocktake() -> list[str]:
    """Return the words that start the command. Raises CannotMeasure where it is not installed."""
    script = Path(sys.executable).with_name("stocktake")
    if script.exists():
        return [str(script)]
    if importlib.util.find_spec("reports.cli") is None:
        raise CannotMeasure("The stocktake command is not there: run 'pip install .' first.")
    return [sys.executable, "-c", "from reports.cli import main; main()"]


def fresh_database(name: str) -> Path:
    """Return the path of a catalogue that does not exist yet."""
    BENCH.mkdir(parents=True, exist_ok=True)
    for old in BENCH.glob(f"{name}.sqlite*"):
        old.unlink()
    return BENCH / f"{name}.sqlite"


def scan(root: Path, database: Path, jobs: int = 1, options: Sequence[str] = ()) -> Cost:
    """Return the cost of scanning ``root`` into ``database``. Raises CannotMeasure."""
    command = [*stocktake(), "scan", str(root), "--database", str(database), "--jobs", str(jobs)]
    return run([*command, *options], _SCANNED, _key())


def export(table: str, database: Path, output: Path) -> Cost:
    """Write an export of a catalogue to ``output`` as jsonl. Raises CannotMeasure."""
    command = [*stocktake(), "export", table, "--format", "jsonl", "--database", str(database)]
    return run(command, (0,), _key(), output)


def _key() -> dict[str, str]:
    return {"STOCKTAKE_TOKEN_KEY": KEY_HEX}
