"""Lists under headings, as spreadsheets, databases and old programs leave them."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from benchmarks.accuracy.draft import COLUMN, Kind
from benchmarks.accuracy.files import Cell, delimited, word, workbook
from benchmarks.accuracy.strangers.genre import Genre, Made
from benchmarks.accuracy.strangers.pen import Pen
from benchmarks.share.formats.pdf import pdf_lines

Rows = list[list[str]]
_PAGE = 24  # rows on a page of a print-out


def _key(head: str, joint: str = "_") -> str:
    words = "".join(c if c.isalnum() else " " for c in head).split()
    return joint.join(words) or "field"


def _csv(title: str, head: Sequence[str], rows: Rows, pen: Pen, note: str) -> Made:
    delimiter = pen.rng.choice(",,,,;|")
    quoting = pen.rng.choice((0, 0, 0, 1))
    top = [[title], []] if pen.rng.random() < 0.2 else []
    bottom = [[note]] if note and pen.rng.random() < 0.3 else []
    return "csv", delimited([*top, head, *rows, *bottom], delimiter, quoting)


def _headless(_: str, __: Sequence[str], rows: Rows, pen: Pen, ___: str) -> Made:
    return "csv", delimited(rows, pen.rng.choice(",,|;"))


def _tsv(title: str, head: Sequence[str], rows: Rows, _: Pen, note: str) -> Made:
    return "tsv", delimited([[title], ["Run by:", "system"], head, *rows, [note]], "\t")


def _widths(head: Sequence[str], rows: Rows) -> list[int]:
    return [max(map(len, column)) + 2 for column in zip(head, *rows, strict=True)]


def _mainframe(title: str, head: Sequence[str], rows: Rows, pen: Pen, note: str) -> Made:
    head = [h.upper() for h in head]
    widths = _widths(head, rows)
    lines: list[str] = []
    capitals = pen.rng.random() < 0.6
    for page, at in enumerate(range(0, len(rows), _PAGE), 1):
        lines += [f"{title.upper()[:60]:<64}PAGE {page:>4}", "RUN 02/03/26 23:10", ""]
        lines.append("".join(h.ljust(w) for h, w in zip(head, widths, strict=True)).rstrip())
        lines.append(" ".join("-" * (w - 1) for w in widths))
        for row in rows[at : at + _PAGE]:
            text = "".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip()
            lines.append(text.upper() if capitals else text)
        lines.append("")
    return "txt", "\r\n".join([*lines, note.upper(), f"RECORDS READ {len(rows):06}", ""])


def _bars(title: str, head: Sequence[str], rows: Rows, _: Pen, note: str) -> Made:
    lines = [" | ".join(head), "|".join("---" for _ in head), *(" | ".join(row) for row in rows)]
    return "md", "\n".join([f"## {title}", "", *lines, "", note, ""])


def _client(_: str, head: Sequence[str], rows: Rows, __: Pen, ___: str) -> Made:
    """Return rows as the command line of a database shows them."""
    head = [_key(h).lower() for h in head]
    widths = [w - 2 for w in _widths(head, rows)]
    lines = [" " + " | ".join(h.center(w) for h, w in zip(head, widths, strict=True))]
    lines.append("-" + "-+-".join("-" * w for w in widths) + "-")
    lines += [" " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) for r in rows]
    return "txt", "\n".join([*lines, f"({len(rows)} rows)", ""])


def _web(title: str, head: Sequence[str], rows: Rows, _: Pen, note: str) -> Made:
    lines = ["<tr>" + "".join(f"<th>{html.escape(h)}</th>" for h in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in rows]
    inner = "\n".join(lines)
    caption = html.escape(title)
    return "html", (
        f"<html><body><table border=1><caption>{caption}</caption>\n{inner}\n</table>"
        f"<p>{html.escape(note)}</p></body></html>\n"
    )


def _json(_: str, head: Sequence[str], rows: Rows, pen: Pen, __: str) -> Made:
    joint = pen.rng.choice(("_", "_", ""))
    keys = [_key(h, joint) for h in head]
    keys = [k.lower() if joint else k[0].lower() + k[1:] for k in keys]
    records = [dict(zip(keys, row, strict=True)) for row in rows]
    if pen.rng.random() < 0.3:
        lines = (json.dumps(record, ensure_ascii=False) for record in records)
        return "jsonl", "\n".join([*lines, ""])
    indent = pen.rng.choice((None, 1, 2))
    return "json", json.dumps(
        {"count": len(rows), "items": records}, ensure_ascii=False, indent=indent
    )


def _xml(title: str, head: Sequence[str], rows: Rows, pen: Pen, _: str) -> Made:
    keys = [_key(h, "").replace(" ", "") for h in head]
    keys = [k if k[0].isalpha() else f"f{k}" for k in keys]
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", f"<Export name={quoteattr(title)}>"]
    attributes = pen.rng.random() < 0.35
    for row in rows:
        pairs = zip(keys, row, strict=True)
        if attributes:
            lines.append("  <Row " + " ".join(f"{k}={quoteattr(c)}" for k, c in pairs) + "/>")
        else:
            inner = "".join(f"<{k}>{escape(c)}</{k}>" for k, c in pairs)
            lines.append(f"  <Row>{inner}</Row>")
    return "xml", "\n".join([*lines, "</Export>", ""])


def _sql(title: str, head: Sequence[str], rows: Rows, pen: Pen, _: str) -> Made:
    table = _key(title).lower()[:24].rstrip("_")
    keys = ", ".join(_key(h).lower() for h in head)
    values = ["(" + ", ".join("'" + c.replace("'", "''") + "'" for c in row) + ")" for row in rows]
    start = f"INSERT INTO {table} ({keys}) VALUES"
    if pen.rng.random() < 0.5:
        return "sql", "\n".join(f"{start} {v};" for v in values) + "\n"
    return "sql", f"{start}\n" + ",\n".join(values) + ";\n"


def _word(title: str, head: Sequence[str], rows: Rows, _: Pen, note: str) -> Made:
    return "docx", word([title, [list(head), *rows], note])


def _slips(title: str, head: Sequence[str], rows: Rows, pen: Pen, note: str) -> Made:
    """Return each row as a slip of labels and values, as a card index is typed up."""
    rule = pen.pick("-----|* * *|==========|")
    blocks = ["\n".join(f"{h}: {c}" for h, c in zip(head, row, strict=True)) for row in rows]
    return "txt", f"\n{rule}\n".join([title, *blocks, note]) + "\n"


def _printed(title: str, head: Sequence[str], rows: Rows, _: Pen, note: str) -> Made:
    widths = _widths(head, rows)
    if sum(widths) > 92:
        blocks = [[f"{h}: {c}" for h, c in zip(head, row, strict=True)] for row in rows]
        return "pdf", pdf_lines([title, "", *(line for b in blocks for line in (*b, "")), note])
    lines = ["".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in (head, *rows)]
    return "pdf", pdf_lines([title, "", *lines, "", note])


_FACES: dict[str, Callable[[str, Sequence[str], Rows, Pen, str], Made]] = {
    "csv": _csv, "headless": _headless, "tsv": _tsv, "mainframe": _mainframe, "bars": _bars,
    "client": _client, "html": _web, "json": _json, "xml": _xml, "sql": _sql, "docx": _word,
    "slips": _slips, "pdf": _printed,
}  # fmt: skip
_USUAL = "csv csv csv xlsx xlsx xlsx tsv mainframe bars client html json xml sql docx slips pdf"


def _workbook(title: str, head: Sequence[str], templates: list[str], pen: Pen, size: int) -> Made:
    """Return a workbook, whose births are mostly kept as days."""
    days = pen.rng.random() < 0.6
    rows: list[Sequence[Cell]] = [[title], []] if pen.rng.random() < 0.4 else []
    rows.append(head)
    for _ in range(size):
        pen.cast.next_row()
        row: list[Cell] = []
        for template in templates:
            template = pen.chosen(template)
            born = pen.born(template) if days else None
            row.append(pen.fill(template, COLUMN) if born is None else born)
        rows.append(row)
    sheet = pen.pick("Sheet1|Data|List|2025-26")
    return "xlsx", workbook({sheet: rows, "Notes": [["For internal use"]]})


def table(
    kind: Kind,
    name: str,
    title: str,
    *versions: str,
    note: str = "",
    faces: str = _USUAL,
    size: tuple[int, int] = (4, 22),
) -> Genre:
    """Return a kind of list; each version has a heading and its cells, parted by =, on a line."""

    def make(pen: Pen) -> Made:
        lines = pen.rng.choice(versions).strip().split("\n")
        pairs = [line.strip().partition("=") for line in lines]
        head = [pen.fill(h).strip() for h, _, _ in pairs]
        cells = [cell.strip() for _, _, cell in pairs]
        face, count, top = pen.rng.choice(faces.split()), pen.rng.randint(*size), pen.fill(title)
        if face == "xlsx":
            return _workbook(top, head, cells, pen, count)
        rows = []
        for _ in range(count):
            pen.cast.next_row()
            rows.append([pen.fill(cell, COLUMN) for cell in cells])
        return _FACES[face](top, head, rows, pen, pen.fill(note))

    return Genre(name, kind, make)
