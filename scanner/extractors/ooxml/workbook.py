"""What a workbook says of its sheets: order, visibility, the part each lies in."""

from __future__ import annotations

from dataclasses import dataclass, field

from connectors.base import Cause
from scanner.extractors.base import ExtractionError
from scanner.extractors.markup.expat import Attributes, Handler, attribute, local_name, parse
from scanner.extractors.ooxml.cells import Looks, SharedStrings, Styles, first_day
from scanner.extractors.ooxml.package import Package
from scanner.extractors.ooxml.relationships import Relationships, relationship_id


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its number, from 1, as the workbook orders them, and the part it lies in."""

    number: int
    part: str = field(repr=False)
    hidden: bool


class Workbook:
    """Handler of the workbook part; gathers what the sheets need."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, bool]] = []  # relationship id, hidden
        self.uses_1904 = ""

    def choose(self, root: str, _attributes: Attributes) -> Handler | None:
        """Take the part if it is a workbook."""
        return self if root == "workbook" else None

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        name = local_name(tag)
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((relationship_id(attributes), hidden))
        elif name == "workbookPr":
            self.uses_1904 = attribute(attributes, "date1904")

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take character data: names are read with the other parts."""


def read_workbook(
    package: Package, relationships: Relationships
) -> tuple[list[Sheet], str, list[Cause]]:
    """Return the sheets in order, the ``date1904`` attribute, and what was damaged.

    Sheets that the workbook does not name (it is lost, or lies) come last.
    """
    main, workbook = relationships.main_part() or "xl/workbook.xml", Workbook()
    names = package.names()
    damaged: list[Cause] = []
    if main in names:
        try:
            for _ in parse(package.blocks(main), workbook.choose):
                pass
        except ExtractionError as error:
            damaged.append(error.cause)
    targets = {r.identifier: r.target for r in relationships.of(main)}
    listed = [(targets.get(identifier, ""), hidden) for identifier, hidden in workbook.sheets]
    known = {part for part, _ in listed}
    lost = [
        (name, False)
        for name in names
        if name.startswith("xl/worksheets/") and name.endswith(".xml") and name not in known
    ]
    sheets = [Sheet(number, *sheet) for number, sheet in enumerate([*listed, *lost], 1)]
    return sheets, workbook.uses_1904, damaged


def read_looks(package: Package, uses_1904: str) -> tuple[Looks, list[Cause]]:
    """Return what turns raw cells into text, and what of it was damaged."""
    looks = Looks(first_day=first_day(uses_1904))
    damaged: list[Cause] = []
    for name in package.names():
        file = name.rpartition("/")[2].lower()
        if not file.endswith(".xml") or not file.startswith(("sharedstrings", "styles")):
            continue
        reader = SharedStrings(looks) if file.startswith("shared") else Styles(looks)
        try:
            for _ in parse(package.blocks(name), reader.choose):
                pass
        except ExtractionError as error:
            damaged.append(error.cause)
    return looks, damaged
