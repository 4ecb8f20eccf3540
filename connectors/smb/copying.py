"""The bytes of a file on a share, as a copy that a worker may read: memory, or a nameless file."""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack

from smbprotocol.tree import TreeConnect

from connectors.base import Cause, EntryUnreadable, FolderPath
from connectors.smb import messages, replies
from connectors.smb.link import Reply, exchange
from connectors.smb.status import END_OF_FILE, SUCCESS, cause_of

_FIRST_BYTES = 256 * 1024  # read with the opening: most files are whole with it
_PIECE_BYTES = 1 << 20
_PIECES = 4  # asked for at a time
_IN_MEMORY_BYTES = 32 << 20  # larger files go to a file without a name, gone with its descriptor


def copied(tree: TreeConnect, path: FolderPath) -> int:
    """Return a descriptor of a copy of the bytes at ``path``. Raises EntryUnreadable."""
    opening = messages.opening(tree, path, messages.READ, messages.FILE)
    first = messages.reading(0, _FIRST_BYTES)
    opened, data = exchange(tree, [opening, first])
    if opened.status != SUCCESS:
        raise EntryUnreadable(cause_of(opened.status))
    before = replies.created(opened.body)
    with ExitStack() as kept:
        try:
            copy = _copy_of(tree, before, data)
            kept.callback(os.close, copy)
        except OSError as error:  # our own memory or disk is full
            raise EntryUnreadable(Cause.NOT_REACHED) from error
        finally:
            (closed,) = exchange(tree, [messages.closing(before.file_id, told=True)])
        if os.fstat(copy).st_size != before.size_bytes or _changed(before, closed):
            raise EntryUnreadable(Cause.CHANGED_WHILE_READ)
        return os.open(f"/proc/self/fd/{copy}", os.O_RDONLY | os.O_CLOEXEC)


def _copy_of(tree: TreeConnect, file: replies.Created, first: Reply) -> int:
    """Return a descriptor of the bytes of an open file, ``first`` those that are here already.

    It holds fewer where the file has become shorter. Raises EntryUnreadable and OSError.
    """
    copy = _place_for(file.size_bytes)
    try:
        offset = _put(copy, first)
        while 0 < offset < file.size_bytes:
            ends = range(offset, file.size_bytes, _PIECE_BYTES)[:_PIECES]
            asked = [messages.reading(at, _PIECE_BYTES, file.file_id) for at in ends]
            got = [_put(copy, each) for each in exchange(tree, asked)]
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
