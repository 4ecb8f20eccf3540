"""POSIX descriptors: owner, group, mode and access ACL of a local file or folder, as bytes.

Layout    little endian: version (1 byte, 1), flags (1 byte), mode (2 bytes, the twelve permission
          bits), uid (4), gid (4); then one entry of 8 bytes per ACL entry: tag (2), permissions
          (2), uid or gid (4), sorted by tag and id, so that equal ACLs have equal bytes.
Flags     1 a folder, 2 an ACL follows, 4 guarded by an ACL of another model, which is not read.
Source    acl(5), xattr(7); include/uapi/linux/posix_acl_xattr.h of Linux; read 2026-11-25.

``scanner.access.posix`` decodes the bytes. Reading needs no right beyond search on the folder,
moves no access time and writes nothing.
"""

from __future__ import annotations

import errno
import os
import stat
import struct
from dataclasses import dataclass
from pathlib import Path

from connectors.base import DescriptorKind, SecurityDescriptor

_ACCESS_ACL = "system.posix_acl_access"
_FOREIGN_ACLS = (
    "system.nfs4_acl",  # NFSv4 client of Linux
    "system.nfs4_acl_xdr",  # ZFS with NFSv4 ACLs
    "system.richacl",
    "system.cifs_acl",  # an SMB mount: the server decides, the mode is invented
)
_ABSENT = frozenset({errno.ENODATA, errno.EOPNOTSUPP})

_VERSION = 1
_FOLDER, _ACL, _UNSUPPORTED = 1, 2, 4
_HEADER = struct.Struct("<BBHII")
_ENTRY = struct.Struct("<HHI")
_XATTR_HEADER = struct.Struct("<I")
_XATTR_VERSION = 2  # POSIX_ACL_XATTR_VERSION
_TAGS = frozenset({0x01, 0x02, 0x04, 0x08, 0x10, 0x20})


@dataclass(frozen=True, slots=True)
class NoAcl:
    """The mode alone decides."""


@dataclass(frozen=True, slots=True)
class ForeignAcl:
    """An ACL of another model decides, and it is not read."""


def read_descriptor(name: str, folder: int) -> SecurityDescriptor:
    """Return the descriptor of ``name`` in the open folder, or of the folder itself for "".

    Symlinks are not followed. Raises OSError. The file is not opened: there is no getxattrat in
    Python, so its attribute is reached through /proc, which costs two system calls in all.
    """
    if not name:
        return encode(os.fstat(folder), _acl(folder))
    status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    return encode(status, _acl(f"/proc/self/fd/{folder}/{name}"))


def read_way(root: Path) -> tuple[SecurityDescriptor, ...]:
    """Return the descriptors of the folders above ``root``, an absolute path, from / down.

    Who may not pass these reaches nothing below them. Raises OSError.
    """
    above = reversed(root.parents)
    return tuple(encode(os.stat(path), _acl(os.fspath(path))) for path in above)


def encode(status: os.stat_result, acl: bytes | NoAcl | ForeignAcl) -> SecurityDescriptor:
    """Return the descriptor for a stat result and the raw value of its ACL attribute."""
    flags = _FOLDER if stat.S_ISDIR(status.st_mode) else 0
    entries = b""
    match acl:
        case bytes():
            try:
                entries = _sorted_entries(acl)
                flags |= _ACL
            except (struct.error, ValueError):
                flags |= _UNSUPPORTED
        case ForeignAcl():
            flags |= _UNSUPPORTED
    mode = stat.S_IMODE(status.st_mode)
    header = _HEADER.pack(_VERSION, flags, mode, status.st_uid, status.st_gid)
    return SecurityDescriptor(DescriptorKind.POSIX, header + entries)


def _sorted_entries(acl: bytes) -> bytes:
    """Return the ACL's entries by tag and id. Raises ValueError or struct.error if unknown."""
    if _XATTR_HEADER.unpack_from(acl)[0] != _XATTR_VERSION:
        raise ValueError("unknown version of ACL attribute")
    entries = list(_ENTRY.iter_unpack(acl[_XATTR_HEADER.size :]))
    if any(tag not in _TAGS or permissions > 7 for tag, permissions, _ in entries):
        raise ValueError("unknown tag or permission in ACL attribute")
    # Stable, and by tag first: the kernel's own order, in which the first match decides.
    entries.sort(key=lambda entry: (entry[0], entry[2]))
    return b"".join(_ENTRY.pack(*entry) for entry in entries)


def _acl(place: str | int) -> bytes | NoAcl | ForeignAcl:
    """Return the access ACL of a path (no symlink is followed) or open file. Raises OSError."""
    try:
        return _attribute(place, _ACCESS_ACL)
    except OSError as error:
        if error.errno == errno.ENODATA:
            return NoAcl()
        if error.errno != errno.EOPNOTSUPP:
            raise
    # Only a file system without POSIX ACLs can have those of another model.
    return _foreign_acl(place, _FOREIGN_ACLS)


def _foreign_acl(place: str | int, names: tuple[str, ...]) -> NoAcl | ForeignAcl:
    """Return whether any of the attributes guards a path; one that cannot be read counts."""
    for name in names:
        try:
            _attribute(place, name)
        except OSError as error:
            if error.errno in _ABSENT:
                continue
        return ForeignAcl()
    return NoAcl()


def _attribute(place: str | int, name: str) -> bytes:
    if isinstance(place, int):  # Python refuses follow_symlinks beside a descriptor
        return os.getxattr(place, name)
    return os.getxattr(place, name, follow_symlinks=False)
