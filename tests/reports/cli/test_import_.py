"""Taking in what the collector wrote: what cannot be used, and what is older."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.connectors.smb.collecting import collected, written
from tests.reports.cli.calling import stocktake


def _file(folder: Path, **more: object) -> Path:
    path = folder / "files01.json"
    path.write_bytes(written(collected({}, **more)))
    return path


def _import(folder: Path, *words: str | Path) -> CompletedProcess[str]:
    return stocktake("import", *words, "--database", folder / "catalogue.sqlite")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{}", "the collector did not write it"),
        (written(collected({}))[:40], "it is no JSON, or was cut short"),
    ],
)
def test_what_cannot_be_used_changes_nothing(content: bytes, why: str, tmp_path: Path) -> None:
    good, bad = _file(tmp_path), tmp_path / "bad.json"
    bad.write_bytes(content)
    done = _import(tmp_path, good, bad)
    assert done.returncode == 2
    assert done.stderr == f"stocktake: Cannot import {bad}: {why}. Nothing was imported.\n"
    old = _file(tmp_path, collected="2026-11-01T08:00:00Z")
    assert _import(tmp_path, old).returncode == 0, "the good one was not kept either"


def test_an_older_file_does_not_replace_a_newer_one(tmp_path: Path) -> None:
    assert _import(tmp_path, _file(tmp_path)).returncode == 0
    assert _import(tmp_path, _file(tmp_path)).returncode == 0, "the same again is none"
    old = _file(tmp_path, collected="2026-11-01T08:00:00Z", names=["files01"])
    done = _import(tmp_path, old)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"stocktake: Cannot import {old}: it is of 01 November 2026 08:00 UTC and what is known of"
        " files01 is newer. Nothing was imported.\n"
    )


def test_a_name_is_of_one_server(tmp_path: Path) -> None:
    file = _file(tmp_path)
    done = _import(tmp_path, "--server", "files", file, file)
    assert done.returncode == 2
    assert "--server names one server" in done.stderr


def test_a_name_that_was_given_once_is_kept(tmp_path: Path) -> None:
    assert _import(tmp_path, _file(tmp_path), "--server", "files").returncode == 0
    assert _import(tmp_path, _file(tmp_path)).returncode == 0
    old = _file(tmp_path, collected="2026-11-01T08:00:00Z", names=["files"])
    assert "is newer" in _import(tmp_path, old).stderr, "files is still files01"


def test_a_day_to_come_is_refused(tmp_path: Path) -> None:
    done = _import(tmp_path, _file(tmp_path, collected="2071-01-01T08:00:00Z"))
    assert done.returncode == 2
    assert "01 January 2071 08:00 UTC, which is yet to come" in done.stderr
