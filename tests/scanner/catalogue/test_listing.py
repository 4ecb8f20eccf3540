"""Listings in the catalogue: what is work, how long a row holds, and what is gone."""

from __future__ import annotations

import os

import pytest

from connectors.base import Cause, DescriptorKind, Exclusion, Listing, Ref, SecurityDescriptor
from scanner.catalogue.runs import Ended
from scanner.crawl import Why
from tests.connectors.memory import MemoryConnector, MemoryShare
from tests.scanner.catalogue.nights import OTHER, TODAY, Catalogue, Night

NHS = b"UK_NHS 9990000018\n"
_ENTRY = "SELECT name, state, cause, size_bytes, since FROM entry ORDER BY name"
_PAST = "SELECT name, state, size_bytes, since, until FROM entry_past ORDER BY until, id"


def _night(catalogue: Catalogue, *listings: Listing) -> None:
    """Store listings as the whole of a share; what is work is not read."""
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(MemoryShare()), "/invented", TODAY)
        for listing in listings:
            night.take(listing)
        night.end()


def test_all_that_is_to_be_read_is_a_gap_until_it_has_been(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.txt"), NHS)
    share.make_folder(("sub",))
    share.write(Ref(("sub",), "b.txt"), NHS)
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(share), "/invented", TODAY)
        work = night.crawl()
        assert {each.why for each in work} == {Why.NEW}
        found = night.end(Ended.STOPPED)
    assert (found.enumerated, found.gaps) == (2, 2)
    assert {row[2] for row in catalogue.rows(_ENTRY)} == {"not-reached"}


def test_a_change_closes_the_row_that_was_and_keeps_the_entry(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.txt"), NHS)
    share.write(Ref((), "same.txt"), NHS)
    catalogue.night(share)
    before = dict(catalogue.rows("SELECT name, id FROM entry"))
    share.write(Ref((), "a.txt"), b"")
    catalogue.night(share)
    assert dict(catalogue.rows("SELECT name, id FROM entry")) == before
    assert catalogue.rows(_ENTRY) == [
        ("a.txt", "examined", None, 0, 2),
        ("same.txt", "examined", None, len(NHS), 1),
    ]
    assert catalogue.rows(_PAST) == [("a.txt", "examined", len(NHS), 1, 2)]


def test_a_file_that_vanishes_is_kept_in_the_past_and_returns_as_a_row_of_its_own(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.txt"), NHS)
    catalogue.night(share)
    share.remove(Ref((), "a.txt"))
    catalogue.night(share)
    assert catalogue.rows(_ENTRY) == []
    assert catalogue.rows(_PAST) == [("a.txt", "examined", len(NHS), 1, 2)]
    share.write(Ref((), "a.txt"), NHS)
    assert catalogue.night(share).examined == 1
    assert catalogue.rows(_ENTRY) == [("a.txt", "examined", None, len(NHS), 3)]
    assert catalogue.rows(_PAST) == [("a.txt", "examined", len(NHS), 1, 2)]


def test_a_folder_that_vanishes_takes_all_below_it_along(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.make_folder(("a", "b"))
    share.write(Ref(("a", "b"), "deep.txt"), NHS)
    catalogue.night(share)
    share.remove(Ref((), "a"))
    assert catalogue.night(share).enumerated == 0
    assert catalogue.rows("SELECT path, since, until FROM folder ORDER BY path") == [
        ("", 1, None),
        ("a", 1, 2),
        ("a/b", 1, 2),
    ]
    share.make_folder(("a", "b"))
    share.write(Ref(("a", "b"), "deep.txt"), NHS)
    catalogue.night(share)
    current = "SELECT path, since FROM folder WHERE until IS NULL ORDER BY path"
    assert catalogue.rows(current) == [("", 1), ("a", 3), ("a/b", 3)]


def test_nothing_is_closed_by_a_night_that_was_stopped(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.make_folder(("a",))
    share.write(Ref(("a",), "deep.txt"), NHS)
    share.write(Ref((), "a.txt"), NHS)
    catalogue.night(share)
    kept = share.folder(("a",))
    share.remove(Ref((), "a.txt"))
    share.remove(Ref((), "a"))
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(share), "/invented", TODAY)
        night.crawl()
        night.end(Ended.STOPPED)
    assert [row[0] for row in catalogue.rows(_ENTRY)] == ["a.txt", "deep.txt"]
    assert catalogue.rows(_PAST) == []
    share.root.folders["a"] = kept  # what is back before the night's end was never gone
    catalogue.night(share)
    assert [row[0] for row in catalogue.rows(_ENTRY)] == ["deep.txt"]
    assert catalogue.rows("SELECT count(*) FROM folder WHERE until IS NOT NULL") == [(0,)]


def test_an_unchanged_folder_holds_no_work_and_its_rows_stay_as_they_were(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    for number in range(3):
        share.write(Ref((), f"{number}x.txt"), NHS)
    catalogue.night(share)
    before = catalogue.rows("SELECT * FROM entry"), catalogue.rows("SELECT * FROM folder")
    found = catalogue.night(share)
    assert (found.enumerated, found.examined, found.unchanged) == (3, 0, 3)
    assert (catalogue.rows("SELECT * FROM entry"), catalogue.rows("SELECT * FROM folder")) == before


@pytest.mark.parametrize("cause", list(Cause))
def test_no_gap_becomes_unchanged(catalogue: Catalogue, share: MemoryShare, cause: Cause) -> None:
    share.write(Ref((), "bad.txt"), f"gap {cause.value}\n".encode())
    share.write(Ref((), "good.txt"), NHS)
    catalogue.night(share)
    for _ in range(2):
        found = catalogue.night(share)
        assert (found.enumerated, found.examined, found.unchanged, found.gaps) == (2, 0, 1, 1)


def test_other_detectors_make_work_of_what_is_unchanged(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.txt"), NHS)
    catalogue.night(share, sets=OTHER)
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(share), "/invented", TODAY)
        assert [each.why for each in night.crawl()] == [Why.OTHER_SETS]


def test_exclusions_and_gaps_of_the_listing_are_stored_by_rule_and_cause(
    catalogue: Catalogue,
) -> None:
    stray = os.fsdecode(b"caf\xe9.txt")
    listing = Listing(
        (),
        excluded=(("link", Exclusion.SYMLINK), ("disk", Exclusion.MOUNT_POINT)),
        gaps=((stray, Cause.DENIED),),
    )
    for _ in range(2):
        _night(catalogue, listing)
        assert catalogue.rows("SELECT name, state, cause FROM entry ORDER BY state, name") == [
            ("disk", "excluded", "mount-point"),
            ("link", "excluded", "symlink"),
            ("/caf\\xe9.txt", "gap", "denied"),
        ]
        (counted,) = catalogue.rows(
            "SELECT enumerated, excluded, gaps FROM share_run ORDER BY id DESC LIMIT 1"
        )
        assert counted == (3, 2, 1)


def test_a_folder_that_cannot_be_listed_is_one_gap_and_its_inside_stays_known(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.make_folder(("closed", "below"))
    share.write(Ref(("closed",), "in.txt"), NHS)
    share.write(Ref(("closed", "below"), "in.txt"), NHS)
    catalogue.night(share)
    mode = share.folder(("closed",)).mode
    share.deny(Ref(("closed",), ""))
    found = catalogue.night(share)
    assert (found.enumerated, found.unchanged, found.gaps) == (1, 0, 1)
    assert len(catalogue.rows(_ENTRY)) == 2
    share.folder(("closed",)).mode = mode
    found = catalogue.night(share)
    assert (found.enumerated, found.unchanged, found.gaps) == (2, 2, 0)


def test_what_guards_a_folder_is_kept_with_its_past(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.make_folder(("a",))
    catalogue.night(share)
    share.folder(("a",)).mode &= ~0o005
    catalogue.night(share)
    assert catalogue.rows(
        "SELECT f.path, a.since, a.until FROM folder_access a JOIN folder f ON f.id = a.folder_id"
        " ORDER BY f.path, a.since"
    ) == [("", 1, None), ("a", 1, 2), ("a", 2, None)]


def test_a_share_whose_own_permissions_changed_is_told_from_one_where_nothing_did(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.txt"), NHS)
    told = (None, b"one", b"one", b"two", None)
    changed, stored = [], []
    for raw in told:
        share.security = None if raw is None else SecurityDescriptor(DescriptorKind.NT, raw)
        with catalogue.writing() as writer:
            night = Night(writer, MemoryConnector(share), "/invented", TODAY)
            night.whole()
            changed.append(night.listings.guards_changed)
        stored += catalogue.rows(
            "SELECT d.raw FROM share s LEFT JOIN descriptor d ON d.id = s.descriptor_id"
        )
    assert changed == [True, True, False, True, True]  # at first: there is a file
    assert stored == [(raw,) for raw in told]
