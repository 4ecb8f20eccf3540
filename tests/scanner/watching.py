"""Watching a scan's processes while it runs: how much memory each of them had at most."""

from __future__ import annotations

import subprocess
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_LOOK_SECONDS = 0.02


@dataclass(frozen=True)
class Watched:
    """How a scan ended, and the peaks of its own process and of the largest below it, in MB."""

    status: int
    output: str
    errors: str
    parent_mb: int
    worker_mb: int


def watched(process: subprocess.Popen[str]) -> Watched:
    """Wait for ``process``, whose output is a pipe, and look at it and its descendants."""
    peaks: dict[int, int] = defaultdict(int)
    while process.poll() is None:
        for pid in (process.pid, *descendants(process.pid)):
            peaks[pid] = max(peaks[pid], _peak_mb(pid))
        time.sleep(_LOOK_SECONDS)
    output, errors = process.communicate()
    parent = peaks.pop(process.pid, 0)
    return Watched(process.returncode, output, errors, parent, max(peaks.values(), default=0))


def descendants(pid: int) -> list[int]:
    """Return the processes below ``pid``."""
    children: dict[int, list[int]] = defaultdict(list)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children[int(fields[1])].append(int(stat.parent.name))
    found, todo = [], [pid]
    while todo:
        below = children[todo.pop()]
        found += below
        todo += below
    return found


def _peak_mb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)
