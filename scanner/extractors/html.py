"""Web pages: text, tables, links, properties, comments, and what the page does not show.

Decoded first (byte-order mark, charset of the page, then the ladder), since Lexbor takes bytes for
UTF-8. Lexbor reads up to 20 MB; beyond that, and where elements are nested so deep that it would
need hours, the standard library's parser reads the text in pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Passage,
    Source,
    TablePassage,
    foreign_parser,
)
from scanner.extractors.encoding import TextReader, decoded
from scanner.extractors.hypertext.stream import streamed_parts
from scanner.extractors.hypertext.tree import tree_parts

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_CHARSET_BYTES = 4_096  # WHATWG HTML, 13.2.3.2, asks for 1,024; real pages are later at times
_DEPTH = 2_000  # Lexbor's time grows with the square of the depth: 10,000 cost a second
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
_ATTRIBUTES = 20_000  # of one tag: Lexbor compares each with all before it; 100,000 cost 20 s
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_CLOSED_BY_OTHERS = frozenset(
    {
        "area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta",
        "option", "p", "source", "tbody", "td", "th", "thead", "tr", "wbr",
    }
)  # fmt: skip

HtmlPart = Passage | TablePassage


def extract(source: Source, budget: Budget) -> Iterator[HtmlPart]:
    """Yield what is in the page, visible or not."""
    declared = declared_charset(source.head(_CHARSET_BYTES))
    if source.size_bytes > budget.limits.html_bytes:
        parts = streamed_parts(TextReader(source.stream(), declared).blocks())
    else:
        parts = html_parts(decoded(source.stream().read(), declared)[0])
    for part in parts:
        budget.emit(len(part.text))
        yield part


def html_parts(text: str) -> Iterator[HtmlPart]:
    """Yield what is in a page of at most 20 MB that is decoded already."""
    if nested_deeper_than(text, _DEPTH) or has_more_attributes_than(text, _ATTRIBUTES):
        yield from streamed_parts(iter((text,)))
        return
    try:
        with foreign_parser():
            parts = list(tree_parts(text))
    except ExtractionError:
        yield from streamed_parts(iter((text,)))
    else:
        yield from parts


def declared_charset(head: bytes) -> str | None:
    """Return the name of the encoding that a page declares."""
    found = _CHARSET.search(head)
    return found[1].decode("ascii") if found else None


def nested_deeper_than(text: str, depth: int) -> bool:
    """Return whether elements may be nested deeper than ``depth``; never False if they are."""
    if text.count("<") - text.count("</") <= depth:
        return False
    now = 0
    for match in _TAG.finditer(text):
        if match[2].lower() in _CLOSED_BY_OTHERS:
            continue
        now = max(now - 1, 0) if match[1] else now + 1
        if now > depth:
            return True
    return False


def has_more_attributes_than(text: str, most: int) -> bool:
    """Return whether a tag may have more attributes than ``most``, told by what parts them."""
    return any(
        tag.count("=") + tag.count(" ") + tag.count("\n") > most for tag in _LONG_TAG.findall(text)
    )


EXTRACTOR = Extractor(
    media_types=frozenset({"text/html", "application/xhtml+xml"}), extract=extract, version=4
)
