"""Every part of a package, one after the other: text, links, and members for the router."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from connectors.base import Cause
from scanner.extractors.base import (
    LITTLE_TEXT,
    Budget,
    ExtractionError,
    Kind,
    Locator,
    Member,
    Part,
    PartGap,
    Passage,
    TablePassage,
)
from scanner.extractors.markup.expat import Attributes, Handler, parse
from scanner.extractors.markup.flow import Flows
from scanner.extractors.ooxml.package import Package
from scanner.extractors.ooxml.relationships import Relationships, read_relationships
from scanner.extractors.ooxml.text_parts import link_line, reader_for
from scanner.extractors.ooxml.wordprocessing import KINDS, WordReader

IMAGES = (
    *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".wdp"),
    *(".emf", ".wmf", ".svg", ".svm"),
)
_NO_TEXT = (*IMAGES, ".odttf", ".fntdata", ".ttf", ".otf", ".mp3", ".mp4", ".wav", ".wma", ".wmv")


@runtime_checkable
class Gathering(Protocol):
    """A handler that gathers tables and more beside the lines that it adds to a flow."""

    def take(self) -> list[Part]:
        """Take the passages that are full."""

    def finish(self) -> list[Part]:
        """Take what is left, of a part that broke off too."""


@dataclass(slots=True)
class Reading:
    """One package being read: what its parts share, and what went wrong with some of them."""

    package: Package
    budget: Budget
    relationships: Relationships = field(init=False)
    chars: int = 0
    damaged: list[Cause] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.relationships = read_relationships(self.package)
        self.damaged += self.relationships.damaged

    def counted(self, parts: list[Part]) -> Iterator[Part]:
        """Yield ``parts``, their text counted. Raises ExtractionError(LIMIT)."""
        for part in self.budget.counted(parts):
            if isinstance(part, Passage | TablePassage):
                self.chars += len(part.text)
            yield part

    def links(self, places: Mapping[str, Locator]) -> Iterator[Part]:
        """Yield what lies outside the package: addresses, files."""
        flows = Flows()
        for part, relationships in self.relationships.by_part.items():
            for relationship in relationships:
                if relationship.external:
                    flows.add(Kind.LINK, link_line(relationship), places.get(part, ()))
        yield from self.counted([*flows.rest()])

    def text_part(self, name: str, place: Locator) -> Iterator[Part]:
        """Yield the text of one XML part that is neither word processing nor cells."""
        flows = Flows()

        def choose(root: str, _attributes: Attributes) -> Handler | None:
            return reader_for(root, flows, place)

        yield from self.parsed(name, choose, flows)
        yield from self.counted([*flows.rest()])

    def parsed(
        self, name: str, choose: Callable[[str, Attributes], Handler | None], flows: Flows
    ) -> Iterator[Part]:
        """Parse one part; yield what is full, and all of a handler that gathers tables.

        What is left in ``flows`` is for who called. A part that breaks off is noted as damage and
        what came before is kept; limits are raised.
        """
        gathering: list[Gathering] = []

        def chosen(root: str, attributes: Attributes) -> Handler | None:
            handler = choose(root, attributes)
            if isinstance(handler, Gathering):
                gathering.append(handler)
            return handler

        try:
            for _ in parse(self.package.blocks(name), chosen):
                for each in gathering:
                    yield from self.counted(each.take())
                yield from self.counted([*flows.full()])
        except ExtractionError as error:
            self.damaged.append(error.cause)
        for each in gathering:
            yield from self.counted(each.finish())

    def member(self, name: str) -> Iterator[Part]:
        """Yield a part that is a document of its own: embedded files, altChunk bodies."""
        try:
            yield Member(name, self.package.source(name))
        except ExtractionError as error:
            yield PartGap(error.cause, name)

    def close(self) -> Iterator[Part]:
        """Yield the gap of the document itself: what was damaged, or is only a picture."""
        if self.package.damaged:
            self.damaged.append(Cause.PARTIAL)
        if self.damaged:
            kept = [cause for cause in self.damaged if cause not in (Cause.CORRUPT, Cause.PARTIAL)]
            broken = Cause.PARTIAL if self.chars else Cause.CORRUPT
            yield PartGap(kept[0] if kept else broken)
        elif self.chars < LITTLE_TEXT and any(
            name.lower().endswith(IMAGES) and "thumbnail" not in name
            for name in self.package.names()
        ):
            yield PartGap(Cause.NEEDS_OCR)


def is_xml(name: str) -> bool:
    """Tell whether a part is XML that may hold text."""
    return name.lower().endswith((".xml", ".vml"))


def is_member(name: str) -> bool:
    """Tell whether a part is a document of its own that may hold text."""
    file = posixpath.basename(name).lower()
    if is_xml(name) or file.endswith((".rels", *_NO_TEXT)):
        return False
    return "printersettings" not in name.lower() and "thumbnail" not in file


def word_parts(
    reading: Reading, name: str, place: Locator, tables: Iterator[int]
) -> Iterator[Part]:
    """Yield one part of a word processing package, whatever its root is."""
    flows = Flows()

    def choose(root: str, _attributes: Attributes) -> Handler | None:
        if root in KINDS:
            return WordReader(root, place, tables)
        return reader_for(root, flows, place)

    yield from reading.parsed(name, choose, flows)
    yield from reading.counted([*flows.rest()])
