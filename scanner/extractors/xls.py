"""Excel workbooks of before 2007: cells as tables, and what lies beside them.

Cells come from a compiled reader (python-calamine); where the grid of a sheet is too large for it,
which holds all of it in memory, or it fails, an own reader takes over. Headers, comments, text
boxes, links, charts and the caches of pivot tables and other workbooks come from one pass over the
records. Source: [MS-XLS], read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Iterator

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Kind,
    Part,
    PartGap,
    Source,
)
from scanner.extractors.biff.cells import CellReader
from scanner.extractors.biff.pivots import STORAGE, pivot_parts
from scanner.extractors.biff.survey import surveyed
from scanner.extractors.biff.workbook import Survey
from scanner.extractors.compound.embedded import macro_gaps, object_parts
from scanner.extractors.compound.file import SIGNATURE, CompoundFile
from scanner.extractors.compound.property_sets import property_passages
from scanner.extractors.compound.writer import compound_bytes
from scanner.extractors.markup.grids import Grid, filled
from scanner.extractors.ooxml.calamine_rows import GRID_CELLS, calamine_grids

_STREAMS = ("workbook", "book")
_BARE_BYTES = 128_000_000  # of a workbook without a compound file around it
_OBJECT = "mbd"  # how names of embedded objects' storages begin


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield the workbook's properties, text beside the cells, cells, caches and members."""
    compound = None
    if source.head(len(SIGNATURE)) == SIGNATURE:
        compound = CompoundFile(source, budget)
        yield from budget.counted(property_passages(compound, compound.root))
    survey = surveyed(_stream(source, compound))
    yield from budget.counted(survey.passages())
    yield from _cells(survey, budget)
    if compound is not None:
        yield from _beside(compound, survey, budget)
    if survey.damaged or (compound is not None and compound.damaged):
        yield PartGap(Cause.PARTIAL)


def _stream(source: Source, compound: CompoundFile | None) -> bytes:
    if compound is None:
        if source.size_bytes > _BARE_BYTES:
            raise ExtractionError(Cause.LIMIT)
        return source.stream().read()
    for name in _STREAMS:
        data = compound.stream(compound.root, name)
        if data:
            return data
    raise ExtractionError(Cause.CORRUPT)


def _cells(survey: Survey, budget: Budget) -> Iterator[Part]:
    done = 0
    if budget.attempt == 0 and _is_ordinary(survey):
        # In a compound file of our own: in broken ones the compiled reader panics, or aborts.
        rebuilt = Source.of_bytes(compound_bytes({"Workbook": survey.data}))
        try:
            for grids in calamine_grids(rebuilt):
                yield from budget.counted(grids.parts)
                done = max(done, grids.sheets_done)
            return
        except ExtractionError as error:
            if error.cause is not Cause.CORRUPT:
                raise
    reader = CellReader(survey)
    for number, sheet in enumerate(survey.sheets[done:], done + 1):
        if sheet.has_cells:
            kind = Kind.HIDDEN if sheet.hidden else Kind.BODY
            for parts in filled(Grid(number, (("sheet", number),), kind), reader.rows(sheet)):
                yield from budget.counted(parts)


def _is_ordinary(survey: Survey) -> bool:
    """Tell whether the compiled reader can take the workbook without filling the memory.

    It makes room for what a workbook says it has, so one that is damaged is none for it.
    """
    cells = (survey.stated_cells, *(sheet.cells for sheet in survey.sheets))
    return not survey.damaged and max(cells) <= GRID_CELLS


def _beside(compound: CompoundFile, survey: Survey, budget: Budget) -> Iterator[Part]:
    """Yield the caches of pivot tables and the embedded objects."""
    caches = compound.root.storages.get(STORAGE)
    if caches is not None:
        for number, stream in enumerate(caches.streams.values(), len(survey.sheets) + 1):
            parts = list(pivot_parts(compound.read(stream), survey.dialect, number))
            yield from budget.counted(parts)
    for name, storage in compound.root.storages.items():
        if name.startswith(_OBJECT):
            yield from object_parts(compound, storage, storage.name, budget)
    yield from macro_gaps(compound.root)


EXTRACTOR = Extractor(media_types=frozenset({"application/vnd.ms-excel"}), extract=extract)
