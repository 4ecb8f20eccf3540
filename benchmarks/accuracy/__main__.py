"""``python -m benchmarks.accuracy``: measure how exact the scanner is, and write the page on it."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.accuracy import (
    arrivals,
    corpus,
    fresh,
    journeymen,
    judge,
    newcomers,
    outside,
    prose,
    sealed,
    strangers,
    unseen,
    wayfarers,
)
from benchmarks.accuracy.corpus import Row
from benchmarks.accuracy.draft import Document
from benchmarks.accuracy.page import Measured, Told, page
from benchmarks.accuracy.peers import Outcome, side_by_side
from benchmarks.accuracy.plot import reliability
from benchmarks.accuracy.scanner_run import detect, entities, texts
from benchmarks.accuracy.score import Finding, calibration, score
from benchmarks.measure import CannotMeasure
from benchmarks.run import commit

_GENERATORS: dict[str, Callable[[int, int], Iterator[Document]]] = {
    "sealed": sealed.documents,
    "judge": judge.documents,
    "fresh": fresh.documents,
    "unseen": unseen.documents,
    "outside": outside.documents,
    "strangers": strangers.documents,
    "newcomers": newcomers.documents,
    "arrivals": arrivals.documents,
    "wayfarers": wayfarers.documents,
    "journeymen": journeymen.documents,
}
_PEER_CHARACTERS = 1_000_000  # the slowest peer reads about 0.05 MB in a second


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for; ``prose_bytes`` of 0 leaves prose out."""

    build: Path
    docs: Path
    files: int
    seed: int
    prose_bytes: int
    peers: bool


def _measured(name: str, options: Options, known: set[str]) -> tuple[Measured, list[Finding]]:
    root = options.build / name
    corpus.write(root, _GENERATORS[name](options.seed, options.files))
    truths = list(corpus.read(root / "truth.jsonl"))
    files = list(corpus.read(root / "files.jsonl"))
    findings, gaps = detect(root / "files", root / "found.jsonl")
    others = Counter(str(row["entity"]) for row in truths if row["entity"] not in known)
    size = sum(int(str(row["size_bytes"])) for row in files)
    result = score(truths, files, findings, known)
    return Measured(name, len(files), size, gaps, result, others), findings


def _peers(
    options: Options, findings: list[Finding], truths: list[Row]
) -> tuple[list[Outcome], tuple[int, int]]:
    root = options.build / "sealed"
    chosen: dict[str, str] = {}
    for path, text in sorted(texts(root / "files", root / "texts.jsonl").items()):
        if sum(map(len, chosen.values())) + len(text) <= _PEER_CHARACTERS:
            chosen[path] = text
    home = options.build / "peers"
    outcomes = side_by_side(chosen, findings, truths, home, sys.executable)
    return outcomes, (len(chosen), sum(map(len, chosen.values())))


def measure(options: Options) -> Told:
    """Make the corpora, read them, and write the page with its plot. Raises CannotMeasure."""
    options.build.mkdir(parents=True, exist_ok=True)
    known = set(entities(options.build / "detectors.txt"))
    journeymen_one, _ = _measured("journeymen", options, known)
    wayfarers_one, _ = _measured("wayfarers", options, known)
    arrivals_one, _ = _measured("arrivals", options, known)
    newcomers_one, _ = _measured("newcomers", options, known)
    strangers_one, _ = _measured("strangers", options, known)
    outside_one, _ = _measured("outside", options, known)
    unseen_one, _ = _measured("unseen", options, known)
    judged, _ = _measured("judge", options, known)
    sealed_one, findings = _measured("sealed", options, known)
    fresh_one, _ = _measured("fresh", options, known)
    in_prose = None
    if options.prose_bytes:
        in_prose = prose.measure(options.build / "prose", options.prose_bytes)
    outcomes: list[Outcome] = []
    sizes = (0, 0)
    if options.peers:
        truths = list(corpus.read(options.build / "sealed" / "truth.jsonl"))
        outcomes, sizes = _peers(options, findings, truths)
    told = Told(
        datetime.now(UTC).date().isoformat(), commit(), options.seed,
        (
            journeymen_one, wayfarers_one, arrivals_one, newcomers_one, strangers_one, outside_one,
            unseen_one, fresh_one, sealed_one, judged,
        ),
        in_prose, tuple(outcomes), sizes,
    )  # fmt: skip
    options.docs.mkdir(parents=True, exist_ok=True)
    (options.docs / "accuracy.md").write_text(page(told), "utf-8")
    series = {m.name: calibration(m.score.chances)[0] for m in told.corpora}
    (options.docs / "accuracy.svg").write_text(reliability(series), "utf-8")
    return told


def main() -> int:
    """Measure what the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--build", type=Path, default=Path("build/accuracy"))
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    parser.add_argument("--files", type=int, default=1_500, help="in each corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--prose-bytes", type=int, default=4_000_000, help="0 leaves it out")
    parser.add_argument("--no-peers", action="store_true", help="leave the other tools out")
    given = parser.parse_args()
    options = Options(
        given.build, given.docs, given.files, given.seed, given.prose_bytes, not given.no_peers
    )
    try:
        told = measure(options)
    except CannotMeasure as error:
        print(f"Accuracy could not be measured: {error}", file=sys.stderr)
        return 2
    for measured in told.corpora:
        precision, recall = measured.score.total("precision"), measured.score.total("recall")
        print(f"{measured.name}: precision {precision.value:.3f}, recall {recall.value:.3f}")
    print(f"Written: {options.docs / 'accuracy.md'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
