"""How fast detection alone is, on one core: text in, findings out, nothing read or recorded.

``make bench-detect`` writes the corpora of ``corpora`` (real prose, changelogs and code, generated
logs, letters and people), extracts each once, and then times what the engine does with the
passages: scan, checks, context, columns, names by rule. Beside it stand the scan alone, ripgrep
with the same patterns, and Presidio with its UK recognisers on a piece of the same text. Rates are
megabytes (10^6 bytes of UTF-8) a second of processor time, best of three.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.accuracy.peers import PEERS, ask
from benchmarks.corpora import corpus
from benchmarks.measure import BENCH, CannotMeasure, fresh_database, median, scan
from benchmarks.throughput import empty_share, ripgrep_rate
from detectors.engine import Engine
from detectors.engine.shadow import shadow
from detectors.registry import detectors
from scanner.examine import columns
from scanner.extractors.base import Budget, PartGap, Passage, Source, TablePassage
from scanner.extractors.router import extract

_MB = 1_000_000
_RUNS = 3
_FLOOR_AND_AIM = {  # MB/s: the issue, "Speed and memory"
    "prose": (45, 60),
    "changelogs": (45, 60),
    "code": (45, 60),
    "logs": (36, 40),
    "letters": (15, 20),
    "people": (16, 20),
}
_PRESIDIO_CHARS = 100_000
_START = "from detectors.engine import Engine; from detectors.registry import detectors;"
_TUNED = (
    "from dataclasses import replace; first, *others = detectors();"
    " Engine((replace(first, headers=(*first.headers, 'invented'), supporting=(*first.supporting,"
    " 'an invented label')), *others))"
)
_START_SECONDS = 1.0  # of a worker, without the name model: the issue
_MODEL_RATIO = 1.5
Result = dict[str, object]
Document = list[Passage | TablePassage]


@dataclass(frozen=True, slots=True)
class Sample:
    """The documents of one kind, extracted; ``root`` is where their files lie."""

    kind: str
    root: Path
    documents: list[Document]

    @property
    def size_bytes(self) -> int:
        """All text as UTF-8."""
        return sum(len(_utf8(part)) for document in self.documents for part in document)


def _utf8(part: Passage | TablePassage) -> bytes:
    return part.text.encode("utf-8", "surrogatepass")


def sample(kind: str, megabytes: int) -> Sample:
    """Return a corpus of ``kind``, written anew and extracted."""
    made = corpus(kind, BENCH / kind, megabytes * _MB)
    documents = [_extracted(path) for path in sorted(made.root.iterdir())]
    return Sample(kind, made.root, documents)


def _extracted(path: Path) -> Document:
    source = Source.of_descriptor(os.open(path, os.O_RDONLY | os.O_CLOEXEC))
    try:
        return [part for part in extract(source, Budget()) if not isinstance(part, PartGap)]
    finally:
        source.close()


def found(engine: Engine, given: Sample) -> int:
    """Return how many values the documents hold."""
    parts = (columns(document, engine) for document in given.documents)
    return sum(len(each.values) for part in parts for _, finds in part for each in finds)


def _scan_alone(engine: Engine, blocks: list[bytes]) -> None:
    for block in blocks:
        engine.database.scan(block)


def _best(work: Callable[[], object]) -> float:
    """Return the least processor seconds of a few runs."""
    taken = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def _presidio_rate(text: str) -> float | str:
    """Return Presidio's megabytes a second on the beginning of ``text``, or why there is none."""
    peer, texts = PEERS[0], {"a": text[:_PRESIDIO_CHARS]}
    build = Path("build") / "accuracy" / "peers"
    idle = _children_seconds(lambda: ask(peer, {}, build, sys.executable))  # installed, too
    idle = _children_seconds(lambda: ask(peer, {}, build, sys.executable))
    answers: list[object] = []
    busy = _children_seconds(lambda: answers.append(ask(peer, texts, build, sys.executable)))
    if isinstance(answers[0], str):
        return answers[0]
    return len(texts["a"].encode("utf-8", "surrogatepass")) / _MB / max(busy - idle, 0.01)


def _children_seconds(work: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(engine: Engine, given: Sample, *, peers: bool) -> Result:
    """Return the rates of one kind and what they are compared with. Raises CannotMeasure."""
    size, floor_and_aim = given.size_bytes / _MB, _FLOOR_AND_AIM[given.kind]
    values = found(engine, given)
    rate = size / _best(partial(found, engine, given))
    blocks = [shadow(part.text).data for document in given.documents for part in document]
    text = "".join(part.text for part in given.documents[0])
    return {
        "kind": given.kind,
        "megabytes": round(size, 1),
        "values/MB": round(values / size),
        "MB/s": round(rate, 1),
        "floor": floor_and_aim[0],
        "aim": floor_and_aim[1],
        "scan alone MB/s": round(size / _best(partial(_scan_alone, engine, blocks)), 1),
        "ripgrep MB/s": ripgrep_rate(given.root),
        "Presidio MB/s": _rounded(_presidio_rate(text)) if peers else "not asked",
    }


def _rounded(rate: float | str) -> float | str:
    return rate if isinstance(rate, str) else round(rate, 3)


def start_seconds() -> Result:
    """Return the seconds until a process has its engine: compiled anew, kept from before, tuned."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "XDG_CACHE_HOME": cache}
        taken = []
        for made in ("Engine(detectors())", "Engine(detectors())", _TUNED):
            start = time.monotonic()
            command = [sys.executable, "-c", f"{_START} {made}"]
            subprocess.run(command, env=environment, check=True)
            taken.append(round(time.monotonic() - start, 2))
    anew, kept, tuned = taken
    return {
        "compiled anew": anew,
        "kept": kept,
        "with a word of a council's own": tuned,
        "limit": _START_SECONDS,
    }


def with_name_model(megabytes: int) -> Result:
    """Return what a mixed share costs with the name model, and without. Raises CannotMeasure."""
    root = BENCH / "mixed"
    for kind, part in (("prose", 4), ("letters", 4), ("people", 4), ("office", 20)):
        corpus(kind, root / kind, megabytes * _MB // part)
    without, with_model = _net_seconds(root, ()), _net_seconds(root, ("--name-model", "shipped"))
    return {
        "seconds without": round(without, 2),
        "seconds with": round(with_model, 2),
        "ratio": round(with_model / without, 2),
        "limit": _MODEL_RATIO,
    }


def _net_seconds(root: Path, options: tuple[str, ...]) -> float:
    empty = empty_share()
    start = median(lambda: scan(empty, fresh_database("detect"), options=options))
    whole = median(lambda: scan(root, fresh_database("detect"), options=options))
    return whole.cpu_seconds - start.cpu_seconds


def table(rows: list[Result]) -> str:
    """Return the rates as Markdown."""
    names = list(rows[0])
    lines = [f"| {' | '.join(names)} |", "|" + " --- |" * len(names)]
    lines += [f"| {' | '.join(str(value) for value in row.values())} |" for row in rows]
    return "\n".join(lines)


def _said(engine: Engine, kinds: Iterator[str], megabytes: int, *, peers: bool) -> list[Result]:
    rows = []
    for kind in kinds:
        print(f"{kind} …", file=sys.stderr)
        rows.append(measure(engine, sample(kind, megabytes), peers=peers))
    return rows


def main() -> int:
    """Measure what the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.detect_speed")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(_FLOOR_AND_AIM))
    parser.add_argument("--megabytes", type=int, default=20, help="of each kind")
    parser.add_argument("--no-peers", action="store_true", help="do not install or ask Presidio")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    try:
        rows = _said(
            Engine(detectors()),
            iter(options.kinds or _FLOOR_AND_AIM),
            options.megabytes,
            peers=not options.no_peers,
        )
        results = {
            "detection": rows,
            "start of a worker, seconds": start_seconds(),
            "name model": with_name_model(options.megabytes),
        }
    except CannotMeasure as error:
        print(error, file=sys.stderr)
        return 2
    print(table(rows))
    for name in ("start of a worker, seconds", "name model"):
        print(f"\n{name}: {results[name]}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
