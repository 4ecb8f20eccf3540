from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import TypedDict

import pytest

from scanner.catalogue.queries.exports import TABLES
from tests.reports.cli.calling import says, stocktake
from tests.reports.cli.conftest import RED_NAME
from tests.reports.guarded_share import UIDS, guarded_share
from tests.reports.tiny_share import BROKEN_LINE_NAME, nino

CONTRACT = {  # design.md 5
    "occurrences": [
        *("share", "path", "member", "entity", "token", "count", "locator", "concealed"),
        *("confidence", "masked"),
    ],
    "entries": ["share", "path", "state", "cause", "size_bytes", "media_type"],
    "gaps": ["share", "path", "member", "cause", "target"],
}
KERNEL = {"read": "<", "write": ">>"}  # what a person tries


def _rows(table: str, database: Path) -> list[dict[str, object]]:
    done = stocktake("export", table, "--database", database)
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _cells(table: str, database: Path) -> list[dict[str, str]]:
    done = stocktake("export", table, "--format", "csv", "--database", database)
    assert (done.returncode, done.stderr) == (0, "")
    return list(csv.DictReader(io.StringIO(done.stdout, newline="")))


@pytest.mark.parametrize("table", CONTRACT)
def test_rows_hold_what_the_contract_says_in_its_order(table: str, scanned_share: Path) -> None:
    rows = _rows(table, scanned_share)
    assert rows
    assert all(list(row) == CONTRACT[table] for row in rows)


@pytest.mark.parametrize("table", TABLES)
def test_csv_holds_the_rows_of_jsonl_under_a_heading(table: str, scanned_share: Path) -> None:
    rows, cells = _rows(table, scanned_share), _cells(table, scanned_share)
    assert len(rows) == len(cells) > 0
    assert [list(row) for row in rows] == [list(row) for row in cells]


@pytest.mark.parametrize("table", TABLES)
def test_csv_of_an_empty_catalogue_is_its_heading(
    table: str, empty_catalogue: Path, scanned_share: Path
) -> None:
    assert _rows(table, empty_catalogue) == []
    done = stocktake("export", table, "--format", "csv", "--database", empty_catalogue)
    assert done.stdout.strip().split(",") == list(_rows(table, scanned_share)[0])


def test_entries_are_every_file_with_its_state(share: Path, scanned_share: Path) -> None:
    rows = _rows("entries", scanned_share)
    assert {row["share"] for row in rows} == {str(share)}
    states = {row["path"]: (row["state"], row["cause"]) for row in rows}
    assert len(states) == len(rows) == sum(1 for path in share.rglob("*") if not path.is_dir())
    assert states["beside.txt"] == ("examined", None)
    assert states["Pensions/link.txt"] == ("excluded", "symlink")
    assert states["Pensions/plan.png"] == ("gap", "unsupported")
    assert states["Pensions/broken.zip"] == ("gap", "corrupt")
    assert states["Pensions/caf\\xe9.txt"] == ("examined", None)
    assert states[RED_NAME] == ("examined", None)  # whole: JSON writes the escapes out
    assert states[f"Pensions/{BROKEN_LINE_NAME}"] == ("examined", None)


def test_gaps_name_members(scanned_share: Path) -> None:
    gaps = {(row["path"], row["member"]): row["cause"] for row in _rows("gaps", scanned_share)}
    assert gaps["Pensions/plan.png", None] == "unsupported"
    assert gaps["old.zip", "pic\x1b[31m.png"] == "unsupported"


class _Equation(TypedDict):
    outcome: str
    enumerated: int
    examined: int
    unchanged: int
    excluded: int
    gaps: int


def test_the_equation_holds_in_what_is_exported(scanned_share: Path) -> None:
    exported = stocktake("export", "coverage", "--database", scanned_share).stdout
    run: _Equation = json.loads(exported)
    states = [row["state"] for row in _rows("entries", scanned_share)]
    assert run["outcome"] == "complete"
    assert run["enumerated"] == len(states)
    assert run["enumerated"] == (run["examined"] + run["unchanged"] + run["excluded"] + run["gaps"])
    assert run["gaps"] == states.count("gap")


@pytest.mark.parametrize("layout", ["jsonl", "csv"])
@pytest.mark.parametrize("table", TABLES)
def test_no_value_is_exported_in_clear(table: str, layout: str, scanned_share: Path) -> None:
    written = stocktake(
        "export", table, "--format", layout, "--database", scanned_share
    ).stdout.replace(" ", "")
    for number in range(9):
        assert nino(number).replace(" ", "")[:8] not in written
    assert "example.org" not in written
    assert "Invented" not in written


def test_csv_lets_no_name_be_a_formula_or_break_a_line(scanned_share: Path) -> None:
    done = stocktake("export", "entries", "--format", "csv", "--database", scanned_share)
    paths = [row["path"] for row in _cells("entries", scanned_share)]
    assert len(done.stdout.splitlines()) == len(paths) + 1
    assert "'=cmd.zip" in paths
    assert "Pensions/two[U+000A]lines[U+0007].txt" in paths
    assert not any(path.startswith(("=", "+", "-", "@")) for path in paths)


def test_no_cell_of_csv_is_json(scanned_share: Path) -> None:
    for table, column in (("occurrences", "locator"), ("access", "steps"), ("access", "statement")):
        cells = [row[column] for row in _cells(table, scanned_share)]
        assert not [cell for cell in cells if cell.startswith(("[", "{", '"'))]
    assert any(row["locator"] == "line 1" for row in _cells("occurrences", scanned_share))


def test_a_table_that_is_not_there_names_those_that_are(scanned_share: Path) -> None:
    says(stocktake("export", "people", "--database", scanned_share), 2, "entries", "gaps")


def test_a_stray_byte_and_its_spelling_are_two_files_and_two_shares(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    for folder in (b"r\xe9", b"r\\xe9"):
        root = Path(os.fsdecode(bytes(tmp_path) + b"/" + folder))
        root.mkdir()
        for name in (b"caf\xe9.txt", b"caf\\xe9.txt"):
            (root / os.fsdecode(name)).write_bytes(name)
        done = stocktake("scan", root, "--jobs", "1", "--database", database)
        assert done.returncode == 0, done.stderr
        reach = stocktake("who-can-reach", root / "caf\\xe9.txt", "--database", database)
        assert reach.returncode == 0, reach.stderr
    done = stocktake("export", "entries", "--database", database)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {(row["share"], row["path"]) for row in rows} == {
        (f"{tmp_path}/{root}", path)
        for root in (r"r\xe9", r"r\\xe9")
        for path in (r"caf\xe9.txt", r"caf\\xe9.txt")
    }
    assert len(rows) == 4
    inside = Path(os.fsdecode(bytes(tmp_path) + b"/r\xe9/below"))
    inside.mkdir()
    done = stocktake("scan", inside, "--jobs", "1", "--database", database)
    says(done, 2, "would be counted twice")


def _nearest(path: str, places: set[str]) -> str:
    """Return the place that a path is in: itself, or the nearest folder above."""
    return path if path in places else _nearest(path.rpartition("/")[0], places)


def test_access_names_for_each_file_by_its_place_whom_the_kernel_lets_open_it() -> None:
    with guarded_share() as guarded:
        rows = _rows("access", guarded.database)
        cells = _cells("access", guarded.database)
        files = {str(each.relative_to(guarded.root)) for each in guarded.root.rglob("*.*")}
        places = {str(row["path"]) for row in rows}
        assert {"", "Housing", "Housing/Private", "Payroll/6.txt"} <= places
        assert not {"Housing/1.txt", "Housing/Rents", "Payroll/5.txt"} & places
        for who in UIDS:
            mine = [row for row in rows if row["person"] == who]
            for right, tried in KERNEL.items():
                granted = {row["path"] for row in mine if row["right"] == right}
                can = {file for file in files if _nearest(file, places) in granted}
                assert can == guarded.may(who, tried)
        (way,) = (row for row in rows if row["path"] == "Housing" and row["person"] == "bob")
        assert "member of group housing, which may list" in str(way["steps"])
        steps = rows[0]["steps"]
        assert isinstance(steps, list)
        assert cells[0]["steps"] == "; ".join(map(str, steps))
