from __future__ import annotations

from pathlib import Path

from scanner.catalogue.engine import reader
from scanner.catalogue.queries.access import shares
from scanner.catalogue.queries.places import entries_with_findings, place_totals
from tests.reports.tiny_share import make_clean_share, make_share, scanned


def test_places_are_top_folders_with_all_below_and_the_files_beside_them(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    scanned(make_share(tmp_path / "council"), database)
    with reader(database).connect() as connection:
        ((share, _root),) = shares(connection)
        places = place_totals(connection, share)
        holding = entries_with_findings(connection, share)
    ninos = {
        place.name: (each.entries, each.occurrences)
        for place in places
        for each in place.entities
        if each.entity == "UK_NINO"
    }
    assert ninos == {"Housing": (3, 3), "Pensions": (2, 2), "": (1, 1)}
    assert [place.name for place in places] == ["Housing", "Pensions", ""]
    assert holding == 6


def test_a_share_where_nothing_was_found_has_no_places(tmp_path: Path) -> None:
    database = tmp_path / "catalogue.sqlite"
    scanned(make_clean_share(tmp_path / "parish"), database)
    with reader(database).connect() as connection:
        ((share, _root),) = shares(connection)
        assert place_totals(connection, share) == ()
        assert entries_with_findings(connection, share) == 0
