from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

_STOCKTAKE = (sys.executable, "-c", "from reports.cli import main; main()")
_HOUSE = Path(__file__).parents[3]


def _stocktake(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(_HOUSE)}
    return subprocess.run(
        [*_STOCKTAKE, *words], cwd=folder, env=environment, capture_output=True, text=True
    )


def test_report_html_writes_a_page_only_its_owner_can_read(catalogue: Path, tmp_path: Path) -> None:
    done = _stocktake("report", "html", "--database", str(catalogue), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    written = tmp_path / "stocktake-report.html"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert written.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert os.listdir(tmp_path) == [written.name]


def test_report_html_over_an_open_older_page_replaces_it_and_its_mode(
    catalogue: Path, tmp_path: Path
) -> None:
    older = tmp_path / "page.html"
    older.write_text("an older page")
    older.chmod(0o644)
    _stocktake(
        *("report", "html", "--database", str(catalogue), "--output", "page.html"), folder=tmp_path
    )
    assert stat.S_IMODE(older.stat().st_mode) == 0o600
    assert "an older page" not in older.read_text(encoding="utf-8")


def test_report_html_through_a_link_leaves_what_the_link_names(
    catalogue: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("kept")
    (tmp_path / "page.html").symlink_to(kept)
    _stocktake(
        *("report", "html", "--database", str(catalogue), "--output", "page.html"), folder=tmp_path
    )
    assert kept.read_text() == "kept"
    assert not (tmp_path / "page.html").is_symlink()


@pytest.mark.parametrize("output", ["absent/page.html", "folder/page.html"])
def test_report_html_that_cannot_be_written_says_so_and_leaves_nothing(
    catalogue: Path, tmp_path: Path, output: str
) -> None:
    (tmp_path / "folder" / "page.html").mkdir(parents=True)
    done = _stocktake(
        *("report", "html", "--database", str(catalogue), "--output", output), folder=tmp_path
    )
    assert done.returncode == 2
    assert "page.html" in done.stderr
    assert len(done.stderr.splitlines()) <= 4  # click prints its usage first
    assert os.listdir(tmp_path / "folder") == ["page.html"]


def test_report_html_without_a_catalogue_says_what_to_do(tmp_path: Path) -> None:
    done = _stocktake("report", "html", "--database", "none.sqlite", folder=tmp_path)
    assert done.returncode == 2
    assert "run 'stocktake scan PATH' first" in done.stderr
    assert os.listdir(tmp_path) == []
