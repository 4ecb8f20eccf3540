"""What texts, forms and lists are put on: pages, ruled grids, Word tables under a title."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from io import BytesIO

import docx
from docx.document import Document as Word
from docx.table import Table as WordTable
from docx.table import _Cell

from benchmarks.share.formats.pdf import PDF_WIDTH, pdf_lines


def wrapped(line: str, width: int) -> list[str]:
    """Return a line cut between words."""
    if len(line) <= width:
        return [line]
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)


def paged(lines: Iterable[str]) -> bytes:
    """Return a PDF of lines, which are broken where they are too long for a page."""
    single = [part for line in lines for part in line.replace("\t", "    ").split("\n")]
    return pdf_lines([part for line in single for part in wrapped(line, PDF_WIDTH)])


def grid(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows in a ruled grid of characters."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = [rule]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines += ["| " + " | ".join(cells) + " |", rule]
    return lines


def titled(title: str, columns: int) -> tuple[WordTable, Word]:
    """Return a Word table whose first row is a title over all columns, and its document."""
    document = docx.Document()
    document.core_properties.author = "Office"
    table = document.add_table(rows=1, cols=columns)
    table.style = "Table Grid"
    head = table.rows[0].cells
    head[0].merge(head[-1]).text = title
    return table, document


def next_cells(table: WordTable) -> tuple[_Cell, ...]:
    """Return the cells of a row put below the others."""
    return tuple(table.add_row().cells)  # type: ignore[no-untyped-call]  # python-docx has none


def saved(document: Word) -> bytes:
    """Return the bytes of a Word document."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()
