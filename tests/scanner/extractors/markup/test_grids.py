from __future__ import annotations

import pytest

from scanner.extractors.base import Kind, TablePassage, locate
from scanner.extractors.markup.grids import Grid, Layout, layout_of

HEADERS = {
    "labels": (["Name\tNI number", "Ann\tQQ1"], 0, ("Name", "NI number")),
    "numbered": (["Name\tAddress 1\tAddress 2", "A\tB\tC"], 0, ("Name", "Address 1", "Address 2")),
    "below a title": (["Staff", "Name\tDOB\tPay", "Ann\t1\t2"], 1, ("Name", "DOB", "Pay")),
    "with figures": (
        ["Pupil\tDOB\tUPN\t1st choice\t2025/26", "Ann\t1\t2\t3\t4"],
        0,
        ("Pupil", "DOB", "UPN", "1st choice", "2025/26"),
    ),
    "below groups": (
        ["Pupil\t\t\tParent", "Surname\tDOB\tYr\tName\t1st", "Lee\t1\t2\tAnn\tx"],
        1,
        ("Pupil\nSurname", "DOB", "Yr", "Parent\nName", "1st"),
    ),
    "in two rows": (
        ["\t\tPost\tTel", "Name\tDOB\tcode\t1", "Ann\t1\tLS1 4AB\t3"],
        1,
        ("Name", "DOB", "Post\ncode", "Tel\n1"),
    ),
    "below a title of two cells": (
        ["Staff list\tMay", "Name\tDOB\tPay", "Ann\t1\t2"],
        1,
        ("Staff list\nName", "May\nDOB", "Pay"),
    ),
    "contrast": (["Alpha\tBeta\tGamma", "1\t2\t3"], 0, ("Alpha", "Beta", "Gamma")),
}


@pytest.mark.parametrize(("rows", "titles", "header"), HEADERS.values(), ids=HEADERS.keys())
def test_header_when_there_then_is_found(
    rows: list[str], titles: int, header: tuple[str, ...]
) -> None:
    layout = layout_of(rows)
    assert (layout.titles, layout.header) == (titles, header)


@pytest.mark.parametrize(
    "rows",
    [
        ["Smith\tJohn\tLeeds", "Jones\tAnn\tYork"],
        ["1\t2", "3\t4"],
        ["Name\tDOB"],
        [],
        ["Name\tAnn Lee\tAge\t16+\tTel\t0113 496 0123", "x\ty\tz\t1\t2\t3"],
    ],
    ids=["people", "figures", "nothing below", "empty", "a value among labels"],
)
def test_header_when_in_doubt_then_there_is_none(rows: list[str]) -> None:
    assert layout_of(rows).header is None


def test_rows_when_many_then_come_in_order_and_none_is_lost() -> None:
    grid = Grid(1, (("sheet", 1),))
    rows = ["Name\tNumber", *(f"Ann Example\t{n}" for n in range(100_000))]
    parts = []
    for start in range(0, len(rows), 500):
        parts += grid.extend(rows[start : start + 500])
    parts += grid.finish()
    assert [line for part in parts for line in part.text.split("\n")] == rows[1:]
    last = parts[-1]
    assert isinstance(last, TablePassage)
    assert last.header == ("Name", "Number")
    assert locate(last, len(last.text) - 1) == (("sheet", 1), ("cell", "B100001"))


def test_form_when_it_has_two_pairs_then_each_is_a_line() -> None:
    grid = Grid(1, (("table", 1),), Kind.HEADER)
    grid.extend(["Name:\tAnn\tDOB:\t2 May 1970", "Phone:\t01632 960001\tPost:\tclerk"])
    (part,) = grid.finish()
    assert part.text.split("\n") == [
        "Name: Ann",
        "DOB: 2 May 1970",
        "Phone: 01632 960001",
        "Post: clerk",
    ]
    assert locate(part, part.text.index("2 May")) == (("table", 1), ("cell", "D1"))


SIDE = [
    "Name\tAnn Hill\tOmar Reed",
    "DOB\t2 May 1970\t3 May 1980",
    "Passport no\t123456789\t234567891",
]


@pytest.mark.parametrize("rows", [SIDE, [*SIDE[1:], "Phone\t01632 960001\t01632 960002"]])
def test_table_when_it_lies_on_its_side_then_all_its_rows_are_data(rows: list[str]) -> None:
    assert layout_of(rows) == Layout(0, None)


def test_boxes_when_each_holds_a_character_then_they_stay_on_the_line_of_their_label() -> None:
    grid = Grid(1, (("table", 1),))
    grid.extend(["NHS number\t" + "\t".join("9990000018"), "Surname\tA\tB"])
    (part,) = grid.finish()
    assert part.text.split("\n") == ["NHS number: 9 9 9 0 0 0 0 0 1 8", "Surname: A", "B"]
    assert locate(part, part.text.index("9")) == (("table", 1), ("cell", "B1"))


def test_grid_when_it_jumps_then_rows_keep_their_numbers() -> None:
    grid = Grid(1, ())
    grid.extend(["1\t2"])
    parts = [*grid.jump(900), *grid.extend(["3\t4"]), *grid.finish()]
    assert [part.first_row for part in parts if isinstance(part, TablePassage)] == [1, 900]
