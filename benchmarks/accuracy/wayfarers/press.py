"""Turns the lines of a file into its bytes, in the formats in which councils keep them.

A line that begins with a bar is a row of a table, one with ``# `` a heading. In a raw format lines
stay as they are: their sort is written in that format already.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from html import escape
from random import Random

from benchmarks.accuracy.files import Cell, delimited, mail, word, workbook
from benchmarks.accuracy.newcomers.pdf import pdf, printable

RAW_ESCAPES: dict[str, Callable[[str], str]] = {
    "json!": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "jsonl!": lambda text: json.dumps(text)[1:-1],
    "xml!": lambda text: escape(text, quote=False),
    "html!": escape,
    "sql!": lambda text: text.replace("'", "''"),
    "yaml!": str, "ini!": str, "log!": str, "vcf!": str, "txt!": str, "csv!": str, "ics!": str,
    "ps1!": str, "py!": str, "md!": str,
}  # fmt: skip
"""How a raw format writes a value. Its suffix is its name, but that of JSON in lines is json."""
_PAGE, _TYPED = 90, 74  # characters in a line of a page, and of a typed letter
_ENCODINGS, _ENCODED = ("utf-8", "cp1252", "utf-8-sig", "utf-16"), (86, 8, 4, 2)
_MAY_BE_ENCODED = {"txt", "csv", "tsv", "log"}
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_NUMBER = re.compile(r"[1-9]\d{0,10}")
Row = list[str]


def printed(form: str, lines: Sequence[str], rng: Random) -> tuple[str, bytes]:
    """Return suffix and bytes of a file in a format. Raises KeyError for one that is not known."""
    if form == "pdf" and not printable("".join(lines)):
        form = "docx"
    if form in RAW_ESCAPES:
        suffix = form.replace("jsonl", "json").removesuffix("!")
        text = "\n".join(lines) + "\n"
    else:
        made = _PRINTERS[form](list(blocks(lines)), rng)
        if isinstance(made, bytes):
            return {"htmlmail": "eml"}.get(form, form), made
        suffix, text = {"typed": "txt", "slip": "txt"}.get(form, form), made
    if suffix not in _MAY_BE_ENCODED:
        return suffix, text.encode()
    encoding = rng.choices(_ENCODINGS, _ENCODED)[0]
    ends = text if rng.random() < 0.5 else text.replace("\r\n", "\n").replace("\n", "\r\n")
    try:
        return suffix, ends.encode(encoding)
    except UnicodeEncodeError:
        return suffix, ends.encode()


def blocks(lines: Sequence[str]) -> Iterator[str | list[Row]]:
    """Yield lines, and tables as lists of rows of one width."""
    rows: list[Row] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line[1:].split("|")])
            continue
        if rows:
            width = max(map(len, rows))
            yield [row + [""] * (width - len(row)) for row in rows]
            rows = []
        yield line


Blocks = list[str | list[Row]]


def _plain(blocks: Blocks, between: str = "") -> Iterator[str]:
    """Yield lines of text; columns are aligned where nothing else is put between them."""
    for block in blocks:
        if isinstance(block, str):
            yield block.removeprefix("# ")
            continue
        widths = [max(map(len, column)) for column in zip(*block, strict=True)]
        for row in block:
            if between:
                yield between.join(row).rstrip()
            else:
                cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
                yield "   ".join(cells).rstrip()


def _txt(blocks: Blocks, rng: Random) -> str:
    return "\n".join(_plain(blocks, rng.choice(("", "", " | ", "\t")))) + "\n"


def _wrapped(lines: Iterator[str], width: int) -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(line, width, break_on_hyphens=False) or [""]


def _typed(blocks: Blocks, _: Random) -> str:
    return "\n".join(_wrapped(_plain(blocks, " | "), _TYPED)) + "\n"


def _slip(blocks: Blocks, _: Random) -> str:
    """Return each row of a table as a slip of its own, its headings beside the values."""
    out: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            out.append(block.removeprefix("# "))
            continue
        for row in block[1:]:
            out += [f"{head}: {cell}" for head, cell in zip(block[0], row, strict=True) if cell]
            out.append("")
    return "\n".join(out) + "\n"


def _md(blocks: Blocks, _: Random) -> str:
    out: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            out.append(block)
            continue
        for number, row in enumerate(block):
            out.append(f"| {' | '.join(row)} |")
            if number == 0:
                out.append("|" + " --- |" * len(row))
    return "\n".join(out) + "\n"


def _html_lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, str):
            tag = "h2" if block.startswith("# ") else "p"
            if block:
                yield f"<{tag}>{escape(block.removeprefix('# '), quote=False)}</{tag}>"
            continue
        yield "<table>"
        for number, row in enumerate(block):
            tag = "td" if number else "th"
            cells = "".join(f"<{tag}>{escape(cell, quote=False)}</{tag}>" for cell in row)
            yield f"<tr>{cells}</tr>"
        yield "</table>"


def _html(blocks: Blocks, _: Random) -> str:
    body = "\n".join(_html_lines(blocks))
    return f'<!DOCTYPE html>\n<html lang="en">\n<body>\n{body}\n</body>\n</html>\n'


def _docx(blocks: Blocks, _: Random) -> bytes:
    return word(b.removeprefix("# ") if isinstance(b, str) else b for b in blocks)


def _pdf(blocks: Blocks, _: Random) -> bytes:
    return pdf(list(_wrapped(_plain(blocks), _PAGE)))


def _parted(blocks: Blocks) -> tuple[dict[str, str], Blocks]:
    gap = blocks.index("")
    head = [line for line in blocks[:gap] if isinstance(line, str)]
    return dict(line.split(": ", 1) for line in head), blocks[gap + 1 :]


def _eml(blocks: Blocks, _: Random) -> bytes:
    headers, body = _parted(blocks)
    return mail(headers, "\n".join(_plain(body, " | ")) + "\n")


def _htmlmail(blocks: Blocks, _: Random) -> bytes:
    headers, body = _parted(blocks)
    shown = "\n".join(_html_lines(body))
    return mail(headers, "Open this message as HTML.\n", f"<html><body>\n{shown}\n</body></html>\n")


def _sheet_rows(blocks: Blocks) -> Iterator[Row]:
    for block in blocks:
        if not isinstance(block, str):
            yield from block
        elif block:
            yield [block.removeprefix("# ")]


def _csv(blocks: Blocks, rng: Random) -> str:
    return delimited(_sheet_rows(blocks), rng.choice((",", ",", ",", ";")))


def _tsv(blocks: Blocks, _: Random) -> str:
    return delimited(_sheet_rows(blocks), "\t")


def _xlsx(blocks: Blocks, rng: Random) -> bytes:
    has_days, has_numbers = rng.random() < 0.4, rng.random() < 0.5

    def cell(text: str) -> Cell:
        day = _DAY.fullmatch(text)
        if day and has_days:
            return date(int(day[3]), int(day[2]), int(day[1]))
        return int(text) if has_numbers and _NUMBER.fullmatch(text) else text

    rows = [[cell(text) for text in row] for row in _sheet_rows(blocks)]
    return workbook({rng.choice(("Sheet1", "Data", "Export", "2025-26")): rows})


_PRINTERS: dict[str, Callable[[Blocks, Random], str | bytes]] = {
    "txt": _txt, "typed": _typed, "slip": _slip, "md": _md, "html": _html, "docx": _docx,
    "pdf": _pdf, "eml": _eml, "htmlmail": _htmlmail, "csv": _csv, "tsv": _tsv, "xlsx": _xlsx,
}  # fmt: skip
