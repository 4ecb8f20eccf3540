"""The bytes of a file on a share, as a copy that a worker may read: memory, or a nameless file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from connectors.base import Cause, DescriptorKind, EntryUnreadable, FolderPath, SecurityDescriptor
from connectors.smb import messages, replies
from connectors.smb.lane import Lane, Reply
from connectors.smb.messages import Message
from connectors.smb.status import END_OF_FILE, SUCCESS, cause_of

FIRST_BYTES = 256 * 1024  # read with the opening: most files are whole with it
_PIECE_BYTES = 1 << 20
_PIECES = 4  # asked for at a time
_IN_MEMORY_BYTES = 32 << 20  # larger files go to a file without a name, gone with its descriptor


def copied(lane: Lane, path: FolderPath) -> int:
    """Return a descriptor of a copy of the bytes at ``path``. Raises EntryUnreadable."""
    opening = lane.opening(path, messages.READ, messages.FILE)
    first = messages.reading(0, lane.room(FIRST_BYTES))
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


def whole(lane: Lane, path: FolderPath) -> list[Message]:
    """Return what asks for all of a small file at once: it is open for an instant."""
    return [
        lane.opening(path, messages.READ | messages.READ_CONTROL, messages.FILE),
        messages.descriptor(),
        messages.reading(0, lane.room(FIRST_BYTES)),
        messages.closing(told=True),
    ]


def fetched(answers: Sequence[Reply]) -> tuple[int | None, SecurityDescriptor | None]:
    """Return a descriptor of a copy, and what guards the file, from the answers to ``whole``.

    None for the copy where they do not hold all of it. Raises EntryUnreadable where it changed.
    """
    opened, told, data, closed = answers
    if opened.status != SUCCESS:
        return None, None
    before = replies.created(opened.body)
    got = replies.read_data(data.body) if data.status == SUCCESS else memoryview(b"")
    security = None
    if told.status == SUCCESS:
        raw = bytes(replies.buffer(told.body))
        security = SecurityDescriptor(DescriptorKind.NT, raw)
    if len(got) != before.size_bytes:
        return None, security
    if _changed(before, closed):
        raise EntryUnreadable(Cause.CHANGED_WHILE_READ)
    with _gap_without_room(), ExitStack() as kept:
        copy = _place_for(before.size_bytes)
        kept.callback(os.close, copy)
        os.write(copy, got)
        return _read_only(copy), security


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
