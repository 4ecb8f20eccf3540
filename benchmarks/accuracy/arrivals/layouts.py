"""Makes a document of a paper, in one of the layouts in which its writers keep it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random
from urllib.parse import quote_plus
from xml.sax.saxutils import escape

from benchmarks.accuracy.arrivals import form_layouts, table_layouts, text_layouts
from benchmarks.accuracy.arrivals.blocks import BAR, written
from benchmarks.accuracy.arrivals.paper import Paper
from benchmarks.accuracy.arrivals.pen import Pen
from benchmarks.accuracy.arrivals.people import Cast
from benchmarks.accuracy.draft import BARE_TEXT, Document, Truth

_ESCAPES: dict[str, Callable[[str], str]] = {
    "": str,
    "sql": lambda text: text.replace("'", "''"),
    "url": quote_plus,
    "xml": escape,
    "json": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
}
_LAYOUTS = {
    "text": text_layouts.TEXT, "mail": text_layouts.MAIL, "form": form_layouts.FORMS_IN,
    "table": table_layouts.TABLES_IN, "raw": ("raw",),
}  # fmt: skip
_LEAST_HEADLESS = 6  # rows from which the content of a column tells what it is
_ROLES = re.compile(r"\{([a-np-z]\d?|o\d)\.")
_COLLEAGUES, _NEXT_COLLEAGUE = "wxkl", 0.4


def document(paper: Paper, rng: Random) -> Document:
    """Return one document of a kind; the same chance gives the same document."""
    layout = rng.choice(_LAYOUTS[paper.shape])
    pen = Pen(rng, Cast(rng, paper.nation), _ESCAPES[paper.escape])
    suffix, data = _written(paper, layout, pen)
    raw = data.encode() if isinstance(data, str) else data
    can_be_asked = layout not in table_layouts.HEADLESS  # else a code may say nothing
    told = tuple(
        Truth(entity, "", "told", BARE_TEXT, needed and can_be_asked)
        for entity, needed in paper.tells
    )
    name = f"{paper.name}: {layout}"
    return Document(name, paper.kind, suffix, raw, (*pen.truths, *told))


def _written(paper: Paper, layout: str, pen: Pen) -> tuple[str, bytes | str]:
    if paper.shape == "form":
        return form_layouts.write(layout, form_layouts.filled(pen, paper.name, paper.lines), pen)
    if paper.shape == "table":
        return table_layouts.write(layout, _table(paper, layout, pen), pen.rng)
    lines = written(pen, paper.lines)
    if paper.shape == "mail":
        return text_layouts.message(layout, lines)
    if paper.shape == "text":
        return text_layouts.text(layout, lines, pen.rng)
    return paper.suffix, "\n".join(lines) + "\n"


def _table(paper: Paper, layout: str, pen: Pen) -> table_layouts.Table:
    """Return a table: lines with ``^`` stand over it, then come headings and kinds of row."""
    if any(_ROLES.search(line) for line in paper.lines if line.startswith("^")):
        message = f"{paper.name}: a title names somebody, and not every layout has it"
        raise ValueError(message)
    titles = tuple(pen.text(line[1:]) for line in paper.lines if line.startswith("^"))
    head, *kinds = [line for line in paper.lines if not line.startswith("^")]
    heads = tuple(head.split(BAR))
    pen.has_labels = layout not in table_layouts.HEADLESS
    count = pen.rng.randint(*paper.rows)
    rows = []
    for _ in range(count if pen.has_labels else max(count, _LEAST_HEADLESS)):
        cells = pen.rng.choice(kinds).split(BAR)
        roles = sorted(set(_ROLES.findall(" ".join(cells))))
        kept = [r for r in roles if r[0] in _COLLEAGUES and pen.rng.random() > _NEXT_COLLEAGUE]
        pen.cast.renew(" ".join(role for role in roles if role not in kept))
        pairs = zip(cells, heads, strict=True)
        rows.append(tuple(pen.cell(cell, of).strip() for cell, of in pairs))
    return table_layouts.Table(paper.name, titles, heads, tuple(rows))
