from pathlib import Path

import pytest

from benchmarks.detect_speed import found, measure, sample, table
from detectors.engine import Engine
from detectors.registry import detectors


def test_measure_when_letters_then_rates_beside_their_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    engine, letters = Engine(detectors()), sample("letters", 1)
    assert letters.size_bytes >= 1_000_000
    assert found(engine, letters) > 1_000  # each names somebody, with an address
    row = measure(engine, letters, peers=False)
    assert row["floor"] == 15
    assert isinstance(row["MB/s"], float)
    assert row["ripgrep MB/s"] is not None
    assert table([row]).splitlines()[-1].startswith("| letters | 1.")
