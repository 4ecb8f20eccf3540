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
_CODE = "from reports.cli import main; main()"


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    for number in range(120):
        lines = (f"NHS number: 999 000 0018, jane{number}.{n}@example.org\n" for n in range(60))
        (folder / f"{number}.txt").write_text("".join(lines))
    (folder / "cut.zip").write_bytes(b"PK\x03\x04 cut off")
    return folder


@pytest.fixture(scope="module")
def clean(share: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    stocktake = Stocktake(tmp_path_factory.mktemp("clean"))
    os.environ["STOCKTAKE_TOKEN_KEY"] = _KEY
    try:
        assert stocktake.run("scan", str(share), "--jobs", "2").returncode == 1
        return stocktake.comparable()
    finally:
        del os.environ["STOCKTAKE_TOKEN_KEY"]


@pytest.mark.parametrize("size", ["700k", "1m"])
def test_a_disk_that_fills_up_stops_the_scan_and_the_next_one_goes_on(
    size: str, share: Path, clean: dict[str, list[str]], tmp_path: Path
) -> None:
    home, kept = tmp_path / "home", tmp_path / "home.kept"
    home.mkdir()
    kept.mkdir()
    environment = {**Stocktake(home).environment, "STOCKTAKE_TOKEN_KEY": _KEY}
    words = (size, str(home), str(share), sys.executable, _CODE)
    subprocess.run(
        [*_OWN_MOUNTS, "sh", "-c", _FULL_THEN_LARGER, "sh", *words],
        env=environment,
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
