"""A page as Lexbor's tree, read by a few selections instead of node by node."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scanner.extractors.base import Kind, Passage, TablePassage
from scanner.extractors.hypertext.pieces import (
    BREAK,
    cell_text,
    long_paragraphs,
    paragraphs,
    table,
)
from scanner.extractors.tables.dialect import heading_of
from scanner.extractors.tables.stacked import LINE

TABLE_PLACE = "\x1d"  # stands where a table was
_BLOCKS = (
    "address,article,aside,blockquote,br,dd,div,dl,dt,fieldset,figure,footer,form,h1,h2,h3,h4,h5,"
    "h6,header,hr,legend,li,main,nav,ol,option,p,section,summary,table,tr,ul,caption"
)
_CELL_CHARS = 1_000  # a longer cell is a page laid out in a table
_UNSEEN = "[hidden],[style*='display:none' i],[style*='display: none' i]"
_WORDS = ("alt", "title", "placeholder", "aria-label")


def tree_parts(text: str) -> Iterator[Passage | TablePassage]:
    """Yield properties, body and tables in order, then links, hidden text and comments."""
    tree = LexborHTMLParser(text.replace(BREAK, " ").replace(TABLE_PLACE, " "))
    yield from _line_passage(_properties(tree), Kind.PROPERTY, "property")
    links = [_target(node) for node in tree.css("a[href],area[href]")]
    hidden = [node.text() for node in tree.css("script,style,template")]
    values = [
        (node.attributes.get("type"), node.attributes.get("value") or "")
        for node in tree.css("input[value]")
    ]
    tree.strip_tags(["script", "style", "template", "title"])
    hidden += _taken_out(tree, _UNSEEN)
    hidden += [value for kind, value in values if kind == "hidden"]
    visible = [value for kind, value in values if kind not in ("hidden", "submit", "button")]
    visible += [
        node.attributes.get(name) or "" for name in _WORDS for node in tree.css(f"[{name}]")
    ]
    yield from _flow(tree)
    yield from _line_passage(visible, Kind.BODY, "attribute")
    yield from _line_passage(links, Kind.LINK, "link")
    yield from _line_passage(hidden, Kind.HIDDEN, "hidden")
    yield from _line_passage(comments(text), Kind.COMMENT, "comment")


def comments(text: str) -> list[str]:
    """Return the comments of a page, found in its source."""
    found: list[str] = []
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        found.append(text[start + 4 : end])
        start = text.find("<!--", end)
    return found


def _flow(tree: LexborHTMLParser) -> Iterator[Passage | TablePassage]:
    root = tree.root
    if root is None:
        return
    tables = _tables(tree)
    for node in reversed(tree.css("pre,textarea")):
        node.replace_with(BREAK + node.text().replace("\n", BREAK) + BREAK)
    for node in tree.css("td,th"):
        node.insert_before(" ")
    for node in tree.css(_BLOCKS):
        node.insert_before(BREAK)
        node.insert_after(BREAK)
    paragraph = 1
    for index, piece in enumerate(root.text(separator="").split(TABLE_PLACE)):
        if index:
            yield tables[index - 1]
        for passage in long_paragraphs(piece, paragraph):
            paragraph += len(passage.marks)
            yield passage


def _tables(tree: LexborHTMLParser) -> list[TablePassage]:
    """Take the tables that hold data out of the tree, and leave a sign in their places.

    A table that holds another, or has one column or row, is layout: its text stays in the flow.
    """
    found: list[TablePassage] = []
    for node in tree.css("table"):
        if len(node.css("table")) > 1:
            continue
        rows = [
            [part for cell in row.css("td,th") for part in _cells(cell)] for row in node.css("tr")
        ]
        if len(rows) < 2 or max(map(len, rows)) < 2 or _is_layout(rows):
            continue
        first = node.css_first("tr")
        marked = first is not None and not first.css("td")
        heading, above = _heading(rows) if marked else (None, 0)
        caption = node.css_first("caption")
        before = BREAK + caption.text() + BREAK if caption is not None else ""
        found.append(table(rows[above:], len(found) + 1, heading, above))
        node.replace_with(before + TABLE_PLACE)
    return found


def _heading(rows: list[list[str]]) -> tuple[list[str], int]:
    """Return the names of the columns, whose first row is marked as one of names, and their rows.

    Where that row has gaps, since its cells span columns, and the next row names each column, both
    are one heading: "Partner" over "NI number" is both, a line each.
    """
    groups, below = rows[0], rows[1]
    if "" not in groups or "" in below or len(below) != len(groups) or len(rows) < 3:
        return groups, 1
    if heading_of(rows[1:]).records_above != 1:
        return groups, 1
    names, group = [], ""
    for over, name in zip(groups, below, strict=True):
        group = over or group
        names.append(f"{group}{LINE}{name}".strip())
    return names, 2


def _is_layout(rows: list[list[str]]) -> bool:
    return any(len(cell) > _CELL_CHARS for row in rows for cell in row)


def _cells(cell: LexborNode) -> list[str]:
    """Return the text of a cell, and an empty one for each further column that it spans."""
    for node in cell.css("br,p,div,li"):
        node.insert_before(" ")
    span = cell.attributes.get("colspan") or "1"
    more = min(int(span), 100) - 1 if span.isascii() and span.isdigit() else 0
    return [cell_text(cell.text(separator=""))] + [""] * more


def _properties(tree: LexborHTMLParser) -> list[str]:
    found = [node.text() for node in tree.css("title")]
    for node in tree.css("meta[content]"):
        name = node.attributes.get("name") or node.attributes.get("property") or ""
        found.append(f"{name}: {node.attributes.get('content') or ''}")
    return found


def _taken_out(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Return the text of what matches, and take it out of the tree."""
    found: list[str] = []
    for node in reversed(tree.css(selector)):  # the inner first: what is taken out is gone
        if node.tag not in ("html", "body"):
            found.append(node.text(separator=" "))
            node.replace_with(" ")
    return found


def _target(node: LexborNode) -> str:
    href = node.attributes.get("href") or ""
    return unquote(href.removeprefix("mailto:")) if href.startswith("mailto:") else href


def _line_passage(lines: list[str], kind: Kind, step: str) -> Iterator[Passage]:
    passage = paragraphs(BREAK.join(line.replace(BREAK, " ") for line in lines), 1, kind, step)
    if passage.text:
        yield passage
