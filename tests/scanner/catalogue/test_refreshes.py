from __future__ import annotations

from pathlib import Path

from scanner.catalogue import runs
from scanner.catalogue.refreshes import Readers, readers_changed, store_refresh, stored_shares
from tests.connectors.memory import MemoryConnector, MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night


def test_a_refresh_and_a_share_run_never_have_one_id(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    share = MemoryShare()
    catalogue.night(share)
    for reason in (None, "The server could not be asked"):
        with catalogue.writing() as writer:
            number = runs.next_id(writer.connection)
            store_refresh(writer, number, "memory", "2026-03-03T10:00:00+00:00", reason)
            assert readers_changed(writer, 1, number) == Readers(0, 0, 0, 0)
            writer.commit()
    catalogue.night(share)
    assert catalogue.rows("SELECT id FROM share_run") == [(1,), (4,)]
    rows = catalogue.rows("SELECT id, outcome, reason FROM refresh")
    assert rows == [
        (2, "complete", None),
        (3, "incomplete", "The server could not be asked"),
    ]


def test_a_share_whose_scan_did_not_end_is_torn(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    catalogue.night(MemoryShare())
    with catalogue.writing() as writer:
        assert [each.torn for each in stored_shares(writer)] == [False]
        Night(writer, MemoryConnector(MemoryShare()), "/invented", TODAY).commit()
        assert [each.torn for each in stored_shares(writer)] == [True]
