"""Excel workbooks: cells as tables, and every other part of the package.

Cells come from a compiled reader (python-calamine) while the sheets are of ordinary size; it
builds a dense grid in memory, so a lone cell in the last corner would end the process. Beyond
that, and after a crash, an own streaming reader takes over. Source: ECMA-376 part 1, section 18.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import openpyxl  # type: ignore[import-untyped]  # it ships no types

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Kind,
    Locator,
    Part,
    Source,
    foreign_parser,
)
from scanner.extractors.markup.expat import Attributes, Handler, parse
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Filling, Grid
from scanner.extractors.ooxml.calamine_rows import FILE_BYTES, GRID_CELLS, calamine_grids, text_row
from scanner.extractors.ooxml.cells import SheetReader
from scanner.extractors.ooxml.package import open_package
from scanner.extractors.ooxml.reader import Reading, is_member, is_xml
from scanner.extractors.ooxml.sheet_parts import Skim, outside_cells
from scanner.extractors.ooxml.text_parts import reader_for
from scanner.extractors.ooxml.workbook import Sheet, read_looks, read_workbook

_PART_BYTES = 512_000_000
_SHARED_STRINGS_BYTES = 128_000_000  # a compiled reader holds them all, and more than once

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml."


@dataclass(slots=True)
class _Workbook:
    """One workbook being read: its package, its sheets, and what was skimmed of each."""

    source: Source
    budget: Budget
    reading: Reading
    sheets: list[Sheet]
    uses_1904: str
    skims: dict[str, Skim] = field(default_factory=dict)
    done: int = 0  # sheets whose cells are out


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield headers, cells, then all other parts, links and members. Raises ExtractionError."""
    package = open_package(source, budget)
    reading = Reading(package, budget)
    sheets, uses_1904, damaged = read_workbook(package, reading.relationships)
    reading.damaged += damaged
    workbook = _Workbook(source, budget, reading, sheets, uses_1904)
    for sheet in sheets:
        yield from _outside_cells(workbook, sheet)
    if budget.attempt == 0 and _is_ordinary(workbook):
        try:
            yield from _compiled_cells(workbook)
        except ExtractionError as error:
            if error.cause is not Cause.CORRUPT:
                raise
    yield from _streamed_cells(workbook)
    if Cause.CORRUPT in reading.damaged and not reading.chars and not package.damaged:
        yield from reading.counted(cells_by_openpyxl(source))
    yield from _other_parts(workbook)
    yield from reading.close()


def cells_by_openpyxl(source: Source) -> list[Part]:
    """Return the cells as openpyxl reads them, without trusting the stated dimensions."""
    parts: list[Part] = []
    try:
        with foreign_parser():
            workbook = openpyxl.load_workbook(source.stream(), read_only=True, data_only=True)
            for number, sheet in enumerate(workbook.worksheets, 1):
                sheet.reset_dimensions()
                kind = Kind.BODY if sheet.sheet_state == "visible" else Kind.HIDDEN
                grid = Grid(number, (("sheet", number),), kind)
                for row in sheet.iter_rows(values_only=True):
                    parts += grid.extend([text_row(["" if v is None else v for v in row])])
                parts += grid.finish()
    except ExtractionError:
        return parts
    return parts


def _is_ordinary(workbook: _Workbook) -> bool:
    """Tell whether the compiled reader can take the workbook without filling the memory."""
    package = workbook.reading.package
    if package.damaged or workbook.source.size_bytes > FILE_BYTES:
        return False
    for name in package.names():
        shared = name.lower().endswith("sharedstrings.xml")
        if package.size_bytes(name) > (_SHARED_STRINGS_BYTES if shared else _PART_BYTES):
            return False
    return all(skim.cells <= GRID_CELLS for skim in workbook.skims.values())


def _outside_cells(workbook: _Workbook, sheet: Sheet) -> Iterator[Part]:
    """Yield a sheet's headers, footers, prompts and the strings in its formulas."""
    reading, skim, flows = workbook.reading, Skim(), Flows()
    if sheet.part not in reading.package.names():
        return
    place: Locator = (("sheet", sheet.number),)

    def choose(root: str, _attributes: Attributes) -> Handler | None:
        return reader_for(root, flows, place)

    try:
        for _ in parse(outside_cells(reading.package.blocks(sheet.part), skim), choose):
            yield from reading.counted([*flows.full()])
    except ExtractionError as error:
        reading.damaged.append(error.cause)
    for line in skim.formula_strings():
        flows.add(Kind.HIDDEN, line, place)
    workbook.skims[sheet.part] = skim
    yield from reading.counted([*flows.rest()])


def _compiled_cells(workbook: _Workbook) -> Iterator[Part]:
    for parts in calamine_grids(workbook.source):
        yield from workbook.reading.counted(parts.parts)
        workbook.done = max(workbook.done, parts.sheets_done)
    workbook.done = len(workbook.sheets)


def _streamed_cells(workbook: _Workbook) -> Iterator[Part]:
    """Yield the cells of all sheets that are not out yet, by the own reader."""
    reading = workbook.reading
    left = workbook.sheets[workbook.done :]
    if not left:
        return
    looks, damaged = read_looks(reading.package, workbook.uses_1904)
    reading.damaged += damaged
    for sheet in left:
        if sheet.part not in reading.package.names():
            reading.damaged.append(Cause.CORRUPT)
            continue
        rows: list[tuple[int, str]] = []
        reader = SheetReader(looks, lambda number, row, rows=rows: rows.append((number, row)))  # type: ignore[misc]
        kind = Kind.HIDDEN if sheet.hidden else Kind.BODY
        filling = Filling(Grid(sheet.number, (("sheet", sheet.number),), kind))
        try:
            for _ in parse(reading.package.blocks(sheet.part), reader.choose):
                yield from reading.counted([*filling.take(rows)])
        except ExtractionError as error:
            reading.damaged.append(error.cause)
        reader.finish()
        yield from reading.counted([*filling.take(rows), *filling.grid.finish()])


def _other_parts(workbook: _Workbook) -> Iterator[Part]:
    reading = workbook.reading
    places: dict[str, Locator] = {}
    for sheet in workbook.sheets:
        for part in reading.relationships.below(sheet.part):
            places.setdefault(part, (("sheet", sheet.number),))
    read = {sheet.part for sheet in workbook.sheets}
    for name in reading.package.names():
        if is_member(name):
            yield from reading.member(name)
        elif is_xml(name) and name not in read:
            yield from reading.text_part(name, places.get(name, ()))
    yield from reading.links(places)


EXTRACTOR = Extractor(
    media_types=frozenset(
        {
            f"{_EXCEL}sheet",
            f"{_EXCEL}template",
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.ms-excel.template.macroenabled.12",
        }
    ),
    extract=extract,
    version=4,
)
