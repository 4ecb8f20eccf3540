"""What one person can open, of real files with real ACLs, held against who the kernel lets in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reports.cli.calling import COMMAND, on_a_terminal, says, stocktake
from tests.reports.guarded_share import UIDS, Guarded, guarded_share

_READ = {"read", "read and write"}
_WRITE = {"write", "read and write"}


@pytest.fixture(scope="module")
def guarded() -> Iterator[Guarded]:
    with guarded_share() as made:
        yield made


def _asked(guarded: Guarded, who: str, *more: str) -> str:
    done = stocktake("reach-of", who, "--reason=test", "--database", guarded.database, *more)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def _rows(guarded: Guarded, who: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _asked(guarded, who, "--format", "jsonl").splitlines()]


def _sum(rows: list[dict[str, Any]], opens: set[str]) -> int:
    return sum(row["files"] for row in rows if row["opens"] in opens)


@pytest.mark.parametrize("who", UIDS)
def test_as_many_files_can_be_opened_as_the_kernel_lets_that_person_open(
    who: str, guarded: Guarded
) -> None:
    rows = _rows(guarded, who)
    readable, writable = guarded.may(who, "<"), guarded.may(who, ">>")
    assert _sum(rows, _READ) == len(readable)
    assert _sum(rows, _WRITE) == len(writable)
    sizes = sum((guarded.root / path).stat().st_size for path in readable)
    assert sum(row["size_bytes"] for row in rows if row["opens"] in _READ) == sizes


def test_the_folders_are_those_where_it_begins_changes_or_ends(guarded: Guarded) -> None:
    assert [(row["folder"], row["opens"], row["files"]) for row in _rows(guarded, "ann")] == [
        ("", "read", 3),
        ("", "read and write", 1),
        ("Housing/Private", "none", 1),
        ("Payroll", "none", 1),
        ("Payroll", "read", 1),
        ("Payroll", "read and write", 1),
    ]
    assert [(row["folder"], row["opens"], row["files"]) for row in _rows(guarded, "cat")] == [
        ("", "read", 1),
        ("Housing", "none", 4),
        ("Payroll", "none", 3),
    ]


def test_files_that_open_otherwise_than_their_folder_are_told_by_path(guarded: Guarded) -> None:
    for who in UIDS:
        may = guarded.may(who, "<")
        for row in _rows(guarded, who):
            assert all((path in may) == (row["opens"] in _READ) for path in row["paths"])
            assert len(row["paths"]) == (row["files"] if row["apart"] or row["files"] == 1 else 0)
            assert row["files"] <= row["of_files"]
    assert [row["paths"] for row in _rows(guarded, "ann")] == [
        [],
        ["Housing/Rents/4.txt"],
        ["Housing/Private/3.txt"],
        ["Payroll/6.txt"],
        ["Payroll/broken.zip"],
        ["Payroll/5.txt"],
    ]


def test_a_folder_tells_grants_kinds_and_people_and_what_was_not_read(guarded: Guarded) -> None:
    first, *_, unread, changed = _rows(guarded, "ann")
    assert [(way["right"], way["files"], way["steps"][-1]) for way in first["grants"]] == [
        ("read", 2, "member of group housing, which may read"),
        ("read", 1, first["grants"][1]["steps"][-1]),
    ]
    assert first["grants"][1]["steps"][-1].startswith("anyone with an account on")
    assert (first["entities"], first["categories"]) == ({"UK_NINO": 2}, {"identity": 2})
    assert (first["people_least"], first["people_most"]) == (1, 2)
    assert (unread["files"], unread["unread"], unread["entities"]) == (1, 1, {})
    assert {way["right"] for way in changed["grants"]} == {"read", "write"}


def test_the_text_says_the_same_in_words(guarded: Guarded) -> None:
    said = _asked(guarded, "ann")
    assert said.startswith(
        "ann (uid:710101), staff: can read 6 files, less than 0.1 MB, in 1 share"
    )
    assert "and change 2." in said
    assert "data about 1 to 3 people" in said
    assert "  the whole share: can read 3 of its 4 files, " in said
    assert "files with National Insurance number 2 (identity)" in said
    assert "→ member of group housing, which may read (2 files)" in said
    assert "  Housing/Private: cannot open 1 file (Housing/Private/3.txt), " in said
    assert "  Payroll: can read 1 of its 3 files (Payroll/broken.zip), " in said
    assert "1 of them not read, so that what they hold is not known" in said
    assert "JG" not in said


@pytest.mark.parametrize("name", ["bob", "BOB", "uid:710102", "710102"])
def test_a_person_is_named_by_account_or_number(name: str, guarded: Guarded) -> None:
    assert _asked(guarded, name) == _asked(guarded, "bob")


def test_an_administrator_can_in_any_case_and_is_not_said_to_open_nothing(
    guarded: Guarded,
) -> None:
    (row,) = _rows(guarded, "root")
    (way,) = row["grants"]
    assert (row["opens"], row["files"], way["right"]) == ("administrator", 8, "write")
    assert way["steps"] == ["root, whom no permission holds back"]
    said = _asked(guarded, "root")
    assert "and change 8." in said
    assert "can read and change, in any case, 8 files" in said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ane", ("No account ane", "nearest", "ann (uid:710101)")),
        ("x\x1b[31m", ("No account x[U+001B][31m", "none has a name like it")),
        ("housing", ("is a group", "ann (uid:710101), bob (uid:710102)")),
        ("", ("No account ", "known")),
    ],
)
def test_whom_nobody_can_be_meant_by_is_one_line(
    name: str, said: tuple[str, ...], guarded: Guarded
) -> None:
    done = stocktake("reach-of", name, "--reason=test", "--database", guarded.database)
    says(done, 2, *said)
    assert done.stdout == ""


def test_csv_has_the_rows_of_jsonl(guarded: Guarded) -> None:
    cells = list(csv.DictReader(io.StringIO(_asked(guarded, "ann", "--format", "csv"))))
    rows = _rows(guarded, "ann")
    assert [list(row) for row in rows] == [list(row) for row in cells]
    assert cells[0]["grants"].startswith("right: read, steps: ")
    assert cells[0]["entities"] == "UK_NINO: 2"
    assert not any(cell.startswith(("[", "{")) for row in cells for cell in row.values())


def test_before_any_scan_it_says_what_to_do(empty_catalogue: Path) -> None:
    done = stocktake("reach-of", "ann", "--reason=test", "--database", empty_catalogue)
    says(done, 2, "No account is known yet", "stocktake scan PATH")


def test_who_asks_must_say_why_and_it_is_kept_before_anything_is_told(guarded: Guarded) -> None:
    kept = guarded.database.with_name("catalogue.sqlite.audit")
    kept.unlink(missing_ok=True)
    asked = ("reach-of", "ann", "--database", guarded.database)
    for words in ((), ("--reason", " ")):
        says(stocktake(*asked, *words), 2, "Say why you ask about this person, in --reason")
    assert not kept.exists()
    done = stocktake(*asked, "--reason", "Case 7", "--as-of", "2026-03-03")
    says(done, 2, "Nothing was known")
    told = json.loads(kept.read_text("utf-8"))
    assert (told["act"], told["identifier"], told["asked"], told["reason"]) == (
        *("reach-of", f"uid:{UIDS['ann']}", "on 2026-03-03", "Case 7"),
    )
    command = (*COMMAND, *asked)
    status, shown = on_a_terminal(command, typed=b"Case 8\n")
    assert (status, "Why do you ask about this person? It is kept: " in shown) == (0, True)
    assert [json.loads(line)["reason"] for line in kept.read_text("utf-8").splitlines()] == [
        *("Case 7", "Case 8"),
    ]
    kept.unlink()
    kept.mkdir()
    try:
        done = stocktake(*asked, "--reason", "Case 7")
    finally:
        kept.rmdir()
    assert done.stdout == ""
    says(done, 2, "Cannot record the look-up", "Nothing was looked up")
