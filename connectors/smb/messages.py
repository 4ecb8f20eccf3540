"""What is asked of a server. Read-only by construction: no right to write, no lock, no lease.

Layouts: [MS-SMB2] 2.2.13 CREATE, 2.2.15 CLOSE, 2.2.19 READ, 2.2.31 IOCTL, 2.2.33 QUERY_DIRECTORY,
2.2.37 QUERY_INFO; read 2026-11-27. They are packed here: smbprotocol's objects cost ten times
as much.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

# [MS-SMB2] 2.2.13.1: access; 2.2.13: share access and options. READ_ATTRIBUTES | SYNCHRONIZE
# stand in each, so that sizes, times and waiting work.
LIST = READ = 0x00100081
READ_CONTROL = 0x00120080
FILE, FOLDER = 0x00400040, 0x00200001  # no recall from an archive; a link is not followed
BACKUP_INTENT = 0x00004000  # FILE_OPEN_FOR_BACKUP_INTENT
_EVERYONE_ELSE_MAY = 7  # read, write and delete: nobody's save fails because of us
_RELATED = b"\xff" * 16  # the file that the compound's first message opened
_NO_OPLOCK, _IMPERSONATION, _FILE_OPEN = 0, 2, 1

_ID_FULL_DIRECTORY = 38  # [MS-FSCC] 2.4: FileIdFullDirectoryInformation
_VOLUME_INFO, _SECURITY_INFO = 2, 3
_FS_VOLUME = 1
_OWNER_GROUP_DACL_LABEL = 0x17  # [MS-SMB2] 2.2.37, AdditionalInformation
CREDIT_BYTES = 65_536
_IS_FSCTL = 1

_HEADER_BYTES = 64  # offsets in a message count from its header
_CREATE = struct.Struct("<HBBIQQIIIIIHHII")
_CLOSE = struct.Struct("<HHI16s")
_READ = struct.Struct("<HBBIQ16sIIIHHx")
_IOCTL = struct.Struct("<HHI16sIIIIIIII")
_QUERY_DIRECTORY = struct.Struct("<HBBI16sHHI")
_QUERY_INFO = struct.Struct("<HBBIHHIII16sx")


class Command(IntEnum):
    """What a message asks for: [MS-SMB2] 2.2.1.2."""

    CREATE = 5
    CLOSE = 6
    READ = 8
    IOCTL = 11
    QUERY_DIRECTORY = 14
    QUERY_INFO = 16


class Message(NamedTuple):
    """A question without its header; ``credits`` is what it costs of those that are granted."""

    command: Command
    body: bytes
    credits: int = 1


def opening(path: Sequence[str], access: int, options: int) -> Message:
    """Return what opens the file or folder at ``path``, and creates nothing."""
    name = "\\".join(path).encode("utf-16-le")
    head = _CREATE.pack(
        *(57, 0, _NO_OPLOCK, _IMPERSONATION, 0, 0, access, 0, _EVERYONE_ELSE_MAY, _FILE_OPEN),
        *(options, _HEADER_BYTES + _CREATE.size, len(name), 0, 0),
    )
    return Message(Command.CREATE, head + (name or b"\0"))


def listing(most_bytes: int, file_id: bytes = _RELATED) -> Message:
    """Return what asks for the next lines of an open folder."""
    names = "*".encode("utf-16-le")
    at = _HEADER_BYTES + _QUERY_DIRECTORY.size
    head = _QUERY_DIRECTORY.pack(33, _ID_FULL_DIRECTORY, 0, 0, file_id, at, len(names), most_bytes)
    return Message(Command.QUERY_DIRECTORY, head + names, _credits(most_bytes))


def descriptor(file_id: bytes = _RELATED) -> Message:
    """Return what asks for owner, group, DACL and label. The rest would need a privilege."""
    return _query(_SECURITY_INFO, 0, _OWNER_GROUP_DACL_LABEL, file_id)


def volume(file_id: bytes = _RELATED) -> Message:
    """Return what asks for the serial number of the volume."""
    return _query(_VOLUME_INFO, _FS_VOLUME, 0, file_id)


def reading(offset: int, length: int, file_id: bytes = _RELATED) -> Message:
    """Return what asks for bytes of an open file."""
    at = _HEADER_BYTES + _READ.size - 1
    body = _READ.pack(49, at, 0, length, offset, file_id, 0, 0, 0, 0, 0)
    return Message(Command.READ, body, _credits(length))


def closing(file_id: bytes = _RELATED, *, told: bool = False) -> Message:
    """Return what closes; ``told`` asks for times and size as they are then."""
    return Message(Command.CLOSE, _CLOSE.pack(24, int(told), 0, file_id))


def control(code: int, file_id: bytes, data: bytes, most_bytes: int) -> Message:
    """Return what hands ``data`` to the control ``code`` of what is open, and asks its answer."""
    at = _HEADER_BYTES + _IOCTL.size
    head = _IOCTL.pack(
        *(57, 0, code, file_id, at, len(data), 0, 0, 0, most_bytes, _IS_FSCTL, 0),
    )
    return Message(Command.IOCTL, head + (data or b"\0"), _credits(max(len(data), most_bytes)))


def _query(kind: int, information_class: int, wanted: int, file_id: bytes) -> Message:
    body = _QUERY_INFO.pack(41, kind, information_class, CREDIT_BYTES, 0, 0, 0, wanted, 0, file_id)
    return Message(Command.QUERY_INFO, body)


def _credits(length: int) -> int:
    """Return what it costs to be answered with ``length`` bytes: [MS-SMB2] 3.1.5.2."""
    return (length - 1) // CREDIT_BYTES + 1
