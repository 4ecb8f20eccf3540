"""Open to recorded, by kind of file, beside ripgrep, find and extraction alone of the same run.

``python -m benchmarks.throughput [--megabytes 50]`` writes a corpus of each kind below
``build/bench`` and scans it with one worker into a fresh catalogue. Rates are megabytes (10^6 bytes
on disk) a second of processor time, less what a scan of an empty folder costs; wall time stands
beside it. A machine shared with others makes wall time noise, processor time hardly.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from benchmarks.corpora import KINDS, Corpus, corpus
from benchmarks.measure import (
    BENCH,
    CannotMeasure,
    Cost,
    fresh_database,
    median,
    on_one_core,
    run,
    scan,
)
from detectors.base import Scan
from detectors.registry import detectors

_MB = 1_000_000
_RIPGREP_BYTES = 1_000_000
# MB/s: the issue, "Speed". Changelogs have no limit of their own there.
_LIMITS = {"prose": 30.0, "changelogs": 30.0, "code": 25.0, "logs": 25.0, "letters": 10.0}
_PEOPLE_RATE, _VALUES_A_SECOND = 20, 50_000  # design.md, section 9, "recording"
_OFFICE_RATIO = 1.35  # of extraction alone, the same
Result = dict[str, object]


def patterns_file() -> Path:
    """Write every detector's patterns as ripgrep reads them, one a line, and return where."""
    forms = [form for detector in detectors() for form in detector.forms]
    lines = [
        f"(?i:{pattern})" if form.scan is Scan.ANY_CASE else f"(?:{pattern})"
        for form in forms
        for pattern in form.patterns
    ]
    path = BENCH / "patterns.txt"
    BENCH.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _net(cost: Cost, start: Cost) -> float:
    return max(cost.cpu_seconds - start.cpu_seconds, 0.001)


def _net_wall(cost: Cost, start: Cost) -> float:
    return max(cost.wall_seconds - start.wall_seconds, 0.001)


def ripgrep_rate(root: Path) -> float | None:
    """Return the megabytes a second of ripgrep with the same patterns, None without ripgrep.

    It reads the first megabyte of the corpus only: with so many patterns it may take a minute.
    """
    if shutil.which("rg") is None:
        return None
    files = sorted(path for path in root.rglob("*") if path.is_file())
    piece = BENCH / "piece.bin"
    with piece.open("wb") as out:
        for path in files:
            out.write(path.read_bytes()[: _RIPGREP_BYTES - out.tell()])
            if out.tell() >= _RIPGREP_BYTES:
                break
    # Some patterns reach over the end of a line (a label, its value below), hence --multiline.
    options = ["-j1", "-c", "-uuu", "--no-unicode", "--multiline", "-f", str(patterns_file())]
    cost = run(["rg", *options, str(piece)], (0, 1))  # 1: nothing matched
    return round(piece.stat().st_size / _MB / max(cost.cpu_seconds, 0.001), 2)


def empty_share() -> Path:
    """Return a folder of one small file, to be taken off as start-up."""
    root = BENCH / "empty"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    (root / "note.txt").write_text("Nothing to see.\n")  # an empty root is taken for a lost mount
    return root


def _limit(item: Corpus, extraction_seconds: float) -> float:
    """Return the processor seconds that the corpus may take."""
    if item.kind == "people":
        return item.size_bytes / _MB / _PEOPLE_RATE + item.distinct / _VALUES_A_SECOND
    if item.kind in ("office", "documents"):
        return _OFFICE_RATIO * extraction_seconds
    return item.size_bytes / _MB / _LIMITS[item.kind]


def measure(item: Corpus) -> Result:
    """Return the rates of one corpus and what they are compared with. Raises CannotMeasure."""
    empty = empty_share()
    extracting = [sys.executable, "-m", "benchmarks.extraction"]
    start = median(lambda: scan(empty, fresh_database("throughput")))
    run(["find", str(item.root), "-type", "f", "-exec", "cat", "{}", "+"])  # into the page cache
    whole = median(lambda: scan(item.root, fresh_database("throughput")))
    extract_start = median(lambda: run([*extracting, str(empty)]))
    extracted = median(lambda: run([*extracting, str(item.root)]))
    found = run(["find", str(item.root), "-printf", "%s %T@\n"])
    seconds, extraction_seconds = _net(whole, start), _net(extracted, extract_start)
    limit = _limit(item, extraction_seconds)
    megabytes = item.size_bytes / _MB
    return {
        "files": item.files,
        "megabytes": round(megabytes, 1),
        "distinct values planted": item.distinct,
        "values/MB": round(item.distinct / megabytes),
        "scan": whole.as_json(),
        "start-up": start.as_json(),
        "MB/s": round(megabytes / seconds, 2),
        "files/s": round(item.files / seconds, 1),
        "seconds": round(seconds, 2),
        "limit, seconds": round(limit, 2),
        "within limit": seconds <= limit,
        "recording its values, seconds": round(item.distinct / _VALUES_A_SECOND, 2),
        "extraction": extracted.as_json(),
        "extraction MB/s": round(megabytes / extraction_seconds, 2),
        "scan / extraction": round(seconds / extraction_seconds, 2),
        "find": found.as_json(),
        "ripgrep MB/s": ripgrep_rate(item.root),
    }


def two_workers(item: Corpus) -> Result:
    """Return how much faster two workers on all cores are than one on one core, by wall clock.

    One worker that may use a second core leaves the recording to it, and is measured beside it.
    Raises CannotMeasure.
    """
    empty = empty_share()
    free_start = median(lambda: scan(empty, fresh_database("throughput")))
    free = median(lambda: scan(item.root, fresh_database("throughput")))
    two = median(lambda: scan(item.root, fresh_database("throughput"), jobs=2))
    with on_one_core():
        start = median(lambda: scan(empty, fresh_database("throughput")))
        one = median(lambda: scan(item.root, fresh_database("throughput")))
    both = _net_wall(two, free_start)
    return {
        "mean entry, ms": round(1000 * _net(one, start) / item.files, 2),
        "one, on one core": one.as_json(),
        "one": free.as_json(),
        "two": two.as_json(),
        "ratio": round(_net_wall(one, start) / both, 2),
        "ratio to one worker on all cores": round(_net_wall(free, free_start) / both, 2),
        "share of the recording process": round(
            max(two.own_cpu_seconds - free_start.own_cpu_seconds, 0) / _net(two, free_start), 3
        ),
    }


def table(results: dict[str, Result]) -> str:
    """Return the rates as Markdown."""
    lines = [
        "| kind | files | MB | values/MB | MB/s CPU | files/s | s CPU | limit, s"
        " | values ÷ 50,000, s | extraction MB/s | scan / extraction | ripgrep MB/s | wall s"
        " | peak MB |",
        "|" + " --- |" * 14,
    ]
    for kind, row in results.items():
        whole = row["scan"]
        assert isinstance(whole, dict)
        lines.append(
            f"| {kind} | {row['files']} | {row['megabytes']} | {row['values/MB']}"
            f" | {row['MB/s']} | {row['files/s']}"
            f" | {row['seconds']} | {row['limit, seconds']}"
            f" | {row['recording its values, seconds']}"
            f" | {row['extraction MB/s']} | {row['scan / extraction']}"
            f" | {row['ripgrep MB/s']} | {whole['wall_seconds']:.1f}"
            f" | {whole['peak_bytes'] / _MB:.0f} |"
        )
    two = results.get("office", {}).get("two workers")
    if isinstance(two, dict):
        lines += [
            "",
            f"Office, two workers: {two['ratio']} × one on one core,"
            f" {two['ratio to one worker on all cores']} × one that has all cores; mean entry"
            f" {two['mean entry, ms']} ms. The process that records took"
            f" {two['share of the recording process']} of the processor time.",
        ]
    return "\n".join(lines) + "\n"


def measure_all(megabytes: int, kinds: tuple[str, ...] = KINDS) -> dict[str, Result]:
    """Return the results of each kind; the office mix is a tenth of the size, being packed."""
    results = {}
    for kind in kinds:
        size = megabytes * _MB // (10 if kind == "office" else 1)
        item = corpus(kind, BENCH / kind, size)
        results[kind] = measure(item)
        if kind == "office":
            results[kind]["two workers"] = two_workers(item)
    return results


def main() -> int:
    """Measure the kinds on the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    try:
        results = measure_all(options.megabytes, tuple(options.kinds) or KINDS)
    except CannotMeasure as error:
        print(error, file=sys.stderr)
        return 2
    print(table(results))
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
