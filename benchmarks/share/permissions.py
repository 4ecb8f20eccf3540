"""Gives a share the muddle of permissions that years of use leave behind."""

from __future__ import annotations

import errno
import os
import struct
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from random import Random

_FOLDER_MODES = (0o755, 0o755, 0o750, 0o770, 0o775, 0o777, 0o2770)
_FILE_MODES = (0o644, 0o644, 0o640, 0o660, 0o664, 0o666, 0o600)
_OWNERS = tuple(range(20_000, 20_012))  # ids that no distribution gives to an account
_GROUPS = tuple(range(21_000, 21_006))
_ACL_CHANCE = 0.05
_NO_ID = 0xFFFFFFFF


class Guarding(Enum):
    """What is done about permissions: nothing, modes alone, or modes, owners and ACLs (root)."""

    NONE = "none"
    MODES = "modes"
    OWNERS = "owners"


def guard(root: Path, rng: Random, guarding: Guarding) -> None:
    """Set modes below ``root``, and owners and POSIX ACLs where asked, which needs root.

    Folders are walked in the order of their names, so that a seed gives one result.
    """
    if guarding is Guarding.NONE:
        return
    owners = guarding is Guarding.OWNERS
    for folder, folders, files in os.walk(root):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(folder, name)
            if owners:
                _give(path, rng)
            os.chmod(path, rng.choice(_FILE_MODES))
            if owners and rng.random() < _ACL_CHANCE:
                _add_acl(path, rng)
        if folder != str(root):
            if owners:
                _give(folder, rng)
            os.chmod(folder, rng.choice(_FOLDER_MODES))


def lock(paths: Iterable[Path]) -> None:
    """Take every right on files away, their owner's too; only root still reads them."""
    for path in paths:
        path.chmod(0)


def _give(path: str, rng: Random) -> None:
    os.chown(path, rng.choice(_OWNERS), rng.choice(_GROUPS))


def acl_bytes(user: int, permissions: int) -> bytes:
    """Return a POSIX ACL as the kernel stores it that names one ``user`` beside owner and group.

    Source: Linux, include/uapi/linux/posix_acl_xattr.h: version 2, then tag, permissions, id.
    """
    entries = (
        (0x01, 6, _NO_ID),
        (0x02, permissions, user),
        (0x04, 4, _NO_ID),
        (0x10, 7, _NO_ID),
        (0x20, 0, _NO_ID),
    )
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def _add_acl(path: str, rng: Random) -> None:
    try:
        acl = acl_bytes(rng.choice(_OWNERS), rng.choice((4, 6)))
        os.setxattr(path, "system.posix_acl_access", acl)
    except OSError as error:
        if error.errno != errno.ENOTSUP:  # a file system without ACLs keeps its modes
            raise
