"""Excel binary workbooks: cells as tables, and every other part of the package.

Cells come from a compiled reader (python-calamine); where the grid of a sheet is too large for it,
or it fails, an own reader takes over. Source: [MS-XLSB], read 2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Extractor, Kind, Locator, Part, Source
from scanner.extractors.binary_workbook.cells import read_formats, read_strings, rows
from scanner.extractors.binary_workbook.parts import Book, Extent, read_book, read_part, read_sheet
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Grid, filled
from scanner.extractors.ooxml.calamine_rows import FILE_BYTES, GRID_CELLS, calamine_grids
from scanner.extractors.ooxml.cells import Looks, first_day
from scanner.extractors.ooxml.package import Package, open_package
from scanner.extractors.ooxml.reader import Reading, is_member, is_xml
from scanner.extractors.ooxml.workbook import Sheet

_PART_BYTES = 128_000_000
_NOT_RECORDS = ("vbaproject", "/embeddings/", "/activex/", "/ctrlprops/", "/media/", "/customui/")
_NO_TEXT = ("styles.bin", "calcchain.bin", "printersettings")
_STRINGS = "sharedstrings.bin"


@dataclass(slots=True)
class _Workbook:
    """One workbook being read: its package, its sheets, and how large each is."""

    source: Source
    reading: Reading
    book: Book = field(default_factory=Book)
    sheets: list[Sheet] = field(default_factory=list)
    extents: list[Extent] = field(default_factory=list)

    @property
    def package(self) -> Package:
        return self.reading.package

    def gathered(
        self, name: str, gather: Callable[[Iterable[bytes], Flows], None]
    ) -> Iterator[Part]:
        """Yield what ``gather`` finds in a part; one that breaks off is noted as damage."""
        flows = Flows()
        try:
            gather(self.package.blocks(name), flows)
        except ExtractionError as error:
            self.reading.damaged.append(error.cause)
        except struct.error:  # a record that is shorter than its kind
            self.reading.damaged.append(Cause.CORRUPT)
        yield from self.reading.counted([*flows.rest()])


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield text beside the cells, cells, then all other parts, links and members."""
    reading = Reading(open_package(source, budget), budget)
    workbook = _Workbook(source, reading)
    main = reading.relationships.main_part() or "xl/workbook.bin"
    if main in reading.package.names():
        yield from workbook.gathered(
            main, lambda blocks, flows: read_book(blocks, workbook.book, flows)
        )
    workbook.sheets = _sheets(workbook, main)
    for sheet in workbook.sheets:
        yield from _beside_cells(workbook, sheet)
    yield from _cells(workbook, budget)
    yield from _other_parts(workbook, {main, *(sheet.part for sheet in workbook.sheets)})
    yield from reading.close()


def _sheets(workbook: _Workbook, main: str) -> list[Sheet]:
    """Return the sheets in order; those that the workbook does not name come last."""
    reading = workbook.reading
    targets = {each.identifier: each.target for each in reading.relationships.of(main)}
    listed = [
        (targets[identifier], hidden)
        for identifier, hidden in workbook.book.sheets
        if identifier in targets
    ]
    known = {part for part, _ in listed}
    lost = [
        (name, False)
        for name in reading.package.names()
        if name.startswith("xl/worksheets/sheet") and name.endswith(".bin") and name not in known
    ]
    if len(listed) + len(lost) < len(workbook.book.sheets):
        reading.damaged.append(Cause.CORRUPT)
    return [Sheet(number, *each) for number, each in enumerate([*listed, *lost], 1)]


def _beside_cells(workbook: _Workbook, sheet: Sheet) -> Iterator[Part]:
    extent = Extent()
    workbook.extents.append(extent)
    place: Locator = (("sheet", sheet.number),)
    if sheet.part in workbook.package.names():
        yield from workbook.gathered(
            sheet.part, lambda blocks, flows: read_sheet(blocks, place, extent, flows)
        )


def _cells(workbook: _Workbook, budget: Budget) -> Iterator[Part]:
    done, reading = 0, workbook.reading
    if budget.attempt == 0 and _is_ordinary(workbook):
        try:
            for grids in calamine_grids(workbook.source):
                yield from reading.counted(grids.parts)
                done = max(done, grids.sheets_done)
            return
        except ExtractionError as error:
            if error.cause is not Cause.CORRUPT:
                raise
    looks = _looks(workbook)
    for sheet in workbook.sheets[done:]:
        if sheet.part not in workbook.package.names():
            reading.damaged.append(Cause.CORRUPT)
            continue
        kind = Kind.HIDDEN if sheet.hidden else Kind.BODY
        grid = Grid(sheet.number, (("sheet", sheet.number),), kind)
        for parts in filled(grid, _rows(workbook, sheet, looks)):
            yield from reading.counted([*parts])


def _rows(workbook: _Workbook, sheet: Sheet, looks: Looks) -> Iterator[tuple[int, str]]:
    """Yield a sheet's rows; where it breaks off is noted as damage."""
    try:
        yield from rows(workbook.package.blocks(sheet.part), looks)
    except ExtractionError as error:
        workbook.reading.damaged.append(error.cause)


def _is_ordinary(workbook: _Workbook) -> bool:
    """Tell whether the compiled reader can take the workbook without filling the memory."""
    package = workbook.package
    return (
        not package.damaged
        and workbook.source.size_bytes <= FILE_BYTES
        and all(package.size_bytes(name) <= _PART_BYTES for name in package.names())
        and all(extent.cells <= GRID_CELLS for extent in workbook.extents)
    )


def _looks(workbook: _Workbook) -> Looks:
    """Return what turns raw cells into text."""
    looks = Looks(first_day=first_day(workbook.book.uses_1904))
    for name in workbook.package.names():
        lower = name.lower()
        if lower.endswith((_STRINGS, "styles.bin")):
            read = read_strings if lower.endswith(_STRINGS) else read_formats
            try:
                read(workbook.package.blocks(name), looks)
            except ExtractionError as error:
                workbook.reading.damaged.append(error.cause)
            except struct.error:
                workbook.reading.damaged.append(Cause.CORRUPT)
    return looks


def _other_parts(workbook: _Workbook, read: set[str]) -> Iterator[Part]:
    reading = workbook.reading
    places: dict[str, Locator] = {}
    for sheet in workbook.sheets:
        for part in reading.relationships.below(sheet.part):
            places.setdefault(part, (("sheet", sheet.number),))
    for name in reading.package.names():
        lower = name.lower()
        place = places.get(name, ())
        if name in read or any(word in lower for word in (*_NO_TEXT, _STRINGS)):
            continue
        if lower.endswith(".bin") and not any(word in lower for word in _NOT_RECORDS):
            yield from workbook.gathered(
                name,
                lambda blocks, flows, name=name, place=place: read_part(  # type: ignore[misc]
                    blocks, name, place, flows
                ),
            )
        elif is_member(name):
            yield from reading.member(name)
        elif is_xml(name):
            yield from reading.text_part(name, place)
    yield from reading.links(places)


EXTRACTOR = Extractor(
    media_types=frozenset({"application/vnd.ms-excel.sheet.binary.macroenabled.12"}),
    extract=extract,
)
