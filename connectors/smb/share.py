"""An SMB share as a connector: walked, opened and asked for its permissions, never written to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from connectors.base import (
    Accounts,
    Cause,
    DescriptorKind,
    EntryRow,
    EntryUnreadable,
    Exclusion,
    FolderPath,
    LeftOut,
    Listing,
    Ref,
    RootIdentity,
    SecurityDescriptor,
    ShareUnreachable,
    entry_row,
)
from connectors.smb import dfs, messages, replies
from connectors.smb.address import SmbAddress
from connectors.smb.ahead import Ahead
from connectors.smb.copying import FIRST_BYTES, copied, fetched, whole
from connectors.smb.folders import Folders
from connectors.smb.helpers import Helpers
from connectors.smb.kinds import Kind, kind_of
from connectors.smb.lane import Lane, Reply
from connectors.smb.link import PATIENCE_SECONDS, Credentials, Link, share_flags
from connectors.smb.messages import Message
from connectors.smb.server import Server
from connectors.smb.status import NO_SUCH_SHARE, NOT_COVERED, REFUSED, SUCCESS, cause_of
from connectors.walk import parents_first

if TYPE_CHECKING:
    from connectors.smb.collected import Collected

_T = TypeVar("_T")
_MANY = 16  # files to be read: to connect once more costs as much as reading some of them
_EXCLUDED = {
    Kind.SYMLINK: Exclusion.SYMLINK,
    Kind.JUNCTION: Exclusion.MOUNT_POINT,
    Kind.SPECIAL_FILE: Exclusion.SPECIAL_FILE,
}
_FILTERED = 0x0800  # SHAREFLAG_ACCESS_BASED_DIRECTORY_ENUM, [MS-SMB2] 2.2.10
_GAPS = {Kind.OFFLINE: Cause.OFFLINE, Kind.UNSUPPORTED: Cause.UNSUPPORTED}


class SmbShare:
    """One share, or the tree below a folder in it.

    A server that stays away for longer than ``patience_seconds`` makes it unreachable.
    ``collected`` stands in for what it does not tell the account that asks. Files are read over
    up to so many ``connections``.
    """

    def __init__(
        self,
        address: SmbAddress,
        credentials: Credentials,
        patience_seconds: float = PATIENCE_SECONDS,
        left_out: LeftOut | None = None,
        collected: Collected | None = None,
        connections: int = 1,
    ) -> None:
        self.address = address
        self._left_out = left_out
        self._collected = collected
        self._credentials = credentials
        self._patience_seconds = patience_seconds
        self._link = Link(address, credentials, patience_seconds)
        self._helpers = Helpers(lambda: Link(address, credentials, 0.0), connections - 1)
        self._folders = Folders()
        self._ahead = Ahead((), self._whole, self._helpers)
        self._guards_ahead = Ahead((), self._guard, self._helpers)
        self._told: tuple[Ref, SecurityDescriptor] | None = None  # of what was opened last

    def close(self) -> None:
        """End the sessions."""
        self._helpers.close()
        self._link.drop()

    def identity(self) -> RootIdentity:
        """Return the serial number of the server's volume, and whether it filters listings."""

        def asked(lane: Lane) -> tuple[list[Reply], int]:
            path = self.address.folder
            opening = lane.opening(path, messages.LIST, messages.FOLDER)
            answers = lane.exchange([opening, messages.volume(), messages.closing()])
            return answers, share_flags(lane)

        try:
            (opened, told, _), flags = self._link.ask(asked)
        except ShareUnreachable as error:
            if str(error) == REFUSED[NO_SUCH_SHARE] and (where := self._elsewhere()):
                said = f"it is a DFS namespace whose root lies at {where}: scan that"
                raise ShareUnreachable(said) from error
            raise
        if opened.status == NOT_COVERED:
            raise ShareUnreachable(self._behind_a_link())
        for answer in (opened, told):
            if answer.status != SUCCESS:
                raise ShareUnreachable(_no_root_for(cause_of(answer.status)))
        serial = replies.volume_serial(replies.buffer(told.body))
        return RootIdentity(f"{serial:08x}", filtered=bool(flags & _FILTERED))

    def walk(self) -> Iterator[Listing]:
        """Yield each folder with its entries sorted by name, parents first."""
        return parents_first(self._list, self._left_out, self._coming)

    def _coming(self, folders: Sequence[FolderPath]) -> None:
        paths = [self._path(Ref(folder, "")) for folder in folders]
        self._link.ask(lambda lane: self._folders.expect(lane, paths))

    def way(self) -> tuple[SecurityDescriptor, ...]:
        """Return nothing: Windows does not ask about the folders above (traverse bypass)."""
        return ()

    def security(self, ref: Ref) -> SecurityDescriptor:
        """Return owner, group and DACL as the server has them. Raises EntryUnreadable."""
        if self._told is not None and self._told[0] == ref:
            return self._told[1]

        def asked(lane: Lane) -> list[Reply]:
            ahead = self._guards_ahead.take(lane, ref)
            return lane.exchange(self._guard(lane, ref)) if ahead is None else ahead

        opened, told, _ = self._link.ask(asked)
        _raise_unless_done(opened, told)
        return SecurityDescriptor(DescriptorKind.NT, bytes(replies.buffer(told.body)))

    def share_security(self) -> SecurityDescriptor | None:
        """Return the share's own permissions; None where nobody tells them."""
        try:
            return self._of_server(lambda server: server.share_security(self.address.share))
        except ShareUnreachable:  # a server that is away is noticed by the walk
            known = self._collected
            return None if known is None else known.share_security(self.address.share)

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return what the server tells of its own accounts and of ``identifiers``."""
        return self._of_server(lambda server: server.accounts(identifiers))

    def expect(self, entries: Iterable[tuple[Ref, int]]) -> None:
        """Fetch the small ones ahead, from when the first of them is opened.

        Raises LogonRefused.
        """
        small = [ref for ref, size_bytes in entries if size_bytes <= FIRST_BYTES]
        self._ahead = Ahead(small, self._whole, self._helpers)
        if len(small) >= _MANY:
            self._helpers.connect()

    def expect_security(self, refs: Sequence[Ref]) -> None:
        """Ask ahead, from when the first of them is asked for."""
        self._guards_ahead = Ahead(refs, self._guard, self._helpers)

    def open(self, ref: Ref) -> int:
        """Return a descriptor of a copy of an entry's bytes. Raises EntryUnreadable."""
        self._told = None
        return self._link.ask(lambda lane: self._copied(lane, ref))

    def _whole(self, lane: Lane, ref: Ref) -> list[Message]:
        return whole(lane, self._path(ref))

    def _guard(self, lane: Lane, ref: Ref) -> list[Message]:
        """Return what asks for a descriptor alone: nothing of the file is read."""
        kind = messages.FILE if ref.name else messages.FOLDER
        opening = lane.opening(self._path(ref), messages.READ_CONTROL, kind)
        return [opening, messages.descriptor(), messages.closing()]

    def _copied(self, lane: Lane, ref: Ref) -> int:
        answers = self._ahead.take(lane, ref)
        copy, security = (None, None) if answers is None else fetched(answers)
        if security is not None:
            self._told = (ref, security)
        return copied(lane, self._path(ref)) if copy is None else copy

    def _of_server(self, work: Callable[[Server], _T]) -> _T:
        """Return what is made of the server itself. Raises ShareUnreachable."""
        who, patience = self._credentials, self._patience_seconds
        with closing(Server(self.address.on, who, patience, self._collected)) as server:
            return work(server)

    def _path(self, ref: Ref) -> FolderPath:
        below = (*ref.folder, ref.name) if ref.name else ref.folder
        return (*self.address.folder, *below)

    def _list(self, folder: FolderPath) -> Listing:
        try:
            lines, descriptor = self._link.ask(
                lambda lane: self._folders.lines(lane, self._path(Ref(folder, "")))
            )
        except EntryUnreadable as error:
            if not folder:
                raise ShareUnreachable(_no_root_for(error.cause)) from error
            return Listing(folder, cause=error.cause)
        entries: list[EntryRow] = []
        subfolders: list[str] = []
        excluded: list[tuple[str, Exclusion]] = []
        gaps: list[tuple[str, Cause]] = []
        links: list[str] = []
        for line in lines:
            name, kind = line.name, kind_of(line)
            if name in (".", ".."):
                continue
            if not name.isascii() and (safe := _representable(name)) != name:
                gaps.append((safe, Cause.UNREPRESENTABLE))
            elif kind is Kind.FILE:
                times = (line.modified_ns, line.changed_ns)
                entries.append(
                    entry_row(name, line.size_bytes, *times, line.file_id, line.accessed_ns)
                )
            elif kind is Kind.FOLDER:
                subfolders.append(name)
            elif kind is Kind.DFS_LINK:
                links.append(name)
            elif kind in _EXCLUDED:
                excluded.append((name, _EXCLUDED[kind]))
            else:
                gaps.append((name, _GAPS[kind]))
        return Listing(
            folder,
            tuple(sorted(entries)),
            tuple(sorted(subfolders)),
            tuple(sorted(excluded)),
            tuple(sorted(gaps)),
            descriptor=descriptor,
            links=self._targets(folder, sorted(links)),
            # smbd lists the time of writing as ChangeTime too: [MS-FSCC] 2.4.7 has it of any change
            times_tell=any(row[2] != row[3] for row in entries),
        )

    def _targets(
        self, folder: FolderPath, names: list[str]
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return where the links of a folder lead. Raises ShareUnreachable."""
        if not names:
            return ()
        paths = [self._unc(Ref(folder, name)) for name in names]
        asked = self._of_server(
            lambda server: server.ask(lambda lane: [dfs.targets(lane, path) for path in paths])
        )
        return tuple(zip(names, asked, strict=True))

    def _behind_a_link(self) -> str:
        """Return what is wrong with a root that a namespace has elsewhere."""
        found = self._elsewhere()
        where = f"to {found}: scan there" if found else "to a place that is not told"
        return f"it lies behind a link of a DFS namespace, {where}"

    def _elsewhere(self) -> str:
        """Return where the server says that this place lies, which it has not itself, or "".

        A controller knows the namespaces of its domain by name, and their roots lie on servers.
        """
        path = self._unc(Ref((), ""))
        try:
            found = self._of_server(lambda server: server.ask(lambda lane: dfs.targets(lane, path)))
        except ShareUnreachable:
            return ""
        return next(iter(found), "")

    def _unc(self, ref: Ref) -> str:
        address = self.address
        return "\\" + "\\".join((address.host, address.share, *self._path(ref)))


def _raise_unless_done(*answers: Reply) -> None:
    for answer in answers:
        if answer.status != SUCCESS:
            raise EntryUnreadable(cause_of(answer.status))


def _representable(name: str) -> str:
    """Return ``name``, or how it may be shown where it holds half a character."""
    return name.encode("utf-8", "backslashreplace").decode()


def _no_root_for(cause: Cause) -> str:
    return {
        Cause.DENIED: "the account may not list the folder",
        Cause.VANISHED: "there is no such folder on the share",
    }.get(cause, f"the folder cannot be listed: {cause.value}")
