"""What a listing means against the catalogue: each rule of what is work for tonight."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from connectors.base import (
    LASTING,
    Cause,
    DescriptorKind,
    EntryRow,
    Exclusion,
    Listing,
    Ref,
    SecurityDescriptor,
)
from scanner.crawl import Known, Why, compare, listing_digest
from tests.connectors.contract import listings
from tests.connectors.memory import MemoryConnector, MemoryShare
from tests.scanner.scanning import HOUSE

SETS, OTHER_SETS = b"today", b"yesterday"
ROW: EntryRow = ("a.txt", 10, 1_000, 2_000, 7, 3_000)
LISTING = Listing(
    ("folder",),
    (ROW, ("b.txt", 20, 1_001, 2_001, 8, 0)),
    ("below",),
    (("link", Exclusion.SYMLINK),),
    (("odd", Cause.DENIED),),
    descriptor=SecurityDescriptor(DescriptorKind.POSIX, b"raw"),
)
EXAMINED = Known(1, 10, 1_000, 2_000, 7, 5, SETS, "examined", None, 1, None, None)


def _why(known: Known | None, row: EntryRow = ROW) -> Why | None:
    found = compare(Listing((), (row,)), {} if known is None else {row[0]: known}, SETS, SETS)
    assert found.gone == ()
    return found.work[0][1] if found.work else None


@pytest.mark.parametrize(
    "changed",
    [
        {"entries": LISTING.entries[:1]},
        {"entries": (("c.txt", *ROW[1:]), LISTING.entries[1])},
        *(
            {
                "entries": (
                    (ROW[0], *(v + (at == n) for n, v in enumerate(ROW[1:]))),
                    LISTING.entries[1],
                )
            }
            for at in range(4)
        ),
        {"entries": ((ROW[0], ROW[1] + 2**40, *ROW[2:]), LISTING.entries[1])},
        {"subfolders": ()},
        {"subfolders": ("below", "more")},
        {"excluded": ()},
        {"excluded": (("link", Exclusion.SPECIAL_FILE),)},
        {"excluded": (("other", Exclusion.SYMLINK),)},
        {"gaps": ()},
        {"gaps": (("odd", Cause.VANISHED),)},
        {"descriptor": SecurityDescriptor(DescriptorKind.POSIX, b"RAW")},
        {"descriptor": None},
        {"guards": ()},
        {"guards": (("a.txt", SecurityDescriptor(DescriptorKind.SHAREPOINT, b"raw")),)},
        # One name moves from one kind to another.
        {"subfolders": (), "entries": (*LISTING.entries, ("below", 0, 0, 0, 0))},
    ],
)
def test_a_digest_changes_with_anything_that_was_listed(changed: dict[str, object]) -> None:
    assert listing_digest(replace(LISTING, **changed)) != listing_digest(LISTING)  # type: ignore[arg-type]  # fields by name


def test_a_digest_is_of_the_content_and_not_of_the_objects_or_the_process() -> None:
    # Strings made anew are other objects, which marshal by default marks as seen or not.
    made_anew = replace(
        LISTING,
        entries=tuple(("".join(list(row[0])), *row[1:]) for row in LISTING.entries),
        subfolders=("".join(["be", "low"]),),
    )
    assert listing_digest(made_anew) == listing_digest(LISTING)
    twice = Listing((), (("x", 1, 1, 1, 1, 1),), ("x",))
    assert listing_digest(twice) == listing_digest(
        Listing((), (("".join("x"), 1, 1, 1, 1, 1),), ("x",))
    )
    code = "from tests.scanner.test_crawl import *; print(listing_digest(LISTING).hex())"
    elsewhere = subprocess.run(
        [sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    assert elsewhere.stdout.strip() == listing_digest(LISTING).hex()
    assert len(listing_digest(LISTING)) == 16


def test_a_digest_takes_names_of_any_bytes_and_times_before_1970() -> None:
    one, other = (Listing((), ((f"caf{stray}.txt", 1, -1, -2, 3, 0),)) for stray in "\udce9\udcea")
    assert listing_digest(one) != listing_digest(other)


def test_what_is_as_it_was_is_no_work() -> None:
    assert _why(EXAMINED) is None


def test_a_name_without_a_row_is_new() -> None:
    assert _why(None) is Why.NEW


@pytest.mark.parametrize("at", range(1, 5))
def test_another_size_time_or_file_is_a_change(at: int) -> None:
    for step in (1, -1):  # a file with an old date that arrives is a change, too
        size, *times, file_id = (v + step * (n == at) for n, v in enumerate(ROW[1:5], 1))
        assert _why(EXAMINED, (ROW[0], size, times[0], times[1], file_id, ROW[5])) is Why.CHANGED


def test_who_opened_a_file_is_no_change() -> None:
    opened: EntryRow = (*ROW[:5], ROW[5] + 1)
    assert _why(EXAMINED, opened) is None
    same = replace(LISTING, entries=(opened, LISTING.entries[1]))
    assert listing_digest(same) == listing_digest(LISTING)


def test_what_was_excluded_and_is_a_file_now_is_a_change() -> None:
    assert _why(EXAMINED._replace(state="excluded", cause="symlink")) is Why.CHANGED


@pytest.mark.parametrize("cause", list(Cause))
def test_lasting_gaps_are_carried_over_and_passing_ones_tried_again(cause: Cause) -> None:
    gap = EXAMINED._replace(state="gap", cause=cause.value)
    assert _why(gap) is (None if cause in LASTING else Why.RETRY)


def test_other_detectors_mean_another_look_and_lasting_gaps_get_one_too() -> None:
    assert _why(EXAMINED._replace(content_sets=OTHER_SETS)) is Why.OTHER_SETS
    lasting = EXAMINED._replace(state="gap", cause="corrupt", content_sets=OTHER_SETS)
    assert _why(lasting) is Why.OTHER_SETS


def test_a_name_that_was_looked_at_by_other_detectors_is_looked_at_again() -> None:
    found = compare(Listing((), (ROW,)), {"a.txt": EXAMINED}, OTHER_SETS, SETS)
    assert [why for _, why, _ in found.work] == [Why.OTHER_SETS]


def test_what_was_thought_to_vanish_is_back_where_it_is_unchanged() -> None:
    vanishing = EXAMINED._replace(vanishing=3)
    found = compare(Listing((), (ROW,)), {"a.txt": vanishing}, SETS, SETS)
    assert (found.work, found.back, found.gone) == ((), (vanishing,), ())
    changed = compare(Listing((), ((*ROW[:4], 8, 0),)), {"a.txt": vanishing}, SETS, SETS)
    assert [why for _, why, _ in changed.work] == [Why.CHANGED]
    assert changed.back == ()


def test_a_row_whose_name_is_not_listed_is_gone() -> None:
    other = EXAMINED._replace(id=2)
    found = compare(Listing((), (ROW,)), {"a.txt": EXAMINED, "b.txt": other}, SETS, SETS)
    assert (found.work, found.gone) == ((), (other,))


def test_exclusions_and_gaps_of_the_listing_are_fixed_once() -> None:
    listing = replace(LISTING, entries=())
    found = compare(listing, {}, SETS, SETS)
    assert found.fixed == (
        ("link", "excluded", "symlink", None),
        ("odd", "gap", "denied", None),
    )
    link = EXAMINED._replace(id=3, state="excluded", cause="symlink")
    gap = EXAMINED._replace(id=4, state="gap", cause="denied")
    same = compare(listing, {"link": link, "odd": gap}, SETS, SETS)
    assert (same.fixed, same.gone, same.back) == ((), (), ())
    back = compare(listing, {"link": link._replace(vanishing=1), "odd": gap}, SETS, SETS)
    assert back.back == (link._replace(vanishing=1),)
    became = compare(listing, {"link": EXAMINED, "odd": gap}, SETS, SETS)
    assert became.fixed == (("link", "excluded", "symlink", EXAMINED),)
    other = compare(listing, {"link": link, "odd": gap._replace(cause="vanished")}, SETS, SETS)
    assert other.fixed == (("odd", "gap", "denied", gap._replace(cause="vanished")),)


def test_rows_are_found_by_the_name_as_it_is_stored() -> None:
    listing = Listing((), (("caf\udce9.txt", *ROW[1:]),), excluded=(("\udcff", Exclusion.SYMLINK),))
    link = EXAMINED._replace(state="excluded", cause="symlink")
    found = compare(listing, {"/caf\\xe9.txt": EXAMINED, "/\\xff": link}, SETS, SETS)
    assert (found.work, found.fixed, found.gone) == ((), (), ())


def test_a_comparison_leaves_the_rows_that_it_was_given() -> None:
    known = {"a.txt": EXAMINED, "gone.txt": EXAMINED}
    compare(LISTING, known, SETS, SETS)
    assert set(known) == {"a.txt", "gone.txt"}


def test_only_the_folder_that_changed_has_another_digest() -> None:
    share = MemoryShare()
    share.make_folder(("a", "b"))
    for folder in ((), ("a",), ("a", "b")):
        share.write(_ref(folder), b"content")
    connector = MemoryConnector(share)
    before = {folder: listing_digest(each) for folder, each in listings(connector).items()}
    share.write(_ref(("a",)), b"CONTENT")  # as large
    after = {folder: listing_digest(each) for folder, each in listings(connector).items()}
    assert {folder for folder in after if after[folder] != before[folder]} == {("a",)}


def _ref(folder: tuple[str, ...]) -> Ref:
    return Ref(folder, "1.txt")
