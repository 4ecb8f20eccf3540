"""Rows under headings, as the programs and people of a council leave them."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO, StringIO

import docx
import openpyxl  # type: ignore[import-untyped]  # it has no types
from openpyxl.styles import Font  # type: ignore[import-untyped]  # it has no types

from benchmarks.accuracy.unseen.pen import Pen, Typed

_MADE = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001  Office keeps no time zone


@dataclass(frozen=True, slots=True)
class Table:
    """A title, headings and rows; cells are text unless a spreadsheet asked for more."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Typed, ...], ...]
    foot: str = ""

    def texts(self) -> list[list[str]]:
        """Return the rows as text."""
        return [[_text(cell) for cell in row] for row in self.rows]


def _text(cell: Typed) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)


def _two_rows(heads: Sequence[str]) -> list[list[str]]:
    """Return headings as two rows, cut after the first word."""
    cut = [head.split(" ", 1) if " " in head else ["", head] for head in heads]
    return [[first for first, _ in cut], [second for _, second in cut]]


def _spread(table: Table, pen: Pen) -> tuple[Table, list[list[str]]]:
    """Return a table as people lay it out in a sheet, and its rows of headings."""
    heads: list[list[str]] = [list(table.heads)]
    rows = list(table.rows)
    if pen.rng.random() < 0.12 and any(" " in head for head in table.heads):
        heads = _two_rows(table.heads)
    if pen.rng.random() < 0.12:  # a column that somebody emptied
        at = pen.rng.randrange(1, len(table.heads) + 1)
        heads = [[*row[:at], "", *row[at:]] for row in heads]
        rows = [(*row[:at], "", *row[at:]) for row in rows]
    if pen.rng.random() < 0.1 and len(rows) > 6:  # a gap before the next team's rows
        rows.insert(pen.rng.randrange(3, len(rows) - 1), ("",) * len(rows[0]))
    return replace(table, rows=tuple(rows)), heads


def csv_file(table: Table, pen: Pen) -> bytes | str:
    """Return delimited text in one of the dialects that programs write."""
    dialect = pen.pick(",|,|,|,|;|\t|pipe").replace("pipe", "|")
    out = StringIO()
    end = pen.pick("\r\n|\n")
    writer = csv.writer(out, delimiter=dialect, lineterminator=end)
    if pen.rng.random() < 0.35:
        writer = csv.writer(out, delimiter=dialect, lineterminator=end, quoting=csv.QUOTE_ALL)
    spread, heads = _spread(table, pen)
    if pen.rng.random() < 0.2:
        writer.writerow([table.title])
        if pen.rng.random() < 0.5:
            writer.writerow([])
    writer.writerows(heads)
    writer.writerows(spread.texts())
    if pen.rng.random() < 0.15:
        writer.writerow(["Total", str(len(table.rows))])
    return out.getvalue()


def headless(table: Table, pen: Pen) -> str:
    """Return delimited text without headings, as a nightly job writes it."""
    out = StringIO()
    writer = csv.writer(out, delimiter=pen.pick(",|\t|;"), lineterminator="\r\n")
    writer.writerows(table.texts())
    return out.getvalue()


def fixed(table: Table, pen: Pen) -> str:
    """Return a report in columns of fixed width, with the head of each page."""
    texts = table.texts()
    widths = [max(map(len, column)) + 2 for column in zip(table.heads, *texts, strict=True)]

    def line(cells: Sequence[str]) -> str:
        return "".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)).rstrip()

    per_page = pen.rng.choice((20, 30, 60))
    lines: list[str] = []
    for start in range(0, len(texts), per_page):
        page = start // per_page + 1
        lines += [f"{table.title.upper()}    RUN {pen.fill('{ref:######}')}    PAGE {page}", ""]
        lines += [line(table.heads), line(["-" * (w - 2) for w in widths])]
        lines += [*map(line, texts[start : start + per_page]), ""]
    return "\r\n".join([*lines, f"*** END OF REPORT  {len(texts)} RECORDS ***", table.foot])


def web(table: Table, pen: Pen) -> str:
    """Return a web page with the table, as a browser or a reporting tool saves it."""

    def row(cells: Sequence[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(c)}</{tag}>" for c in cells) + "</tr>"

    head = "th" if pen.rng.random() < 0.8 else "td"
    rows = "\n".join(row(cells, "td") for cells in table.texts())
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{html.escape(table.title)}"
        f"</title></head><body><h2>{html.escape(table.title)}</h2>\n<table border=1>\n"
        f"{row(table.heads, head)}\n{rows}\n</table><p>{html.escape(table.foot)}</p></body></html>"
    )


def _key(head: str, *, camel: bool) -> str:
    parts: list[str] = re.findall(r"[^\W_]+", head)
    if camel and len(parts) == 1 and not parts[0].isupper():
        return parts[0][0].lower() + parts[0][1:]
    if camel:
        return parts[0].lower() + "".join(part.capitalize() for part in parts[1:])
    return "_".join(part.lower() for part in parts)


def records(table: Table, pen: Pen) -> str:
    """Return JSON records, in a wrapper or one a line."""
    camel = pen.rng.random() < 0.6
    keys = [_key(head, camel=camel) for head in table.heads]
    rows: list[dict[str, str]] = [dict(zip(keys, texts, strict=True)) for texts in table.texts()]
    if pen.rng.random() < 0.2:
        return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    ascii_only = pen.rng.random() < 0.3
    return json.dumps({"source": table.title, "records": rows}, indent=2, ensure_ascii=ascii_only)


def elements(table: Table, pen: Pen) -> str:
    """Return XML with an element, or an attribute, for each cell."""
    keys = [key[0].upper() + key[1:] for key in (_key(h, camel=True) for h in table.heads)]
    attributes = pen.rng.random() < 0.3
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<Export title="{html.escape(table.title)}">',
    ]
    for texts in table.texts():
        cells = list(zip(keys, map(html.escape, texts), strict=True))
        if attributes:
            lines.append("  <Record " + " ".join(f'{k}="{v}"' for k, v in cells) + "/>")
        else:
            inner = "".join(f"<{k}>{v}</{k}>" for k, v in cells)
            lines.append(f"  <Record>{inner}</Record>")
    return "\n".join([*lines, "</Export>"])


def inserts(table: Table, pen: Pen) -> str:
    """Return a dump of a database table."""
    columns = [_key(head, camel=False) for head in table.heads]
    name = _key(table.title, camel=False)[:24]
    lines = [
        f"-- dump of {name}",
        f"CREATE TABLE {name} ({', '.join(f'{c} TEXT' for c in columns)});",
    ]
    values = ["(" + ", ".join("'" + t.replace("'", "''") + "'" for t in row) + ")"
              for row in table.texts()]  # fmt: skip
    if pen.rng.random() < 0.5:
        head = f"INSERT INTO {name} ({', '.join(columns)}) VALUES "  # noqa: S608  it is written only
        return "\n".join([*lines, *(f"{head}{value};" for value in values)])
    return "\n".join([*lines, f"INSERT INTO {name} VALUES", ",\n".join(values) + ";"])


def markdown(table: Table, _: Pen) -> str:
    """Return the table as a wiki page keeps it."""
    lines = [
        f"# {table.title}",
        "",
        f"| {' | '.join(table.heads)} |",
        "|---" * len(table.heads) + "|",
    ]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in table.texts()), "", table.foot])


def word(table: Table, pen: Pen) -> bytes:
    """Return a Word document with the table."""
    document = docx.Document()
    document.core_properties.author = "Office"
    document.add_heading(table.title, 1)
    grid = [list(table.heads), *table.texts()]
    made = document.add_table(rows=len(grid), cols=len(table.heads))
    made.style = pen.pick("Table Grid|Light List")
    for row, texts in zip(made.rows, grid, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph(table.foot)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def sheet(table: Table, pen: Pen) -> bytes:
    """Return an Excel workbook: titles over merged cells, real dates, other sheets."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = pen.pick("Sheet1|Data|Current|Live list|Export|2025-26")
    spread, heads = _spread(table, pen)
    if pen.rng.random() < 0.45:
        page.append([table.title])
        page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads[0]))
        page["A1"].font = Font(bold=True, size=14)
        for _ in range(pen.rng.randint(0, 2)):
            page.append([])
    half = len(spread.rows) // 2 if len(spread.rows) > 7 and pen.rng.random() < 0.2 else None
    _append(page, heads, spread.rows[:half])
    if half is not None:
        _append(book.create_sheet(pen.pick("Closed|Page 2|Archive")), heads, spread.rows[half:])
    shown = pen.pick("dd/mm/yyyy|dd/mm/yyyy|d mmm yyyy|yyyy-mm-dd|dd-mmm-yy")
    for cells in (cells for leaf in book for cells in leaf.iter_rows()):
        for cell in cells:
            if isinstance(cell.value, date):
                cell.number_format = shown
    if pen.rng.random() < 0.25:
        page.append([])
        page.append(["Total", len(table.rows)])
    if table.foot:
        page.append([table.foot])
    if pen.rng.random() < 0.25:
        _lookups(book.create_sheet(pen.pick("Lookups|Notes|Codes")))
    book.properties.creator, book.properties.created = "Office", _MADE
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _append(
    page: openpyxl.worksheet.worksheet.Worksheet,
    heads: list[list[str]],
    rows: Sequence[tuple[Typed, ...]],
) -> None:
    for row in (*heads, *rows):
        page.append([None if cell == "" else cell for cell in row])


def _lookups(page: openpyxl.worksheet.worksheet.Worksheet) -> None:
    for row in (("Code", "Meaning"), ("O", "Open"), ("C", "Closed"), ("P", "Pending reply"),
                ("X", "Do not use - old system")):  # fmt: skip
        page.append(row)


WITH_FOOT = frozenset({"fixed", "html", "md", "docx", "xlsx"})  # the others hold records alone
Render = Callable[[Table, Pen], bytes | str]
RENDER: dict[str, tuple[str, Render]] = {
    "csv": ("csv", csv_file), "csv0": ("csv", headless), "fixed": ("txt", fixed),
    "html": ("html", web), "json": ("json", records), "xml": ("xml", elements),
    "sql": ("sql", inserts), "md": ("md", markdown), "docx": ("docx", word),
    "xlsx": ("xlsx", sheet),
}  # fmt: skip
