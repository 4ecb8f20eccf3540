"""Plain text of any size and encoding: prose, source code, logs, calendars, address cards.

Blocks are cut at line ends, so memory is flat and no line is torn; a line longer than a block is
cut where a sentence, item or word ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from scanner.extractors.base import Budget, Extractor, Locator, Passage, Source
from scanner.extractors.encoding import TextReader

_LONGEST_CHARS = 1_000_000  # of a passage: a line that goes on for longer is cut
_SHORTEST_CHARS = 65_536  # of a block that is not the last: small texts stay whole
_CUT_SEARCH_CHARS = 65_536  # how far back from there a good place to cut is looked for
_HELD_CHARS = 262_144  # of a piece of text that is held already
_GOOD_CUTS = (". ", "; ", "}, ", "},", ">", ", ", "\t", " ")


def text_blocks(reader: TextReader, budget: Budget) -> Iterator[str]:
    r"""Yield all text, in blocks that end where a line ends, with ``\n`` as the only line end."""
    held = ""
    for piece in reader.blocks():
        budget.progress()
        text = held + piece
        if "\r" in text:
            text, held = (text[:-1], "\r") if text.endswith("\r") else (text, "")
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        else:
            held = ""
        cut = text.rfind("\n") + 1 if len(text) >= _SHORTEST_CHARS else 0
        if not cut and len(text) > _LONGEST_CHARS:
            cut = _cut(text)
        if cut:
            yield text[:cut]
        held = text[cut:] + held
    if held:
        yield held.replace("\r", "\n")


def numbered(blocks: Iterator[str], line: int = 1, above: Locator = ()) -> Iterator[Passage]:
    """Yield each block as a passage that counts lines on from ``line``; it sits in ``above``."""
    for block in blocks:
        yield Passage(block, ((0, (*above, ("line", line))),))
        line += block.count("\n")


def text_passages(text: str, above: Locator = ()) -> Iterator[Passage]:
    """Yield a text that is held already, in pieces that end where a line ends."""
    text = text.replace("\r\n", "\n")
    line, start = 1, 0
    while start < len(text):
        cut = text.rfind("\n", start, start + _HELD_CHARS) + 1 or start + _HELD_CHARS
        if len(text) - start <= _HELD_CHARS:
            cut = len(text)
        yield from numbered(iter((text[start:cut],)), line, above)
        line += text.count("\n", start, cut)
        start = cut


def extract(source: Source, budget: Budget) -> Iterator[Passage]:
    """Yield the text of ``source`` to its end, whatever its size."""
    yield from numbered(text_blocks(TextReader(source.stream()), budget))


def _cut(text: str) -> int:
    """Return where to cut a line too long to be held: after a sentence, an item or a word."""
    start = len(text) - _CUT_SEARCH_CHARS
    for separator in _GOOD_CUTS:
        at = text.rfind(separator, start)
        if at >= 0:
            return at + len(separator)
    return len(text)


EXTRACTOR = Extractor(
    media_types=frozenset({"text/plain", "text/calendar", "text/vcard"}),
    extract=extract,
)
