from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.cli.calling import stocktake


def test_coverage_prints_the_equation_and_what_to_do_about_each_gap(
    share: Path, scanned_share: Path
) -> None:
    done = stocktake("coverage", "--database", scanned_share)
    assert (done.returncode, done.stderr) == (0, "")
    root, when, equation, *rest = done.stdout.splitlines()
    assert root == str(share)
    assert when.startswith("scanned ")
    assert equation == "14 listed = 9 examined + 0 unchanged + 1 excluded + 4 gaps"
    told = "\n".join(rest)
    assert "corrupt" in told
    assert "ask the owner whether it still opens" in told
    assert "this format is not read" in told
    assert rest[-1] == "excluded by rule symlink: 1"


@pytest.mark.parametrize("columns", ["40", "200"])
def test_coverage_keeps_to_the_width_and_cuts_nothing(columns: str, scanned_share: Path) -> None:
    done = stocktake("coverage", "--database", scanned_share, COLUMNS=columns)
    assert max(len(line.rstrip()) for line in done.stdout.splitlines()) <= int(columns)
    assert "…" not in done.stdout
    assert "unsupported" in done.stdout
    assert "Pensions/" in done.stdout


def test_coverage_names_each_share(catalogue: Path) -> None:
    done = stocktake("coverage", "--database", catalogue)
    roots = [line for line in done.stdout.splitlines() if line.startswith("/")]
    assert [Path(root).name for root in roots] == ["council", "parish"]
    assert "1 listed = 1 examined + 0 unchanged + 0 excluded + 0 gaps" in done.stdout


def test_coverage_of_an_empty_catalogue_says_what_to_do(empty_catalogue: Path) -> None:
    done = stocktake("coverage", "--database", empty_catalogue)
    assert done.returncode == 0
    assert done.stdout == "Nothing has been scanned yet: run 'stocktake scan PATH'.\n"
