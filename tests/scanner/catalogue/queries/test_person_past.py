"""What one person could open over nights in which ACLs changed (conftest.py), and as of now."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from scanner.catalogue.queries.person import OpenPlace, Opens, PersonReach, Stood, reach_of
from scanner.catalogue.queries.person_past import as_of, between
from scanner.catalogue.queries.principals import account_named
from scanner.catalogue.queries.spans import Moment
from tests.reports.cli.calling import says, stocktake
from tests.reports.guarded_share import UIDS, Guarded
from tests.scanner.catalogue.nights import Catalogue
from tests.scanner.catalogue.queries.conftest import FIRST, FOURTH, SECOND, THIRD

_Ask = Callable[[str, str], PersonReach | None]
_SECOND, _THIRD = Moment(SECOND, 2), Moment(THIRD, 3)


@pytest.fixture
def connection(nights: Guarded) -> Iterator[Connection]:
    with Catalogue(nights.database).reading() as connection:
        yield connection


def _payroll(found: PersonReach | None) -> dict[Opens, OpenPlace]:
    assert found
    return {each.opens: each for each in found.places if each.folder == "Payroll"}


def _steps_apart(places: tuple[OpenPlace, ...]) -> list[OpenPlace]:
    """Return places with their grants in one order: those with as many files may come in any."""
    return [
        replace(each, grants=tuple(sorted(each.grants, key=lambda way: (way.right, way.steps))))
        for each in places
    ]


@pytest.mark.parametrize("who", [*UIDS, "root"])
def test_the_end_of_the_last_scan_has_the_answer_of_now(who: str, connection: Connection) -> None:
    account = account_named(connection, who)
    now, past = reach_of(connection, account), as_of(connection, account, FOURTH)
    assert past
    assert _steps_apart(past.places) == _steps_apart(now.places)
    assert past.people == now.people
    assert now.places


def test_each_day_has_the_answer_of_the_last_scan_before_it(connection: Connection) -> None:
    bob = account_named(connection, "bob")
    assert Opens.READ not in _payroll(as_of(connection, bob, FIRST))
    past = as_of(connection, bob, "2026-03-04T23:59:59+00:00")
    (way,) = _payroll(past)[Opens.READ].grants
    assert (way.right, way.files, way.stood) == ("read", 1, None)
    assert Opens.READ not in _payroll(as_of(connection, bob, THIRD)), "the file is gone"
    assert past
    assert [told[1:] for told in past.told] == [((_SECOND,), (_THIRD,))]
    assert as_of(connection, bob, "2026-02-28T23:59:59+00:00") is None


def test_between_two_days_a_file_counts_once_by_all_that_could_be_done_with_it(
    connection: Connection,
) -> None:
    bob, ann = (account_named(connection, each) for each in ("bob", "ann"))
    found = between(connection, bob, "2026-03-04T00:00:00+00:00", "2026-03-04T23:59:59+00:00")
    read = _payroll(found)[Opens.READ]
    assert (read.files, read.entities[0].name, read.people) == (1, "UK_NINO", (1, 1))
    assert read.grants[0].stood == Stood(_SECOND, _THIRD, only_after=False)
    early = between(connection, bob, FIRST, "2026-03-02T23:59:59+00:00")
    assert _payroll(early)[Opens.READ].grants[0].stood == Stood(_SECOND, _THIRD, only_after=True)
    within = between(connection, ann, "2026-03-04T00:00:00+00:00", "2026-03-04T23:59:59+00:00")
    since = {way.stood for way in _payroll(within)[Opens.BOTH].grants}
    assert since == {Stood(Moment(FIRST, 1), _THIRD, only_after=False)}, "not from the 3rd"
    whole = _payroll(between(connection, ann, FIRST, FOURTH))[Opens.BOTH]
    assert whole.files == 1, "5.txt, gone and back again"
    assert {way.stood for way in whole.grants} == {Stood(Moment(FIRST, 1), None, only_after=False)}


def test_the_command_says_it_in_the_words_of_who_can_reach(nights: Guarded) -> None:
    asked = ("reach-of", "bob", "--reason=test", "--database", nights.database)
    shown = stocktake(*asked, "--as-of", "2026-03-04").stdout
    assert "staff: on 2026-03-04: could read " in shown
    assert "As the scan found it that ended 2026-03-03" in shown
    assert "  Payroll: could read 1 of its 3 files (Payroll/5.txt), " in shown
    assert "What changed after it was seen by the next scan, 2026-03-05" in shown
    assert "  Payroll: could read" not in stocktake(*asked).stdout
    ever = ("--between", "2026-03-01", "2026-03-07")
    shown = stocktake(*asked, *ever).stdout
    assert "    read, from the scan of 2026-03-03" in shown
    assert "until the scan of 2026-03-05" in shown
    assert "Scans that tell of this time: 2026-03-01" in shown
    rows = stocktake(*asked, *ever, "--format", "jsonl").stdout.splitlines()
    (read,) = (
        row for row in map(json.loads, rows) if (row["folder"], row["opens"]) == ("Payroll", "read")
    )
    assert (read["grants"][0]["begins"], read["grants"][0]["ends"]) == (SECOND, THIRD)
    says(stocktake(*asked, "--as-of", "2026-02-01"), 2, "Nothing was known on 2026-02-01")
    says(stocktake(*asked, "--as-of", "2026-03-01", *ever), 2, "not both")
