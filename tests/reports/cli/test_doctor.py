from __future__ import annotations

import os
from pathlib import Path

from tests.reports.cli.calling import KEY, stocktake


def test_doctor_says_what_is_there(scanned_share: Path, tmp_path: Path) -> None:
    done = stocktake("doctor", tmp_path, "--database", scanned_share)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Stocktake ")
    assert f"catalogue: {scanned_share} (there)" in lines
    assert f"{tmp_path}: can be listed" in lines
    assert not any(line.startswith("missing:") for line in lines)
    assert any(line.startswith("rights: ") for line in lines)


def test_doctor_never_shows_the_key() -> None:
    done = stocktake("doctor")
    assert "token key: " in done.stdout
    assert KEY not in done.stdout


def test_doctor_with_half_a_key_and_no_catalogue_says_so_and_makes_neither(tmp_path: Path) -> None:
    done = stocktake("doctor", "--database", tmp_path / "none.sqlite", STOCKTAKE_TOKEN_KEY="5a")
    assert done.returncode == 0
    assert "none.sqlite (not made yet)" in done.stdout
    assert "token key: The token key in STOCKTAKE_TOKEN_KEY is not" in done.stdout
    assert os.listdir(tmp_path) == []


def test_doctor_of_a_folder_that_cannot_be_listed_says_why_and_ends_with_1(tmp_path: Path) -> None:
    absent, file = tmp_path / "no\x1b[31mne", tmp_path / "file.txt"
    file.touch()
    done = stocktake("doctor", absent)
    assert done.returncode == 1
    assert "no[U+001B][31mne: cannot be listed: No such file or directory" in done.stdout
    done = stocktake("doctor", file)
    assert done.returncode == 1
    assert "cannot be listed: Not a directory" in done.stdout
