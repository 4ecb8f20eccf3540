"""Runs the real ``stocktake detect`` over a corpus and reads what it prints."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy.corpus import read
from benchmarks.accuracy.score import Finding
from benchmarks.measure import CannotMeasure, run, stocktake

_STATUSES = (0, 1)  # all was read; something could not be read


def detect(files: Path, output: Path) -> tuple[list[Finding], int]:
    """Return all findings below ``files``, and how many files were gaps. Raises CannotMeasure."""
    run([*stocktake(), "detect", "--format", "jsonl", str(files)], _STATUSES, output=output)
    findings, gaps = [], 0
    for row in read(output):
        if "state" in row:
            gaps += 1
            continue
        findings.append(Finding(
            Path(str(row["path"])).relative_to(files).as_posix(), str(row["entity"]),
            str(row["canonical"]), float(str(row["confidence"])),
        ))  # fmt: skip
    return findings, gaps


def entities() -> Iterator[str]:
    """Yield each entity that ``stocktake detectors`` lists. Raises CannotMeasure."""
    done = subprocess.run([*stocktake(), "detectors"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotMeasure("stocktake detectors failed")
    yield from re.findall(r"^([A-Z][A-Z_]+) \(", done.stdout, re.MULTILINE)
