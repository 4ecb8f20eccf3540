"""What the rows of a table are: titles, a header, data, or a form of labels and values.

Council files hold both lists of people and forms laid out as tables. A list keeps its columns,
because a column's heading tells what its cells are; a form goes out as lines "label: value",
because there the label stands beside the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from scanner.extractors.base import Kind, Locator, Passage, TablePassage, column_name
from scanner.extractors.markup.flow import Flows
from scanner.extractors.tables.figures import names_a_column
from scanner.extractors.tables.stacked import in_one_row, stacked

SAMPLE_ROWS = 60  # rows looked at before the layout is settled; a longer table is no form
_TITLE_ROWS = 5  # a header is looked for in so many rows, below titles
_LEAST_ROWS_ON_SIDE = 3
_LEAST_BOXES = 5
_HEADING_CHARS = 60
_BATCH_CHARS = 400_000
_ROWS_AT_ONCE = 500
_GAP_ROWS = 100  # a longer run of empty rows is jumped, not written out
_LABELS = re.compile(
    r"\b(?:name|surname|forenames?|address|post ?code|date|birth|born|d\.?o\.?b|age|gender|sex|"
    r"nationality|ethnicity|religion|n\.?i\.?|nino|insurance|nhs|upn|uln|pupil|child|school|class|"
    r"year|gp|doctor|tel|telephone|phone|mobile|e-?mail|contact|relationship|kin|parent|carer|"
    r"ref|reference|number|no|id|account|sort code|iban|card|salary|post|role|job|department|"
    r"title|status|signed|signature|notes?|comments?|amount|total|street|town|county|country|"
    r"passport|licen[cs]e|registration|vehicle)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<![0-9])[0-9]{1,2}$")  # "Address line 2" is a heading


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table reads: ``titles`` rows of running text, then a header row or none.

    ``labels`` are the columns of a form that hold labels; empty for a list, and for a table on its
    side, of which each column after the labels is a person.
    """

    titles: int
    header: tuple[str, ...] | None
    labels: frozenset[int] = frozenset()


class Grid:
    """Gathers the rows of one table, cells parted by tabs; gives passages in order."""

    def __init__(self, table: int, locator: Locator, kind: Kind = Kind.BODY) -> None:
        self._table, self._locator, self._kind = table, locator, kind
        self._layout: Layout | None = None
        self._rows: list[str] = []
        self._chars = 0
        self._first_row = 1

    def extend(self, rows: Sequence[str]) -> list[Passage | TablePassage]:
        """Add rows; return the passages that are full."""
        self._rows.extend(rows)
        self._chars += sum(map(len, rows))
        if self._chars < _BATCH_CHARS and (self._layout or len(self._rows) <= SAMPLE_ROWS):
            return []
        if self._layout is None:
            return self._settled(layout_of(self._rows[: SAMPLE_ROWS + 1]))
        return self._batch()

    def jump(self, row: int) -> list[Passage | TablePassage]:
        """Go on at ``row``, from 1, past empty ones; return what was gathered before."""
        before = self.finish() if self._rows else []
        self._first_row = row
        return before

    def finish(self) -> list[Passage | TablePassage]:
        """Return what is left."""
        if self._layout is not None:
            return self._batch()
        layout = layout_of(self._rows)
        if layout.labels:
            return self._form(layout.labels)
        return self._settled(layout)

    def _settled(self, layout: Layout) -> list[Passage | TablePassage]:
        self._layout = layout
        flows = Flows()
        for number, row in enumerate(self._rows[: layout.titles], self._first_row):
            flows.add(
                self._kind, row.strip("\t"), (*self._locator, ("cell", _first_cell(row, number)))
            )
        above = layout.titles + (layout.header is not None)
        del self._rows[:above]
        self._first_row += above
        return [*flows.rest(), *self._batch()]

    def _batch(self) -> list[Passage | TablePassage]:
        rows, first_row = self._rows, self._first_row
        self._first_row += len(rows)
        self._rows, self._chars = [], 0
        text = "\n".join(rows)
        header = self._layout.header if self._layout else None
        if not text or text.isspace():
            return []
        return [TablePassage(text, self._table, first_row, header, self._locator, self._kind)]

    def _form(self, labels: frozenset[int]) -> list[Passage | TablePassage]:
        flows = Flows()
        for number, row in enumerate(self._rows, self._first_row):
            for column, line in form_lines(row.split("\t"), labels):
                place = ("cell", f"{column_name(column)}{number}")
                flows.add(self._kind, line, (*self._locator, place))
        self._first_row += len(self._rows)
        self._rows, self._chars = [], 0
        return list(flows.rest())


def layout_of(rows: Sequence[str]) -> Layout:
    r"""Return how the rows of a table read, judged by its first ones.

    >>> layout_of(["Name\tNI number", "Ann Example\tQQ 12 34 56 C"])
    Layout(titles=0, header=('Name', 'NI number'), labels=frozenset())
    >>> layout_of(["Name\tAnn Example", "NI number\tQQ 12 34 56 C"]).labels
    frozenset({0})
    """
    cells = [row.split("\t") for row in rows]
    for index, row in enumerate(cells[:_TITLE_ROWS]):
        names = _in_two_rows(cells, index)
        if names is not None:
            return Layout(index + 1, names)
        if _is_header(cells, index):
            return Layout(index, tuple(cell.strip() for cell in row))
    if len(rows) <= SAMPLE_ROWS:
        labels = _label_columns(cells)
        if labels and not (labels == {0} and _several_people(cells)):
            return Layout(0, None, labels)
    return Layout(0, None)


def form_lines(row: Sequence[str], labels: frozenset[int]) -> list[tuple[int, str]]:
    """Return the lines of one row of a form, each with the column its value begins in.

    >>> form_lines(["Name", "Ann", "DOB:", "2 May 1970"], frozenset({0, 2}))
    [(1, 'Name: Ann'), (3, 'DOB: 2 May 1970')]

    Cells of one character each are a value's boxes and stay on one line.

    >>> form_lines(["Ref", *"QX17B"], frozenset({0}))
    [(1, 'Ref: Q X 1 7 B')]
    """
    lines: list[tuple[int, str]] = []
    label = ""
    for column, cell in enumerate(_boxes_joined(row)):
        if not cell or cell.isspace():
            continue
        if column in labels:
            if label:
                lines.append((column - 1, label))
            label = cell.strip()
        elif label:
            parted = label if label.endswith((":", "?")) else label + ":"
            lines.append((column, f"{parted} {cell.strip()}"))
            label = ""
        else:
            lines.append((column, cell.strip()))
    if label:
        lines.append((max(len(row) - 1, 0), label))
    return lines


def _boxes_joined(row: Sequence[str]) -> list[str]:
    """Return the row with each run of cells of one character in the first of them."""
    cells = list(row)
    for alone, run in groupby(range(len(cells)), lambda at: len(cells[at].strip()) == 1):
        columns = list(run)
        if alone and len(columns) >= _LEAST_BOXES:
            cells[columns[0]] = " ".join(cells[at].strip() for at in columns)
            for at in columns[1:]:
                cells[at] = ""
    return cells


def _first_cell(row: str, number: int) -> str:
    return f"{column_name(len(row) - len(row.lstrip(chr(9))))}{number}"


def _is_heading(cell: str) -> bool:
    """Tell whether a cell could be a heading: short, no figures but a last small number."""
    text = _ORDINAL.sub("", cell.strip())
    return len(text) <= _HEADING_CHARS and "@" not in text and not _has_digit(text)


def _is_label(cell: str) -> bool:
    text = cell.strip()
    return text.endswith((":", "?")) or (_is_heading(text) and bool(_LABELS.search(text)))


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _is_header(cells: Sequence[Sequence[str]], index: int) -> bool:
    row, below = cells[index], cells[index + 1 :]
    filled = [cell for cell in row if cell and not cell.isspace()]
    words = [cell for cell in filled if _is_heading(cell)]
    if len(words) < 2 or not below:
        return False
    if len(words) < len(filled) and not _headings_with_figures(filled, words):
        return False
    if any(cell.strip().endswith(":") for cell in filled):
        return False
    width = max(sum(1 for cell in other if cell) for other in below)
    if len(filled) * 2 < width:
        return False
    labelled = sum(map(_is_label, filled))
    if len(filled) == 2:  # as likely a form: "Name | Ann Example"
        return labelled == 2
    if labelled * 2 >= len(filled):
        return True
    return _differs(row, below) and not _labels_come_first(cells)


def _in_two_rows(cells: Sequence[Sequence[str]], index: int) -> tuple[str, ...] | None:
    """Return the header that a row and the next are together; the upper one is a title, too."""
    if index + 2 >= len(cells):
        return None
    names = stacked(cells[index], cells[index + 1], _is_label)
    if names is None or not _is_header([in_one_row(names), *cells[index + 2 :]], 0):
        return None
    return tuple(names)


def _headings_with_figures(filled: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether "1st choice" stands beside headings, a third of which are labels."""
    others = [cell for cell in filled if not _is_heading(cell)]
    labelled = sum(map(_is_label, words))
    return labelled >= 2 and labelled * 3 >= len(words) and all(map(names_a_column, others))


def _labels_come_first(cells: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first column has labels, so that no row is a header."""
    first = [row[0] for row in cells if row[0].strip()]
    labelled = sum(map(_is_label, first))
    return len(first) >= _LEAST_ROWS_ON_SIDE and labelled * 10 >= len(first) * 6


def _several_people(cells: Sequence[Sequence[str]]) -> bool:
    """Tell whether most rows have more than one value, and not one whose characters are boxed."""
    several = sum(1 for row in cells if sum(1 for cell in row[1:] if len(cell.strip()) > 1) > 1)
    return several * 10 >= len(cells) * 6


def _differs(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether some column is words in ``row`` and figures in most rows below it."""
    for column, heading in enumerate(row):
        values = [other[column] for other in below if column < len(other) and other[column]]
        figures = sum(1 for value in values if _has_digit(value) or "@" in value)
        if heading and figures * 2 > len(values):
            return True
    return False


def _label_columns(cells: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns of a form whose cells are mostly labels, never two side by side."""
    found: list[int] = []
    for column in range(max(map(len, cells), default=0) - 1):
        values = [row[column] for row in cells if column < len(row) and row[column].strip()]
        if found and found[-1] == column - 1:
            continue
        if values and sum(map(_is_label, values)) * 10 >= len(values) * 6:
            found.append(column)
    return frozenset(found) if found and found[0] <= 1 else frozenset()


def filled(grid: Grid, rows: Iterable[tuple[int, str]]) -> Iterator[list[Passage | TablePassage]]:
    """Yield the passages of numbered rows as they get full, some hundred rows at a time."""
    filling, left = Filling(grid), iter(rows)
    while some := list(islice(left, _ROWS_AT_ONCE)):
        yield filling.take(some)
    yield grid.finish()


class Filling:
    """Puts numbered rows into a grid: short gaps as empty rows, long ones jumped."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._next = 1

    def take(self, rows: list[tuple[int, str]]) -> list[Passage | TablePassage]:
        """Take ``rows`` away; return the passages that are full."""
        parts: list[Passage | TablePassage] = []
        for number, row in rows:
            gap = number - self._next
            if 0 <= gap <= _GAP_ROWS:
                parts += self.grid.extend([""] * gap)
            else:
                parts += self.grid.jump(number)
            parts += self.grid.extend([row])
            self._next = number + 1
        rows.clear()
        return parts
