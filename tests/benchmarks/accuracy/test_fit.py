import math
from random import Random

import numpy as np

from benchmarks.accuracy.fit import FITTED, Sample, fitted, report, sample
from benchmarks.accuracy.score import Finding
from detectors.engine import Engine
from detectors.engine.weigh import WEIGHTS, Evidence, log_odds
from detectors.registry import detectors

_TRUE = {Evidence.LABEL: 4.2, Evidence.LABEL_ABOVE: 2.2, Evidence.HEADED: 3.9, Evidence.COLUMN: 1.5}


def _drawn(rows: int) -> Sample:
    """Return findings of which as many are right as the weights in ``_TRUE`` say."""
    rng = Random(3)
    evidence = np.array([[rng.random() < 0.5 for _ in FITTED] for _ in range(rows)], dtype=float)
    offsets = np.array([rng.uniform(-5, 0) for _ in range(rows)])
    chances = 1 / (1 + np.exp(-(offsets + evidence @ np.array([_TRUE[flag] for flag in FITTED]))))
    right = np.array([rng.random() < chance for chance in chances.tolist()], dtype=float)
    return Sample(evidence, offsets, right, np.ones(rows), np.arange(rows))


def test_weights_are_found_again_from_what_they_made_right() -> None:
    prior = np.array([WEIGHTS[flag] for flag in FITTED])
    weights, errors = fitted(_drawn(20_000), prior)
    for flag, weight, error in zip(FITTED, weights, errors, strict=True):
        assert math.isclose(weight, _TRUE[flag], abs_tol=4 * error), flag
        assert error < 0.1


def test_without_findings_the_weights_stay_as_they_are() -> None:
    prior = np.array([WEIGHTS[flag] for flag in FITTED])
    nothing = _drawn(1).rows(np.array([False]))
    weights, errors = fitted(nothing, prior)
    assert weights.tolist() == prior.tolist()
    assert errors.tolist() == [1.0] * len(FITTED)


def test_evidence_is_read_from_explanations_and_gives_the_confidence_back() -> None:
    text = "NI number: QQ 12 34 56 C\nNI number\nQQ 11 22 33 A\n"
    session = Engine(detectors()).session()
    found = [
        Finding("a", one.entity, one.canonical, one.confidence, one.explanation)
        for one in session.text(text)
    ]
    assert [one.canonical for one in found] == ["QQ123456", "QQ112233"]
    read = sample([(one, True) for one in found], detectors())
    seen = [[flag for flag, has in zip(FITTED, row, strict=True) if has] for row in read.evidence]
    assert seen == [[Evidence.LABEL], [Evidence.LABEL_ABOVE]]
    assert read.counts.tolist() == [2**-0.5] * 2
    weights = np.array([WEIGHTS[flag] for flag in FITTED])
    assert np.round(read.confidences(weights), 2).tolist() == [one.confidence for one in found]
    assert any(line.startswith("LABEL: 3.") for line in report(read))


def test_what_no_form_found_is_left_out() -> None:
    finding = Finding("a", "SECRET", "x", 0.9, "found by looking; nothing else")
    assert not len(sample([(finding, True)], detectors()).right)
    assert log_odds(0.5) == 0
