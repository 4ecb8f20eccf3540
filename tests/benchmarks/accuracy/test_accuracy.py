"""The whole way on a tiny corpus, by the real command."""

import re
import subprocess
import sys
from pathlib import Path

import benchmarks
from benchmarks.accuracy.__main__ import Options, measure


def test_a_tiny_corpus_goes_the_whole_way_to_the_page(tmp_path: Path) -> None:
    told = measure(Options(tmp_path / "build", tmp_path / "docs", 20, 7, 0, peers=False))
    text = (tmp_path / "docs" / "accuracy.md").read_text("utf-8")
    for measured in told.corpora:
        recall = measured.score.total("recall")
        assert (measured.files, measured.gaps) == (20, 0)
        assert recall.trials > 50
        assert recall.hits > recall.trials / 2  # it is the real scanner: most is found
        assert f"## {measured.name}" in text
    names = (
        "journeymen", "wayfarers", "arrivals", "newcomers", "strangers", "outside", "unseen",
        "fresh", "sealed", "judge",
    )  # fmt: skip
    assert f"seed 7 ({'; '.join(f'{name}: 20 files' for name in names)})" in text
    assert re.search(r"^\| UK_NINO \| [01]\.\d{3} \(", text, re.MULTILINE)
    assert "Beside other tools" not in text
    assert str(tmp_path) not in text
    fitted = subprocess.run(
        [sys.executable, "-m", "benchmarks.accuracy.fit", *names, "--build", tmp_path / "build"],
        cwd=Path(benchmarks.__file__).parents[1], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert re.search(r"^LABEL: \d\.\d\d -> \d\.\d\d", fitted.stdout, re.MULTILINE)
    plot = (tmp_path / "docs" / "accuracy.svg").read_text("utf-8")
    assert plot.startswith("<svg")
    assert plot.count("<polyline") == 10
