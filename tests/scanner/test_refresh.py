"""Groups that change while nothing is scanned: real ACLs, and answers held to the kernel's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scanner.catalogue.engine import scan_lock
from tests.reports.cli.calling import says, stocktake
from tests.reports.guarded_share import (
    GROUPS,
    Guarded,
    guarded_share,
    scan_with_people,
    with_people,
)
from tests.scanner.reaching import held

_BOB_TOO = {**GROUPS, "payroll": ("ann", "bob")}
_CAT_ALONE = {**GROUPS, "payroll": ("cat",)}


@pytest.fixture
def guarded() -> Iterator[Guarded]:
    with guarded_share() as share:
        yield share


def _rows(guarded: Guarded, sql: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(guarded.database)) as connection, connection:
        return connection.execute(sql, values).fetchall()


def _exported(guarded: Guarded, table: str) -> str:
    return stocktake("export", table, "--database", guarded.database).stdout


def _asked(guarded: Guarded, name: str, *words: str) -> str:
    done = stocktake("who-can-reach", guarded.root / name, "--database", guarded.database, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def _readers(shown: str) -> set[str]:
    return {who for who, right in held(shown) if right == "read"}


def test_after_a_refresh_the_answers_are_what_the_kernel_lets_people_open(
    guarded: Guarded,
) -> None:
    base, files = guarded.database.parent, _exported(guarded, "entries")
    coverage, folders = _exported(guarded, "coverage"), _rows(guarded, "SELECT * FROM folder")
    done = with_people(base, _BOB_TOO, "refresh-access")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{guarded.root}: 4 people can read files in it, 4 before; 1 can read more than before.\n"
    )
    for name in ("Payroll/5.txt", "Payroll/6.txt", "Housing/1.txt"):
        really = {user for user in ("ann", "bob", "cat", "dan")
                  if name in guarded.may(user, "<", _BOB_TOO)}  # fmt: skip
        assert _readers(_asked(guarded, name)) == really
    assert _exported(guarded, "entries") == files
    assert _exported(guarded, "coverage") == coverage
    assert _rows(guarded, "SELECT * FROM folder") == folders
    done = with_people(base, _BOB_TOO, "refresh-access", str(guarded.root / "Payroll"))
    assert done.stdout == f"{guarded.root}: 4 people can read files in it, as before.\n"
    done = with_people(base, _CAT_ALONE, "refresh-access", str(guarded.root))
    assert "1 can read more than before, 2 less.\n" in done.stdout


def test_the_past_is_told_by_refreshes_and_scans_alike(guarded: Guarded) -> None:
    base = guarded.database.parent
    for groups in (_BOB_TOO, _CAT_ALONE):
        assert with_people(base, groups, "refresh-access").returncode == 0
    scan_with_people(base, guarded.root, _CAT_ALONE)
    days = dict(zip((1, 2, 3, 4), (f"2026-03-0{day}T12:00:00+00:00" for day in (1, 3, 5, 7)),
                    strict=True))  # fmt: skip
    for table in ("share_run", "refresh"):
        for number, day in days.items():
            _rows(guarded, f"UPDATE {table} SET finished = ? WHERE id = ?", day, number)  # noqa: S608 - constants
    file = "Payroll/5.txt"
    for day, who in (("02", "ann"), ("04", "ann bob"), ("06", "cat"), ("08", "cat")):
        assert _readers(_asked(guarded, file, "--as-of", f"2026-03-{day}")) == set(who.split())
    shown = _asked(guarded, file, "--as-of", "2026-03-04")
    assert shown.startswith(
        "As the scan found it that ended 2026-03-01 12:00 UTC, with the accounts of the refresh of"
        " 2026-03-03 12:00 UTC:\n"
    )
    assert shown.endswith(
        "A change of accounts after it was seen by the next refresh, 2026-03-05 12:00 UTC.\n"
        "What changed after it was seen by the next scan, 2026-03-07 12:00 UTC.\n"
    )
    exported = map(json.loads, _exported(guarded, "memberships").splitlines())
    assert [
        (row["member"], row["since"], row["until"]) for row in exported if row["group"] == "payroll"
    ] == [("ann", days[1], days[3]), ("bob", days[2], days[3]), ("cat", days[3], None)]
    stood = (
        "ann (staff) could read from the scan of 2026-03-01 12:00 UTC until the refresh of 2026-03",
        "bob (staff) could read from the refresh of 2026-03-03 12:00 UTC until the refresh of 2026",
    )
    for first in ("2026-03-02", "2026-03-04"):
        shown = _asked(guarded, file, "--between", first, "2026-03-04")
        assert all(f"\n{each}" in shown for each in stood), "from when it was, whatever is asked"
    assert (
        "cat (staff) could read from the refresh of 2026-03-05 12:00 UTC (first seen after" in shown
    )
    before = _asked(guarded, file, "--between", "2026-03-01", "2026-03-02")
    assert "bob (staff) could read from the refresh of 2026-03-03" in before
    assert "cat" not in before, "the refresh of the 3rd saw that she could not"


def test_an_account_that_was_removed_is_said_to_be_until_it_is_back(guarded: Guarded) -> None:
    base = guarded.database.parent

    def told(name: str) -> tuple[object, object]:
        rows = map(json.loads, _exported(guarded, "principals").splitlines())
        (row,) = (each for each in rows if each["name"] == name and each["kind"] == "staff")
        return row["enabled"], row["removed"]

    assert told("dan") == (None, None)
    assert with_people(base, GROUPS, "refresh-access", removed="dan").returncode == 0
    ((ended,),) = _rows(guarded, "SELECT finished FROM refresh")
    assert told("dan") == (False, ended)
    assert told("ann") == (None, None)
    shown = stocktake("reach-of", "--reason=test", "dan", "--database", guarded.database).stdout
    assert "\nThis account has been removed: the refresh of 20" in shown
    assert (
        "This account"
        not in stocktake("reach-of", "--reason=test", "ann", "--database", guarded.database).stdout
    )
    assert with_people(base, GROUPS, "refresh-access").returncode == 0
    assert told("dan") == (None, None)


def test_a_scan_that_was_cut_off_is_taken_up_after_a_refresh_and_ends_the_same(
    guarded: Guarded,
) -> None:
    base = guarded.database.parent
    _rows(guarded, "UPDATE share_run SET finished = NULL, outcome = 'stopped'")
    assert with_people(base, _BOB_TOO, "refresh-access").returncode == 0
    assert _readers(_asked(guarded, "Payroll/5.txt")) == {"ann", "bob"}
    scan_with_people(base, guarded.root, _CAT_ALONE)
    assert _rows(guarded, "SELECT id, outcome FROM share_run") == [(1, "complete")]
    assert _rows(guarded, "SELECT id, outcome, reason FROM refresh") == [(2, "complete", None)]
    assert _readers(_asked(guarded, "Payroll/5.txt")) == {"cat"}
    scan_with_people(base, guarded.root, GROUPS)
    assert _rows(guarded, "SELECT id FROM share_run") == [(1,), (3,)]


def test_what_cannot_be_refreshed_is_said_and_nothing_is_done(
    guarded: Guarded, tmp_path: Path
) -> None:
    at = ("--database", str(guarded.database))
    says(stocktake("refresh-access", tmp_path, *at), 2, "is not in the catalogue")
    says(stocktake("refresh-access", "smb://files01", *at), 2, "smb://files01 is not in the")
    with scan_lock(guarded.database):
        says(stocktake("refresh-access", *at), 3, "Another scan is writing")
    _rows(guarded, "UPDATE share SET connector = 'sharepoint', source = 'sharepoint:/srv/rents'")
    says(stocktake("refresh-access", guarded.root, *at), 2, "export of SharePoint's permissions")
    done = stocktake("refresh-access", *at)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("its accounts stand in a SharePoint export.\n")
    assert _rows(guarded, "SELECT * FROM refresh") == []
