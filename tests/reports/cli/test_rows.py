from __future__ import annotations

import csv
import io

import pytest

from reports.cli.rows import write_rows

_ROWS = ({"name": "=cmd\n", "steps": ["a"], "files": 1}, {"name": "b", "steps": [], "files": 2})


@pytest.mark.parametrize(
    ("layout", "written"),
    [
        ("jsonl", [r'{"name": "=cmd\n", "steps": ["a"], "files": 1}']),
        ("csv", ["name,steps,files", "'=cmd[U+000A],a,1", "b,,2"]),
    ],
)
def test_rows_are_written_one_a_line_and_no_cell_is_a_formula(
    layout: str, written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write_rows(layout, ("name", "steps", "files"), _ROWS)
    assert capsys.readouterr().out.splitlines()[: len(written)] == written


def test_without_rows_csv_is_its_heading(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows("csv", ("name", "files"), ())
    assert capsys.readouterr().out.splitlines() == ["name,files"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (["a", "b\n"], "a; b[U+000A]"),
        (["=cmd|x", "b"], "'=cmd|x; b"),
        ({"=1+1": 2}, "'=1+1: 2"),
        ({"UK_NINO": 2, "UK_NHS": 1}, "UK_NINO: 2; UK_NHS: 1"),
        ([["page", 3], ["line", 1]], "page 3; line 1"),
        (
            [{"right": "read", "steps": ["a", "b"], "files": 2}, {"right": "write", "steps": []}],
            "right: read, steps: a → b, files: 2; right: write, steps: ",
        ),
        ([], ""),
        ({}, ""),
    ],
)
def test_a_cell_of_several_values_is_read_by_people_and_no_formula(
    value: object, cell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_rows("csv", ("it",), ({"it": value},))
    ((written,),) = list(csv.reader(io.StringIO(capsys.readouterr().out)))[1:] or [[""]]
    assert written == cell
