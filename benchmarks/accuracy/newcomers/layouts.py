"""Makes a document of a paper, in one of the layouts in which its writers keep it."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from urllib.parse import quote_plus

from benchmarks.accuracy import files
from benchmarks.accuracy.draft import Document, Kind, Truth
from benchmarks.accuracy.newcomers import form_layouts, table_layouts, text_layouts
from benchmarks.accuracy.newcomers.blocks import written
from benchmarks.accuracy.newcomers.paper import Paper, closings
from benchmarks.accuracy.newcomers.pen import Pen
from benchmarks.accuracy.newcomers.people import Cast
from benchmarks.accuracy.newcomers.table_layouts import Table

_TOLD = {
    "health": "HEALTH_DATA", "ethnicity": "ETHNICITY_DATA", "religion": "RELIGION_DATA",
    "sexual": "SEXUAL_LIFE_DATA", "union": "UNION_DATA", "politics": "POLITICAL_DATA",
    "bio": "BIOMETRIC_DATA", "crime": "CRIMINAL_OFFENCE_DATA", "child": "CHILD_SAFEGUARDING",
    "adult": "ADULT_SAFEGUARDING",
}  # fmt: skip
_ESCAPES: dict[str, Callable[[str], str]] = {
    "": str,
    "sql": lambda text: text.replace("'", "''"),
    "url": quote_plus,
    "xml": lambda text: text.replace("&", "&amp;"),
    "nbsp": lambda text: text.replace(" ", "&nbsp;"),
    "vcard": lambda text: text.replace(", ", r"\, "),
}
_LASTING = frozenset("stwzvog")
_LINE_ENDS = ("\n", "\n", "\r\n")


def document(paper: Paper, rng: Random) -> Document:
    """Return one document of a kind; the same chance gives the same document."""
    pen = Pen(rng, Cast(rng, paper.nation), _ESCAPES[paper.escape])
    suffix, data, layout = _WRITERS[paper.shape](paper, pen)
    for told in paper.tells:
        entity = _TOLD[told.rstrip("?")]
        required = not told.endswith("?") and pen.has_labels
        pen.truths.append(Truth(entity, "", "told", "bare", required))
    return Document(f"{paper.name}, {layout}", paper.kind, suffix, data, tuple(pen.truths))


def _text(paper: Paper, pen: Pen) -> tuple[str, bytes, str]:
    layout = pen.rng.choice(paper.layouts or text_layouts.USUAL)
    lines = [*written(pen, paper.lines), *_closing(paper, pen)]
    suffix, data = text_layouts.write(layout, lines, pen.rng)
    return suffix, data, layout


def _closing(paper: Paper, pen: Pen) -> list[str]:
    """Return what offices print below letters and mail, which is about nobody."""
    if paper.kind is not Kind.PLANTED or pen.rng.random() < 0.5:
        return []
    return ["", *map(pen.fill, pen.rng.sample(closings(), pen.rng.randint(1, 4)))]


def _form(paper: Paper, pen: Pen) -> tuple[str, bytes, str]:
    layout = pen.rng.choice(paper.layouts or form_layouts.USUAL)
    title = pen.fill(paper.title)
    form = form_layouts.parsed(title, written(pen, paper.lines))
    suffix, data = form_layouts.write(layout, form, pen.rng)
    return suffix, data, layout


def _table(paper: Paper, pen: Pen) -> tuple[str, bytes, str]:
    layout = pen.rng.choice(paper.layouts or table_layouts.USUAL)
    pen.has_labels = layout != "headless"
    titles = [pen.fill(line) for line in paper.title.split("~") if line]
    pen.context = "column"
    columns = [line.partition(" = ") for line in paper.lines]
    head = [pen.fill(heading).strip() for heading, _, _ in columns]
    rows, others = [], _others_in_each_row(paper)
    for _ in range(pen.rng.randint(*paper.rows)):
        pen.cast.forget(others)
        rows.append([_cell(pen, cell.strip()) for _, _, cell in columns])
    suffix, data = table_layouts.write(layout, Table(titles, head, rows, pen), pen.rng)
    return suffix, data, layout


def _others_in_each_row(paper: Paper) -> str:
    """Return the roles that are new in each row: colleagues only in a table of them alone."""
    roles = set("".join(re.findall(r"\{([a-z])\d?\.", "".join(paper.lines))))
    return "".join(sorted(roles - _LASTING or roles))


def _cell(pen: Pen, cell: str) -> str:
    if cell.startswith("~"):
        return "" if pen.rng.random() < 0.3 else pen.fill(cell[1:])
    return pen.fill(cell)


def _raw(paper: Paper, pen: Pen) -> tuple[str, bytes, str]:
    layout = pen.rng.choice(paper.layouts)
    lines = written(pen, paper.lines)
    if lines[0].startswith("From: "):
        lines += _closing(paper, pen)
    if layout == "eml":
        return layout, _mail(lines), layout
    end = pen.rng.choice(_LINE_ENDS)
    return layout, (end.join(lines) + end).encode(), layout


def _mail(lines: list[str]) -> bytes:
    blank = lines.index("")
    headers = dict(line.split(": ", 1) for line in lines[:blank])
    return files.mail(headers, "\n".join(lines[blank + 1 :]))


_WRITERS: dict[str, Callable[[Paper, Pen], tuple[str, bytes, str]]] = {
    "text": _text, "form": _form, "table": _table, "raw": _raw,
}  # fmt: skip
