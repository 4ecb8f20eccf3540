from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.reports.cli.calling import says, stocktake


def _rows(*words: str | Path, typed: bytes = b"") -> tuple[int, list[dict[str, Any]]]:
    done = stocktake("extract", *words, typed=typed)
    assert done.stderr == ""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_text_comes_whole_with_its_locator() -> None:
    status, (row,) = _rows("-", typed="one\ntwo – 🏴\x1b[31m\n".encode())
    assert status == 0
    assert row == {
        "path": "-",
        "member": None,
        "passage": row["passage"],
        "kind": "body",
        "locator": [[0, [["line", 1]]]],
        "text": "one\ntwo – 🏴\x1b[31m\n",
    }


def test_a_table_comes_with_heading_and_row(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Row,Colour\n1,red\n2,blue\n3,green\n")
    status, rows = _rows(table)
    assert status == 0
    (row,) = (row for row in rows if "table" in row)
    assert (row["header"], row["first_row"]) == (["Row", "Colour"], 2)
    assert row["text"].splitlines() == ["1\tred", "2\tblue", "3\tgreen"]


def test_members_and_gaps_are_named(share: Path) -> None:
    status, rows = _rows(share / "old.zip", share / "Pensions" / "broken.zip")
    assert status == 1
    read = [row["text"] for row in rows if row["member"] == "in\x1b[31mner.txt"]
    assert "National Insurance number: JG 10 38 59 A\n" in read
    gaps = [(row["member"], row["cause"]) for row in rows if row.get("state") == "gap"]
    assert ("pic\x1b[31m.png", "unsupported") in gaps
    assert (None, "corrupt") in gaps


def test_a_folder_is_every_file_below_it(share: Path) -> None:
    status, rows = _rows(share / "Housing")
    assert status == 0
    assert [row["path"].removeprefix(f"{share}/Housing/")[:11] for row in rows] == [
        "letter.txt",
        "Lettings/<i",
        "Lettings/ph",
    ]


def test_what_is_written_is_ascii_so_that_no_terminal_obeys_it(share: Path) -> None:
    written = stocktake("extract", share).stdout
    assert written.isascii()
    assert written.replace("\n", "").isprintable()
    assert "caf\\\\xe9.txt" in written


def test_a_missing_path_is_one_line(share: Path) -> None:
    says(stocktake("extract", share / "none.txt"), 2, "none.txt", "standard input")
