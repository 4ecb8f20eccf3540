"""A catalogue that cannot be opened ends the scan with one line: 2 for settings, 3 for the disk."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.scanner.scanning import ORDINARY, Stocktake

_CODE = "from reports.cli import main; main()"
_OWN_MOUNTS = ("unshare", "-m") if os.geteuid() == 0 else ("unshare", "-r", "-m")
_MOUNTED = 'mount -t tmpfs -o {} tmpfs "$1" && exec "$2" -c "$3" scan "$4" --jobs 1'


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    (folder / "bins.txt").write_text("The bins are emptied on Tuesday.\n")
    return folder


@pytest.fixture
def stocktake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stocktake:
    monkeypatch.setenv("STOCKTAKE_TOKEN_KEY", "33" * 32)
    home = tmp_path / "home"
    home.mkdir()
    return Stocktake(home)


def _closed_folder(database: Path) -> None:
    database.parent.chmod(0o500)


def _closed_folder_of_a_catalogue(database: Path) -> None:
    database.touch(0o600)
    database.parent.chmod(0o500)


def _closed_file(database: Path) -> None:
    database.touch(0o400)


def _text(database: Path) -> None:
    database.write_bytes(b"minutes of a meeting " * 100)


def _folder(database: Path) -> None:
    database.mkdir()


def _another_program(database: Path) -> None:
    with closing(sqlite3.connect(database)) as other, other:
        other.execute("CREATE TABLE invoice (id INTEGER PRIMARY KEY)")


def _newer(database: Path) -> None:
    with closing(sqlite3.connect(database)) as other, other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute("INSERT INTO alembic_version VALUES ('9999')")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_closed_folder, "Permission denied. Make it and its folder writable, or give another"),
        (_closed_folder_of_a_catalogue, "Permission denied. Make it and its folder writable"),
        (_closed_file, "Permission denied. Make it and its folder writable, or give another"),
        (_text, "file is not a database. Put it back from a copy, or give another with --database"),
        (_folder, "is a directory: see 'stocktake scan --help'"),
        (_another_program, "no catalogue of Stocktake's: it holds tables of something else"),
        (_newer, "made by a newer Stocktake (schema 9999"),
    ],
)
def test_what_is_a_matter_of_settings_ends_with_2_and_is_left_as_it_was(
    make: Callable[[Path], None], said: str, share: Path, stocktake: Stocktake
) -> None:
    make(stocktake.database)
    before = sorted(path.name for path in stocktake.home.iterdir())
    held = stocktake.database.read_bytes() if stocktake.database.is_file() else None
    done = stocktake.run("scan", str(share), "--jobs", "1", under=ORDINARY)
    stocktake.home.chmod(0o700)
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    assert said in line
    assert done.stdout == ""
    if held is None:
        assert sorted(path.name for path in stocktake.home.iterdir()) == before
    else:
        assert stocktake.database.read_bytes() == held


@pytest.mark.parametrize(
    ("mounted", "status", "said"),
    [
        ("nr_inodes=1", 3, "No space left on device. Free space on its disk, then scan again"),
        ("nr_inodes=3", 3, "No space left on device"),  # room for the catalogue and its lock alone
        ("ro", 2, "Read-only file system. Make it and its folder writable, or give another"),
    ],
)
def test_a_full_disk_stops_the_scan_and_one_that_is_read_only_is_a_setting(
    mounted: str, status: int, said: str, share: Path, stocktake: Stocktake
) -> None:
    words = (str(stocktake.home), sys.executable, _CODE, str(share))
    done = subprocess.run(
        [*_OWN_MOUNTS, "sh", "-c", _MOUNTED.format(mounted), "sh", *words],
        env=stocktake.environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == status, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("stocktake: ")
    assert said in line
