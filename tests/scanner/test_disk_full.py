"""A full disk stops the scan with one line, and loses nothing: the next one goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scanner.scanning import Stocktake

_KEY = "33" * 32
_OWN_MOUNTS = ("unshare", "-m") if os.geteuid() == 0 else ("unshare", "-r", "-m")
_FULL_THEN_LARGER = """
set -e
mount -t tmpfs -o size=$1 tmpfs "$2"
status=0
"$4" -c "$5" scan "$3" --jobs 2 >"$2.first.output" 2>"$2.first.errors" || status=$?
echo $status >"$2.first.status"
mount -o remount,size=200m "$2"
status=0
"$4" -c "$5" scan "$3" --jobs 2 >"$2.second.output" 2>"$2.second.errors" || status=$?
echo $status >"$2.second.status"
cp "$2"/catalogue.sqlite* "$2.kept"
"""
_SMALL = ("400k", "800k")  # too little to make the catalogue or its log; too little to fill it
_CODE = "from reports.cli import main; main()"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    for number in range(120):
        lines = (f"NHS number: 999 000 0018, jane{number}.{n}@example.org\n" for n in range(60))
        (folder / f"{number}.txt").write_text("".join(lines))
    (folder / "cut.zip").write_bytes(b"PK\x03\x04 cut off")
    return folder


@pytest.fixture
def clean(share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    monkeypatch.setenv("STOCKTAKE_TOKEN_KEY", _KEY)
    stocktake = Stocktake(tmp_path / "clean")
    stocktake.home.mkdir()
    assert stocktake.run("scan", str(share), "--jobs", "2").returncode == 1
    return stocktake.comparable()


@pytest.mark.parametrize("size", _SMALL)
def test_a_disk_that_fills_up_stops_the_scan_and_the_next_one_goes_on(
    share: Path, clean: dict[str, list[str]], tmp_path: Path, size: str
) -> None:
    home, kept = tmp_path / "home", tmp_path / "home.kept"
    home.mkdir()
    kept.mkdir()
    words = (size, str(home), str(share), sys.executable, _CODE)
    subprocess.run(
        [*_OWN_MOUNTS, "sh", "-c", _FULL_THEN_LARGER, "sh", *words],
        env=Stocktake(home).environment,
        timeout=120,
        check=True,
    )

    def left(number: str, what: str) -> str:
        return (tmp_path / f"home.{number}.{what}").read_text()

    errors = left("first", "errors")
    assert left("first", "status") == "3\n", errors
    assert len(errors.splitlines()) == 1
    assert "is full. Free space on its disk, then scan again" in errors
    assert left("second", "status") == "1\n", left("second", "errors")
    assert left("second", "errors") == ""
    after = Stocktake(kept)
    assert after.comparable() == clean
    assert [row["outcome"] for row in after.export("coverage")] == ["complete"]
