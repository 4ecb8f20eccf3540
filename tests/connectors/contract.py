"""What every connector must do: the tests that the test class of each one inherits.

A subclass gives the fixture ``ground``: an empty share of its kind under the test's hand. What
only one source knows (symlinks, mounts, sessions, permission levels) is that one's own test.
"""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

import pytest

from connectors.base import (
    Cause,
    Connector,
    EntryUnreadable,
    FolderPath,
    Listing,
    Ref,
    SecurityDescriptor,
    ShareUnreachable,
)
from tests.connectors.descriptors import open_descriptors

DAY_NS = 86_400 * 10**9
NAMES = (
    "plan.txt",
    ".hidden",
    "two  blanks.txt",
    "brackets [1] (2) {3}.txt",
    "don't & can't = 100%;#+,@~^`!$.txt",
    "caf\u00e9.txt",  # composed
    "cafe\u0301 2.txt",  # decomposed: a name is bytes, never brought to another form
    "\u4eba\u4e8b.txt",
    "\U0001f4c1.txt",
    "\u202etxt.exe",  # turns the direction of what follows
    "n" * 200,
    "no ending",
)
"""Names that every source can hold."""


class Ground(Protocol):
    """A share that a test changes with its owner's hands while a connector reads it."""

    def connected(self) -> AbstractContextManager[Connector]:
        """Connect to the share, and give back all that is held on leaving."""

    def make_folder(self, folder: FolderPath) -> None:
        """Make a folder, and those above it that are missing."""

    def write(self, ref: Ref, content: bytes) -> None:
        """Make a file in a folder that exists, or write it anew."""

    def remove(self, ref: Ref) -> None:
        """Remove a file, or a folder with all that lies in it."""

    def deny(self, ref: Ref) -> None:
        """Take the right to read a file, or to list a folder, from who scans."""

    def drop(self) -> None:
        """Lose the share as a whole."""


def read(connector: Connector, ref: Ref) -> bytes:
    """Return all bytes of an entry."""
    with os.fdopen(connector.open(ref), "rb") as stream:
        return stream.read()


def listings(connector: Connector) -> dict[FolderPath, Listing]:
    """Return all listings of a walk, in its order; no folder comes twice."""
    found: dict[FolderPath, Listing] = {}
    for listing in connector.walk():
        assert listing.folder not in found
        found[listing.folder] = listing
    return found


def unreadable(connector: Connector, ref: Ref) -> Cause:
    """Return the cause for which an entry cannot be opened."""
    with pytest.raises(EntryUnreadable) as caught:
        os.close(connector.open(ref))
    return caught.value.cause


def _unopened(found: dict[FolderPath, Listing]) -> dict[FolderPath, Listing]:
    """Return listings without last-access times, which a server may move when we read."""
    return {
        folder: replace(each, entries=tuple((*row[:5], 0) for row in each.entries))
        for folder, each in found.items()
    }


class ConnectorContract:
    """Tests of a connector over ``ground``, a fixture that each subclass gives."""

    asks_ahead = False  # whether the folders that come next are listed already

    def test_an_empty_share_is_its_root_alone(self, ground: Ground) -> None:
        with ground.connected() as connector:
            (listing,) = connector.walk()
        assert listing.folder == ()
        assert (listing.entries, listing.subfolders, listing.gaps) == ((), (), ())
        assert listing.cause is None

    def test_each_folder_comes_once_and_after_its_parent(self, ground: Ground) -> None:
        for folder in (("a", "b", "c"), ("a", "d"), ("e",), ("a", "b", "e")):
            ground.make_folder(folder)
        with ground.connected() as connector:
            found = listings(connector)
        order = list(found)
        below = {(*above, name) for above, each in found.items() for name in each.subfolders}
        assert order[0] == ()
        assert set(order[1:]) == below
        assert below == {("a",), ("a", "b"), ("a", "b", "c"), ("a", "b", "e"), ("a", "d"), ("e",)}
        assert all(order.index(folder[:-1]) < order.index(folder) for folder in order[1:])

    def test_a_deep_folder_and_a_full_one_are_listed_whole(self, ground: Ground) -> None:
        deep = tuple(f"level {number}" for number in range(40))
        ground.make_folder(deep)
        ground.write(Ref(deep, "far down.txt"), b"far")
        ground.make_folder(("full",))
        for number in range(300):
            ground.write(Ref(("full",), f"{number}.txt"), b"%d" % number)
        with ground.connected() as connector:
            found = listings(connector)
            assert read(connector, Ref(deep, "far down.txt")) == b"far"
            assert read(connector, Ref(("full",), "299.txt")) == b"299"
        assert [row[0] for row in found[deep].entries] == ["far down.txt"]
        assert {row[0] for row in found["full",].entries} == {f"{n}.txt" for n in range(300)}

    def test_names_come_as_they_are_and_sorted(self, ground: Ground) -> None:
        for name in NAMES:
            ground.make_folder((f"in {name}",))
            ground.write(Ref((), name), name.encode())
            ground.write(Ref((f"in {name}",), name), b"below " + name.encode())
        with ground.connected() as connector:
            found = listings(connector)
            assert [row[0] for row in found[()].entries] == sorted(NAMES)
            assert list(found[()].subfolders) == sorted(f"in {name}" for name in NAMES)
            for name in NAMES:
                assert read(connector, Ref((), name)) == name.encode()
                below = Ref((f"in {name}",), name)
                assert read(connector, below) == b"below " + name.encode()

    def test_a_row_holds_size_times_in_nanoseconds_and_file_id(self, ground: Ground) -> None:
        ground.write(Ref((), "a.txt"), b"12345")
        ground.write(Ref((), "empty.txt"), b"")
        with ground.connected() as connector:
            rows = listings(connector)[()].entries
        assert [(row[0], row[1]) for row in rows] == [("a.txt", 5), ("empty.txt", 0)]
        for row in rows:
            assert type(row) is tuple  # compared and digested by the million
            assert [type(value) for value in row] == [str, int, int, int, int, int]
            now = time.time_ns()
            assert all(abs(now - nanoseconds) < DAY_NS for nanoseconds in row[2:4])
        assert rows[0][4] != rows[1][4]

    def test_a_second_walk_of_an_unchanged_share_is_equal(self, ground: Ground) -> None:
        ground.make_folder(("a", "b"))
        for ref in (Ref((), "1.txt"), Ref(("a",), "2.txt"), Ref(("a", "b"), "3.txt")):
            ground.write(ref, b"content")
        with ground.connected() as connector:
            first = _unopened(listings(connector))
            for folder, listing in first.items():
                connector.security(Ref(folder, ""))
                for row in listing.entries:
                    assert read(connector, Ref(folder, row[0])) == b"content"
            assert _unopened(listings(connector)) == first  # and reading changes nothing else
        with ground.connected() as connector:
            assert _unopened(listings(connector)) == first
            assert list(listings(connector)) == list(first)

    def test_what_was_written_anew_differs_in_its_row_alone(self, ground: Ground) -> None:
        for name in ("changed.txt", "other.txt"):
            ground.write(Ref((), name), b"before")
        with ground.connected() as connector:
            before = listings(connector)[()].entries
            ground.write(Ref((), "changed.txt"), b"and after")
            after = listings(connector)[()].entries
            assert read(connector, Ref((), "changed.txt")) == b"and after"
        assert after[0][1] == 9
        assert after[0][2] >= before[0][2]
        assert after[1] == before[1]

    def test_an_entry_opens_at_its_beginning_each_time(self, ground: Ground) -> None:
        ground.write(Ref((), "a.txt"), b"0123456789")
        with ground.connected() as connector:
            one, two = connector.open(Ref((), "a.txt")), connector.open(Ref((), "a.txt"))
            try:
                assert os.read(one, 4) == b"0123"
                assert os.read(two, 4) == b"0123"
                # As a worker does it: the descriptor is opened anew and has its own position.
                again = os.open(f"/proc/{os.getpid()}/fd/{one}", os.O_RDONLY | os.O_CLOEXEC)
                assert os.read(again, 10) == b"0123456789"
                os.close(again)
                assert os.read(one, 10) == b"456789"
            finally:
                os.close(one)
                os.close(two)

    def test_an_open_entry_cannot_be_written_nor_inherited(self, ground: Ground) -> None:
        ground.write(Ref((), "a.txt"), b"content")
        with ground.connected() as connector:
            descriptor = connector.open(Ref((), "a.txt"))
            try:
                with pytest.raises(OSError, match="Bad file descriptor"):
                    os.write(descriptor, b"x")
                assert fcntl.fcntl(descriptor, fcntl.F_GETFD) & fcntl.FD_CLOEXEC
            finally:
                os.close(descriptor)
            assert read(connector, Ref((), "a.txt")) == b"content"

    def test_large_and_empty_bytes_come_whole(self, ground: Ground) -> None:
        large = bytes(range(256)) * 20_000
        ground.write(Ref((), "large.bin"), large)
        ground.write(Ref((), "empty.bin"), b"")
        with ground.connected() as connector:
            assert read(connector, Ref((), "large.bin")) == large
            assert read(connector, Ref((), "empty.bin")) == b""
            descriptor = connector.open(Ref((), "large.bin"))
            assert os.fstat(descriptor).st_size == len(large)
            os.close(descriptor)

    def test_what_is_not_there_has_vanished(self, ground: Ground) -> None:
        ground.make_folder(("a",))
        with ground.connected() as connector:
            for ref in (Ref((), "no.txt"), Ref(("a",), "no.txt"), Ref(("no", "where"), "a.txt")):
                assert unreadable(connector, ref) is Cause.VANISHED
                with pytest.raises(EntryUnreadable) as caught:
                    connector.security(ref)
                assert caught.value.cause is Cause.VANISHED

    def test_a_folder_is_not_opened_as_a_file(self, ground: Ground) -> None:
        ground.make_folder(("a",))
        with ground.connected() as connector:
            assert unreadable(connector, Ref((), "a")) is Cause.VANISHED

    def test_a_file_that_vanishes_after_it_was_listed_is_one_gap(self, ground: Ground) -> None:
        for name in ("gone.txt", "stays.txt"):
            ground.write(Ref((), name), b"content")
        with ground.connected() as connector:
            assert len(listings(connector)[()].entries) == 2
            ground.remove(Ref((), "gone.txt"))
            assert unreadable(connector, Ref((), "gone.txt")) is Cause.VANISHED
            assert read(connector, Ref((), "stays.txt")) == b"content"

    def test_a_folder_that_vanishes_during_the_walk_is_a_gap_of_its_own(
        self, ground: Ground
    ) -> None:
        for folder in (("a",), ("b", "below"), ("c",)):
            ground.make_folder(folder)
            ground.write(Ref(folder, "1.txt"), b"content")
        found = {}
        with ground.connected() as connector:
            for listing in connector.walk():
                found[listing.folder] = listing
                if listing.folder == ():
                    ground.remove(Ref((), "b"))
        below = found.pop(("b", "below"), None)
        if self.asks_ahead:  # just before it went, or while it did
            assert found["b",].cause in (None, Cause.VANISHED)
            assert below in (None, Listing(("b", "below"), cause=Cause.VANISHED))
        else:
            assert below is None
            assert found["b",] == Listing(("b",), cause=Cause.VANISHED)
        assert set(found) == {(), ("a",), ("b",), ("c",)}
        assert [row[0] for row in found["c",].entries] == ["1.txt"]

    def test_a_denied_file_is_listed_and_denied_when_opened(self, ground: Ground) -> None:
        for name in ("denied.txt", "free.txt"):
            ground.write(Ref((), name), b"content")
        ground.deny(Ref((), "denied.txt"))
        with ground.connected() as connector:
            assert [row[0] for row in listings(connector)[()].entries] == ["denied.txt", "free.txt"]
            assert unreadable(connector, Ref((), "denied.txt")) is Cause.DENIED
            assert read(connector, Ref((), "free.txt")) == b"content"

    def test_a_denied_folder_is_a_gap_and_the_walk_goes_on(self, ground: Ground) -> None:
        for folder in (("a",), ("b", "below"), ("c",)):
            ground.make_folder(folder)
            ground.write(Ref(folder, "1.txt"), b"content")
        ground.deny(Ref(("b",), ""))
        with ground.connected() as connector:
            found = listings(connector)
            assert unreadable(connector, Ref(("b", "below"), "1.txt")) is Cause.DENIED
        assert found["b",].cause is Cause.DENIED
        assert (found["b",].entries, found["b",].subfolders) == ((), ())
        assert set(found) == {(), ("a",), ("b",), ("c",)}
        assert [row[0] for row in found["c",].entries] == ["1.txt"]

    def test_every_file_and_folder_has_a_descriptor(self, ground: Ground) -> None:
        ground.make_folder(("a",))
        for ref in (Ref((), "1.txt"), Ref((), "2.txt"), Ref(("a",), "3.txt")):
            ground.write(ref, b"content")
        with ground.connected() as connector:
            for folder, listing in listings(connector).items():
                own = connector.security(Ref(folder, ""))
                assert isinstance(own, SecurityDescriptor)
                assert own.raw
                assert listing.descriptor in (own, None)
                for row in listing.entries:
                    assert connector.security(Ref(folder, row[0])).raw
            one, two = (connector.security(Ref((), name)) for name in ("1.txt", "2.txt"))
            assert one == two  # made alike, so stored once
            assert all(isinstance(each, SecurityDescriptor) for each in connector.way())

    def test_the_identity_stays_when_the_content_changes(self, ground: Ground) -> None:
        with ground.connected() as connector:
            before = connector.identity()
        ground.write(Ref((), "a.txt"), b"content")
        with ground.connected() as connector:
            assert connector.identity() == before

    def test_a_share_that_was_dropped_is_unreachable_and_not_empty(self, ground: Ground) -> None:
        ground.write(Ref((), "a.txt"), b"content")
        ground.drop()
        with pytest.raises(ShareUnreachable), ground.connected() as connector:
            list(connector.walk())

    def test_what_is_expected_is_read_as_ever(self, ground: Ground) -> None:
        files = {Ref((), f"{n:02}.txt"): b"%d" % n * (n * n * 400) for n in range(30)}
        for ref, content in files.items():
            ground.write(ref, content)
        denied, gone = Ref((), "04.txt"), Ref((), "07.txt")
        ground.deny(denied)
        with ground.connected() as connector, ground.connected() as other:
            connector.expect((ref, len(content)) for ref, content in files.items())
            ground.remove(gone)
            for number, (ref, content) in enumerate(files.items()):
                if number % 5 == 3:
                    continue  # what is expected need not be opened
                if ref in (denied, gone):
                    cause = Cause.DENIED if ref == denied else Cause.VANISHED
                    assert unreadable(connector, ref) is cause
                    continue
                assert read(connector, ref) == content
                assert connector.security(ref) == other.security(ref)
            skipped = Ref((), "03.txt")
            assert read(connector, skipped) == files[skipped]

    def test_all_descriptors_are_given_back(self, ground: Ground) -> None:
        ground.make_folder(("a", "b", "c"))
        ground.make_folder(("closed",))
        ground.write(Ref(("a", "b"), "1.txt"), b"content")
        ground.write(Ref((), "denied.txt"), b"content")
        ground.deny(Ref((), "denied.txt"))
        ground.deny(Ref(("closed",), ""))
        before = open_descriptors()
        with ground.connected() as connector:
            listings(connector)
            next(connector.walk())  # and one that is left half-way
            held = open_descriptors()
            for _ in range(20):
                assert read(connector, Ref(("a", "b"), "1.txt")) == b"content"
                connector.security(Ref(("a", "b"), "1.txt"))
                for ref in (Ref((), "denied.txt"), Ref(("closed",), "1.txt"), Ref((), "a")):
                    unreadable(connector, ref)
            assert open_descriptors() <= held + 3  # the way to where it was last
        assert open_descriptors() == before
