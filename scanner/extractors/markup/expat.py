"""XML as a stream of events, whatever its size: expat, with entity declarations refused.

No entity is ever declared, expanded or fetched, so neither billion laughs nor an external
entity can do anything; the parser holds one block and the names of the open elements.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Protocol
from xml.parsers import expat

from connectors.base import Cause
from scanner.extractors.base import ExtractionError

Attributes = Mapping[str, str]

_ENCODING = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_CACHED_NAMES = 10_000  # a document with more distinct names than this is no real one


class Handler(Protocol):
    """Takes the events of one document; names come with their prefix."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take character data, in pieces."""


class EntityRefused(ExtractionError):
    """The document declares entities: what they would expand to is not known."""

    def __init__(self) -> None:
        super().__init__(Cause.UNSUPPORTED)


class Dispatch(dict[str, Callable[..., None] | None]):
    """Finds what to do for a tag by its local name, and remembers that for the tag."""

    def __init__(self, by_local_name: Mapping[str, Callable[..., None]]) -> None:
        super().__init__()
        self._by_local_name = by_local_name

    def __missing__(self, tag: str) -> Callable[..., None] | None:
        action = self._by_local_name.get(local_name(tag))
        if len(self) < _CACHED_NAMES:
            self[tag] = action
        return action


class Acting:
    """A handler that does something at the start or end of some elements, by their local names.

    ``text`` is left to who inherits it. ``skip`` at the start of an element leaves out all of it.
    """

    def __init__(
        self,
        starts: Mapping[str, Callable[[Attributes], None]],
        ends: Mapping[str, Callable[[], None]],
    ) -> None:
        self._starts, self._ends = Dispatch(starts), Dispatch(ends)
        self._skipping = 0  # open elements of one that is left out

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if self._skipping:
            self._skipping += 1
            return
        action = self._starts[tag]
        if action is not None:
            action(attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._skipping:
            self._skipping -= 1
            return
        action = self._ends[tag]
        if action is not None:
            action()

    def skip(self, _attributes: Attributes) -> None:
        """Leave out what the element that starts holds."""
        self._skipping = 1


class Position:
    """How far a parser has come: the line, from 1, and the byte."""

    def __init__(self) -> None:
        self._parser: expat.XMLParserType | None = None

    def follow(self, parser: expat.XMLParserType) -> None:
        """Tell the position of ``parser`` from now on."""
        self._parser = parser

    @property
    def line(self) -> int:
        """The line of the event being handled, from 1."""
        return self._parser.CurrentLineNumber if self._parser else 1

    @property
    def byte(self) -> int:
        """The offset of the event being handled, in the bytes as expat saw them."""
        return max(self._parser.CurrentByteIndex, 0) if self._parser else 0


def local_name(tag: str) -> str:
    """Return a name without its prefix.

    >>> local_name("w:p"), local_name("p")
    ('p', 'p')
    """
    return tag.rpartition(":")[2]


def attribute(attributes: Attributes, name: str) -> str:
    """Return the attribute with the local name ``name``, or an empty string."""
    for key, value in attributes.items():
        if key == name or key.endswith(":" + name):
            return value
    return ""


def parse(
    blocks: Iterable[bytes],
    choose: Callable[[str, Attributes], Handler | None],
    position: Position | None = None,
) -> Iterator[Handler]:
    """Feed ``blocks`` to the handler that ``choose`` picks by the root's local name.

    Yields the handler after each block, so that what it has gathered can be taken; ends at once
    when ``choose`` gives None. Raises ExtractionError(CORRUPT) where the XML is broken, and
    EntityRefused.
    """
    chosen: list[Handler] = []
    encoding, utf8 = _utf8(iter(blocks))
    parser = expat.ParserCreate(encoding)

    def root(tag: str, attributes: Attributes) -> None:
        handler = choose(local_name(tag), attributes)
        if handler is None:
            raise _NotWanted
        chosen.append(handler)
        parser.StartElementHandler = handler.start
        parser.EndElementHandler = handler.end
        parser.CharacterDataHandler = handler.text
        handler.start(tag, attributes)

    parser.buffer_text = True
    parser.StartElementHandler = root
    parser.EntityDeclHandler = _refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    if position is not None:
        position.follow(parser)
    try:
        for block in utf8:
            parser.Parse(block)
            yield from chosen
        parser.Parse(b"", True)  # noqa: FBT003 - the C function takes it by position only
    except _NotWanted:
        return
    except (expat.ExpatError, ValueError) as error:  # ValueError: a multi-byte encoding
        raise ExtractionError(Cause.CORRUPT) from error
    yield from chosen


class _NotWanted(Exception):
    """Ends the parse of a document whose root nobody asked for."""


def _utf8(blocks: Iterator[bytes]) -> tuple[str | None, Iterator[bytes]]:
    """Return the encoding to tell expat, and the blocks in it: expat knows few by itself."""
    first = next(blocks, b"")
    declared = _ENCODING.match(first)
    if declared is None:
        return None, chain((first,), blocks)
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
        b"".decode(name)  # raises LookupError for codecs that are no text encodings
    except LookupError:
        return None, chain((first,), blocks)
    if name == "utf-8" or name.startswith("utf-16"):
        # What was read as ASCII up to here is no UTF-16, whatever it says of itself.
        return "utf-8", chain((first,), blocks)
    decoder = codecs.getincrementaldecoder(name)(errors="replace")
    return "utf-8", (decoder.decode(block).encode() for block in chain((first,), blocks))


def _refuse(*_declaration: object) -> None:
    raise EntityRefused
