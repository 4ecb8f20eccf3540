"""NT security descriptors to bytes and SDDL, written apart from the product's own reader.

Source  [MS-DTYP] 2.4.2 to 2.4.6 (layout), 2.5.1 (SDDL); read 2026-11-25.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

ALLOW, DENY = 0, 1
OBJECT_INHERIT, CONTAINER_INHERIT, INHERIT_ONLY, INHERITED = 0x01, 0x02, 0x08, 0x10
_DACL_PRESENT, _SACL_PRESENT, _SELF_RELATIVE = 0x0004, 0x0010, 0x8000
_LABEL = 0x11
_HEADER_BYTES = 20

_TYPES = {"A": 0x00, "D": 0x01, "AU": 0x02, "OA": 0x05, "OD": 0x06, "XA": 0x09, "XD": 0x0A}
_FLAGS = {"OI": 1, "CI": 2, "NP": 4, "IO": 8, "ID": 0x10}
_RIGHTS = {
    "FA": 0x1F01FF, "FR": 0x120089, "FW": 0x120116, "FX": 0x1200A0, "GA": 0x10000000,
    "GR": 0x80000000, "GW": 0x40000000, "GX": 0x20000000, "SD": 0x10000, "RC": 0x20000,
    "WD": 0x40000, "WO": 0x80000, "CC": 0x1, "DC": 0x2, "DT": 0x40,
}  # fmt: skip
_SIDS = {
    "WD": "S-1-1-0", "AU": "S-1-5-11", "NU": "S-1-5-2", "IU": "S-1-5-4", "OW": "S-1-3-4",
    "CO": "S-1-3-0", "AN": "S-1-5-7", "BA": "S-1-5-32-544", "BU": "S-1-5-32-545",
    "BG": "S-1-5-32-546", "BO": "S-1-5-32-551", "SY": "S-1-5-18", "PS": "S-1-5-10",
}  # fmt: skip


class AceBytes(NamedTuple):
    """One entry to be written; ``extra`` follows the SID (a condition), ``before`` precedes it."""

    kind: int
    flags: int
    mask: int
    sid: str
    before: bytes = b""
    extra: bytes = b""


def sid_bytes(sid: str) -> bytes:
    """Return a SID such as S-1-5-11 as bytes."""
    _, revision, authority, *parts = sid.split("-")
    numbers = [int(part) for part in parts]
    head = bytes([int(revision), len(numbers)]) + int(authority, 0).to_bytes(6, "big")
    return head + struct.pack(f"<{len(numbers)}I", *numbers)


def encode(owner: str, group: str, aces: Sequence[AceBytes] | None, control: int = 0) -> bytes:
    """Return a self-relative descriptor; without ``aces`` (None) the DACL is NULL."""
    control |= _SELF_RELATIVE | _DACL_PRESENT
    body, offsets = b"", []
    for part in (sid_bytes(owner) if owner else b"", sid_bytes(group) if group else b""):
        offsets.append(_HEADER_BYTES + len(body) if part else 0)
        body += part
    dacl = 0
    if aces is not None:
        dacl = _HEADER_BYTES + len(body)
        entries = b"".join(_ace(each) for each in aces)
        body += struct.pack("<BBHHH", 4, 0, 8 + len(entries), len(aces), 0) + entries
    return struct.pack("<BBHIIII", 1, 0, control, *offsets, 0, dacl) + body


def with_label(descriptor: bytes, mask: int, level: int) -> bytes:
    """Return a descriptor with a mandatory label: [MS-DTYP] 2.4.4.13."""
    ace = _ace(AceBytes(_LABEL, 0, mask, f"S-1-16-{level}"))
    sacl = struct.pack("<BBHHH", 2, 0, 8 + len(ace), 1, 0) + ace
    revision, spare, control, owner, group, _, dacl = struct.unpack_from("<BBHIIII", descriptor)
    head = struct.pack(
        *("<BBHIIII", revision, spare, control | _SACL_PRESENT),
        *(owner, group, len(descriptor), dacl),
    )
    return head + descriptor[_HEADER_BYTES:] + sacl


def to_sddl(aces: Sequence[AceBytes]) -> str:
    """Return a DACL as SDDL, for Samba's sharesec."""
    kinds = {ALLOW: "A", DENY: "D"}
    return "D:" + "".join(f"({kinds[a.kind]};;0x{a.mask:x};;;{a.sid})" for a in aces)


def from_sddl(text: str, names: Mapping[str, str] | None = None) -> bytes:
    """Return SDDL (owner, group and DACL) as bytes; ``names`` holds further SIDs by name.

    ``D:NO_ACCESS_CONTROL`` is a NULL DACL. A condition is kept as its text.
    """
    sids = {**_SIDS, **(names or {})}
    found = re.fullmatch(r"(?:O:(.+?))?(?:G:(.+?))?D:(\w*)((?:\(.*\))*)", text)
    if found is None:
        raise ValueError(f"not SDDL that this reader knows: {text}")
    owner, group, flags, entries = found.groups()
    aces = [_from_entry(each, sids) for each in re.findall(r"\((.*?)\)(?=\(|$)", entries)]
    return encode(
        sids.get(owner, owner or ""),
        sids.get(group, group or ""),
        None if flags == "NO_ACCESS_CONTROL" else aces,
    )


def _from_entry(entry: str, sids: Mapping[str, str]) -> AceBytes:
    kind, flags, rights, guid, _, sid, *condition = entry.split(";", 6)
    if rights.startswith("0x"):
        mask = int(rights, 16)
    else:
        mask = reduce(or_, (_RIGHTS[right] for right in re.findall("..", rights)), 0)
    before = b""
    if kind in ("OA", "OD"):
        before = struct.pack("<I", 1) + bytes(16) if guid else struct.pack("<I", 0)
    bits = sum(_FLAGS[each] for each in re.findall("..", flags))
    return AceBytes(
        _TYPES[kind], bits, mask, sids.get(sid, sid), before, ";".join(condition).encode()
    )


def _ace(ace: AceBytes) -> bytes:
    body = ace.before + sid_bytes(ace.sid) + ace.extra
    body += bytes(-len(body) % 4)
    return struct.pack("<BBHI", ace.kind, ace.flags, 8 + len(body), ace.mask) + body
