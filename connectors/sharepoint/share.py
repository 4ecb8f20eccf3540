"""Content of SharePoint on a local disk, guarded by what an export says and not by the disk.

The folder is walked and read as any local one. Who can reach what lies in it comes from the export:
the modes that the download happened to get say nothing about SharePoint. What an export lists and
the folder does not hold is a gap ``offline``: it is there, and could not be read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from connectors.base import (
    Accounts,
    Cause,
    FolderPath,
    LeftOut,
    Listing,
    Ref,
    RootIdentity,
    SecurityDescriptor,
)
from connectors.local import LocalFolder
from connectors.sharepoint import base
from connectors.sharepoint.permissions import Permissions
from connectors.sharepoint.places import Key
from connectors.sharepoint.principals import AUTHORITY
from connectors.sharepoint.read import read_export
from connectors.sharepoint.rows import ExportUnread


@dataclass(frozen=True, slots=True)
class Content:
    """A folder of content and the exports of its permissions.

    ``url`` is which place in SharePoint the folder is; None: it is to be found out.
    """

    folder: Path
    exports: tuple[Path, ...]
    url: str | None = None

    def __str__(self) -> str:
        """Return the folder."""
        return str(self.folder)


@dataclass(frozen=True, slots=True)
class Joined:
    """How exports and folder fit: ``place`` is what the folder is in SharePoint.

    Of the places listed, ``here`` are in the folder, ``absent`` ought to be, and ``elsewhere`` are
    other places. ``without_row`` counts files that no row is about, nor anything above them;
    ``not_understood`` counts rows.
    """

    place: str
    here: int
    absent: int
    elsewhere: int
    without_row: int
    not_understood: int


class SharePointFolder:
    """One share: content of SharePoint below a local folder. Holds descriptors until closed.

    Raises ShareUnreachable where the folder cannot be opened, ExportUnread where an export cannot
    be used.
    """

    def __init__(
        self, content: Content, own: tuple[Path, ...] = (), left_out: LeftOut | None = None
    ) -> None:
        self._permissions = _read(content.exports)
        self._base = _base(content, self._permissions)
        self._files = LocalFolder(content.folder, own, left_out)
        self._met: set[Key] = set()
        self._without_row = 0

    @property
    def root(self) -> Path:
        """The folder, resolved."""
        return self._files.root

    def close(self) -> None:
        """Give back all descriptors."""
        self._files.close()

    def identity(self) -> RootIdentity:
        """Return what the folder lies on."""
        return self._files.identity()

    def walk(self) -> Iterator[Listing]:
        """Yield each folder with what guards it, parents first, one at a time."""
        self._met.clear()
        self._without_row = 0
        for listing in self._files.walk():
            if listing.cause is not None:
                yield listing
                continue
            self._meet(listing)
            yield from self._with_absent(listing)

    def way(self) -> tuple[SecurityDescriptor, ...]:
        """Return nothing: SharePoint asks nobody to pass the places above."""
        return ()

    def expect(self, entries: Iterable[tuple[Ref, int]]) -> None:
        """Do nothing: the kernel reads ahead."""

    def expect_security(self, refs: Sequence[Ref]) -> None:
        """Do nothing: asking costs no way."""

    def open(self, ref: Ref) -> int:
        """Return a read-only descriptor of an entry's bytes. Raises EntryUnreadable."""
        return self._files.open(ref)

    def security(self, ref: Ref) -> SecurityDescriptor:
        """Return what the export says of a file or folder. Raises EntryUnreadable."""
        self._files.security(ref)  # notices what is gone
        key = self._key(ref.folder)
        return self._permissions.security(
            self._permissions.below(key, ref.name) if ref.name else key
        )

    def share_security(self) -> None:
        """Return nothing: a library is guarded by its own permissions."""

    def accounts(self, identifiers: Iterable[str]) -> Accounts:  # noqa: ARG002 - all are told
        """Return all whom the exports name."""
        return self._permissions.accounts(f"{AUTHORITY}:{self._permissions.written(self._base)}")

    def joined(self) -> Joined:
        """Return how exports and folder fit, as the last walk found it."""
        listed, base_key = self._permissions.listed.keys(), self._base
        depth = len(base_key)
        below = {key for key in listed if key[:depth] == base_key}
        above = {key for key in listed if key == base_key[: len(key)]}
        return Joined(
            place=self._permissions.written(base_key),
            here=len(below & self._met),
            absent=len(below - self._met),
            elsewhere=len(listed - below - above),
            without_row=self._without_row,
            not_understood=self._permissions.not_understood,
        )

    def _key(self, folder: FolderPath) -> Key:
        key = self._base
        for name in folder:
            key = self._permissions.below(key, name)
        return key

    def _meet(self, listing: Listing) -> None:
        """Note which places of the export a folder of this machine holds."""
        key, permissions = self._key(listing.folder), self._permissions
        present = (permissions.below(key, name) for name in _names(listing))
        self._met.update(each for each in (key, *present) if each in permissions.listed)
        files = (permissions.below(key, row[0]) for row in listing.entries)
        self._without_row += sum(not permissions.tells(each) for each in files)

    def _with_absent(self, listing: Listing) -> Iterator[Listing]:
        """Yield a folder, and those that the export tells of in it and that are not here."""
        guarded = self._guarded(listing)
        yield guarded
        for name in sorted({*guarded.subfolders} - {*listing.subfolders}):
            yield from self._with_absent(Listing((*listing.folder, name)))

    def _guarded(self, listing: Listing) -> Listing:
        """Return a folder with what guards it; what is listed and not here is a gap.

        A folder that is not here is one among the subfolders too where rows lie below it: each has
        permissions of its own.
        """
        key, permissions = self._key(listing.folder), self._permissions
        present = {permissions.below(key, name) for name in _names(listing)}
        absent = {
            name: (*key, child)
            for child, name in permissions.children.get(key, {}).items()
            if (*key, child) not in present
        }
        entries = {row[0]: permissions.below(key, row[0]) for row in listing.entries}
        folders = {name for name, each in absent.items() if permissions.children.get(each)}
        gaps = {name for name, each in absent.items() if each in permissions.listed}
        own = permissions.security(key)
        guards = {name: permissions.security(each) for name, each in (entries | absent).items()}
        return replace(
            listing,
            subfolders=tuple(sorted({*listing.subfolders, *folders})),
            gaps=tuple(sorted((*listing.gaps, *((name, Cause.OFFLINE) for name in gaps)))),
            descriptor=own,
            guards=tuple((name, each) for name, each in guards.items() if each != own),
        )


def _names(listing: Listing) -> Iterator[str]:
    yield from (row[0] for row in listing.entries)
    yield from listing.subfolders
    yield from (name for name, _ in (*listing.excluded, *listing.gaps))


def _read(exports: tuple[Path, ...]) -> Permissions:
    permissions = Permissions()
    for export in exports:
        try:
            read_export(export, permissions)
        except ExportUnread as error:
            raise ExportUnread(f"{export}: {error}") from error
    if not permissions.listed:
        raise ExportUnread(f"{exports[0]}: it lists no place at all")
    return permissions


def _base(content: Content, permissions: Permissions) -> Key:
    try:
        if content.url is not None:
            return base.said(content.url, permissions)
        return base.found(content.folder, permissions)
    except ExportUnread as error:
        raise ExportUnread(f"{content.exports[0]}: {error}") from error
