"""PowerPoint presentations: every slide with its notes, comments and charts, then all other parts.

Slides are numbered in the order they are shown in. What an audience does not see (hidden slides
and shapes, notes, comments, properties) comes out under its own kind. Masters and layouts are left
out: they hold the prompts of empty places. Source: ECMA-376 part 1, section 19, read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from scanner.extractors.base import Budget, Extractor, Locator, Part, Source
from scanner.extractors.markup.expat import Attributes, Handler
from scanner.extractors.markup.flow import Flows
from scanner.extractors.ooxml.package import open_package
from scanner.extractors.ooxml.reader import Reading, is_member, is_xml
from scanner.extractors.ooxml.relationships import Relationships
from scanner.extractors.ooxml.slides import KINDS, SlideReader, read_slides
from scanner.extractors.ooxml.text_parts import reader_for

_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml."
_SHARED = frozenset({"slide", "slideLayout", "slideMaster", "notesMaster"})  # no slide's own


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield text and tables of all parts, links and members. Raises ExtractionError."""
    package = open_package(source, budget)
    reading = Reading(package, budget)
    slides, damaged = read_slides(package, reading.relationships)
    reading.damaged += damaged
    places = _places(slides, reading.relationships)
    flows, tables = Flows(), count(1)
    names = [name for name in package.names() if is_xml(name)]
    order = {name: number for number, name in enumerate(places)}
    for name in sorted(names, key=lambda name: order.get(name, len(order))):
        yield from _part(reading, name, places.get(name, ()), flows, tables)
    yield from reading.counted([*flows.rest()])
    yield from reading.links(places)
    for name in filter(is_member, package.names()):
        yield from reading.member(name)
    yield from reading.close()


def _places(slides: list[str], relationships: Relationships) -> dict[str, Locator]:
    """Return the slides in order, and after each the parts that are its own, with their places."""
    places: dict[str, Locator] = {}
    for number, slide in enumerate(slides, 1):
        own = [slide]
        for part in own:
            places[part] = (("slide", number),)
            own += [
                each.target
                for each in relationships.of(part)
                if not each.external and each.kind not in _SHARED and each.target not in places
            ]
    return places


def _part(
    reading: Reading, name: str, place: Locator, flows: Flows, tables: Iterator[int]
) -> Iterator[Part]:
    """Yield what one part fills, whatever its root is; lines of several go out together."""

    def choose(root: str, _attributes: Attributes) -> Handler | None:
        if root in KINDS:
            return SlideReader(root, place, flows, tables)
        return reader_for(root, flows, place)

    yield from reading.parsed(name, choose, flows)


EXTRACTOR = Extractor(
    media_types=frozenset(
        {
            f"{_PRESENTATION}presentation",
            f"{_PRESENTATION}slideshow",
            f"{_PRESENTATION}template",
        }
    ),
    extract=extract,
)
