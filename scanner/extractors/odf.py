"""OpenDocument texts, sheets, presentations and drawings: every part of the package.

Headers and footers lie beside the styles, charts and formulas in packages within the package.
Source: OASIS OpenDocument 1.3 part 2 (packages), 3.3 and 4.8 (encryption), read 2026-11-28.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import count

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Extractor, Kind, Part, Source
from scanner.extractors.markup.expat import Attributes, Handler, local_name, parse
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.leaves import LeafReader
from scanner.extractors.ooxml.package import Package, open_package
from scanner.extractors.ooxml.reader import Reading, is_member, is_xml
from scanner.extractors.opendocument.content import ContentReader

_MANIFEST = "META-INF/manifest.xml"
_NO_TEXT = frozenset({"document-settings", "manifest", "library", "libraries", "menubar"})
"""Roots of parts that hold how a program looked when the document was saved."""
_FOLDERS = ("Configurations", "Thumbnails/", "ObjectReplacements/", "META-INF/")
_FILES = frozenset({"mimetype", "layout-cache", "manifest.rdf"})
_PROPERTIES = {
    "initial-creator": "Author",
    "creator": "Last modified by",
    "printed-by": "Printed by",
    "user-defined": "Property",
}


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield text and tables of all parts, then members. Raises ExtractionError."""
    package = open_package(source, budget)
    reading = Reading(package, budget)
    if _is_encrypted(package):
        raise ExtractionError(Cause.ENCRYPTED)
    tables = count(1)
    names = [name for name in package.names() if not _is_aside(name)]
    for name in sorted(filter(is_xml, names), key=_order):
        yield from _part(reading, name, tables)
    for name in filter(is_member, names):
        yield from reading.member(name)
    yield from reading.close()


def _is_encrypted(package: Package) -> bool:
    """Return whether the manifest gives any part a key. A broken one says nothing."""
    manifest = _Manifest()
    if _MANIFEST in package.names():
        try:
            for _ in parse(package.blocks(_MANIFEST), manifest.choose):
                pass
        except ExtractionError as error:
            if error.cause is not Cause.CORRUPT:
                raise
    return manifest.encrypted


class _Manifest:
    """Handler of the manifest; looks for parts that are encrypted."""

    encrypted = False

    def choose(self, root: str, _attributes: Attributes) -> Handler | None:
        """Take the part if it is a manifest."""
        return self if root == "manifest" else None

    def start(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002 - as expat calls it
        """Take the start of an element."""
        self.encrypted |= local_name(tag) == "encryption-data"

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take character data: there is none."""


def _is_aside(name: str) -> bool:
    """Tell whether a part holds how the document looks, or guards it."""
    return name in _FILES or name.startswith(_FOLDERS)


def _order(name: str) -> tuple[int, str]:
    """Put the content first, then headers and footers, then what else there is."""
    places = ("content.xml", "styles.xml")
    return (places.index(name) if name in places else len(places), name)


def _part(reading: Reading, name: str, tables: Iterator[int]) -> Iterator[Part]:
    """Yield one part, whatever its root is."""
    flows = Flows()
    kind = Kind.CACHED if posixpath.dirname(name) else Kind.BODY  # a chart's own table, say

    def choose(root: str, _attributes: Attributes) -> Handler | None:
        if root in ("document-content", "document-styles"):
            return ContentReader((), flows, tables, kind)
        if root in _NO_TEXT:
            return None
        return LeafReader(flows, lambda: (), Kind.PROPERTY, _PROPERTIES)

    yield from reading.parsed(name, choose, flows)
    yield from reading.counted([*flows.rest()])


_OPENDOCUMENT = "application/vnd.oasis.opendocument."
_OPENOFFICE = "application/vnd.sun.xml."
EXTRACTOR = Extractor(
    media_types=frozenset(
        {
            f"{_OPENDOCUMENT}{kind}{template}"
            for kind in ("text", "spreadsheet", "presentation", "graphics")
            for template in ("", "-template")
        }
        | {f"{_OPENDOCUMENT}{kind}" for kind in ("chart", "text-master", "text-web")}
        | {
            f"{_OPENOFFICE}{kind}{template}"
            for kind in ("writer", "calc", "impress", "draw")
            for template in ("", ".template")
        }
    ),
    extract=extract,
)
