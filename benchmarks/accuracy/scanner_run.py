"""Runs the real ``stocktake`` over a corpus and reads what it prints."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy.corpus import read
from benchmarks.accuracy.score import Finding
from benchmarks.measure import run, stocktake

_STATUSES = (0, 1)  # all was read; something could not be read


def detect(files: Path, output: Path) -> tuple[list[Finding], int]:
    """Return all findings below ``files``, and how many files were gaps. Raises CannotMeasure."""
    run([*stocktake(), "detect", "--format", "jsonl", str(files)], _STATUSES, output=output)
    return findings_in(files, output)


def findings_in(files: Path, output: Path) -> tuple[list[Finding], int]:
    """Return what ``detect`` found, from the lines that it printed."""
    findings, gaps = [], 0
    for row in read(output):
        if "state" in row:
            gaps += 1
            continue
        path = Path(str(row["path"])).relative_to(files).as_posix()
        confidence = float(str(row["confidence"]))
        explanation = str(row["explanation"])
        findings.append(
            Finding(path, str(row["entity"]), str(row["canonical"]), confidence, explanation)
        )
    return findings, gaps


def texts(files: Path, output: Path) -> dict[str, str]:
    """Return the text of each file as the scanner extracts it. Raises CannotMeasure."""
    run([*stocktake(), "extract", str(files)], _STATUSES, output=output)
    parts: dict[str, list[str]] = defaultdict(list)
    for row in read(output):
        path = Path(str(row["path"])).relative_to(files).as_posix()
        header = row.get("header")
        if isinstance(header, list):
            parts[path].append("\t".join(map(str, header)))
        parts[path].append(str(row.get("text", "")))
    return {path: "\n".join(lines) for path, lines in parts.items()}


def entities(output: Path) -> Iterator[str]:
    """Yield each entity that ``stocktake detectors`` lists and a scan counts.

    An organisation's number is no personal data: it is only looked for as evidence against others.
    Raises CannotMeasure.
    """
    run([*stocktake(), "detectors"], output=output)
    yield from re.findall(
        r"^([A-Z][A-Z_]+) \((?!organisation\))", output.read_text("utf-8"), re.MULTILINE
    )
