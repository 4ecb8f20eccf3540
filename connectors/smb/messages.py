"""What is asked of a server. Read-only by construction: no right to write, no lock, no lease."""

from __future__ import annotations

from collections.abc import Sequence

from smbprotocol.open import (
    CreateDisposition,
    ImpersonationLevel,
    Open,
    SMB2CloseRequest,
    SMB2QueryDirectoryRequest,
    SMB2QueryInfoRequest,
    SMB2ReadRequest,
)
from smbprotocol.structure import Structure
from smbprotocol.tree import TreeConnect

# [MS-SMB2] 2.2.13.1: access; 2.2.13: share access and options. READ_ATTRIBUTES | SYNCHRONIZE
# stand in each, so that sizes, times and waiting work.
LIST = READ = 0x00100081
READ_CONTROL = 0x00120080
FILE, FOLDER = 0x00400040, 0x00200001  # no recall from an archive; a link is not followed
_EVERYONE_ELSE_MAY = 7  # read, write and delete: nobody's save fails because of us
_RELATED = b"\xff" * 16  # the file that the compound's first message opened

_ID_FULL_DIRECTORY = 38  # [MS-FSCC] 2.4: FileIdFullDirectoryInformation
_FILE_INFO, _VOLUME_INFO, _SECURITY_INFO = 1, 2, 3
_FS_VOLUME = 1
_OWNER_GROUP_DACL = 7
_CREDIT_BYTES = 65_536
_LISTING_BYTES = 1 << 20


def opening(tree: TreeConnect, path: Sequence[str], access: int, options: int) -> Structure:
    """Return what opens the file or folder at ``path``, and creates nothing."""
    message, _ = Open(tree, "\\".join(path)).create(
        ImpersonationLevel.Impersonation,
        access,
        0,
        _EVERYONE_ELSE_MAY,
        CreateDisposition.FILE_OPEN,
        options,
        send=False,
    )
    return message


def listing(file_id: bytes = _RELATED) -> Structure:
    """Return what asks for the next lines of an open folder."""
    message = SMB2QueryDirectoryRequest()
    message["file_information_class"] = _ID_FULL_DIRECTORY
    message["file_id"] = file_id
    message["output_buffer_length"] = _LISTING_BYTES
    message["buffer"] = "*".encode("utf-16-le")
    return message


def descriptor(file_id: bytes = _RELATED) -> Structure:
    """Return what asks for owner, group and DACL. The SACL would need a privilege."""
    message = _query(_SECURITY_INFO, 0, file_id)
    message["additional_information"] = _OWNER_GROUP_DACL
    return message


def volume(file_id: bytes = _RELATED) -> Structure:
    """Return what asks for the serial number of the volume."""
    return _query(_VOLUME_INFO, _FS_VOLUME, file_id)


def reading(offset: int, length: int, file_id: bytes = _RELATED) -> Structure:
    """Return what asks for bytes of an open file."""
    message = SMB2ReadRequest()
    message["length"] = length
    message["offset"] = offset
    message["file_id"] = file_id
    return message


def closing(file_id: bytes = _RELATED, *, told: bool = False) -> Structure:
    """Return what closes; ``told`` asks for times and size as they are then."""
    message = SMB2CloseRequest()
    message["flags"] = 1 if told else 0
    message["file_id"] = file_id
    return message


def _query(kind: int, information_class: int, file_id: bytes) -> Structure:
    message = SMB2QueryInfoRequest()
    message["info_type"] = kind
    message["file_info_class"] = information_class
    message["output_buffer_length"] = _CREDIT_BYTES
    message["file_id"] = file_id
    return message
