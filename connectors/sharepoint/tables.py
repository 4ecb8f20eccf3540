"""Exports that are tables: text of any encoding that Windows writes, told apart by their headings.

Refused is what would lose rows without a word: bytes of two encodings, a line with too few or too
many columns, a quotation that does not end. Such a file was cut short or is none.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from connectors.sharepoint.rows import ExportUnread

MOST_BYTES = 256_000_000  # ours: the largest export that is read into memory
_LONGEST_CELL = 64 << 20  # characters: the members of a group stand in one cell
_SEPARATORS = (",", ";", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A table that some program writes: per field of ours the headings it may have there.

    A heading is compared without case, blanks and hyphens. Fields that are not ``needed`` may
    lack.
    """

    name: str
    headings: Mapping[str, tuple[str, ...]]
    needed: frozenset[str]

    def columns(self, header: Sequence[str]) -> dict[str, int]:
        """Return where each field stands under a line of headings."""
        places = {plain(heading): place for place, heading in reversed(list(enumerate(header)))}
        found = {}
        for field, names in self.headings.items():
            for name in names:
                if plain(name) in places:
                    found[field] = places[plain(name)]
                    break
        return found

    def lacking(self, header: Sequence[str]) -> list[str]:
        """Return the headings that are missing."""
        found = self.columns(header)
        return [
            names[0]
            for field, names in self.headings.items()
            if field in self.needed - found.keys()
        ]


Cells = Mapping[str, str]
"""One line of a table: field to text; fields that it has no column for are empty."""


def text_of(data: bytes) -> str:
    """Return an export as text. Raises ExportUnread."""
    if not data.strip():
        raise ExportUnread("it is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ExportUnread("its text breaks off or is damaged: export it again") from error
    if b"\0" in data[:4096]:
        raise ExportUnread("it is no text")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # Excel's "CSV" in Western Europe


def plain(heading: str) -> str:
    """Return a heading in the one spelling by which headings are compared.

    >>> plain("User E-mail"), plain("UserEmail ")
    ('useremail', 'useremail')
    """
    return "".join(each for each in heading.casefold() if each.isalnum())


def recognised(text: str, layouts: Sequence[Layout]) -> tuple[Layout, Iterator[Cells]]:
    """Return which layout a table has, and its lines. Raises ExportUnread, also on the way."""
    lines = io.StringIO(text, newline="").readlines()  # a name may hold what splitlines splits at
    first = 0
    while first < len(lines) and _is_preface(lines[first]):
        first += 1
    if first == len(lines):
        raise ExportUnread("it holds no table")
    best: tuple[list[str], Layout] | None = None
    for separator in _separators(lines[:first]):
        header = next(csv.reader([lines[first]], delimiter=separator), [])
        for layout in layouts:
            lacking = layout.lacking(header)
            if not lacking:
                return layout, _cells(lines[first:], separator, layout, first)
            if layout.columns(header) and (best is None or len(lacking) < len(best[0])):
                best = lacking, layout
    if best is None:
        raise ExportUnread("no export that is known has its headings")
    missing = ", ".join(best[0])
    raise ExportUnread(f"it is most like {best[1].name}, but has no column {missing}")


def _is_preface(line: str) -> bool:
    """Return whether a line stands before the headings: PowerShell's type, Excel's separator."""
    return not line.strip() or line.startswith("#TYPE") or line.casefold().startswith("sep=")


def _separators(preface: Sequence[str]) -> tuple[str, ...]:
    said = [line.strip()[4:5] for line in preface if line.casefold().startswith("sep=")]
    return tuple(each for each in said if each) or _SEPARATORS


def _cells(lines: Sequence[str], separator: str, layout: Layout, before: int) -> Iterator[Cells]:
    reader = csv.reader(lines, delimiter=separator, strict=True)
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        header = next(reader)
        columns = layout.columns(header)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) < len(header) or any(cell.strip() for cell in cells[len(header) :]):
                at = before + reader.line_num
                raise ExportUnread(
                    f"line {at} has {len(cells)} columns instead of {len(header)}: it was cut short"
                    " or changed, export it again"
                )
            yield {
                field: cells[columns[field]].strip() if field in columns else ""
                for field in layout.headings
            }
    except csv.Error as error:
        at = before + reader.line_num
        raise ExportUnread(
            f"line {at} cannot be read as a table: it was cut short or changed, export it again"
        ) from error
    finally:
        csv.field_size_limit(limit)
