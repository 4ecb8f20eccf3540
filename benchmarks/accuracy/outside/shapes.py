"""The shapes of what others send: lists, forms, letters, printed pages and mail to the council."""

from __future__ import annotations

import html

from benchmarks.accuracy.files import mail
from benchmarks.accuracy.outside import lists, slips
from benchmarks.accuracy.outside.paper import next_cells, paged, saved, titled, wrapped
from benchmarks.accuracy.outside.slips import ONLY_HTML
from benchmarks.accuracy.unseen.pen import Pen
from benchmarks.accuracy.unseen.shapes import Form, Mail, Register, Text, TextFace


def _joined(texts: list[str], pen: Pen) -> str:
    return pen.pick("\n|\r\n").join([*texts, ""])


def _typed(texts: list[str], pen: Pen) -> str:
    """Return text as it was typed, at times broken at some width, though never inside a word."""
    width = pen.rng.choice((72, 80, 100, 10_000, 10_000, 10_000))
    whole = "\n".join(texts).split("\n")
    return _joined([part for line in whole for part in wrapped(line, width)], pen)


def _printed(texts: list[str], _: Pen) -> bytes:
    return paged(texts)


def _mailed(texts: list[str], pen: Pen) -> bytes:
    """Return a message that an office sent, its first line the subject."""
    sender = pen.fill("{O.mail:office}")
    subject, *rest = texts
    body = "\n".join(rest).lstrip("\n")
    headers = {"From": sender, "Subject": subject}
    if pen.rng.random() < 0.7:
        return mail(headers, f"{body}\n")
    parts = (html.escape(part) for part in body.split("\n"))
    return mail(headers, ONLY_HTML, f"<div>{'<br>'.join(parts)}</div>")


def _narrow(texts: list[str], pen: Pen) -> str:
    """Return text as old programs keep it: short lines, each page with its head."""
    width = pen.rng.choice((58, 66, 76))
    whole = "\n".join(texts).split("\n")
    broken = [f"  {part}" for line in whole for part in wrapped(line, width)]
    return "\r\n".join([*broken, "", "  " + "-" * 20 + " page 1 of 1"]) + "\r\n"


def _framed(texts: list[str], _: Pen) -> bytes:
    """Return a Word document that stands in a table of one column, the first line its title."""
    table, document = titled(texts[0], 1)
    for line in "\n".join(texts[1:]).split("\n"):
        if line.strip():
            next_cells(table)[0].text = line
    return saved(document)


_TEXTS: dict[str, tuple[str, TextFace]] = {
    **Text("", "").faces,
    "txt": ("txt", _typed),
    "xml": ("xml", _joined),
    "pdf": ("pdf", _printed),
    "eml": ("eml", _mailed),
    "narrow": ("txt", _narrow),
    "framed": ("docx", _framed),
}


def listing(
    name: str, title: str, columns: str, formats: str, rows: tuple[int, int] = (4, 20)
) -> Register:
    """Return a list of rows under headings, in the faces that others give it."""
    return Register(name, title, columns, formats, rows, renders=lists.FACES)


def slip(
    name: str, title: str, fields: str, formats: str = "txt txt docx pdf html xlsx eml json"
) -> Form:
    """Return a form of labels and values, in the faces that others give it."""
    return Form(name, title, fields, formats, slips.FACES)


def text(name: str, body: str, formats: str = "txt docx pdf html narrow framed") -> Text:
    """Return running text, in the faces that others give it."""
    return Text(name, body, formats, _TEXTS)


__all__ = ["Mail", "listing", "slip", "text"]
