"""JSON and JSON lines of any size: rows where objects are alike, else "key: value" lines.

Read as a stream of events, so memory is flat and depth has no limit. Broken JSON is plain text:
all of it while it is small enough to be held back, beyond that from near the break on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import chain

import ijson  # type: ignore[import-untyped]  # publishes no types

from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Passage,
    Source,
    TablePassage,
    foreign_parser,
)
from scanner.extractors.encoding import TextReader
from scanner.extractors.json_events.shape import Shaper
from scanner.extractors.text import numbered, text_blocks

JsonPart = Passage | TablePassage


class _Utf8Stream:
    """The text of a reader as UTF-8 for ijson; remembers the last blocks in case it breaks."""

    def __init__(self, blocks: Iterator[str], budget: Budget) -> None:
        self._blocks = blocks
        self._budget = budget
        self._left = b""
        self.recent: deque[str] = deque(maxlen=2)

    def read(self, size: int) -> bytes:
        """Return about ``size`` bytes, and nothing at the end."""
        if size == 0:
            return b""
        if not self._left:
            block = next(self._blocks, "")
            self.recent.append(block)
            self._budget.progress()
            self._left = block.encode("utf-8", "replace")
        data, self._left = self._left[:size], self._left[size:]
        return data


def extract(source: Source, budget: Budget) -> Iterator[JsonPart]:
    """Yield every value with its key."""
    if source.size_bytes <= budget.limits.json_tree_bytes:
        stream = _stream(source, budget)
        try:
            yield from list(_values(stream))
        except ExtractionError:
            yield from numbered(text_blocks(TextReader(source.stream()), budget))
        return
    blocks = TextReader(source.stream()).blocks()
    stream = _Utf8Stream(blocks, budget)
    try:
        yield from _values(stream)
    except ExtractionError:
        yield from (Passage(block) for block in chain(stream.recent, blocks) if block)


def _stream(source: Source, budget: Budget) -> _Utf8Stream:
    return _Utf8Stream(TextReader(source.stream()).blocks(), budget)


def _values(stream: _Utf8Stream) -> Iterator[JsonPart]:
    shaper = Shaper()
    with foreign_parser():
        events = ijson.basic_parse(stream, multiple_values=True, use_float=False)
    while True:
        with foreign_parser():
            batch = shaper.take(events)
        yield from batch
        if shaper.ended:
            return


EXTRACTOR = Extractor(
    media_types=frozenset({"application/json", "application/x-ndjson"}),
    extract=extract,
    uses=("text/plain",),
)
