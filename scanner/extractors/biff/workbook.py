"""What is known of a workbook before its cells are read: its sheets, and what its cells refer to.

Source: [MS-XLS] 2.4.28 (BoundSheet8) and the records that ``survey`` walks over, read 2026-11-28.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from scanner.extractors.base import Passage
from scanner.extractors.biff.records import Dialect
from scanner.extractors.markup.flow import Flows

COLUMNS = 256  # IV is the last one ([MS-XLS] 1.3.1)


@dataclass(slots=True)
class Sheet:
    """One sheet: where its records begin, whether it is shown, and how large its grid is."""

    start: int
    hidden: bool = False
    has_cells: bool = True
    name: str = field(default="", repr=False)
    last_row: int = -1
    last_column: int = -1

    @property
    def cells(self) -> int:
        """The size of the grid that a dense reader would make."""
        if self.last_row < 0:
            return 0
        return (self.last_row + 1) * (self.last_column + 1)


@dataclass(slots=True)
class Survey:
    """What a pass found; ``flows`` hold the text beside the cells, by sheet where it has one."""

    data: bytes = field(repr=False)
    dialect: Dialect = field(default_factory=Dialect)
    sheets: list[Sheet] = field(default_factory=list)
    strings: list[tuple[int, int]] = field(default_factory=list)  # pieces of the shared ones
    formats: dict[int, str] = field(default_factory=dict, repr=False)
    looks: list[int] = field(default_factory=list)  # number format of each cell format
    uses_1904: bool = False
    stated_cells: int = 0  # the largest grid that a sheet says it has
    damaged: bool = False
    flows: Flows = field(default_factory=Flows)

    def passages(self) -> list[Passage]:
        """Take the text beside the cells."""
        return self.flows.rest()
