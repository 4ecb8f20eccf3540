from __future__ import annotations

import os
from pathlib import Path

from tests.reports.cli.calling import KEY, stocktake


def test_doctor_says_line_by_line_how_everything_stands(
    scanned_share: Path, tmp_path: Path
) -> None:
    done = stocktake("doctor", tmp_path, "--database", scanned_share)
    assert (done.returncode, done.stderr) == (0, "")
    first, *lines = done.stdout.splitlines()
    assert first.startswith("Stocktake ")
    assert all(line.split("  ")[0] in {"ok", "to do"} for line in lines)
    said = dict(line[9:].split(": ", 1) for line in lines)
    assert said["catalogue"].startswith(f"{scanned_share}, ")
    assert said["mode of the catalogue"] == "0600, closed to others"
    assert said["PATH"] == f"{tmp_path} can be listed"
    assert said["key"].endswith(" fits the catalogue")
    assert said["log"] == f"{scanned_share.with_name('stocktake.log')} can be written"
    assert {"Python", "PDF", "detection", "kinds of files", "memory of a worker"} <= said.keys()


def test_doctor_never_shows_the_key() -> None:
    done = stocktake("doctor")
    assert "key: in STOCKTAKE_TOKEN_KEY, " in done.stdout
    assert KEY not in done.stdout


def test_doctor_with_half_a_key_says_that_no_scan_can_begin_and_makes_nothing(
    tmp_path: Path,
) -> None:
    done = stocktake("doctor", "--database", tmp_path / "none.sqlite", STOCKTAKE_TOKEN_KEY="5a")
    assert done.returncode == 1
    assert "none.sqlite, not made yet: the first scan makes it" in done.stdout
    assert "missing  key: The token key in STOCKTAKE_TOKEN_KEY is not" in done.stdout
    assert os.listdir(tmp_path) == []


def test_doctor_of_a_folder_that_cannot_be_listed_says_why_and_ends_with_1(tmp_path: Path) -> None:
    absent, file = tmp_path / "no\x1b[31mne", tmp_path / "file.txt"
    file.touch()
    done = stocktake("doctor", absent)
    assert done.returncode == 1
    assert "missing  PATH: " in done.stdout
    assert "no[U+001B][31mne cannot be listed: No such file or directory" in done.stdout
    done = stocktake("doctor", "smb://127.0.0.1:1/docs")
    assert done.returncode == 1
    assert "missing  PATH: Cannot ask smb://127.0.0.1:1/docs: set STOCKTAKE_SMB_USER" in done.stdout
    done = stocktake("doctor", file)
    assert done.returncode == 1
    assert "cannot be listed: Not a directory" in done.stdout
