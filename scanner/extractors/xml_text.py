"""XML of any vocabulary as lines "Element: text": the element's name is the value's label.

Source: Extensible Markup Language (XML) 1.0, fifth edition, section 4.3.3 (encodings). Entity
declarations are refused; from there on, or from where the document breaks, tags are dropped and
the rest goes out as plain lines.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Kind,
    Locator,
    Part,
    PartGap,
    Passage,
    Source,
)
from scanner.extractors.markup.expat import Position, parse
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.leaves import LeafReader

_BLOCK_BYTES = 65_536
_TAG = re.compile(r"<[^<>]{0,4000}>")
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield the text of the document. Raises ExtractionError(LIMIT, TIMED_OUT)."""
    position, flows = Position(), Flows()

    def place() -> Locator:
        return (("line", position.line),)

    reader = LeafReader(flows, place)
    try:
        for _ in parse(_blocks(source, 0), lambda _root, _attributes: reader, position):
            yield from _counted(flows.full(), budget)
    except ExtractionError as error:
        if error.cause not in (Cause.CORRUPT, Cause.UNSUPPORTED):
            raise
    else:
        yield from _counted(flows.rest(), budget)
        return
    yield from _counted(flows.rest(), budget)
    yield from _without_tags(source, budget, position)
    yield PartGap(Cause.PARTIAL)


def _counted(passages: list[Passage], budget: Budget) -> Iterator[Passage]:
    for passage in passages:
        budget.emit(len(passage.text))
        yield passage


def _blocks(source: Source, start: int) -> Iterator[bytes]:
    stream = source.stream()
    stream.seek(start)
    while block := stream.read(_BLOCK_BYTES):
        yield block


def _without_tags(source: Source, budget: Budget, position: Position) -> Iterator[Passage]:
    """Yield what follows the place where the parser stopped, tags dropped, by lines."""
    head = source.head(2)
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    line, kept = position.line, ""
    flows = Flows()
    for block in _blocks(source, position.byte):
        text = kept + decoder.decode(block)
        cut = max(text.rfind("\n"), text.rfind(">"), len(text) - _BLOCK_BYTES) + 1
        kept, text = text[cut:], text[:cut]
        line = _add_lines(flows, text, line)
        yield from _counted(flows.full(), budget)
    _add_lines(flows, kept, line)
    yield from _counted(flows.rest(), budget)


def _add_lines(flows: Flows, text: str, line: int) -> int:
    lines = _TAG.sub(lambda tag: " " + "\n" * tag[0].count("\n"), text).split("\n")
    for number, content in enumerate(lines, line):
        flows.add(Kind.BODY, " ".join(content.split()), (("line", number),))
    return line + len(lines) - 1


EXTRACTOR = Extractor(
    media_types=frozenset({"application/xml", "text/xml"}),
    extract=extract,
    version=2,
)
