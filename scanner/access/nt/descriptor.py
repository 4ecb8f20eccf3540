"""NT security descriptors: the bytes of Windows and Samba, decoded.

Layout  self-relative SECURITY_DESCRIPTOR: revision, control, four offsets; then SIDs and ACLs.
Source  [MS-DTYP] 2.4.2 (SID), 2.4.4 (ACE), 2.4.5 (ACL), 2.4.6 (SECURITY_DESCRIPTOR); read
        2026-11-25.

Bytes come from servers we do not trust: whatever they hold, the answer is a descriptor or a
ValueError. Of the SACL only the mandatory label is told without a privilege; it grants nothing.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import Enum, IntEnum, auto

_HEADER = struct.Struct("<BBHIIII")
_ACL = struct.Struct("<BBHHH")
_ACE = struct.Struct("<BBHI")
_SID = struct.Struct(">BBHI")  # the authority is big endian, six bytes
_OBJECT_FLAGS = struct.Struct("<I")

_REVISION = 1
_DACL_PRESENT, _SACL_PRESENT, _SELF_RELATIVE = 0x0004, 0x0010, 0x8000
_INHERIT_ONLY, _INHERITED = 0x08, 0x10
_GUIDS_PRESENT = (1, 2)  # flags of an object ACE
_GUID_BYTES = 16
_MOST_PARTS = 15  # of a SID: SID_MAX_SUB_AUTHORITIES


class AceType(IntEnum):
    """The types of ACE that allow or deny, as [MS-DTYP] 2.4.4.1 numbers them."""

    ALLOW = 0x00
    DENY = 0x01
    ALLOW_OBJECT = 0x05
    DENY_OBJECT = 0x06
    ALLOW_CALLBACK = 0x09
    DENY_CALLBACK = 0x0A
    ALLOW_CALLBACK_OBJECT = 0x0B
    DENY_CALLBACK_OBJECT = 0x0C


_OF_OBJECT = frozenset(
    {
        AceType.ALLOW_OBJECT,
        AceType.DENY_OBJECT,
        AceType.ALLOW_CALLBACK_OBJECT,
        AceType.DENY_CALLBACK_OBJECT,
    }
)
_SILENT = frozenset({0x02, 0x03, 0x07, 0x08, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14})
"""Audit, alarm, label, attribute, policy and filter: they neither allow nor deny by themselves."""


_LABEL = 0x11  # SYSTEM_MANDATORY_LABEL_ACE, [MS-DTYP] 2.4.4.13
_WITH_SID = frozenset({*AceType, _LABEL})


class Effect(Enum):
    """What an ACE does. UNDECIDED: it allows or denies under a condition that is not evaluated."""

    ALLOW = auto()
    DENY = auto()
    UNDECIDED = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Ace:
    """One entry of a DACL. ``sid`` is empty in types that are not known."""

    kind: int
    flags: int
    mask: int
    sid: str

    @property
    def inherit_only(self) -> bool:
        """Is there for what will lie below, and says nothing here."""
        return bool(self.flags & _INHERIT_ONLY)

    @property
    def inherited(self) -> bool:
        """Came from a folder above."""
        return bool(self.flags & _INHERITED)

    @property
    def of_object(self) -> bool:
        """Speaks of one kind of object of a directory, which files are not."""
        return self.kind in _OF_OBJECT

    @property
    def effect(self) -> Effect:
        """Allows, denies, neither, or not decided here."""
        if self.kind == AceType.ALLOW:
            return Effect.ALLOW
        if self.kind == AceType.DENY:
            return Effect.DENY
        return Effect.NONE if self.kind in _SILENT else Effect.UNDECIDED


@dataclass(frozen=True, slots=True)
class NoDacl:
    """No list of permissions: everyone may do everything.

    ``stored`` tells a DACL that is there and NULL from one that is absent.
    """

    stored: bool


@dataclass(frozen=True, slots=True)
class NtDescriptor:
    """Owner, group ("" for none) and DACL, whose ACEs stand in their stored order.

    An empty DACL lets nobody in; that is not NoDacl.
    """

    owner: str
    group: str
    control: int
    dacl: tuple[Ace, ...] | NoDacl
    label: Ace | None = None  # mandatory: its SID is an integrity level, its mask what it refuses


def decode(raw: bytes) -> NtDescriptor:
    """Return what a self-relative security descriptor says. Raises ValueError if it is not one."""
    try:
        return _decode(raw)
    except struct.error as error:
        raise ValueError("a security descriptor that was cut short") from error


def _decode(raw: bytes) -> NtDescriptor:
    revision, _, control, owner, group, sacl, dacl = _HEADER.unpack_from(raw)
    if revision != _REVISION:
        raise ValueError(f"security descriptor of revision {revision}, which is not known")
    if not control & _SELF_RELATIVE:
        raise ValueError("a security descriptor with pointers, not offsets")
    return NtDescriptor(
        owner=_sid(raw, owner, len(raw)) if owner else "",
        group=_sid(raw, group, len(raw)) if group else "",
        control=control,
        dacl=_acl(raw, dacl) if control & _DACL_PRESENT and dacl else _none(control),
        label=_label(raw, sacl) if control & _SACL_PRESENT and sacl else None,
    )


def _none(control: int) -> NoDacl:
    return NoDacl(stored=bool(control & _DACL_PRESENT))


def _sid(raw: bytes, start: int, end: int) -> str:
    """Return the SID at ``start`` as text."""
    revision, parts, high, low = _SID.unpack_from(raw, start)
    if revision != _REVISION or parts > _MOST_PARTS:
        raise ValueError("not a SID")
    if start + _SID.size + 4 * parts > end:
        raise ValueError("a SID that runs over its end")
    authority = high << 32 | low
    text = str(authority) if authority < 1 << 32 else f"0x{authority:012X}"
    numbers = struct.unpack_from(f"<{parts}I", raw, start + _SID.size)
    return "-".join(("S-1", text, *map(str, numbers)))


def _label(raw: bytes, start: int) -> Ace | None:
    return next((ace for ace in _acl(raw, start) if ace.kind == _LABEL and ace.sid), None)


def _acl(raw: bytes, start: int) -> tuple[Ace, ...]:
    _, _, size, count, _ = _ACL.unpack_from(raw, start)
    end = start + size
    if size < _ACL.size or end > len(raw):
        raise ValueError("an ACL that runs over its end")
    aces: list[Ace] = []
    place = start + _ACL.size
    for _ in range(count):
        kind, flags, length, mask = _ACE.unpack_from(raw, place)
        if length < _ACE.size or place + length > end:
            raise ValueError("an ACE that runs over its end")
        aces.append(_ace(raw, place, place + length, kind, flags, mask))
        place += length
    return tuple(aces)


def _ace(raw: bytes, start: int, end: int, kind: int, flags: int, mask: int) -> Ace:
    if kind not in _WITH_SID:
        return Ace(kind, flags, mask, sid="")
    place = start + _ACE.size
    if kind in _OF_OBJECT:
        (present,) = _OBJECT_FLAGS.unpack_from(raw, place)
        guids = sum(bool(present & flag) for flag in _GUIDS_PRESENT)
        place += _OBJECT_FLAGS.size + _GUID_BYTES * guids
    return Ace(kind, flags, mask, _sid(raw, place, end))
