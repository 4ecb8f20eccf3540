"""Permissions and groups with one thing taken away, for asking what that would change.

The bytes and accounts are copies: nothing is changed where they come from. The answer about them
is that of ``scanner.access.reach``, as about the real ones.
"""

from __future__ import annotations

import struct
from dataclasses import replace

from connectors.base import Accounts, DescriptorKind, SecurityDescriptor
from scanner.access.nt import descriptor as nt
from scanner.access.nt.sids import identifier as nt_identifier
from scanner.access.posix import ENTRY, HEADER, NoAcl, Posix, Tag, decode

_ACL_HEADER = struct.Struct("<BBHHH")  # revision, nothing, size, ACEs, nothing
_DACL_OFFSET = 16  # bytes into a descriptor: where its DACL begins, in four bytes
_PROTECTED = 0x1000  # control bit: nothing is inherited from above
_SIZE_AT = 2  # bytes into an ACE: its size, in two bytes


def without_member(accounts: Accounts, group: str, member: str) -> Accounts:
    """Return accounts in which a group no longer names a member, which may be a group."""
    kept = tuple(pair for pair in accounts.memberships if pair != (group, member))
    return replace(accounts, memberships=kept)


def names(descriptor: SecurityDescriptor, trustee: str, *, inherited: bool) -> bool:
    """Return whether an entry of a descriptor itself, or one from above, names a trustee."""
    match descriptor.kind:
        case DescriptorKind.POSIX:
            posix = decode(descriptor.raw)
            acl = () if not isinstance(posix, Posix) or isinstance(posix.acl, NoAcl) else posix.acl
            return not inherited and any(_is_of(tag, number, trustee) for tag, _, number in acl)
        case DescriptorKind.NT:
            return any(_speaks(ace, trustee, inherited=inherited) for ace in _aces(descriptor.raw))
        case DescriptorKind.SHAREPOINT:
            return False


def without_trustee(
    descriptor: SecurityDescriptor, trustee: str, *, inherited: bool
) -> SecurityDescriptor:
    """Return a descriptor without its own entries for a trustee, or without those from above.

    POSIX: as ``setfacl -x`` leaves it, which sets the mask to all that the group entries grant.
    NT: the ACEs of the trustee, to allow or deny, are gone; their order stays.
    """
    if not names(descriptor, trustee, inherited=inherited):
        return descriptor
    if descriptor.kind is DescriptorKind.POSIX:
        return SecurityDescriptor(descriptor.kind, _posix_without(descriptor.raw, trustee))
    raw = _nt_without(descriptor.raw, trustee, inherited=inherited)
    return SecurityDescriptor(descriptor.kind, raw)


def inherits(descriptor: SecurityDescriptor) -> bool:
    """Return whether entries of the folder above are handed down to what a descriptor guards."""
    if descriptor.kind is not DescriptorKind.NT:
        return False  # a default ACL counts only when something is made
    try:
        return not nt.decode(descriptor.raw).control & _PROTECTED
    except ValueError:
        return False


def _is_of(tag: int, number: int, trustee: str) -> bool:
    return (tag == Tag.USER and trustee == f"uid:{number}") or (
        tag == Tag.GROUP and trustee == f"gid:{number}"
    )


def _posix_without(raw: bytes, trustee: str) -> bytes:
    version, flags, mode, owner, group = HEADER.unpack_from(raw)
    entries = [
        entry
        for entry in ENTRY.iter_unpack(raw[HEADER.size :])
        if not _is_of(entry[0], entry[2], trustee)
    ]
    mask = 0
    for tag, permissions, _ in entries:
        if tag in (Tag.USER, Tag.OWNING_GROUP, Tag.GROUP):
            mask |= permissions
    packed = (
        ENTRY.pack(tag, mask if tag == Tag.MASK else permissions, number)
        for tag, permissions, number in entries
    )
    header = HEADER.pack(version, flags, mode & ~0o070 | mask << 3, owner, group)
    return header + b"".join(packed)


def _aces(raw: bytes) -> tuple[nt.Ace, ...]:
    try:
        dacl = nt.decode(raw).dacl
    except ValueError:
        return ()
    return () if isinstance(dacl, nt.NoDacl) else dacl


def _speaks(ace: nt.Ace, trustee: str, *, inherited: bool) -> bool:
    return bool(ace.sid) and nt_identifier(ace.sid) == trustee and ace.inherited is inherited


def _nt_without(raw: bytes, trustee: str, *, inherited: bool) -> bytes:
    """Return the descriptor with a new DACL behind it, which holds the other ACEs as they are."""
    (start,) = struct.unpack_from("<I", raw, _DACL_OFFSET)
    revision, *_ = _ACL_HEADER.unpack_from(raw, start)
    kept = []
    place = start + _ACL_HEADER.size
    for ace in _aces(raw):
        (size,) = struct.unpack_from("<H", raw, place + _SIZE_AT)
        if not _speaks(ace, trustee, inherited=inherited):
            kept.append(raw[place : place + size])
        place += size
    aces = b"".join(kept)
    dacl = _ACL_HEADER.pack(revision, 0, _ACL_HEADER.size + len(aces), len(kept), 0) + aces
    offset = struct.pack("<I", len(raw))
    return raw[:_DACL_OFFSET] + offset + raw[_DACL_OFFSET + len(offset) :] + dacl
