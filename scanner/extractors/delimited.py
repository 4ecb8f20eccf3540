"""Tables as text: comma, semicolon, tab and pipe separated values, of any size.

Title rows above the heading come out as a passage, the heading as the column names, the rest as
table passages in batches. From where an open quote swallows the table the rest is plain text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain, islice

from scanner.extractors.base import Budget, Extractor, Passage, Source, TablePassage
from scanner.extractors.encoding import TextReader
from scanner.extractors.tables.dialect import Heading, delimiter_of, heading_of
from scanner.extractors.tables.records import rows_of
from scanner.extractors.text import numbered, text_blocks

_SAMPLE_CHARS = 65_536
_HEADING_RECORDS = 60  # looked at to tell a heading from data


def extract(source: Source, budget: Budget) -> Iterator[Passage | TablePassage]:
    """Yield the rows of ``source`` to its end, whatever its size."""
    blocks = text_blocks(TextReader(source.stream()), budget)
    first = next(blocks, "")
    sample = _sample(first)
    delimiter = delimiter_of(sample)
    if delimiter is None:
        yield from numbered(chain((first,), blocks))
        return
    head = list(
        islice(csv.reader(io.StringIO(sample, newline="\n"), delimiter=delimiter), _HEADING_RECORDS)
    )
    heading = heading_of(head)
    longest = budget.limits.csv_field_chars
    yield from _table(chain((first,), blocks), delimiter, heading, longest)


def _table(
    blocks: Iterator[str], delimiter: str, heading: Heading, longest: int
) -> Iterator[Passage | TablePassage]:
    row = line = 1
    above, titles = heading.records_above, heading.text_records
    text = ""
    for block in blocks:
        text += block
        rows = rows_of(text, delimiter, longest)
        body, count = rows.text, rows.count
        if above and count:
            title, body, taken = _split(body, above)
            title = _split(title, titles)[0] if titles else ""
            if title.strip():
                yield Passage(title, ((0, (("line", row),)),))
            above -= taken
            titles = max(titles - taken, 0)
            row += taken
            count -= taken
        if count > 0:
            yield TablePassage(body, table=1, first_row=row, header=heading.names)
            row += count
        line += text.count("\n") - rows.unfinished.count("\n")
        text = rows.unfinished
        if len(text) > longest:
            break
    if text:  # a quote that never closes: from here on it is text
        yield from numbered(chain((text,), blocks), line)


def _split(body: str, rows: int) -> tuple[str, str, int]:
    """Return the first ``rows`` rows, the others, and how many there were at most."""
    at = -1
    for taken in range(rows):
        end = body.find("\n", at + 1)
        if end < 0:
            return body, "", taken + 1
        at = end
    return body[:at], body[at + 1 :], rows


def _sample(text: str) -> str:
    """Return the beginning of ``text``, cut at a line end."""
    if len(text) <= _SAMPLE_CHARS:
        return text
    return text[: text.rfind("\n", 0, _SAMPLE_CHARS) + 1] or text[:_SAMPLE_CHARS]


EXTRACTOR = Extractor(
    media_types=frozenset({"text/csv", "text/tab-separated-values"}),
    extract=extract,
    uses=("text/plain",),
    version=6,
)
