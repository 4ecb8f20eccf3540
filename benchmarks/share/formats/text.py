"""Plain text, CSV in its dialects, and HTML."""

from __future__ import annotations

import csv
import io
from html import escape
from random import Random

from benchmarks.share.drafts import Draft, Grid, Part

_ENCODINGS = ("utf-8", "cp1252", "utf-8-sig", "utf-16")
_ENCODING_WEIGHTS = (62, 24, 8, 6)


def _encoded(rng: Random, text: str) -> bytes:
    encoding = rng.choices(_ENCODINGS, _ENCODING_WEIGHTS)[0]
    ending = rng.choice(("\n", "\r\n"))
    text = text.replace("\n", ending)
    if encoding == "utf-16":  # as Windows writes it; the codec's own order is the machine's
        return b"\xff\xfe" + text.encode("utf-16-le")
    return text.encode(encoding)


def plain(draft: Draft) -> bytes:
    """Return the draft as text, wrapped or not, in one of the encodings of office machines."""
    lines = draft.wrapped(76) if draft.rng.random() < 0.4 else draft.texts()
    return _encoded(draft.rng, "\n".join(lines) + "\n")


def raw(draft: Draft) -> bytes:
    """Return the draft's lines as they are, in UTF-8, as programs write them."""
    return ("\n".join(draft.texts()) + "\n").encode()


def comma_separated(draft: Draft) -> bytes:
    """Return the draft's first table as CSV: comma, semicolon, tab or bar; quotes as needed."""
    grid = next(block for block in draft.blocks if isinstance(block, Grid))
    buffer = io.StringIO()
    delimiter = draft.rng.choices(",;\t|", (70, 12, 12, 6))[0]
    if draft.rng.random() < 0.3:
        writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n")
    else:
        writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    writer.writerows([title] for title in grid.titles)
    if grid.header:
        writer.writerow(grid.header)
    writer.writerows(grid.rows)
    return _encoded(draft.rng, buffer.getvalue())


def _html_table(grid: Grid) -> str:
    titles = "".join(f"<p>{escape(title)}</p>" for title in grid.titles)
    head = "".join(f"<th>{escape(cell)}</th>" for cell in grid.header or ())
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n"
        for row in grid.rows
    )
    return f"{titles}<table>{f'<tr>{head}</tr>' if head else ''}\n{body}</table>"


def html(draft: Draft) -> bytes:
    """Return the draft as a web page."""
    parts = []
    for block in draft.blocks:
        if isinstance(block, Grid):
            parts.append(_html_table(block))
        elif block.part is Part.TITLE:
            parts.append(f"<h1>{escape(block.text)}</h1>")
        else:
            parts.append(f"<p>{escape(block.text)}</p>")
    body = "\n".join(parts).replace("\u00a0", "&nbsp;")
    head = '<meta charset="utf-8"><title>Page</title>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>\n{body}\n</body></html>\n".encode()
