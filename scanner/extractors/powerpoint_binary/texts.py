"""The text in a container: of shapes, comments, links, margins and tags, each with its kind.

Source: [MS-PPT] 2.9.40-2.9.43 (text atoms), 2.4.15 (headers and footers), 2.10.4 (hyperlinks),
2.5.19-2.5.24 (comments), 2.7.3 (placeholders), read 2026-11-28.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from scanner.extractors.base import Kind
from scanner.extractors.compound.art import art_texts
from scanner.extractors.powerpoint_binary.records import CONTAINER, Record, records

_CHARS, _BYTES, _STRING, _PLACEHOLDER = 0x0FA0, 0x0FA8, 0x0FBA, 0x0BC3
_LIST, _SHAPE, _SHAPE_LOOKS, _TAG_DATA = 0x0FF0, 0xF004, 0xF00B, 0x138B
_COMMENT, _MARGINS, _LINK = 0x2EE0, 0x0FD9, 0x0FD7
_WITHOUT_TEXT = frozenset({0, 0x0FCC, 0x0FCE, 0x0FEE, 0x07E4, 0x07E6, 0x07D5, 0x138A, 0x0FC8})
"""Containers whose strings name programs, sounds and fonts; 0 for designs, on the slide itself."""
_GROUP, _ANCHOR, _MORE_LOOKS = 0xF003, 0xF00F, 0xF122
_TABLE_PROPERTY = 0x039F  # [MS-ODRAW] 2.3.4.36
_CELLS = 10_000
_NUMBER = "*"  # stands for the slide's number
_TAG = "___PPT"
_DEPTH = 40
_BREAKS = str.maketrans({"\r": "\n", "\x0b": "\n", "\xa0": " "})
_CONTROL = re.compile("[\x00-\x08\x0c-\x1f]")


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a slide: its rows, cells parted by tabs."""

    rows: tuple[str, ...] = field(repr=False)


def texts(
    data: bytes, start: int, end: int, *, prompts: bool = True
) -> Iterator[tuple[Kind, str | Table]]:
    """Yield each text between two places; its kind is BODY where it stands on the slide itself.

    Lists of slides are left out: they are read by themselves. Without ``prompts`` what stands in
    placeholders is too: on a master it says where to click.
    """
    todo = [_Level(records(data, start, end), 0)]
    while todo:
        level = todo[-1]
        record = next(level.left, None)
        if record is None:
            todo.pop()
            continue
        kind = record.type
        if kind in (_CHARS, _BYTES):
            text = atom_text(data, record)
            if text and text != _NUMBER:
                yield Kind.BODY, text
        elif kind == _STRING:
            yield from _string(data, record, level.parent)
        elif kind == _SHAPE_LOOKS:
            yield from art_texts(data[record.start - 8 : record.end])
        elif kind == _SHAPE and not prompts and _is_placeholder(data, record):
            continue
        elif kind == _GROUP and (table := _table(data, record)) is not None:
            yield Kind.BODY, table
        elif _holds_others(record) and len(todo) <= _DEPTH:
            todo.append(_Level(records(data, record.start, record.end), kind))


@dataclass(frozen=True, slots=True)
class _Level:
    left: Iterator[Record]
    parent: int


def _holds_others(record: Record) -> bool:
    return (record.version == CONTAINER or record.type == _TAG_DATA) and record.type != _LIST


def atom_text(data: bytes, record: Record) -> str | None:
    """Return the text of a text atom; None for other records."""
    if record.type == _CHARS:
        raw = data[record.start : record.start + (record.end - record.start) // 2 * 2]
        return _shown(raw.decode("utf-16-le", "replace"))
    if record.type == _BYTES:
        return _shown(data[record.start : record.end].decode("latin-1"))
    return None


def _string(data: bytes, record: Record, parent: int) -> Iterator[tuple[Kind, str]]:
    raw = data[record.start : record.start + (record.end - record.start) // 2 * 2]
    text = _shown(raw.decode("utf-16-le", "replace"))
    if not text or parent in _WITHOUT_TEXT or text.startswith(_TAG):
        return
    if parent == _COMMENT:
        if record.instance < 2:  # its author, its text; then initials
            yield Kind.COMMENT, text
    elif parent == _MARGINS:
        yield (Kind.HEADER if record.instance == 1 else Kind.FOOTER), text
    elif parent == _LINK:
        yield Kind.LINK, text.removeprefix("mailto:")
    else:
        yield Kind.HIDDEN, text


def _is_placeholder(data: bytes, shape: Record) -> bool:
    return any(
        inner.type == _PLACEHOLDER
        for record in records(data, shape.start, shape.end)
        if record.version == CONTAINER
        for inner in records(data, record.start, record.end)
    )


def _shown(text: str) -> str:
    return _CONTROL.sub("", text.translate(_BREAKS)).strip()


def _table(data: bytes, group: Record) -> Table | None:
    """Return the table that a group of shapes is; None for other groups.

    Each cell is a shape; those at one height are a row (2.9.44 and [MS-ODRAW] 2.2.39).
    """
    cells: dict[tuple[int, int], str] = {}
    is_table = False
    for shape in records(data, group.start, group.end):
        if shape.type != _SHAPE:
            continue
        place: tuple[int, int] | None = None
        for record in records(data, shape.start, shape.end):
            if record.type == _MORE_LOOKS and not is_table:
                is_table = _has_property(data, record, _TABLE_PROPERTY)
            elif record.type == _ANCHOR and record.end - record.start >= 16:
                left, top = struct.unpack_from("<ii", data, record.start)
                place = (top, left)
        if not is_table or len(cells) >= _CELLS:
            return None
        said = [text for _, text in texts(data, shape.start, shape.end) if isinstance(text, str)]
        if place is not None and said:
            cells[place] = " ".join(" ".join(said).split())
    if not cells:
        return None
    columns = {left: at for at, left in enumerate(sorted({left for _, left in cells}))}
    rows = []
    for top in sorted({top for top, _ in cells}):
        row = [""] * len(columns)
        for (other, left), text in cells.items():
            if other == top:
                row[columns[left]] = text
        rows.append("\t".join(row))
    return Table(tuple(rows))


def _has_property(data: bytes, looks: Record, number: int) -> bool:
    array = data[looks.start : min(looks.start + 6 * looks.instance, looks.end)]
    array = array[: len(array) // 6 * 6]
    return any(each & 0x3FFF == number for each, _ in struct.iter_unpack("<HI", array))
