"""Reach: the people who can read or change a file or folder, each with the path of the grant.

Worked out once per access key (share's descriptor, gate and descriptor), for all users of the
directory at once. What is not known is said: permissions that cannot be read give NotKnown, never
"nobody"; an identifier without an account or group stands in the statement.
"""

from __future__ import annotations

from connectors.base import DescriptorKind, SecurityDescriptor
from scanner.access.answers import BROAD_SHARE, NotKnown, Reach
from scanner.access.directory import Directory
from scanner.access.nt.reach import nt_reach
from scanner.access.posix_reach import posix_reach
from scanner.access.sharepoint.reach import sharepoint_reach


def reach(
    gate: bytes,
    descriptor: SecurityDescriptor,
    known: Directory,
    broad_share: float = BROAD_SHARE,
    share: SecurityDescriptor | None = None,
) -> Reach | NotKnown:
    """Return who can reach what ``descriptor`` guards behind an encoded gate.

    ``broad_share`` is the part of all people from which a group counts as broad. ``share`` is the
    descriptor of the share itself; None means that there is none (POSIX) or that it could not be
    read (NT).
    """
    match descriptor.kind:
        case DescriptorKind.POSIX:
            return posix_reach(gate, descriptor.raw, known, broad_share)
        case DescriptorKind.NT:
            return nt_reach(descriptor.raw, share, known, broad_share)
        case DescriptorKind.SHAREPOINT:
            return sharepoint_reach(descriptor.raw, known, broad_share)
