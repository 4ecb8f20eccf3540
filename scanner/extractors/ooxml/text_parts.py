"""The text of every part that is neither word processing nor cells, such as comments or charts."""

from __future__ import annotations

import re
from urllib.parse import unquote

from scanner.extractors.base import Kind, Locator
from scanner.extractors.markup.expat import Attributes, Handler, attribute, local_name
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.leaves import LeafReader
from scanner.extractors.ooxml.relationships import Relationship
from scanner.extractors.ooxml.vocabulary import NO_TEXT, PROPERTY_NAMES, VOCABULARIES, Vocabulary

_LINE_CHARS = 65_536
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|[0-9]+|K[0-9A-F]{6}|K[0-9]{2}[+-][0-9]{3}|[A-Z])')
_STRING_IN_FORMULA = re.compile(r'"((?:[^"]|"")+)"')


def reader_for(root: str, flows: Flows, place: Locator) -> Handler | None:
    """Return the handler of a part by its root's local name; None for parts without text."""
    if root in NO_TEXT:
        return None
    vocabulary = VOCABULARIES.get(root)
    if vocabulary is not None:
        return VocabularyReader(vocabulary, flows, place)
    if root == "Properties":
        return PropertyReader(flows)
    return LeafReader(flows, lambda: place, Kind.PROPERTY, PROPERTY_NAMES)


class VocabularyReader:
    """Handler of a part whose vocabulary is known."""

    def __init__(self, vocabulary: Vocabulary, flows: Flows, place: Locator) -> None:
        self._vocabulary, self._flows = vocabulary, flows
        self._place, self._here = place, place
        self._kinds: list[Kind] = []  # of the open elements that hold text
        self._pieces: list[str] = []
        self._kind = vocabulary.kind
        self._chars = 0
        self._skipping = 0
        self._depth = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        name = local_name(tag)
        if self._skipping or name == "Fallback":
            self._skipping += 1
            return
        self._depth += 1
        kind = self._vocabulary.text.get(name)
        if kind is not None:
            self._kinds.append(kind)
            self._kind = kind
        for wanted in self._vocabulary.attributes.get(name, ()):
            self._flows.add(self._vocabulary.kind, attribute(attributes, wanted), self._place)
        if name in ("comment", "threadedComment"):
            cell = attributes.get("ref", "")
            # Only what looks like a cell's name: a locator never holds text of the document.
            known = re.fullmatch(r"[A-Z]{1,3}[0-9]{1,7}", cell)
            self._here = (*self._place, ("cell", cell)) if known else self._place

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._skipping:
            self._skipping -= 1
            return
        name = local_name(tag)
        self._depth -= 1
        if name in self._vocabulary.lines or not self._depth:
            self._flush()
        if name in self._vocabulary.text and self._kinds:
            self._kinds.pop()

    def text(self, data: str) -> None:
        """Take character data."""
        if self._kinds and not self._skipping:
            self._pieces.append(data)
            self._chars += len(data)
            if self._chars >= _LINE_CHARS:
                self._flush()

    def _flush(self) -> None:
        text = "".join(self._pieces)
        self._pieces, self._chars = [], 0
        if self._kind in (Kind.HEADER, Kind.FOOTER):
            text = _HEADER_CODE.sub("\n", text.replace("&&", "＆"))
        elif self._kind is Kind.HIDDEN:  # a formula: only the strings in it are text
            text = "\n".join(_STRING_IN_FORMULA.findall(text))
        self._flows.add(self._kind, text.strip("\n"), self._here)


class PropertyReader(LeafReader):
    """Handler of custom and extended properties: each as "Name: value"."""

    def __init__(self, flows: Flows) -> None:
        super().__init__(flows, lambda: (), Kind.PROPERTY, PROPERTY_NAMES)
        self._property = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element; a custom property's name labels what is inside it."""
        if local_name(tag) == "property":
            self._property = attributes.get("name", "")
        elif self._property:
            tag = self._property
        super().start(tag, {})  # attributes here are sizes and format ids

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if local_name(tag) == "property":
            self._property = ""
        super().end(tag)


def link_line(relationship: Relationship) -> str:
    """Return an external target as text: percent signs resolved, mailto: taken off.

    >>> link_line(Relationship("rId1", "hyperlink", "mailto:ann%40example.org", True))
    'ann@example.org'
    """
    return unquote(relationship.target).removeprefix("mailto:")
