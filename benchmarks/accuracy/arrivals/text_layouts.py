"""Layouts of running text and of mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from random import Random

from benchmarks.accuracy.arrivals.blocks import BAR
from benchmarks.accuracy.files import mail, word
from benchmarks.accuracy.newcomers.pdf import pdf, printable

TEXT = ("txt", "txt", "wrapped", "docx", "docx", "docx", "pdf", "pdf", "html", "md")
MAIL = ("eml", "eml", "eml", "eml html", "printed", "docx")
_NARROW, _PAGE = 72, 92  # characters in a line of typed text, and of a page


def text(layout: str, lines: Sequence[str], rng: Random) -> tuple[str, bytes | str]:
    """Return suffix and data. Raises KeyError for a layout that is none of texts."""
    if layout == "docx":
        return "docx", word(_parts(lines))
    if layout == "pdf":
        wrapped = _wrapped(_aligned(lines), _PAGE)
        return (
            ("pdf", pdf(wrapped)) if printable("".join(wrapped)) else ("docx", word(_parts(lines)))
        )
    if layout == "html":
        return "html", _html(lines)
    if layout == "wrapped":
        return "txt", "\n".join(_wrapped(_aligned(lines), _NARROW)) + "\n"
    end = {"txt": rng.choice(("\n", "\r\n")), "md": "\n"}[layout]
    shown = _aligned(lines) if layout == "txt" else _barred(lines)
    return layout, end.join(shown) + end


def message(layout: str, lines: Sequence[str]) -> tuple[str, bytes | str]:
    """Return suffix and data of a mail: headings, an empty line, and its text."""
    gap = list(lines).index("")
    body = "\n".join(lines[gap + 1 :]) + "\n"
    if layout == "printed":
        return "txt", "\n".join(lines) + "\n"
    if layout == "docx":
        return "docx", word(_parts(lines))
    headers = dict(line.split(": ", 1) for line in lines[:gap])
    html = None
    if layout == "eml html":
        paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in lines[gap + 1 :] if line)
        body, html = "This message is in HTML.\n", f"<html><body>\n{paragraphs}\n</body></html>\n"
    return "eml", mail(headers, body, html)


def _parts(lines: Sequence[str]) -> Iterator[str | list[list[str]]]:
    rows: list[list[str]] = []
    for line in lines:
        if BAR in line:
            rows.append(line.split(BAR))
            continue
        if rows:
            yield rows
            rows = []
        yield line
    if rows:
        yield rows


def _aligned(lines: Sequence[str]) -> Iterator[str]:
    for part in _parts(lines):
        if isinstance(part, str):
            yield part
            continue
        widths = [max(map(len, column)) for column in zip(*part, strict=True)]
        for row in part:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            yield "  ".join(cells).rstrip()


def _barred(lines: Sequence[str]) -> Iterator[str]:
    for part in _parts(lines):
        if isinstance(part, str):
            yield part
            continue
        for number, row in enumerate(part):
            yield f"| {' | '.join(row)} |"
            if number == 0:
                yield f"|{' --- |' * len(row)}"


def _wrapped(lines: Iterator[str], width: int) -> list[str]:
    done: list[str] = []
    for line in lines:
        if "  " in line.strip():
            done.append(line)  # the columns of a table keep their places
            continue
        done += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
    return done


def _html(lines: Sequence[str]) -> str:
    body: list[str] = []
    for part in _parts(lines):
        if isinstance(part, str):
            body += [f"<p>{escape(part)}</p>"] if part else []
            continue
        body.append("<table>")
        for number, row in enumerate(part):
            tag = "td" if number else "th"
            body.append(f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in row)}</tr>")
        body.append("</table>")
    inside = "\n".join(body)
    head = '<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>'
    return f"{head}\n{inside}\n</body></html>\n"
