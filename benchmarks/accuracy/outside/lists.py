"""Rows about people, as the programs of others export and print them."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.accuracy.files import Cell, delimited, workbook
from benchmarks.accuracy.outside.paper import grid, next_cells, paged, saved, titled
from benchmarks.accuracy.outside.slips import flat, key
from benchmarks.accuracy.unseen.pen import Pen
from benchmarks.accuracy.unseen.tables import RENDER, Render, Table
from benchmarks.share.formats.pdf import PDF_WIDTH

_PRINTED = "02/03/2026 09:14"
_BANDS = (
    "Team A|Team B|Team C", "North|Central|South", "Week 1|Week 2|Week 3", "Active|Ended|Pending",
    "Block 1|Block 2|Block 3", "Group R|Group S|Group T",
)  # fmt: skip


def _rows(table: Table) -> list[list[str]]:
    return [[flat(cell) for cell in row] for row in table.texts()]


def _in_bands(table: Table, pen: Pen) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the rows in three groups, each with its name."""
    rows = _rows(table)
    size = len(rows) // 3 + 1
    for number, band in enumerate(pen.rng.choice(_BANDS).split("|")):
        if part := rows[number * size : (number + 1) * size]:
            yield band, part


def _cards(table: Table, pen: Pen) -> list[str]:
    """Return a block of lines for each row, a label before each value."""
    mark, rule = pen.pick(": |:\t| = |..... "), pen.pick("-|=|_|*| ") * 40
    lines = [table.title, ""]
    for number, row in enumerate(_rows(table), 1):
        lines.append(pen.pick(f"{rule}|{rule}|Record {number}|#{number}"))
        lines += [f"{head}{mark}{cell}" for head, cell in zip(table.heads, row, strict=True)]
    return [*lines, rule]


def cards(table: Table, pen: Pen) -> str:
    """Return records as text, one below another."""
    return "\n".join(_cards(table, pen)) + "\n"


def page(table: Table, pen: Pen) -> bytes:
    """Return a printed list: ruled where the page is wide enough for it, or one in records."""
    lines = [table.title, "", *grid([table.heads, *_rows(table)])]
    if len(lines[-1]) > PDF_WIDTH:
        lines = _cards(table, pen)
    return paged([*lines, "", f"Printed {_PRINTED}"])


def ruled(table: Table, _: Pen) -> str:
    """Return a ruled table of characters, as a database client shows a result."""
    lines = grid([table.heads, *_rows(table)])
    return "\n".join([f"-- {table.title}", *lines, f"{len(table.rows)} rows in set"]) + "\n"


def entries(table: Table, pen: Pen) -> str:
    """Return a line of key="value" for each row."""
    quote = pen.pick('"|"|\'')
    lines = []
    for number, row in enumerate(_rows(table), 1):
        cells = (f"{key(h)}={quote}{c}{quote}" for h, c in zip(table.heads, row, strict=True))
        lines.append(f"2026-03-02T09:{number % 60:02}:00Z export {' '.join(cells)}")
    return "\n".join(lines) + "\n"


def banded(table: Table, pen: Pen) -> str:
    """Return delimited text with a preamble, a line over each group and its headings again."""
    rows: list[Sequence[str]] = [[table.title], ["Run date:", _PRINTED]]
    for band, part in _in_bands(table, pen):
        rows += [[], [band], table.heads, *part, ["", f"Sub total: {len(part)}"]]
    return delimited([*rows, ["End of report"]], pen.pick(",|,|\t|;"))


def tagged(table: Table, pen: Pen) -> str:
    """Return lines that begin with the type of record, between a header and a trailer."""
    mark = pen.pick("|,|~|^").strip() or "|"
    lines = [["HDR", table.title.replace(mark, " "), "20260302"]]
    lines += [["DTL", *row] for row in _rows(table)]
    return delimited([*lines, ["TRL", f"{len(table.rows):07}"]], mark)


def columns(table: Table, _: Pen) -> str:
    """Return columns of fixed width without headings."""
    rows = _rows(table)
    widths = [max(map(len, column)) + 1 for column in zip(*rows, strict=True)]
    lines = (
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return "\r\n".join(lines) + "\r\n"


def web(table: Table, pen: Pen) -> str:
    """Return a web page with a row over each group and headings that are no headings."""

    def row(cells: Iterable[str], style: str = "") -> str:
        shown = (f"<td{style}><span>{html.escape(cell)}</span></td>" for cell in cells)
        return f"<tr>{''.join(shown)}</tr>"

    wide = f' colspan="{len(table.heads)}"'
    rows = [row([table.title], wide)]
    for band, part in _in_bands(table, pen):
        rows += [row([band], f'{wide} class="band"'), row(table.heads, ' class="h"')]
        rows += [row(cells) for cells in part]
    body = "\n".join(rows)
    return f"<html><body><table cellpadding=2>\n{body}\n</table></body></html>"


def merged(table: Table, pen: Pen) -> bytes:
    """Return a workbook: notes first, then a list below a title with a line over each group."""
    rows: list[list[Cell]] = [[None, table.title], [None, "Printed", _PRINTED], []]
    rows.append([None, *table.heads])
    for band, part in _in_bands(table, pen):
        rows.append([None, band])
        rows += [[None, *row] for row in part]
        rows.append([])
    notes: list[list[Cell]] = [["Guidance"], ["Do not change the headings."], ["Version 4.2"]]
    return workbook({"Read me": notes, pen.pick("Return|Data|Tab 1"): rows})


def word(table: Table, pen: Pen) -> bytes:
    """Return a Word table under a merged title, with a merged row over each group."""
    made, document = titled(table.title, len(table.heads))
    for band, part in _in_bands(table, pen):
        band_row = next_cells(made)
        band_row[0].merge(band_row[-1]).text = band
        for row in ([*table.heads], *part):
            for cell, text in zip(next_cells(made), row, strict=True):
                cell.text = text
    return saved(document)


def answers(table: Table, _: Pen) -> str:
    """Return JSON in which each record is a list of labels and answers."""
    items = [
        {"id": 4_000 + number, "status": "submitted", "fields": [
            {"label": head, "value": cell} for head, cell in zip(table.heads, row, strict=True)]}
        for number, row in enumerate(_rows(table))
    ]  # fmt: skip
    return json.dumps({"form": table.title, "items": items}, indent=1, ensure_ascii=False)


def fields(table: Table, pen: Pen) -> str:
    """Return XML in a namespace, in which each value is a named field."""
    tag, name = pen.pick("field name|Data ss:Name|attr key|d:prop id").split(" ")
    space = tag.partition(":")[0] if ":" in tag else "ss"
    lines = [f'<x:Export xmlns:x="urn:example:export" xmlns:{space}="urn:example:{space}"']
    lines[0] += ' xmlns:ss="urn:example:cells">' if space != "ss" else ">"
    for row in _rows(table):
        cells = "".join(
            f'<{tag} {name}="{html.escape(key(head))}">{html.escape(cell)}</{tag}>'
            for head, cell in zip(table.heads, row, strict=True)
        )
        lines.append(f"<x:Row>{cells}</x:Row>")
    return "\n".join([*lines, "</x:Export>"]) + "\n"


FACES: dict[str, tuple[str, Render]] = RENDER | {
    "cards": ("txt", cards), "pdf": ("pdf", page), "ruled": ("txt", ruled),
    "entries": ("txt", entries), "banded": ("csv", banded), "tagged": ("txt", tagged),
    "columns": ("txt", columns), "web": ("html", web), "merged": ("xlsx", merged),
    "word": ("docx", word), "answers": ("json", answers), "fields": ("xml", fields),
}  # fmt: skip
