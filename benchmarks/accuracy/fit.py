"""``python -m benchmarks.accuracy.fit``: fit the weights of evidence to what was right and wrong.

It reads corpora that ``make accuracy`` left, with all that was found in them, and prints for each
kind of evidence the weight in ``detectors.engine.weigh`` beside the one that fits best: maximum a
posteriori of a logistic regression whose offset is the log-odds of the written form, by Newton's
method, with a normal prior around today's weight (Bishop, Pattern Recognition and Machine Learning,
2006, section 4.5, read 2026-11-26). A document counts by the square root of its findings, or a few
long lists would decide alone. The error of calibration is cross-fitted: on documents that the
weights were not fitted to.

Only what speaks for a value is fitted. What speaks against one is mostly seen where nothing is
found, and corpora hold too few innocent values beside people to tell what company is worth.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import corpus
from benchmarks.accuracy.scanner_run import entities, findings_in
from benchmarks.accuracy.score import Finding, calibration, score
from benchmarks.measure import CannotMeasure
from detectors.base import Detector, Form
from detectors.engine.weigh import MOST, WEIGHTS, Evidence, in_words, log_odds
from detectors.registry import detectors

FITTED = (Evidence.LABEL, Evidence.LABEL_ABOVE, Evidence.HEADED, Evidence.COLUMN)
_PRIOR_DEVIATION = 1.0  # of a weight, in log-odds: e times as likely
_STEPS = 50
_CONVERGED = 1e-9
_FOLDS = 5
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """What was found: a row each of the evidence seen, in columns as in ``FITTED``.

    ``offsets`` are log-odds of all else that is known, ``counts`` what a row counts for.
    """

    evidence: Numbers
    offsets: Numbers
    right: Numbers
    counts: Numbers
    documents: NDArray[np.int64]

    def rows(self, chosen: NDArray[np.bool_]) -> Sample:
        """Return some of the rows."""
        return Sample(
            self.evidence[chosen], self.offsets[chosen], self.right[chosen],
            self.counts[chosen], self.documents[chosen],
        )  # fmt: skip

    def confidences(self, weights: Numbers) -> Numbers:
        """Return the chance of each row by ``weights``, as the scanner would give it."""
        return np.minimum(_logistic(self.offsets + self.evidence @ weights), MOST)


def _logistic(log_odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-log_odds)))


def fitted(given: Sample, prior: Numbers) -> tuple[Numbers, Numbers]:
    """Return the weights that fit best, and their standard errors."""
    precision = np.eye(len(prior)) / _PRIOR_DEVIATION**2
    weights = prior.copy()
    for _ in range(_STEPS):
        chances = _logistic(given.offsets + given.evidence @ weights)
        slope = given.evidence.T @ (given.counts * (given.right - chances))
        slope -= precision @ (weights - prior)
        spread = given.counts * chances * (1 - chances)
        curve = given.evidence.T @ (given.evidence * spread[:, None]) + precision
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < _CONVERGED:
            break
    return weights, np.sqrt(np.diag(np.linalg.inv(curve)))


def cross_fitted(given: Sample, prior: Numbers) -> Numbers:
    """Return each row's chance by weights that were fitted to other documents."""
    chances = np.zeros(len(given.right))
    for fold in range(_FOLDS):
        held = given.documents % _FOLDS == fold
        weights, _ = fitted(given.rows(~held), prior)
        chances[held] = given.rows(held).confidences(weights)
    return chances


def sample(judged: Sequence[tuple[Finding, bool]], declared: Sequence[Detector]) -> Sample:
    """Return what was found, with the evidence that each explanation names."""
    said = {
        f"{each.title}, {form.name}": (each, form)
        for each in declared
        for form in (*each.forms, *each.near)
    }
    rows = [(finding, right) for finding, right in judged if _opening(finding) in said]
    sizes = Counter(finding.path for finding, _ in rows)
    numbers = {path: number for number, path in enumerate(sorted(sizes))}
    evidence = np.zeros((len(rows), len(FITTED)))
    offsets = np.zeros(len(rows))
    for row, (finding, _) in enumerate(rows):
        offsets[row], evidence[row] = _seen(finding, *said[_opening(finding)])
    return Sample(
        evidence,
        offsets,
        np.array([right for _, right in rows], dtype=np.float64),
        np.array([sizes[finding.path] ** -0.5 for finding, _ in rows]),
        np.array([numbers[finding.path] for finding, _ in rows]),
    )


def _opening(finding: Finding) -> str:
    return finding.explanation.split("; ", 1)[0]


def _seen(finding: Finding, detector: Detector, form: Form) -> tuple[float, list[bool]]:
    """Return the log-odds of a finding without the evidence that is fitted, and that evidence."""
    parts, words = set(finding.explanation.split("; ")), in_words(detector)
    seen = {flag for flag in Evidence if words[flag] in parts}
    held = sum(WEIGHTS[flag] for flag in seen.difference(FITTED))
    return log_odds(form.bare) + held, [flag in seen for flag in FITTED]


def _judged(root: Path, known: set[str]) -> Iterator[tuple[Finding, bool]]:
    truths, files = corpus.read(root / "truth.jsonl"), corpus.read(root / "files.jsonl")
    findings, _ = findings_in(root / "files", root / "found.jsonl")
    for finding, right in score(truths, files, findings, known).judged:
        yield replace(finding, path=f"{root.name}/{finding.path}"), right


def report(given: Sample) -> Iterator[str]:
    """Yield the lines that tell what fits."""
    prior = np.array([WEIGHTS[flag] for flag in FITTED])
    weights, errors = fitted(given, prior)
    yield f"{len(given.right)} findings in {len(set(given.documents.tolist()))} documents"
    for flag, seen, old, new, error in zip(
        FITTED, given.evidence.sum(axis=0), prior, weights, errors, strict=True
    ):
        yield f"{flag.name}: {old:.2f} -> {new:.2f} (± {error:.2f}, {seen:.0f} findings)"
    right = given.right.astype(bool).tolist()
    for name, chances in (
        ("today's", given.confidences(prior)), ("fitted", cross_fitted(given, prior)),
    ):  # fmt: skip
        _, error = calibration(zip(chances.tolist(), right, strict=True))
        yield f"calibration error of {name} weights: {error:.4f}"


def main() -> int:
    """Fit to what the command line names; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.fit", description=__doc__)
    parser.add_argument("corpora", nargs="+", help="as make accuracy calls them")
    parser.add_argument("--build", type=Path, default=Path("build/accuracy"))
    given = parser.parse_args()
    try:
        known = set(entities(given.build / "detectors.txt"))
        judged = [each for name in given.corpora for each in _judged(given.build / name, known)]
    except (CannotMeasure, OSError) as error:
        print(f"Nothing could be fitted: {error}", file=sys.stderr)
        return 2
    print(*report(sample(judged, detectors())), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
