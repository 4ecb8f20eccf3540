"""Outlook items made property by property, for tests."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from scanner.extractors.compound.writer import Tree, compound_bytes

Value = str | bytes | int | datetime
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def properties(
    values: Mapping[int, Value], head: int, *, narrow: bool = False
) -> dict[str, Tree | bytes]:
    """Return the streams of properties; strings in the Windows code page if ``narrow``."""
    tree: dict[str, Tree | bytes] = {}
    fixed = b"\0" * head
    for number, value in values.items():
        if isinstance(value, str):
            kind = 0x001E if narrow else 0x001F
            raw = value.encode("cp1251") if narrow else value.encode("utf-16-le")
        elif isinstance(value, bytes):
            kind, raw = 0x0102, value
        elif isinstance(value, datetime):
            ticks = int((value - _EPOCH).total_seconds()) * 10_000_000
            fixed += struct.pack("<HHIQ", 0x0040, number, 6, ticks)
            continue
        else:
            fixed += struct.pack("<HHIQ", 0x0003, number, 6, value)
            continue
        fixed += struct.pack("<HHIQ", kind, number, 6, len(raw))
        tree[f"__substg1.0_{number:04X}{kind:04X}"] = raw
    tree["__properties_version1.0"] = fixed
    return tree


def names(*named: str | int) -> Tree:
    """Return what the numbers from 0x8000 on stand for."""
    entries = strings = b""
    for index, name in enumerate(named):
        if isinstance(name, int):
            entries += struct.pack("<IHH", name, 0, index)
        else:
            raw = name.encode("utf-16-le")
            entries += struct.pack("<IHH", len(strings), 1, index)
            strings += struct.pack("<I", len(raw)) + raw + b"\0" * (-len(raw) % 4)
    return {"__substg1.0_00030102": entries, "__substg1.0_00040102": strings}


def attachment(values: Mapping[int, Value], inner: Tree | None = None) -> Tree:
    """Return the storage of an attachment; ``inner`` is a message or an object in it."""
    tree = properties(values, 8)
    return tree if inner is None else {**tree, "__substg1.0_3701000D": inner}


def item(
    values: Mapping[int, Value],
    recipients: Sequence[Mapping[int, Value]] = (),
    attachments: Sequence[Tree] = (),
    named: Sequence[str | int] = (),
    *,
    head: int = 32,
    narrow: bool = False,
) -> dict[str, Tree | bytes]:
    """Return the storage of a message; ``head`` is 24 for one within another."""
    tree = properties(values, head, narrow=narrow)
    for number, each in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = properties(each, 8, narrow=narrow)
    for number, part in enumerate(attachments):
        tree[f"__attach_version1.0_#{number:08X}"] = part
    if named:
        tree["__nameid_version1.0"] = names(*named)
    return tree


def message(
    values: Mapping[int, Value],
    recipients: Sequence[Mapping[int, Value]] = (),
    attachments: Sequence[Tree] = (),
    named: Sequence[str | int] = (),
) -> bytes:
    return compound_bytes(item(values, recipients, attachments, named))
