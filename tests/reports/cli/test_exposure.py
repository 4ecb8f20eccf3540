"""How exposed places are, of real files with real ACLs, held against who the kernel lets in."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest

from tests.reports.cli.calling import stocktake
from tests.reports.guarded_share import UIDS, Guarded, guarded_share


@pytest.fixture(scope="module")
def guarded() -> Iterator[Guarded]:
    with guarded_share() as made:
        yield made


def _asked(guarded: Guarded, *words: str) -> str:
    done = stocktake(*words, "--database", guarded.database)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_each_place_has_the_readers_whom_the_kernel_lets_in(guarded: Guarded) -> None:
    rows = [json.loads(line) for line in _asked(guarded, "exposure", "--format=jsonl").splitlines()]
    readers = {
        path: sum(path in guarded.may(who, "<") for who in UIDS)
        for path in ("Housing/1.txt", "Payroll/5.txt", "Payroll/6.txt")
    }
    assert [
        (row["folder"], row["files"], row["people_least"], row["people_most"], row["readers"])
        for row in rows
    ] == [
        ("Housing", 3, 1, 3, readers["Housing/1.txt"]),
        ("Payroll", 1, 1, 1, readers["Payroll/5.txt"]),
        ("Housing/Private", 1, 1, 1, 0),  # only cat, who may not pass the folder above
        ("Payroll", 1, 1, 1, readers["Payroll/6.txt"]),
    ]
    assert [row["exposure"] for row in rows] == [6, 1, 0, 0]
    assert [row["paths"] for row in rows] == [
        [],
        ["Payroll/5.txt"],
        ["Housing/Private/3.txt"],
        ["Payroll/6.txt"],
    ]
    assert all(row["known"] for row in rows)
    assert rows[2]["categories"] == {"health": 1}
    cells = list(csv.DictReader(io.StringIO(_asked(guarded, "exposure", "--format=csv"))))
    assert [list(row) for row in cells] == [list(row) for row in rows]


def test_places_below_a_folder_have_the_readers_whom_the_kernel_lets_in(guarded: Guarded) -> None:
    asked = _asked(guarded, "who-can-reach", str(guarded.root / "Payroll"), "--format=jsonl")
    rows = [json.loads(line) for line in asked.splitlines()]
    below = [row for row in rows if row["principal"] == "place below"]
    can = {who for who in UIDS if "Payroll/6.txt" in guarded.may(who, "<")}
    assert [(row["apart"], row["files"], row["readers"]) for row in below] == [(True, 1, len(can))]
    assert below[0]["paths"] == [f"{guarded.root}/Payroll/6.txt"]
    assert {row["person"] for row in rows} >= {"ann"}, "then the folder's own answer"
    whole = _asked(guarded, "who-can-reach", str(guarded.root))
    first, *places = whole.partition("widest first:\n")[2].splitlines()
    assert re.fullmatch(rf"    \d people: {guarded.root}/\w+ \(\d files\)", first)
    payroll = f"{guarded.root}/Payroll/6.txt, of its own permissions"
    assert f"    administrators only: {payroll}" in places
    housing = _asked(guarded, "who-can-reach", str(guarded.root / "Housing" / "Rents"))
    assert "All that lies below it can be read by the same people." in housing
    file = _asked(guarded, "who-can-reach", str(guarded.root / "Housing" / "1.txt"))
    assert "below" not in file


def test_it_agrees_with_what_the_terminal_calls_most_exposed(guarded: Guarded) -> None:
    shown = _asked(guarded, "findings").partition("most exposed first")[2]
    files = [line.split() for line in shown.splitlines() if ".txt" in line]
    by_place = re.findall(r"^([\d,]+) = .*council/(\S+) ", _asked(guarded, "exposure"), re.M)
    assert files[0][0].startswith("Housing/")
    assert by_place[0] == ("6", "Housing")
    assert sum(int(people) * int(can) for _, people, can in files if can.isdigit()) == sum(
        int(exposure) for exposure, _ in by_place
    )
