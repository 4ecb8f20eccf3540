"""Many small files: the first listing, and the second night when nothing has changed.

``python -m benchmarks.rescan [--files 200000]`` makes a tree below ``build/bench``, scans it twice
and more, and compares the later scans with ``find -printf '%s %T@'`` over the same warm tree.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from benchmarks.measure import BENCH, CannotMeasure, fresh_database, median, run, scan, stocktake

_IN_A_FOLDER = 50
_FOLDERS_IN_A_FOLDER = 100
_WRITTEN = 20  # one file in so many holds a line; the rest are empty, so that listing is measured
_FIND_RATIO = 2.5  # the issue, "Speed": of find's time, plus start-up
_PEAK_BYTES = 400_000_000  # the same
_HELP_SECONDS = 0.2  # the same
Result = dict[str, object]


def make_tree(root: Path, files: int) -> None:
    """Make a tree of ``files`` small files, afresh unless one of that size is there."""
    mark = root.with_name(f"{root.name}.files")
    if root.exists() and mark.exists() and mark.read_text() == str(files):
        return
    shutil.rmtree(root, ignore_errors=True)
    for first in range(0, files, _IN_A_FOLDER):
        number = first // _IN_A_FOLDER
        above = f"area {number // _FOLDERS_IN_A_FOLDER:03}"
        folder = root / above / f"case {number:05}"
        folder.mkdir(parents=True)
        for index in range(first, min(first + _IN_A_FOLDER, files)):
            name = folder / f"note {index:06}.txt"
            name.write_bytes(b"Note %d\n" % index if index % _WRITTEN == 0 else b"")
    mark.write_text(str(files))


def measure(files: int) -> Result:
    """Return what the first and the later scans cost. Raises CannotMeasure."""
    root, few, database = BENCH / "many", BENCH / "few", fresh_database("rescan")
    make_tree(root, files)
    make_tree(few, 1)
    find = ["find", str(root), "-printf", "%s %T@\n"]
    run(find)  # warms the directories
    first = scan(root, database)
    small = fresh_database("rescan-start")
    scan(few, small)
    start = median(lambda: scan(few, small))
    again = median(lambda: scan(root, database))
    found = median(lambda: run(find))
    help_cost = median(lambda: run([*stocktake(), "--help"]))
    limit = _FIND_RATIO * found.cpu_seconds + start.cpu_seconds
    net = max(again.cpu_seconds - start.cpu_seconds, 0.001)
    return {
        "files": files,
        "first scan": first.as_json(),
        "entries/s, first scan, wall": round(files / first.wall_seconds),
        "re-scan": again.as_json(),
        "start-up": start.as_json(),
        "find": found.as_json(),
        "re-scan less start-up / find, CPU": round(net / found.cpu_seconds, 2),
        "re-scan / find, wall": round(again.wall_seconds / found.wall_seconds, 2),
        "within limit": again.cpu_seconds <= limit and again.peak_bytes < _PEAK_BYTES,
        "--help": help_cost.as_json(),
        "--help within limit": help_cost.cpu_seconds < _HELP_SECONDS,
        "database bytes an entry": round(database.stat().st_size / files),
    }


def table(result: Result) -> str:
    """Return the result as Markdown."""
    lines = ["| what | value |", "| --- | --- |"]
    for name, value in result.items():
        if isinstance(value, dict):
            value = (
                f"{value['wall_seconds']:.2f} s wall, {value['cpu_seconds']:.2f} s CPU,"
                f" {value['peak_bytes'] / 1e6:.0f} MB"
            )
        lines.append(f"| {name} | {value} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure as the command line says; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rescan")
    parser.add_argument("--files", type=int, default=200_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    try:
        result = measure(options.files)
    except CannotMeasure as error:
        print(error, file=sys.stderr)
        return 2
    print(table(result))
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
