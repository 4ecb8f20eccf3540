"""Who could reach a file over nights in which its ACLs changed: conftest.py."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from scanner.catalogue.engine import reader
from scanner.catalogue.queries.history import Between, Past, as_of, between
from tests.reports.cli.calling import says, stocktake
from tests.reports.guarded_share import Guarded
from tests.scanner.catalogue.queries.conftest import FIRST, FOURTH, SECOND, THIRD


@contextmanager
def _opened(nights: Guarded) -> Iterator[Connection]:
    engine = reader(nights.database)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _past(
    nights: Guarded, when: str, folder: str = "Payroll", name: str | None = "5.txt"
) -> Past | None:
    with _opened(nights) as connection:
        return as_of(connection, 1, folder, name, when)


def _readers(nights: Guarded, when: str) -> set[str]:
    past = _past(nights, when)
    assert past
    assert past.reach.known
    return {each.person for each in past.reach.grants if each.right == "read"}


def _between(nights: Guarded, first: str, last: str) -> Between | None:
    with _opened(nights) as connection:
        return between(connection, 1, "Payroll", "5.txt", first, last)


def _read(found: Between | None) -> dict[str, tuple[str, str | None, bool]]:
    """Return when each person's reading began and ended, and whether it was only seen after."""
    assert found
    assert not found.unknown
    return {
        each.grant.person: (each.begins.at, each.ends and each.ends.at, each.only_after)
        for each in found.periods
        if each.grant.right == "read"
    }


def test_each_day_has_the_answer_of_the_last_scan_before_it(nights: Guarded) -> None:
    assert _readers(nights, FIRST) == {"ann"}
    assert _readers(nights, "2026-03-02T23:59:59+00:00") == {"ann"}
    assert _readers(nights, SECOND) == {"ann", "bob"}
    assert _readers(nights, "2026-03-04T23:59:59+00:00") == {"ann", "bob"}
    assert _readers(nights, FOURTH) == {"ann"}
    past = _past(nights, "2026-03-04T23:59:59+00:00")
    assert past
    assert [each.at for each in past.seen] == [SECOND]
    assert [each.at for each in past.following] == [THIRD]


def test_what_no_scan_had_come_to_or_was_gone_is_not_known(nights: Guarded) -> None:
    assert _past(nights, "2026-02-28T23:59:59+00:00") is None
    assert _past(nights, THIRD) is None
    before = _read(_between(nights, "2026-02-01T00:00:00+00:00", "2026-02-02T00:00:00+00:00"))
    assert before == {"ann": (FIRST, THIRD, True)}, "the first scan is not when it was made"
    with _opened(nights) as connection:
        assert between(connection, 1, "Payroll", "none.txt", FIRST, FOURTH) is None


def test_a_folder_and_the_root_have_a_past_too(nights: Guarded) -> None:
    for folder, name in (("Payroll", None), ("", None)):
        past = _past(nights, THIRD, folder, name)
        assert past
        assert past.reach.known
    before = _past(nights, FIRST, "Payroll", None)
    assert before
    assert {each.person for each in before.reach.grants} == {"ann"}


def test_between_two_days_all_are_named_who_could_for_a_time(nights: Guarded) -> None:
    found = _between(nights, "2026-03-04T00:00:00+00:00", "2026-03-04T23:59:59+00:00")
    assert _read(found) == {"ann": (FIRST, THIRD, False), "bob": (SECOND, THIRD, False)}
    assert found
    assert [each.at for each in found.seen] == [SECOND, THIRD]


def test_a_grant_begins_and_ends_when_it_did_whatever_days_are_asked_about(nights: Guarded) -> None:
    days = [f"2026-03-0{day}T12:00:00+00:00" for day in range(1, 9)]
    for at, first in enumerate(days):
        for last in days[at:]:
            found = _between(nights, first, last)
            told = (
                {
                    (each.begins.at, each.ends and each.ends.at)
                    for each in found.periods
                    if (each.grant.person, each.grant.right) == ("ann", "read")
                }
                if found
                else set()
            )
            there = first < THIRD, last > SECOND  # what the fourth scan found new may be as old
            assert told == {
                *({(FIRST, THIRD)} if there[0] else ()),
                *({(FOURTH, None)} if there[1] and last > THIRD else ()),
            }, (first, last)


def test_what_is_first_seen_after_the_days_may_have_begun_in_them(nights: Guarded) -> None:
    early = _read(_between(nights, FIRST, "2026-03-02T23:59:59+00:00"))
    assert early["bob"] == (SECOND, THIRD, True)
    assert early["ann"][2] is False
    gone = _read(_between(nights, "2026-03-05T03:00:00+00:00", "2026-03-06T23:59:59+00:00"))
    assert gone == {"ann": (FOURTH, None, True)}


def test_the_command_says_it_in_words(nights: Guarded) -> None:
    file = nights.root / "Payroll" / "5.txt"
    asked = ("who-can-reach", file, "--database", nights.database)
    shown = stocktake(*asked, "--as-of", "2026-03-04").stdout
    assert "bob (staff) can read" in shown
    assert "As the scan found it that ended 2026-03-03" in shown
    assert "bob" not in stocktake(*asked).stdout
    for zone, seen in (("EST5", "2026-03-02 21:00 EST"), ("GMT0", "2026-03-01 02:00 GMT")):
        shown = stocktake(*asked, "--as-of", "2026-03-02", TZ=zone).stdout  # a day of that zone
        assert f"As the scan found it that ended {seen}:" in shown
    shown = stocktake(*asked, "--between", "2026-03-01", "2026-03-07").stdout
    assert "bob (staff) could read from the scan of 2026-03-03" in shown
    assert "until the scan of 2026-03-05" in shown
    assert shown.startswith("2 people could read this, 1 could change it from 2026-03-01 to ")
    ever = (*asked, "--between", "2026-03-01", "2026-03-07", "--format", "jsonl")
    rows = [json.loads(line) for line in stocktake(*ever).stdout.splitlines()]
    (bob,) = (row for row in rows if (row["person"], row["right"]) == ("bob", "read"))
    assert (bob["begins"], bob["ends"], bob["only_after"]) == (SECOND, THIRD, False)
    assert bob["steps"][-1].endswith("may read")
    says(stocktake(*asked, "--as-of", "2026-02-01"), 2, "was not known on 2026-02-01")
    says(stocktake(*asked, "--as-of", "3 March"), 2, "write it as 2026-03-03")
    says(stocktake(*asked, "--as-of", "2999-01-01"), 2, "2999-01-01 lies ahead")
    says(stocktake(*asked, "--between", "2026-03-07", "2026-03-01"), 2, "after the second")
    both = ("--as-of", "2026-03-01", "--between", "2026-03-01", "2026-03-02")
    says(stocktake(*asked, *both), 2, "not both")
