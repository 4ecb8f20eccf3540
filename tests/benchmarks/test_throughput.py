import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks.corpora import Corpus
from benchmarks.throughput import _limit, patterns_file


def test_patterns_file_when_ripgrep_reads_it_then_all_patterns_compile_and_match(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = shutil.which("rg")
    assert program is not None, "ripgrep is among the Debian packages that make test installs"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("NHS number 999 000 0018\nnothing\nab 12 34 56 c\n")
    done = subprocess.run(
        [program, "--no-unicode", "--multiline", "-c", "-f", str(patterns_file()), "a.txt"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "2", "")


@pytest.mark.parametrize(
    ("kind", "seconds"), [("prose", 2.0), ("people", 3.0 + 2.0), ("office", 1.35 * 4)]
)
def test_limit_when_asked_then_as_the_issue_has_it(kind: str, seconds: float) -> None:
    item = Corpus(kind, Path(), files=1, size_bytes=60_000_000, distinct=100_000)
    assert _limit(item, 4.0) == pytest.approx(seconds)
