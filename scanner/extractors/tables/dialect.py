"""Whether a text is a delimited table, how its cells are parted, and where its heading is.

Rules from measurement on council exports (docs/decisions/0002): a delimiter is what parts most
lines into the same number of cells; a heading is the first of the top rows that has no digits
and stands above columns that have. A wrong heading would hide a person, so in doubt there is none.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from scanner.extractors.tables.figures import names_a_column, names_a_period
from scanner.extractors.tables.stacked import in_one_row, stacked

_DELIMITERS = "\t,;|~^¬¦"  # a tie goes to the first; old systems part cells by the last ones
_SAMPLE_RECORDS = 200
_CONSISTENT_SHARE = 0.9  # of the records below the title have the same number of cells
_TITLE_ROWS = 5  # a heading is looked for in so many rows that are not blank
_FILLED_SHARE = 0.6  # of a heading's cells
_CONTRAST_SHARE = 0.5  # of a column's cells have digits or @ where its heading has none
_WORDS_SHARE = 0.5  # of a heading's names hold a word that headings have, or it is kept as text
_LEAST_ROWS_ON_SIDE = 3
_HEADING_CHARS = 80
_GAPPED_SHARE = 0.5  # of lines with columns parted by spaces: the delimiter is within one
_COLUMN_GAP = re.compile(r"\S {3,}\S")
_NUMBER_IN_HEADING = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}\b")  # Address 2, Total 2025

_HEADING_WORDS = re.compile(
    r"\b(?:name|surname|forename|first|last|title|address|street|town|city|county|postcode|"
    r"e-?mail|phone|telephone|tel|mobile|date|dob|birth|age|gender|sex|id|ref|reference|no|number|"
    r"nino|ni|nhs|upn|school|ward|team|department|role|job|type|status|notes?|comments?|"
    r"description|value|amount|total|count|code|category|key|party|candidate|country)\b",
    re.IGNORECASE,
)

# A dump's columns are named in each statement, which only running text keeps together.
_STATEMENT = re.compile(
    r"^\s{0,8}(?:INSERT\s{1,8}INTO\s|COPY\s[^\n]{1,2000}\sFROM\s{1,8}STDIN)",
    re.IGNORECASE | re.MULTILINE,
)

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Heading:
    """The column names, and what comes before the first row of data.

    The first ``text_records`` of the ``records_above`` are to be read as text: the titles, and the
    heading itself where its words are not those of headings, since it may be a person after all.
    """

    names: tuple[str, ...] | None = field(repr=False)
    records_above: int
    text_records: int


def delimiter_of(text: str) -> str | None:
    r"""Return what parts the cells of ``text`` if it is a delimited table, else None.

    ``text`` is its beginning, cut at a line end.

    >>> delimiter_of("Name;Town\nA. Example;Leeds\nB. Example;York\n")
    ';'
    >>> delimiter_of("Dear Sir, thank you.\nYours, and so on\n") is None
    True
    """
    folded = text.lower()
    if ("insert" in folded or "from stdin" in folded) and _STATEMENT.search(text):
        return None
    best: tuple[float, int, str] | None = None
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        score = _score(_records(text, delimiter), delimiter)
        if score is not None and (best is None or score > best[:2]):
            best = (*score, delimiter)
    return best[2] if best else None


def heading_of(rows: Sequence[Row]) -> Heading:
    """Return the heading among the first ``rows`` of a table, and what lies above its data.

    Where no heading is sure, all rows are data, but for title rows of one cell at the top.
    """
    width = max((len(row) for row in rows), default=0)
    looked_at = 0
    for index, row in enumerate(rows):
        if not any(cell.strip() for cell in row):
            continue
        if (heading := _in_two_rows(rows, index, width)) is not None:
            return heading
        if _is_heading(row, width):
            below = [other for other in rows[index + 1 :] if other != row]  # said again, in a list
            names = tuple(cell.strip() for cell in row)
            if _has_heading_words(row) and not any(map(_are_heading_words, below)):
                return Heading(names, index + 1, index)
            if _all_words(row) and _stands_out(row, below) and not _on_its_side(rows[index:]):
                return Heading(names, index + 1, index + 1)
        looked_at += 1
        if looked_at == _TITLE_ROWS:
            break
    titles = _title_rows(rows, width)
    return Heading(None, titles, titles)


def _in_two_rows(rows: Sequence[Row], index: int, width: int) -> Heading | None:
    """Return the heading that the row with ``index`` and the next are together, if they are one.

    The upper one is read as text, too: it may be a title.
    """
    if index + 2 >= len(rows):
        return None
    names = stacked(rows[index], rows[index + 1], _HEADING_WORDS.search)
    if (
        names is None
        or not _is_heading(in_one_row(names), width)
        or any(map(_has_heading_words, rows[index + 2 :]))
    ):
        return None
    return Heading(tuple(names), index + 2, index + 1)


def _records(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter)
    records: list[list[str]] = []
    try:
        for record in reader:
            records.append(record)
            if len(records) == _SAMPLE_RECORDS:
                break
    except csv.Error:  # a field beyond the limit: an open quote; what came before still counts
        pass
    return records


def _score(records: list[list[str]], delimiter: str) -> tuple[float, int] | None:
    """Return the share of records of the usual width, and the width, if they make a table."""
    widths = [len(record) for record in records if any(cell.strip() for cell in record)]
    usual = Counter(widths).most_common(1)
    if not usual or usual[0][0] < 2:
        return None
    width = usual[0][0]
    first = widths.index(width)
    if first > _TITLE_ROWS:
        return None
    if first == 1 and widths[0] >= 2:
        first = 0  # a short heading belongs to the table
    below = widths[first:]
    share = sum(1 for w in below if w == width) / len(below)
    if len(below) < 2 or share < _CONSISTENT_SHARE - (1 / len(below) if first == 0 else 0):
        return None
    table = [record for record in records if len(record) == width]
    return (share, width) if _looks_like_cells(table, delimiter) else None


def _looks_like_cells(table: list[list[str]], delimiter: str) -> bool:
    """Return whether what lies between delimiters is cells, and not clauses or code."""
    if delimiter == "\t":
        return True
    cells = [cell for record in table for cell in record]
    later = [cell for record in table for cell in record[1:]]
    if sum(1 for record in table if _set_in_columns(record)) >= _GAPPED_SHARE * len(table):
        return False
    spaced = sum(1 for cell in later if cell[:1] == " ") / len(later)
    long = sum(len(cell) for cell in cells) / len(cells) > _HEADING_CHARS
    filled = sum(1 for record in table if record[1].strip()) / len(table)
    if len(table[0]) == 2:  # one comma a line is as likely a sentence, one semicolon code
        return len(table) >= 3 and spaced < 0.5 and filled >= 0.5 and not long
    return (spaced < 0.5 or len(table) >= 3) and not long


def _set_in_columns(record: Sequence[str]) -> bool:
    """Return whether spaces part the columns of a line, as in "Quill, Ines     1401  Ward 3"."""
    return any(_COLUMN_GAP.search(cell.strip()) for cell in record)


def _is_heading(row: Row, width: int) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    return (
        len(filled) >= 2
        and len(filled) >= _FILLED_SHARE * width
        and (len(set(filled)) == len(filled) or all(map(_HEADING_WORDS.search, filled)))
        and all(_is_name(cell) or names_a_column(cell) for cell in filled)
        and 2 * sum(map(_is_name, filled)) >= len(filled)
    )


def _all_words(row: Row) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    return all(_is_name(cell) or names_a_period(cell) for cell in filled)


def _is_name(cell: str) -> bool:
    if len(cell) > _HEADING_CHARS or "@" in cell or not cell[:1].isalpha():
        return False
    return not re.search(r"\d", _NUMBER_IN_HEADING.sub("", cell, count=1))


def _has_heading_words(row: Row) -> bool:
    filled = [cell for cell in row if cell.strip()]
    named = sum(1 for cell in filled if _HEADING_WORDS.search(cell.replace("_", " ")))
    return named > _WORDS_SHARE * len(filled)


def _are_heading_words(row: Row) -> bool:
    """Return the same of a row that may be a heading: one of a single cell sums up those above."""
    return sum(1 for cell in row if cell.strip()) > 1 and _has_heading_words(row)


def _stands_out(row: Row, below: Sequence[Row]) -> bool:
    """Return whether a column below has digits or @ where the row has a word."""
    for index, cell in enumerate(row):
        column = [other[index] for other in below if index < len(other) and other[index].strip()]
        if cell.strip() and column and not re.search(r"[\d@]", cell):
            marked = sum(1 for value in column if re.search(r"[\d@]", value))
            if marked >= _CONTRAST_SHARE * len(column):
                return True
    return False


def _on_its_side(rows: Sequence[Row]) -> bool:
    """Return whether the first column has the headings, and each further column is a person."""
    first = [row[:1] for row in rows if row and row[0].strip()]
    headed = sum(map(_has_heading_words, first))
    return len(first) >= _LEAST_ROWS_ON_SIDE and headed >= _FILLED_SHARE * len(first)


def _title_rows(rows: Sequence[Row], width: int) -> int:
    """Return how many rows at the top have one cell only while the table has more."""
    if width < 2:
        return 0
    for index, row in enumerate(rows[:_TITLE_ROWS]):
        if sum(1 for cell in row if cell.strip()) > 1:
            return index
    return 0
