"""Layouts of running text; consecutive lines with `` | `` in them are the rows of a table."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from random import Random

from benchmarks.accuracy.files import word
from benchmarks.accuracy.newcomers.pdf import pdf, printable

USUAL = ("txt", "txt", "wrapped", "wrapped", "docx", "docx", "docx", "html", "pdf", "md")
_BAR = " | "


def write(layout: str, lines: Sequence[str], rng: Random) -> tuple[str, bytes]:
    """Return the suffix and bytes of a text. Raises KeyError for a layout that is none of text."""
    if layout == "docx" or (layout == "pdf" and not printable("".join(lines))):
        return "docx", word([*_parts(lines)])
    if layout == "pdf":
        return "pdf", pdf(_wrapped(lines, 95))
    if layout == "html":
        return "html", _html(lines).encode()
    if layout == "md":
        return "md", ("\n\n".join(_marked(part) for part in _parts(lines)) + "\n").encode()
    chosen = {"txt": [*_aligned(lines)], "wrapped": _wrapped(lines, rng.choice((58, 66, 72, 78)))}
    end = rng.choice(("\n", "\r\n"))
    return "txt", (end.join(chosen[layout]) + end).encode()


def _parts(lines: Sequence[str]) -> Iterator[str | list[list[str]]]:
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if _BAR in line:
            rows.append(line.split(_BAR))
            continue
        if rows:
            yield rows
            rows = []
        if line:
            yield line


def _aligned(lines: Sequence[str]) -> Iterator[str]:
    widths: dict[int, int] = {}
    for line in lines:
        if _BAR in line:
            for place, cell in enumerate(line.split(_BAR)):
                widths[place] = max(widths.get(place, 0), len(cell))
    for line in lines:
        cells = line.split(_BAR)
        padded = (cell.ljust(widths[place] + 2) for place, cell in enumerate(cells))
        yield "".join(padded).rstrip() if _BAR in line else line


def _wrapped(lines: Sequence[str], width: int) -> list[str]:
    out: list[str] = []
    for line in _aligned(lines):
        quote = line[: len(line) - len(line.lstrip("> "))]
        wrapped = textwrap.wrap(
            line[len(quote) :], max(width - len(quote), 20), break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip
        is_table = "  " in line.strip()
        out += [line] if is_table else [quote + part for part in wrapped or [""]]
    return out


def _html(lines: Sequence[str]) -> str:
    body = []
    for part in _parts(lines):
        if isinstance(part, str):
            body.append(f"<p>{escape(part, quote=False)}</p>")
            continue
        cells = ("".join(f"<td>{escape(c, quote=False)}</td>" for c in row) for row in part)
        body.append("<table>" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    inside = "\n".join(body)
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n{inside}\n</body></html>\n'  # noqa: E501


def _marked(part: str | list[list[str]]) -> str:
    if isinstance(part, str):
        return part
    head, *rest = (f"| {_BAR.join(row)} |" for row in part)
    return "\n".join([head, "|" + " --- |" * len(part[0]), *rest])
