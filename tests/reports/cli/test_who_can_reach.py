from __future__ import annotations

import csv
import io
import json
import os
import pwd
from contextlib import chdir
from pathlib import Path

import pytest

from tests.reports.cli.calling import says, stocktake
from tests.reports.tiny_share import make_clean_share, scanned


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a scanned share of ours with one private file, and its catalogue."""
    folder = tmp_path_factory.mktemp("guarded")
    root = make_clean_share(folder / "st\udce9ll")
    (root / "private.txt").write_text("Bins.\n")
    (root / "private.txt").chmod(0o600)
    (root / "two\nlines").mkdir()
    (root / "link.txt").symlink_to("bins.txt")
    database = folder / "catalogue.sqlite"
    scanned(root, database)
    return root, database


def _asked(path: Path | str, database: Path) -> str:
    done = stocktake("who-can-reach", path, "--database", database)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_private_file_is_reached_by_its_owner_and_administrators_only(
    guarded: tuple[Path, Path],
) -> None:
    root, database = guarded
    shown = _asked(root / "private.txt", database)
    assert "Broad:" not in shown
    assert pwd.getpwuid(os.getuid()).pw_name in shown
    others = [each.pw_name for each in pwd.getpwall() if each.pw_uid not in (0, os.getuid())]
    assert not any(f"{other} " in shown for other in others)


def test_a_folder_is_asked_about_by_each_way_of_naming_it(share: Path, scanned_share: Path) -> None:
    whole = _asked(share / "Housing", scanned_share)
    assert whole
    with chdir(share / "Housing" / "Lettings"):
        assert _asked("..", scanned_share) == whole
        assert _asked("../../Housing/", scanned_share) == whole
        assert _asked("../../Pensions/../Housing", scanned_share) == whole
        assert _asked(".", scanned_share)


def test_names_of_any_bytes_can_be_asked_about(
    guarded: tuple[Path, Path], share: Path, scanned_share: Path
) -> None:
    root, database = guarded
    assert _asked(root, database)
    assert _asked(root / "two\nlines", database)
    assert _asked(share / "Pensions" / "caf\udce9.txt", scanned_share)


def test_rows_for_programs_name_administrators_with_what_gets_them_past_permissions(
    guarded: tuple[Path, Path],
) -> None:
    root, database = guarded
    asked = ("who-can-reach", root / "private.txt", "--database", database, "--format")
    rows = [json.loads(line) for line in stocktake(*asked, "jsonl").stdout.splitlines()]
    administrators = [row for row in rows if row["principal"] == "administrator"]
    assert all(row["known"] for row in rows)
    told = {(row["identifier"], row["right"], tuple(row["steps"])) for row in administrators}
    assert ("uid:0", "write", ("root, whom no permission holds back",)) in told
    cells = list(csv.DictReader(io.StringIO(stocktake(*asked, "csv").stdout)))
    assert [list(row) for row in cells] == [list(row) for row in rows]


@pytest.mark.parametrize("name", ["absent.txt", "link.txt", "../beside.txt", "no\x1b[31mne"])
def test_what_is_not_in_the_catalogue_is_said_to_be_so(
    name: str, guarded: tuple[Path, Path]
) -> None:
    root, database = guarded
    done = stocktake("who-can-reach", root / name, "--database", database)
    says(done, 2, "not in the catalogue", "scan its folder")
    assert "\x1b" not in done.stderr
    assert done.stdout == ""
