"""The gate: whom the folders on the way let through.

To reach a file a person must pass every folder above it, which POSIX grants by the x bit. The
gate holds only what matters of those folders: each distinct rule once, in a fixed order, and no
rule that lets anyone pass. So a million folders of a share have a handful of gates, and equal
gates have equal bytes, by which the catalogue knows them.

Windows and SharePoint do not ask about the folders above (traverse checking is bypassed), so
their descriptors leave a gate as it is.

Layout  little endian: version (1 byte, 1); per rule: flags (1 byte: 1 other may pass, 2 the ACL
        model is not supported), number of users (4), of groups (4), then per user and group:
        uid or gid (4), may pass (1).
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

from connectors.base import DescriptorKind, SecurityDescriptor
from scanner.access.posix import Clause, Rights, UnsupportedModel, Who, clauses, decode

_VERSION = b"\x01"
_OTHER_PASS, _UNSUPPORTED = 1, 2
_RULE = struct.Struct("<BII")
_CLAUSE = struct.Struct("<IB")
_DIGEST_BYTES = 16

_OWNER_IS_A_USER = {Who.OWNER: Who.USER, Who.OWNING_GROUP: Who.GROUP}
"""Who owns a folder does not matter for passing it, only whom it names: more folders are alike."""


@dataclass(frozen=True, slots=True, order=True)
class PassRule:
    """Whom one folder lets through: users, then groups, then other; the first match decides."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """All distinct rules on the way; a person must pass each of them.

    A gate is ``unknown`` beyond its rules where a folder has an ACL of a model that is not read.
    """

    rules: tuple[PassRule, ...]
    unknown: bool


OPEN = Gate(rules=(), unknown=False)
"""Lets everyone through: the gate above /."""


def below(gate: Gate, folder: SecurityDescriptor) -> Gate:
    """Return the gate of what lies in a folder, from the folder's own gate and descriptor."""
    if folder.kind is not DescriptorKind.POSIX:
        return gate
    posix = decode(folder.raw)
    if isinstance(posix, UnsupportedModel):
        return Gate(gate.rules, unknown=True)
    rule = _shortest(clauses(posix, Rights.EXECUTE))
    if rule in gate.rules or rule.clauses == (Clause(Who.OTHER, 0, granted=True),):
        return gate
    return Gate(tuple(sorted((*gate.rules, rule))), gate.unknown)


def encode(gate: Gate) -> bytes:
    """Return the gate as bytes; equal gates give equal bytes."""
    parts = [_VERSION]
    for rule in gate.rules:
        *named, other = rule.clauses
        users = sum(clause.who is Who.USER for clause in named)
        parts.append(_RULE.pack(_OTHER_PASS * other.granted, users, len(named) - users))
        parts.extend(_CLAUSE.pack(clause.identifier, clause.granted) for clause in named)
    if gate.unknown:
        parts.append(_RULE.pack(_UNSUPPORTED, 0, 0))
    return b"".join(parts)


def decode_gate(raw: bytes) -> Gate:
    """Return the gate that ``encode`` turned into these bytes. Raises ValueError for others."""
    if raw[:1] != _VERSION:
        raise ValueError("not a gate, or one of an unknown version")
    rules: list[PassRule] = []
    unknown = False
    offset = 1
    try:
        while offset < len(raw):
            flags, users, groups = _RULE.unpack_from(raw, offset)
            offset += _RULE.size
            if flags & _UNSUPPORTED:
                unknown = True
                continue
            named: list[Clause] = []
            for who in (Who.USER,) * users + (Who.GROUP,) * groups:
                identifier, granted = _CLAUSE.unpack_from(raw, offset)
                offset += _CLAUSE.size
                named.append(Clause(who, identifier, bool(granted)))
            other = Clause(Who.OTHER, 0, bool(flags & _OTHER_PASS))
            rules.append(PassRule((*named, other)))
    except struct.error as error:
        raise ValueError("a gate that was cut short") from error
    return Gate(tuple(rules), unknown)


def digest(raw: bytes) -> bytes:
    """Return the 16 bytes by which the catalogue knows an encoded gate."""
    return hashlib.blake2b(raw, digest_size=_DIGEST_BYTES).digest()


def _shortest(answers: tuple[Clause, ...]) -> PassRule:
    """Return the shortest rule that answers everybody the same, in a fixed order."""
    *named, other = answers
    people: dict[int, Clause] = {}
    groups: dict[int, Clause] = {}
    for clause in named:
        who = _OWNER_IS_A_USER.get(clause.who, clause.who)
        of_kind = people if who is Who.USER else groups
        # The first clause about an id decides, so a later one about it says nothing.
        of_kind.setdefault(clause.identifier, Clause(who, clause.identifier, clause.granted))
    if all(clause.granted is other.granted for clause in groups.values()):
        groups = {}  # being a member makes no difference
        people = {i: clause for i, clause in people.items() if clause.granted is not other.granted}
    granting_first = sorted(groups.values(), key=lambda clause: (not clause.granted, clause))
    return PassRule((*sorted(people.values()), *granting_first, other))
