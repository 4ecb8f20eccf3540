"""A share in memory: the same contract as any other, without a disk."""

from __future__ import annotations

import itertools
import os
import stat
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from connectors.base import (
    Accounts,
    Cause,
    EntryUnreadable,
    FolderPath,
    Listing,
    Ref,
    RootIdentity,
    SecurityDescriptor,
    ShareUnreachable,
)
from connectors.posix_descriptor import NoAcl, encode


@dataclass
class File:
    """A file: its bytes and what a listing tells of it."""

    content: bytes
    modified_ns: int
    changed_ns: int
    file_id: int
    mode: int = stat.S_IFREG | 0o644


@dataclass
class Folder:
    """A folder and what lies in it, by name."""

    files: dict[str, File] = field(default_factory=dict)
    folders: dict[str, Folder] = field(default_factory=dict)
    mode: int = stat.S_IFDIR | 0o755


class MemoryShare:
    """The share itself, for a test to change: a ``Ground`` of the contract."""

    def __init__(self) -> None:
        self.root = Folder()
        self.dropped = False
        self.times_tell = True
        self.accounts = Accounts("memory", (), ())
        self.security: SecurityDescriptor | None = None  # of the share itself
        self._clock = itertools.count(time.time_ns(), 1_000)  # no two changes at one moment
        self._ids = itertools.count(1)

    @contextmanager
    def connected(self) -> Iterator[MemoryConnector]:
        yield MemoryConnector(self)

    def make_folder(self, folder: FolderPath) -> None:
        at = self.root
        for name in folder:
            at = at.folders.setdefault(name, Folder())

    def write(self, ref: Ref, content: bytes) -> None:
        files, now = self.folder(ref.folder).files, next(self._clock)
        before = files.get(ref.name)
        file_id = next(self._ids) if before is None else before.file_id
        files[ref.name] = File(content, now, now, file_id)

    def remove(self, ref: Ref) -> None:
        folder = self.folder(ref.folder)
        if folder.files.pop(ref.name, None) is None:
            del folder.folders[ref.name]

    def deny(self, ref: Ref) -> None:
        if ref.name:
            file = self.folder(ref.folder).files[ref.name]
            file.mode, file.changed_ns = stat.S_IFREG, next(self._clock)
        else:
            self.folder(ref.folder).mode = stat.S_IFDIR

    def drop(self) -> None:
        self.dropped = True

    def folder(self, path: FolderPath) -> Folder:
        """Return a folder. Raises KeyError."""
        at = self.root
        for name in path:
            at = at.folders[name]
        return at


class MemoryConnector:
    """Reads a share in memory as any connector reads its own."""

    def __init__(self, share: MemoryShare) -> None:
        self.share = share

    def identity(self) -> RootIdentity:
        self._reach()
        return RootIdentity("memory")

    def walk(self) -> Iterator[Listing]:
        waiting: list[FolderPath] = [()]
        while waiting:
            self._reach()
            path = waiting.pop()
            try:
                listing = self._listing(path)
            except EntryUnreadable as error:
                listing = Listing(path, cause=error.cause)
            yield listing
            waiting += ((*path, name) for name in reversed(listing.subfolders))

    def way(self) -> tuple[SecurityDescriptor, ...]:
        self._reach()
        return ()

    def expect(self, entries: Iterable[tuple[Ref, int]]) -> None:
        """Do nothing: all is at hand."""

    def expect_security(self, refs: Sequence[Ref]) -> None:
        """Do nothing: all is at hand."""

    def open(self, ref: Ref) -> int:
        file = self._folder(ref.folder).files.get(ref.name)
        if file is None:
            raise EntryUnreadable(Cause.VANISHED)
        if not file.mode & stat.S_IRUSR:
            raise EntryUnreadable(Cause.DENIED)
        writable = os.memfd_create("entry")
        try:
            with os.fdopen(writable, "wb", closefd=False) as stream:
                stream.write(file.content)
            return os.open(f"/proc/self/fd/{writable}", os.O_RDONLY | os.O_CLOEXEC)
        finally:
            os.close(writable)

    def security(self, ref: Ref) -> SecurityDescriptor:
        folder = self._folder(ref.folder)
        if not ref.name:
            return _descriptor(folder.mode)
        item = folder.files.get(ref.name) or folder.folders.get(ref.name)
        if item is None:
            raise EntryUnreadable(Cause.VANISHED)
        return _descriptor(item.mode)

    def share_security(self) -> SecurityDescriptor | None:
        return self.share.security

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        self._reach()
        return self.share.accounts

    def _listing(self, path: FolderPath) -> Listing:
        folder = self._folder(path)
        return Listing(
            path,
            tuple(
                (name, len(file.content), file.modified_ns, file.changed_ns, file.file_id, 0)
                for name, file in sorted(folder.files.items())
            ),
            tuple(sorted(folder.folders)),
            descriptor=_descriptor(folder.mode),
            times_tell=self.share.times_tell,
        )

    def _folder(self, path: FolderPath) -> Folder:
        """Return a folder that may be passed. Raises EntryUnreadable and ShareUnreachable."""
        self._reach()
        at = self.share.root
        for name in path:
            below = at.folders.get(name)
            if below is None:
                raise EntryUnreadable(Cause.VANISHED)
            if not below.mode & stat.S_IXUSR:
                raise EntryUnreadable(Cause.DENIED)
            at = below
        return at

    def _reach(self) -> None:
        if self.share.dropped:
            raise ShareUnreachable("dropped")


def _descriptor(mode: int) -> SecurityDescriptor:
    return encode(os.stat_result((mode, 0, 0, 1, 1000, 1000, 0, 0, 0, 0)), NoAcl())
