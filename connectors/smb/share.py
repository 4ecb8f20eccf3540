"""An SMB share as a connector: walked, opened and asked for its permissions, never written to."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TypeVar

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
)
from connectors.smb import messages, replies
from connectors.smb.accounts import read_accounts
from connectors.smb.address import SmbAddress
from connectors.smb.ahead import Ahead
from connectors.smb.kinds import Kind, kind_of
from connectors.smb.lane import Lane, Reply
from connectors.smb.link import PATIENCE_SECONDS, Credentials, Link
from connectors.smb.messages import Message
from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.pipe import opened
from connectors.smb.rpc.srvsvc import SRVSVC, share_descriptor
from connectors.smb.status import (
    ACCESS_DENIED,
    END_OF_FILE,
    NO_MORE_FILES,
    NO_SUCH_FILE,
    SUCCESS,
    cause_of,
)
from connectors.walk import parents_first

_T = TypeVar("_T")
_LISTING_BYTES = 1 << 20
_FIRST_BYTES = 256 * 1024  # read with the opening: most files are whole with it
_PIECE_BYTES = 1 << 20
_PIECES = 4  # asked for at a time
_IN_MEMORY_BYTES = 32 << 20  # larger files go to a file without a name, gone with its descriptor
_EXCLUDED = {
    Kind.SYMLINK: Exclusion.SYMLINK,
    Kind.JUNCTION: Exclusion.MOUNT_POINT,
    Kind.SPECIAL_FILE: Exclusion.SPECIAL_FILE,
}
_GAPS = {Kind.OFFLINE: Cause.OFFLINE, Kind.UNSUPPORTED: Cause.UNSUPPORTED}


class SmbShare:
    """One share, or the tree below a folder in it.

    A server that stays away for longer than ``patience_seconds`` makes it unreachable.
    """

    def __init__(
        self,
        address: SmbAddress,
        credentials: Credentials,
        patience_seconds: float = PATIENCE_SECONDS,
        left_out: LeftOut | None = None,
    ) -> None:
        self.address = address
        self._left_out = left_out
        self._credentials = credentials
        self._patience_seconds = patience_seconds
        self._link = Link(address, credentials, patience_seconds)
        self._ahead = Ahead((), self._whole)
        self._told: tuple[Ref, SecurityDescriptor] | None = None  # of what was opened last

    def close(self) -> None:
        """End the session."""
        self._link.drop()

    def identity(self) -> RootIdentity:
        """Return the serial number of the server's volume."""

        def asked(lane: Lane) -> list[Reply]:
            path = self.address.folder
            opening = messages.opening(path, messages.LIST, messages.FOLDER)
            return lane.exchange([opening, messages.volume(), messages.closing()])

        opened, told, _ = self._link.ask(asked)
        for answer in (opened, told):
            if answer.status != SUCCESS:
                raise ShareUnreachable(_no_root_for(cause_of(answer.status)))
        return RootIdentity(f"{replies.volume_serial(replies.buffer(told.body)):08x}")

    def walk(self) -> Iterator[Listing]:
        """Yield each folder with its entries sorted by name, parents first."""
        return parents_first(self._list, self._left_out)

    def way(self) -> tuple[SecurityDescriptor, ...]:
        """Return nothing: Windows does not ask about the folders above (traverse bypass)."""
        return ()

    def security(self, ref: Ref) -> SecurityDescriptor:
        """Return owner, group and DACL as the server has them. Raises EntryUnreadable."""
        if self._told is not None and self._told[0] == ref:
            return self._told[1]
        kind = messages.FILE if ref.name else messages.FOLDER

        def asked(lane: Lane) -> list[Reply]:
            opening = messages.opening(self._path(ref), messages.READ_CONTROL, kind)
            return lane.exchange([opening, messages.descriptor(), messages.closing()])

        opened, told, _ = self._link.ask(asked)
        _raise_unless_done(opened, told)
        return SecurityDescriptor(DescriptorKind.NT, bytes(replies.buffer(told.body)))

    def share_security(self) -> SecurityDescriptor | None:
        """Return the share's own permissions; None where the account may not ask for them."""

        def asked(lane: Lane) -> bytes:
            with opened(lane, SRVSVC) as pipe:
                return share_descriptor(pipe, self.address.host, self.address.share)

        try:
            return SecurityDescriptor(DescriptorKind.NT, self._of_server(asked))
        except (NotTold, ShareUnreachable):  # a server that is away is noticed by the walk
            return None

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return what the server tells of its own accounts and of ``identifiers``."""
        server = self.address.server
        asked = tuple(identifiers)
        return self._of_server(lambda lane: read_accounts(lane, self.address.host, server, asked))

    def expect(self, entries: Iterable[tuple[Ref, int]]) -> None:
        """Fetch the small ones ahead, from when the first of them is opened."""
        small = [ref for ref, size_bytes in entries if size_bytes <= _FIRST_BYTES]
        self._ahead = Ahead(small, self._whole)

    def open(self, ref: Ref) -> int:
        """Return a descriptor of a copy of an entry's bytes. Raises EntryUnreadable."""
        self._told = None
        return self._link.ask(lambda lane: self._fetched(lane, ref) or self._copied(lane, ref))

    def _of_server(self, work: Callable[[Lane], _T]) -> _T:
        """Return what is made of the server's IPC$. Raises ShareUnreachable."""
        ipc = replace(self.address, share="IPC$", folder=())
        link = Link(ipc, self._credentials, self._patience_seconds)
        try:
            return link.ask(work)
        finally:
            link.drop()

    def _path(self, ref: Ref) -> FolderPath:
        below = (*ref.folder, ref.name) if ref.name else ref.folder
        return (*self.address.folder, *below)

    def _list(self, folder: FolderPath) -> Listing:
        try:
            lines, descriptor = self._link.ask(lambda lane: self._lines(lane, folder))
        except EntryUnreadable as error:
            if not folder:
                raise ShareUnreachable(_no_root_for(error.cause)) from error
            return Listing(folder, cause=error.cause)
        entries: list[EntryRow] = []
        subfolders: list[str] = []
        excluded: list[tuple[str, Exclusion]] = []
        gaps: list[tuple[str, Cause]] = []
        for line in lines:
            name, kind = line.name, kind_of(line)
            if name in (".", ".."):
                continue
            if not name.isascii() and (safe := _representable(name)) != name:
                gaps.append((safe, Cause.UNREPRESENTABLE))
            elif kind is Kind.FILE:
                entries.append(
                    (name, line.size_bytes, line.modified_ns, line.changed_ns, line.file_id)
                )
            elif kind is Kind.FOLDER:
                subfolders.append(name)
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
        )

    def _lines(
        self, lane: Lane, folder: FolderPath
    ) -> tuple[list[replies.Listed], SecurityDescriptor | None]:
        """Return a folder's lines, and its descriptor if it may be had. Raises EntryUnreadable."""
        path = (*self.address.folder, *folder)
        access = messages.LIST | messages.READ_CONTROL
        most = lane.room(_LISTING_BYTES)
        opening = messages.opening(path, access, messages.FOLDER)
        opened, told, first = lane.exchange(
            [opening, messages.descriptor(), messages.listing(most)]
        )
        if opened.status == ACCESS_DENIED:  # it may be listed though not asked for its permissions
            opening = messages.opening(path, messages.LIST, messages.FOLDER)
            opened, first = lane.exchange([opening, messages.listing(most)])
            told = Reply(ACCESS_DENIED, b"")
        if opened.status != SUCCESS:
            raise EntryUnreadable(cause_of(opened.status))
        file_id = replies.created(opened.body).file_id
        lines: list[replies.Listed] = []
        answer = first
        while answer.status == SUCCESS:
            lines += replies.listed(replies.buffer(answer.body))
            (answer,) = lane.exchange([messages.listing(most, file_id)])
        lane.exchange([messages.closing(file_id)])
        if answer.status not in (NO_MORE_FILES, NO_SUCH_FILE):
            raise EntryUnreadable(cause_of(answer.status))
        if told.status != SUCCESS:
            return lines, None
        raw = bytes(replies.buffer(told.body))
        return lines, SecurityDescriptor(DescriptorKind.NT, raw)

    def _whole(self, lane: Lane, ref: Ref) -> list[Message]:
        """Return what asks for all of a small file at once."""
        access = messages.READ | messages.READ_CONTROL
        return [
            messages.opening(self._path(ref), access, messages.FILE),
            messages.descriptor(),
            messages.reading(0, lane.room(_FIRST_BYTES)),
            messages.closing(told=True),
        ]

    def _fetched(self, lane: Lane, ref: Ref) -> int | None:
        """Return a descriptor of a copy of what was fetched ahead, None where it was not whole.

        Raises EntryUnreadable where it changed meanwhile.
        """
        fetched = self._ahead.take(lane, ref)
        if fetched is None or fetched[0].status != SUCCESS:
            return None
        opened, told, data, closed = fetched
        before = replies.created(opened.body)
        got = replies.read_data(data.body) if data.status == SUCCESS else memoryview(b"")
        if len(got) != before.size_bytes:
            return None
        if _changed(before, closed):
            raise EntryUnreadable(Cause.CHANGED_WHILE_READ)
        if told.status == SUCCESS:
            raw = bytes(replies.buffer(told.body))
            self._told = (ref, SecurityDescriptor(DescriptorKind.NT, raw))
        with _gap_without_room(), ExitStack() as kept:
            copy = _place_for(before.size_bytes)
            kept.callback(os.close, copy)
            os.write(copy, got)
            return _read_only(copy)

    def _copied(self, lane: Lane, ref: Ref) -> int:
        """Return a descriptor of a copy of an entry's bytes. Raises EntryUnreadable."""
        opening = messages.opening(self._path(ref), messages.READ, messages.FILE)
        first = messages.reading(0, lane.room(_FIRST_BYTES))
        opened, data = lane.exchange([opening, first])
        if opened.status != SUCCESS:
            raise EntryUnreadable(cause_of(opened.status))
        before = replies.created(opened.body)
        with ExitStack() as kept:
            try:
                with _gap_without_room():
                    copy = _copy_of(lane, before, data)
                kept.callback(os.close, copy)
            finally:
                (closed,) = lane.exchange([messages.closing(before.file_id, told=True)])
            if os.fstat(copy).st_size != before.size_bytes or _changed(before, closed):
                raise EntryUnreadable(Cause.CHANGED_WHILE_READ)
            return _read_only(copy)


@contextmanager
def _gap_without_room() -> Iterator[None]:
    """Make a gap of an entry for which our own memory or disk has no room."""
    try:
        yield
    except OSError as error:
        raise EntryUnreadable(Cause.NOT_REACHED) from error


def _read_only(copy: int) -> int:
    return os.open(f"/proc/self/fd/{copy}", os.O_RDONLY | os.O_CLOEXEC)


def _copy_of(lane: Lane, file: replies.Created, first: Reply) -> int:
    """Return a descriptor of the bytes of an open file, ``first`` those that are here already.

    It holds fewer where the file has become shorter. Raises EntryUnreadable and OSError.
    """
    copy, piece = _place_for(file.size_bytes), lane.room(_PIECE_BYTES)
    try:
        offset = _put(copy, first)
        while 0 < offset < file.size_bytes:
            begins = range(offset, file.size_bytes, piece)[:_PIECES]
            asked = [messages.reading(at, piece, file.file_id) for at in begins]
            got = [_put(copy, each) for each in lane.exchange(asked)]
            if 0 in got:
                break
            offset += sum(got)
        whole, copy = copy, -1
        return whole
    finally:
        if copy >= 0:
            os.close(copy)


def _put(copy: int, reply: Reply) -> int:
    """Write what was read; return its length. Raises EntryUnreadable."""
    if reply.status == END_OF_FILE:
        return 0
    if reply.status != SUCCESS:
        raise EntryUnreadable(cause_of(reply.status))
    data = replies.read_data(reply.body)
    return os.write(copy, data) if data else 0


def _place_for(size_bytes: int) -> int:
    """Return a descriptor to copy to: memory, or a file without a name. Raises OSError."""
    if size_bytes <= _IN_MEMORY_BYTES:
        return os.memfd_create("entry", os.MFD_CLOEXEC)
    folder = tempfile.gettempdir()
    return os.open(folder, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC | os.O_EXCL, 0o600)


def _changed(before: replies.Created, closed: Reply) -> bool:
    """Return whether a file was written to between opening and closing."""
    if closed.status != SUCCESS:
        return False
    modified_ns, _, size_bytes = replies.closed(closed.body)
    return (modified_ns, size_bytes) != (before.modified_ns, before.size_bytes)


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
