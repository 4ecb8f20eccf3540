from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import reach
from benchmarks.estate import (
    PERSON,
    Domain,
    Size,
    make_files,
    refresh_reach,
    sum_up_shares,
    work_out_reach,
)
from scanner.catalogue.engine import reader
from scanner.catalogue.queries.person import reach_of
from scanner.catalogue.queries.principals import account_named

SMALL = Size(entries=4_000, descriptors=60, people=90)


def test_the_estate_is_as_large_as_was_asked_for_and_its_people_reach_a_part_of_it(
    tmp_path: Path,
) -> None:
    database = tmp_path / "estate.sqlite"
    make_files(database, SMALL)
    assert work_out_reach(database, Domain(SMALL.people)) >= SMALL.descriptors
    engine = reader(database)
    with engine.connect() as connection:
        found = reach_of(connection, account_named(connection, PERSON))
        rows = connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one()
    engine.dispose()
    files = Counter({each.opens.value: 0 for each in found.places})
    for place in found.places:
        files[place.opens.value] += place.files
    assert rows == SMALL.entries
    assert 0 < files["read"] + files["read and write"] < SMALL.entries


def test_a_person_who_joins_a_team_reads_more_and_one_who_is_new_is_one_more(
    tmp_path: Path,
) -> None:
    database = tmp_path / "estate.sqlite"
    make_files(database, SMALL)
    work_out_reach(database, Domain(SMALL.people))
    sum_up_shares(database)
    joined = Domain(SMALL.people, joined=True)
    more = refresh_reach(database, joined)
    assert {(each.now - each.before, each.more, each.fewer) for each in more} == {
        (0, 1, 0),
        (0, 0, 0),
    }
    new = refresh_reach(database, Domain(SMALL.people, joined=True, newcomer=True))
    assert {(each.now - each.before, each.more, each.fewer) for each in new} == {
        (1, 1, 0),
        (0, 0, 0),
    }


def test_each_answer_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "fresh_database", lambda name: tmp_path / name)
    result = reach.measure(SMALL)
    assert len(result) == 10
    assert all(each["seconds"] >= 0 and each["limit"] >= 1 for each in result.values())
