"""Running text, mail, and lines that a program wrote, in the files that hold such things."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.files import mail, word
from benchmarks.accuracy.strangers.genre import Genre, Made
from benchmarks.accuracy.strangers.pen import Pen
from benchmarks.share.formats.pdf import PDF_WIDTH, pdf_lines

_NO_TEXT = "Please use a program that shows web pages to read this.\n"


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()))
        if len(line) <= width:
            lines.append(line)
        else:
            lines += textwrap.wrap(
                line, width, break_long_words=False, break_on_hyphens=False,
                subsequent_indent=indent, drop_whitespace=True, replace_whitespace=False,
            )  # fmt: skip
    return lines


def _typed(text: str, pen: Pen) -> Made:
    width = pen.rng.choice((70, 78, 96, 10_000, 10_000, 10_000, 10_000))
    return "txt", pen.pick("\n|\n|\r\n").join([*_wrapped(text, width), ""])


def _word(text: str, _: Pen) -> Made:
    return "docx", word(line for line in text.split("\n") if line.strip())


def _web(text: str, pen: Pen) -> Made:
    title, _, rest = text.partition("\n")
    blocks = [html.escape(block.strip()) for block in rest.split("\n\n") if block.strip()]
    inner = "\n".join(f"<p>{block.replace(chr(10), '<br/>' + chr(10))}</p>" for block in blocks)
    heading, tab = pen.pick("h1|h2|h3"), pen.pick("Print view|Document1|Untitled page")
    return "html", (
        f"<!DOCTYPE html>\n<html lang='en-GB'><head><title>{tab}</title></head>\n"
        f"<body><{heading}>{html.escape(title)}</{heading}>\n{inner}\n</body></html>\n"
    )


def _printed(text: str, _: Pen) -> Made:
    return "pdf", pdf_lines(_wrapped(text, PDF_WIDTH))


def _marked(text: str, _: Pen) -> Made:
    title, rest = text.split("\n", 1)
    return "md", f"# {title}\n{rest}\n"


def _capitals(text: str, _: Pen) -> Made:
    return "txt", text.upper() + "\n"


def _small(text: str, _: Pen) -> Made:
    return "txt", text.lower() + "\n"


_FACES: dict[str, Callable[[str, Pen], Made]] = {
    "txt": _typed, "docx": _word, "html": _web, "pdf": _printed, "md": _marked,
    "capitals": _capitals, "small": _small,
}  # fmt: skip


def prose(kind: Kind, name: str, *versions: str, faces: str = "txt txt docx pdf html") -> Genre:
    """Return a kind of running text; its first line may serve as a title."""

    def make(pen: Pen) -> Made:
        text = pen.fill(pen.rng.choice(versions).strip("\n"))
        return _FACES[pen.rng.choice(faces.split())](text, pen)

    return Genre(name, kind, make)


def message(kind: Kind, name: str, *versions: str) -> Genre:
    """Return a kind of mail: headers, an empty line and the body; some are kept as text."""

    def make(pen: Pen) -> Made:
        text = pen.fill(pen.rng.choice(versions).strip("\n"))
        if pen.rng.random() < 0.25:
            return "txt", text + "\n"
        head, _, body = text.partition("\n\n")
        headers = dict(line.split(": ", 1) for line in head.split("\n"))
        if pen.rng.random() < 0.7:
            return "eml", mail(headers, body + "\n")
        lines = (f"<div>{html.escape(line) or '&nbsp;'}</div>" for line in body.split("\n"))
        return "eml", mail(headers, _NO_TEXT, f"<html><body>{''.join(lines)}</body></html>")

    return Genre(name, kind, make)


def dump(
    kind: Kind,
    name: str,
    suffix: str,
    head: str,
    lines: str | tuple[str, ...],
    foot: str = "",
    *,
    count: tuple[int, int] = (4, 18),
    between: str = "\n",
    escape: Callable[[str], str] | None = None,
) -> Genre:
    """Return a kind of file that repeats a piece, each time about others, as programs do."""
    pieces = (lines,) if isinstance(lines, str) else lines

    def make(pen: Pen) -> Made:
        pen.escape = escape or pen.escape
        piece = pen.rng.choice(pieces)
        top = pen.fill(head.strip("\n"))
        middle = pen.rows(piece.strip("\n"), *count)
        parts = [part for part in (top, between.join(middle), pen.fill(foot.strip("\n"))) if part]
        return suffix, "\n".join(parts) + "\n"

    return Genre(name, kind, make)
