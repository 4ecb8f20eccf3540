"""Writes Word, Excel and mail files, and delimited text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from email.message import EmailMessage

import docx
import openpyxl  # type: ignore[import-untyped]  # it has no types

Cell = str | int | float | date | None
_MADE = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001  Office keeps no time zone


def delimited(
    rows: Iterable[Sequence[str]], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL
) -> str:
    """Return rows as delimited text."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\r\n")  # type: ignore[arg-type]
    writer.writerows(rows)
    return out.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Return an Excel workbook of sheets, each a list of rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.properties.creator, book.properties.created = "Office", _MADE
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def word(blocks: Iterable[str | list[list[str]]]) -> bytes:
    """Return a Word document of paragraphs and tables, a table being a list of rows."""
    document = docx.Document()
    document.core_properties.author = "Office"
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            table = document.add_table(rows=0, cols=max(map(len, block)))
            for row in block:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(headers: dict[str, str], text: str, html: str | None = None) -> bytes:
    """Return a mail message; long lines become quoted-printable."""
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    message.set_content(text, cte="quoted-printable")
    if html is not None:
        message.add_alternative(html, subtype="html")
        message.set_boundary("=_part_of_the_message")
    return message.as_bytes()
