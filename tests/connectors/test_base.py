"""The shared values of connectors, and the contract itself: whether it notices what is wrong."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import FrozenInstanceError, replace

import pytest

from connectors.base import (
    LASTING,
    Cause,
    Connector,
    ConnectorError,
    DescriptorKind,
    EntryUnreadable,
    Exclusion,
    Listing,
    Ref,
    RootIdentity,
    SecurityDescriptor,
    ShareUnreachable,
    entry_row,
)
from tests.connectors.contract import ConnectorContract, Ground
from tests.connectors.descriptors import held_descriptors
from tests.connectors.memory import MemoryConnector, MemoryShare

# The words of design.md 4.1 and of its section on what is carried over, written out once more:
# they stand in catalogues and exports, so that a changed word is a broken promise.
CAUSES = (
    "denied in-use encrypted rights-managed corrupt partial unsupported too-large limit needs-ocr"
    " timed-out memory crashed offline vanished changed-while-read unrepresentable unreachable"
    " not-reached"
)
PASSING = (
    "denied in-use vanished unreachable timed-out crashed memory not-reached offline"
    " changed-while-read"
)


@pytest.mark.parametrize("ns", [0, 1, -1, 2**63 - 1, 1 - 2**63])
def test_times_that_a_catalogue_can_hold_stay_as_they_are(ns: int) -> None:
    row = ("a.txt", 5, ns, ns, 7, ns)
    assert entry_row(*row) == row


@pytest.mark.parametrize("far", [2**63, 2**64 * 100, -(2**63), -(2**64) * 100])
def test_times_sizes_and_ids_out_of_its_range_become_ones_that_are_in_it(far: int) -> None:
    for row in (
        entry_row("a.txt", 5, far, 1, 7, 2),
        entry_row("a.txt", 5, 1, far, 7, 2),
        entry_row("a.txt", 2**64 - 1, 1, 2, 2**64 - 1, far),
    ):
        assert all(-(2**63) < number < 2**63 for number in row[1:])
        assert sorted(row[2:4] + row[5:])[far < 0] in (1, 2), "the other times stay"
    ids = {entry_row("a.txt", 5, 1, 2, number, 3)[4] for number in (1, 2**63, 2**63 + 1, 2**64 - 1)}
    assert len(ids) == 4


def test_the_causes_are_those_that_are_promised() -> None:
    assert [cause.value for cause in Cause] == CAUSES.split()
    assert {cause.value for cause in set(Cause) - LASTING} == set(PASSING.split())


def test_the_rules_of_exclusion_are_those_that_are_promised() -> None:
    assert {rule.value for rule in Exclusion} == {
        "mount-point",
        "symlink",
        "special-file",
        "own-files",
        "settings",
    }


def test_an_unreadable_entry_tells_its_cause_and_nothing_else() -> None:
    error = EntryUnreadable(Cause.IN_USE)
    assert error.cause is Cause.IN_USE
    assert str(error) == "in-use"
    assert isinstance(error, ConnectorError)
    assert not isinstance(error, ShareUnreachable)


def test_what_is_handed_over_can_be_sent_and_not_be_changed() -> None:
    listing = Listing(
        ("a",),
        (("1.txt", 1, 2, 3, 4, 5),),
        ("b",),
        (("link", Exclusion.SYMLINK),),
        (("2.txt", Cause.DENIED),),
        descriptor=SecurityDescriptor(DescriptorKind.POSIX, b"raw"),
    )
    assert pickle.loads(pickle.dumps(listing)) == listing  # noqa: S301 - our own bytes
    with pytest.raises(FrozenInstanceError):
        listing.cause = Cause.DENIED  # type: ignore[misc]  # what is tested
    assert Ref(("a",), "1.txt") == (("a",), "1.txt")


class TestMemory(ConnectorContract):
    @pytest.fixture
    def ground(self) -> Ground:
        return MemoryShare()


class _ListsTwice(MemoryConnector):
    def walk(self) -> Iterator[Listing]:
        for listing in super().walk():
            yield listing
            if listing.folder:
                yield listing


class _ListsAhead(MemoryConnector):
    def walk(self) -> Iterator[Listing]:
        return iter(list(super().walk()))


class _ChildrenFirst(MemoryConnector):
    def walk(self) -> Iterator[Listing]:
        return iter(list(super().walk())[::-1])


class _Unsorted(MemoryConnector):
    def walk(self) -> Iterator[Listing]:
        for listing in super().walk():
            yield replace(listing, entries=listing.entries[::-1])


class _InMicroseconds(MemoryConnector):
    def walk(self) -> Iterator[Listing]:
        for listing in super().walk():
            rows = tuple(
                (n, size, m // 1000, c // 1000, i, a) for n, size, m, c, i, a in listing.entries
            )
            yield replace(listing, entries=rows)


class _HidesDenied(MemoryConnector):
    def walk(self) -> Iterator[Listing]:
        for listing in super().walk():
            yield replace(listing, cause=None)


class _EmptyWhenDropped(MemoryConnector):
    def _reach(self) -> None:
        pass

    def walk(self) -> Iterator[Listing]:
        return iter([Listing(())]) if self.share.dropped else super().walk()


class _NewIdentity(MemoryConnector):
    def identity(self) -> RootIdentity:
        return RootIdentity(str(id(self)) + str(len(self.share.root.files)))


class _Composes(MemoryConnector):
    def walk(self) -> Iterator[Listing]:
        for listing in super().walk():
            rows = tuple((row[0].replace("e\u0301", "\u00e9"), *row[1:]) for row in listing.entries)
            yield replace(listing, entries=rows)


class _Writable(MemoryConnector):
    def open(self, ref: Ref) -> int:
        descriptor = super().open(ref)
        try:
            return os.open(f"/proc/self/fd/{descriptor}", os.O_RDWR | os.O_CLOEXEC)
        finally:
            os.close(descriptor)


class _Shared(MemoryConnector):
    def open(self, ref: Ref) -> int:
        descriptor = super().open(ref)
        os.set_inheritable(descriptor, True)
        return descriptor


class _AtItsEnd(MemoryConnector):
    def open(self, ref: Ref) -> int:
        descriptor = super().open(ref)
        os.lseek(descriptor, 0, os.SEEK_END)
        return descriptor


class _Keeps(MemoryConnector):
    def open(self, ref: Ref) -> int:
        descriptor = super().open(ref)
        os.dup(descriptor)
        return descriptor


class _AllDenied(MemoryConnector):
    def security(self, ref: Ref) -> SecurityDescriptor:
        try:
            return super().security(ref)
        except EntryUnreadable as error:
            raise EntryUnreadable(Cause.DENIED) from error


@pytest.mark.parametrize(
    ("broken", "noticed"),
    [
        (_ListsTwice, "each_folder_comes_once_and_after_its_parent"),
        (_ChildrenFirst, "each_folder_comes_once_and_after_its_parent"),
        (_ListsAhead, "a_folder_that_vanishes_during_the_walk_is_a_gap_of_its_own"),
        (_Unsorted, "names_come_as_they_are_and_sorted"),
        (_Composes, "names_come_as_they_are_and_sorted"),
        (_InMicroseconds, "a_row_holds_size_times_in_nanoseconds_and_file_id"),
        (_HidesDenied, "a_denied_folder_is_a_gap_and_the_walk_goes_on"),
        (_EmptyWhenDropped, "a_share_that_was_dropped_is_unreachable_and_not_empty"),
        (_NewIdentity, "the_identity_stays_when_the_content_changes"),
        (_Writable, "an_open_entry_cannot_be_written_nor_inherited"),
        (_Shared, "an_open_entry_cannot_be_written_nor_inherited"),
        (_AtItsEnd, "large_and_empty_bytes_come_whole"),
        (_Keeps, "all_descriptors_are_given_back"),
        (_AllDenied, "what_is_not_there_has_vanished"),
    ],
)
def test_the_contract_notices_a_connector_that_breaks_it(
    broken: type[MemoryConnector], noticed: str
) -> None:
    class Broken(MemoryShare):
        @contextmanager
        def connected(self) -> Iterator[MemoryConnector]:
            yield broken(self)

    before = held_descriptors()
    try:
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            getattr(ConnectorContract(), f"test_{noticed}")(Broken())
    finally:
        for descriptor in held_descriptors() - before:
            os.close(descriptor)  # what the broken one, or the failed test, kept


def test_the_memory_connector_is_a_connector() -> None:
    connector: Connector = MemoryConnector(MemoryShare())  # held by mypy
    assert [listing.folder for listing in connector.walk()] == [()]
