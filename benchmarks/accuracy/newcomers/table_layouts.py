"""Layouts of tables: delimited, printed, in workbooks and pages, as records of programs."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from random import Random
from xml.sax.saxutils import quoteattr

from benchmarks.accuracy.files import Cell, delimited, word, workbook
from benchmarks.accuracy.newcomers.form_layouts import camel, words_of
from benchmarks.accuracy.newcomers.pen import Pen

USUAL = (
    "csv", "csv", "quoted", "semicolon", "tab", "pipe", "headless", "headless", "titled", "titled",
    "printout", "printout", "xlsx", "xlsx titled", "xlsx shifted", "xlsx in two", "docx", "html",
    "md", "json", "xml", "attributes", "sql", "cards", "across", "xlsx across", "pairs",
)  # fmt: skip
_ROWS_ON_PAGE = 14


@dataclass(frozen=True, slots=True)
class Table:
    """Lines over a table, its headings and rows, and the pen that wrote them."""

    titles: list[str]
    head: list[str]
    rows: list[list[str]]
    pen: Pen


def write(layout: str, table: Table, rng: Random) -> tuple[str, bytes]:
    """Return suffix and bytes of a table. Raises KeyError for a layout that is none of tables."""
    if layout in _BOOKS:
        return "xlsx", workbook(_BOOKS[layout](table))
    if layout == "docx":
        return "docx", word([*table.titles, [table.head, *table.rows]])
    suffix, of = _PLAIN[layout]
    text = of(table)
    mark = "\ufeff" if suffix == "csv" and rng.random() < 0.15 else ""  # as Excel saves it
    return suffix, (mark + text).encode()


def _delimited(delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> Callable[[Table], str]:
    return lambda table: delimited([table.head, *table.rows], delimiter, quoting)


def _headless(table: Table) -> str:
    return delimited(table.rows)


def _titled(table: Table) -> str:
    width = len(table.head)
    over = [[title, *[""] * (width - 1)] for title in table.titles]
    under = [[""] * width, [f"Total records: {len(table.rows)}", *[""] * (width - 1)]]
    return delimited([*over, [""] * width, table.head, *table.rows, *under])


def _printout(table: Table) -> str:
    cells = [table.head, *table.rows]
    widths = [max(len(row[place]) for row in cells) + 2 for place in range(len(table.head))]
    out: list[str] = []
    for start in range(0, len(table.rows), _ROWS_ON_PAGE):
        out += [*table.titles, f"PAGE {start // _ROWS_ON_PAGE + 1}", ""]
        chosen = [table.head, ["-" * (width - 2) for width in widths]]
        chosen += table.rows[start : start + _ROWS_ON_PAGE]
        out += ["".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in chosen]
        out.append("\f")
    return "\n".join(line.rstrip(" ") for line in out) + "*** END OF REPORT ***\n"


def _html(table: Table) -> str:
    out = ['<html><head><meta charset="utf-8"></head><body>']
    out += [f"<p>{escape(title, quote=False)}</p>" for title in table.titles]
    for tag, rows in (("th", [table.head]), ("td", table.rows)):
        out.append("<table>" if tag == "th" else "")
        out += [
            "<tr>" + "".join(f"<{tag}>{escape(c, quote=False)}</{tag}>" for c in row) + "</tr>"
            for row in rows
        ]
    return "\n".join([*out, "</table></body></html>", ""])


def _md(table: Table) -> str:
    rows = [table.head, ["---"] * len(table.head), *table.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*(f"# {title}" for title in table.titles), "", *lines, ""])


def _names(table: Table) -> list[str]:
    names = [n if n[0].isalpha() else f"field{n}" for n in map(camel, table.head)]
    return [name if names.count(name) == 1 else f"{name}{i}" for i, name in enumerate(names)]


def _json(table: Table) -> str:
    records = [dict(zip(_names(table), row, strict=True)) for row in table.rows]
    told: object = records
    if table.pen.rng.random() < 0.5:
        told = {"source": " ".join(table.titles), "count": len(records), "records": records}
    return json.dumps(told, ensure_ascii=table.pen.rng.random() < 0.3, indent=1)


def _xml(table: Table) -> str:
    out = ["<?xml version='1.0' encoding='UTF-8'?>", "<Export>"]
    for row in table.rows:
        out.append("  <Record>")
        for name, cell in zip(_names(table), row, strict=True):
            tag = name[0].upper() + name[1:]
            shown = escape(cell, quote=False)
            out.append(f"    <{tag}>{shown}</{tag}>" if cell else f"    <{tag}/>")
        out.append("  </Record>")
    return "\n".join([*out, "</Export>", ""])


def _attributes(table: Table) -> str:
    pairs = [zip(_names(table), row, strict=True) for row in table.rows]
    rows = (" ".join(f"{name}={quoteattr(cell)}" for name, cell in row) for row in pairs)
    return "\n".join(["<rows>", *(f"  <row {row}/>" for row in rows), "</rows>", ""])


def _sql(table: Table) -> str:
    fields = ["_".join(words_of(heading))[:30] for heading in table.head]
    name = "_".join(words_of(table.titles[0] if table.titles else "export")[:3])
    out = [f"-- dump of {name}", f"CREATE TABLE {name} ({', '.join(f'{f} text' for f in fields)});"]
    for row in table.rows:
        cells = ", ".join("NULL" if not c else "'" + c.replace("'", "''") + "'" for c in row)
        out.append(f"INSERT INTO {name} ({', '.join(fields)}) VALUES ({cells});")  # noqa: S608  a file's text
    return "\n".join([*out, ""])


def _cards(table: Table) -> str:
    out = [*table.titles, ""]
    for row in table.rows:
        out += [f"{h}: {c}" for h, c in zip(table.head, row, strict=True) if c]
        out.append("-" * 40)
    return "\n".join([*out, ""])


def _across(table: Table) -> str:
    return delimited([[head, *cells] for head, cells in _turned(table)], ";")


def _pairs(table: Table) -> str:
    lines = (
        " ".join(f'{name}="{cell}"' for name, cell in zip(_names(table), row, strict=True) if cell)
        for row in table.rows
    )
    return "\n".join([*lines, ""])


def _turned(table: Table) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading with its cells: the table with its columns as rows."""
    for place, head in enumerate(table.head):
        yield head, [row[place] for row in table.rows]


def _typed(table: Table) -> Iterator[list[Cell]]:
    """Yield rows as Excel keeps them: numbers lose their leading noughts, days become dates."""
    loses, dates = table.pen.rng.random() < 0.5, table.pen.rng.random() < 0.6
    for row in table.rows:
        cells: list[Cell] = []
        for cell in row:
            if re.fullmatch(r"0[1-37]\d{9}", cell) and loses:
                cells.append(int(cell))
                _rename_lost(table.pen, cell)
            elif re.fullmatch(r"\d\d/\d\d/\d{4}", cell) and dates:
                cells.append(datetime.strptime(cell, "%d/%m/%Y"))  # noqa: DTZ007  a day
            elif re.fullmatch(r"[1-9]\d{0,11}", cell):
                cells.append(int(cell))
            else:
                cells.append(cell)
        yield cells


def _rename_lost(pen: Pen, cell: str) -> None:
    pen.truths[:] = [
        replace(t, form="lost nought")
        if (t.entity, t.canonical) == ("PHONE_NUMBER", f"+44{cell[1:]}")
        else t
        for t in pen.truths
    ]


def _book(table: Table) -> dict[str, list[list[Cell]]]:
    return {"Sheet1": [[*table.head], *_typed(table)]}


def _book_titled(table: Table) -> dict[str, list[list[Cell]]]:
    over: list[list[Cell]] = [[title] for title in table.titles]
    return {"Data": [*over, [], [*table.head], *_typed(table)], "Notes": [["Draft - for checking"]]}


def _book_shifted(table: Table) -> dict[str, list[list[Cell]]]:
    over: list[list[Cell]] = [[], [None, None, *table.titles[:1]], []]
    numbered: list[list[Cell]] = [[None, n, *row] for n, row in enumerate(_typed(table), 1)]
    return {"Export": [*over, [None, "#", *table.head], *numbered]}


def _book_across(table: Table) -> dict[str, list[list[Cell]]]:
    return {"Compare": [[head, *cells] for head, cells in _turned(table)]}


def _book_in_two(table: Table) -> dict[str, list[list[Cell]]]:
    rows = [*_typed(table)]
    half = len(rows) // 2
    sheets: dict[str, list[list[Cell]]] = {"Read me": [[title] for title in table.titles]}
    sheets["Open"] = [[*table.head], *rows[:half]]
    sheets["Closed"] = [[*table.head], *rows[half:]]
    return sheets


_PLAIN: dict[str, tuple[str, Callable[[Table], str]]] = {
    "csv": ("csv", _delimited(",")),
    "quoted": ("csv", _delimited(",", csv.QUOTE_ALL)),
    "semicolon": ("csv", _delimited(";")),
    "tab": ("tsv", _delimited("\t")),
    "pipe": ("txt", _delimited("|")),
    "headless": ("csv", _headless),
    "titled": ("csv", _titled),
    "printout": ("txt", _printout),
    "html": ("html", _html),
    "md": ("md", _md),
    "json": ("json", _json),
    "xml": ("xml", _xml),
    "attributes": ("xml", _attributes),
    "sql": ("sql", _sql),
    "cards": ("txt", _cards),
    "across": ("csv", _across),
    "pairs": ("log", _pairs),
}
_BOOKS: dict[str, Callable[[Table], dict[str, list[list[Cell]]]]] = {
    "xlsx": _book, "xlsx titled": _book_titled, "xlsx shifted": _book_shifted,
    "xlsx in two": _book_in_two, "xlsx across": _book_across,
}  # fmt: skip
