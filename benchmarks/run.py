"""``python -m benchmarks.run``: every benchmark, and a results file with date, commit and machine.

Makes the share, scans and scores it, measures throughput by kind and the unchanged re-scan, and
writes ``benchmarks/results/<date>-<commit>.json`` and ``.md``. What cannot be measured is said in
the results, in one line, and the rest goes on.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import rescan, score, throughput
from benchmarks.measure import BENCH, KEY_HEX, CannotMeasure, export, fresh_database, scan
from benchmarks.share.build import build, truth_path

RESULTS = Path(__file__).parent / "results"
Section = tuple[dict[str, object], str]


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", *words], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def commit() -> str:
    """Return the short name of the commit, marked where tracked files differ from it."""
    name = _git("rev-parse", "--short", "HEAD") or "unknown"
    return f"{name}-changed" if _git("status", "--porcelain", "--untracked-files=no") else name


def _field(file: str, name: str) -> str:
    try:
        lines = Path(file).read_text("utf-8").splitlines()
    except OSError:
        return "unknown"
    values = (line.partition(":")[2].strip() for line in lines if line.startswith(name))
    return next(values, "unknown")


def machine() -> dict[str, object]:
    """Return what the figures depend on; no host name, no path."""
    return {
        "processor": _field("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count(),
        "memory": _field("/proc/meminfo", "MemTotal"),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "load at start": [round(load, 1) for load in os.getloadavg()],
    }


def accuracy(files: int, seed: int) -> Section:
    """Return the score of a scan of a share made afresh. Raises CannotMeasure."""
    root = BENCH / "share"
    shutil.rmtree(root, ignore_errors=True)
    built = build(root, files, seed)
    database, key_file = fresh_database("share"), BENCH / "token.key"
    key_file.write_text(KEY_HEX + "\n", "ascii")
    cost = scan(root, database)
    exports = {}
    for name in ("occurrences", "entries"):
        exports[name] = BENCH / f"{name}.jsonl"
        export(name, database, exports[name])
    result = score.score(
        score.read_jsonl(truth_path(root)),
        score.read_jsonl(exports["occurrences"]),
        score.read_jsonl(exports["entries"]),
        bytes.fromhex(KEY_HEX),
    )
    share: dict[str, object] = {
        "files": files,
        "seed": seed,
        "bytes": built.size_bytes,
        "scan": cost.as_json(),
        "files/s, wall": round(files / cost.wall_seconds, 1),
        "MB/s, wall": round(built.size_bytes / 1e6 / cost.wall_seconds, 2),
        "database bytes / share bytes": round(database.stat().st_size / built.size_bytes, 3),
    }
    return {**share, **score.as_json(result)}, rescan.table(share) + "\n" + score.table(result)


def speed(megabytes: int) -> Section:
    """Return throughput by kind. Raises CannotMeasure."""
    results = throughput.measure_all(megabytes)
    return dict(results), throughput.table(results)


def second_night(files: int) -> Section:
    """Return the unchanged re-scan. Raises CannotMeasure."""
    result = rescan.measure(files)
    return result, rescan.table(result)


def main() -> int:
    """Run all benchmarks; return 0 if each could be measured, else 2."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run")
    parser.add_argument("--files", type=int, default=10_000, help="in the generated share")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--megabytes", type=int, default=50, help="of each kind")
    parser.add_argument("--many", type=int, default=200_000, help="files of the re-scan")
    options = parser.parse_args()
    sections: dict[str, Callable[[], Section]] = {
        "Accuracy on the generated share": lambda: accuracy(options.files, options.seed),
        "Throughput by kind": lambda: speed(options.megabytes),
        "Unchanged re-scan": lambda: second_night(options.many),
    }
    now, of, on = datetime.now(UTC), commit(), machine()
    results: dict[str, object] = {"date": now.date().isoformat(), "commit": of, "machine": on}
    facts = ", ".join(f"{name} {value}" for name, value in on.items())
    lines = [f"# Benchmarks, {now.date()}, commit {of}", "", facts, ""]
    status = 0
    for title, measured in sections.items():
        print(f"{title} …", file=sys.stderr)
        try:
            figures, text = measured()
        except CannotMeasure as error:
            figures, text, status = {"not measured": str(error)}, f"Not measured: {error}\n", 2
        results[title] = figures
        lines += [f"## {title}", "", text]
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now.date()}-{of}"
    path.with_suffix(".json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    path.with_suffix(".md").write_text("\n".join(lines), "utf-8")
    print("\n".join(lines))
    return status


if __name__ == "__main__":
    sys.exit(main())
