"""The shapes of what people write: registers, forms, running text and threads of mail.

Each is a template in plain lines; ``make`` has a pen write one file of it. In text, a line that
begins with ``~`` is left out at times, and one that begins with ``%3-9`` is written so many times,
each time about other people.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from typing import Protocol

import docx
import openpyxl  # type: ignore[import-untyped]  # it has no types

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.unseen import post
from benchmarks.accuracy.unseen.pen import TODAY, Pen
from benchmarks.accuracy.unseen.tables import RENDER, WITH_FOOT, Render, Table

Pairs = list[tuple[str, str]]
FormFace = Callable[[str, Pairs, Pen], bytes | str]
TextFace = Callable[[list[str], Pen], bytes | str]
_REPEATED = re.compile(r"%(\d+)-(\d+) (.*)")


def _spec(lines: str) -> list[tuple[str, str]]:
    """Return (heading, template) of each line ``heading = template``."""
    parts = (line.partition(" =") for line in lines.strip().splitlines())
    return [(head.strip(), template.strip()) for head, _, template in parts]


@dataclass(frozen=True, slots=True)
class Register:
    """Rows about people under headings; ``?`` before a heading: not every file has it."""

    name: str
    title: str
    columns: str
    formats: str
    rows: tuple[int, int] = (4, 30)
    foot: str = ""
    renders: Mapping[str, tuple[str, Render]] = field(default_factory=lambda: RENDER)

    def make(self, pen: Pen, kind: Kind) -> Document:
        """Write one file."""
        suffix, render = self.renders[how := pen.rng.choice(self.formats.split())]
        columns = [c for c in _spec(self.columns) if c[0][0] != "?" or pen.rng.random() < 0.7]
        if pen.rng.random() < 0.15:
            pen.rng.shuffle(columns)
        heads = tuple(pen.pick(head.lstrip("?")) for head, _ in columns)
        fill = pen.cell if how == "xlsx" else lambda cell: pen.fill(cell, column=True)
        rows = []
        most = min(self.rows[1], 14) if how == "docx" else self.rows[1]
        for _ in range(pen.rng.randint(min(self.rows[0], most), most)):
            pen.cast.next_row()
            rows.append(tuple(fill(cell) for _, cell in columns))
        foot = pen.fill(self.foot) if how in WITH_FOOT else ""
        table = Table(pen.fill(self.title), heads, tuple(rows), foot)
        return pen.document(self.name, suffix, render(table, pen), kind)


@dataclass(frozen=True, slots=True)
class Form:
    """Labels with one value each; one without a value is a heading of a part."""

    name: str
    title: str
    fields: str
    formats: str = "txt docx html xlsx"
    faces: Mapping[str, tuple[str, FormFace]] = field(default_factory=lambda: _FORMS)

    def make(self, pen: Pen, kind: Kind) -> Document:
        """Write one file."""
        pairs = []
        for line in self.fields.strip().splitlines():
            label, _, template = line.partition(" =")
            if label[0] == "?" and pen.rng.random() < 0.3:
                continue
            pairs.append((pen.pick(label.lstrip("?").strip()), pen.fill(template.strip())))
        title = pen.fill(self.title)
        suffix, face = self.faces[pen.rng.choice(self.formats.split())]
        return pen.document(self.name, suffix, face(title, pairs, pen), kind)


@dataclass(frozen=True, slots=True)
class Text:
    """Running text: letters, notes, minutes, reports, logs and code."""

    name: str
    body: str
    formats: str = "txt docx html"
    faces: Mapping[str, tuple[str, TextFace]] = field(default_factory=lambda: _TEXTS)

    def make(self, pen: Pen, kind: Kind) -> Document:
        """Write one file."""
        lines = list(written(pen, self.body))
        how = pen.rng.choice(self.formats.split())
        suffix, face = self.faces.get(how, (how, _plain))
        return pen.document(self.name, suffix, face(lines, pen), kind)


@dataclass(frozen=True, slots=True)
class Mail:
    """A thread of mail between two people, the oldest message first."""

    name: str
    subject: str
    messages: tuple[str, ...]
    between: tuple[str, str] = ("p", "S")
    formats: str = "eml"

    def make(self, pen: Pen, kind: Kind) -> Document:
        """Write one file."""
        how = pen.rng.choice(self.formats.split())
        newest, older = self.thread(pen)
        data = post.mail(pen, newest, older) if how == "eml" else post.saved(pen, newest, older)
        return pen.document(self.name, how, data, kind)

    def thread(self, pen: Pen) -> tuple[post.Message, str]:
        """Write the newest message and what stands below it."""
        before = len(pen.truths)
        subject = pen.fill(self.subject)
        told = tuple(pen.truths[before:])
        day = TODAY - timedelta(days=pen.rng.randint(10, 400))
        older = ""
        sent: list[post.Message] = []
        for number, message in enumerate(self.messages):
            if sent:
                older = post.quoted(pen, sent[-1], older)
                day += timedelta(days=pen.rng.randint(0, 6))
            ends = tuple(pen.cast.who(role) for role in self.between)
            sender, receiver = ends if number % 2 == 0 else ends[::-1]
            body = "\n".join(written(pen, message))
            headed = f"RE: {subject}" if sent else subject
            sent.append(post.Message(sender, receiver, headed, day, body, told))
        return sent[-1], older


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A folder of threads, each about other people."""

    name: str
    threads: tuple[Mail, ...]
    messages: tuple[int, int] = (2, 7)

    def make(self, pen: Pen, kind: Kind) -> Document:
        """Write one file."""
        kept = []
        for _ in range(pen.rng.randint(*self.messages)):
            pen.cast.next_row()
            kept.append(post.mail(pen, *pen.rng.choice(self.threads).thread(pen)))
        return pen.document(self.name, "mbox", post.mailbox(kept), kind)


class Shape(Protocol):
    """Anything that a file can be written by."""

    @property
    def name(self) -> str:
        """What its files are called."""

    def make(self, pen: Pen, kind: Kind) -> Document:
        """Write one file."""


def written(pen: Pen, body: str) -> Iterable[str]:
    """Yield the lines of a text."""
    for line in body.strip("\n").splitlines():
        if line.startswith("~ "):
            if pen.rng.random() < 0.6:
                yield pen.fill(line[2:])
        elif found := _REPEATED.fullmatch(line):
            for _ in range(pen.rng.randint(int(found[1]), int(found[2]))):
                pen.cast.next_row()
                yield from pen.fill(found[3]).split("\\n")
        else:
            yield from pen.fill(line).split("\\n")


def _plain(lines: list[str], pen: Pen) -> str:
    end = pen.pick("\n|\r\n")
    if pen.rng.random() < 0.3 and max(map(len, lines)) > 120:
        width = pen.rng.choice((72, 78, 90))
        lines = [part for line in lines for part in textwrap.wrap(line, width) or [""]]
    return end.join(lines) + end


def _word(lines: list[str], _: Pen) -> bytes:
    document = docx.Document()
    document.core_properties.author = "Office"
    for line in "\n".join(lines).split("\n"):
        if line.strip():
            document.add_paragraph(line)
    return _saved(document)


def _web(lines: list[str], pen: Pen) -> str:
    joined = pen.pick("p|p|br")
    kept = [html.escape(line) for line in "\n".join(lines).split("\n")]
    body = "<br>\n".join(kept) if joined == "br" else "\n".join(f"<p>{k}</p>" for k in kept if k)
    return f"<html><head><meta charset='utf-8'></head><body>\n{body}\n</body></html>"


_TEXTS: dict[str, tuple[str, TextFace]] = {"docx": ("docx", _word), "html": ("html", _web)}


def _plain_form(title: str, pairs: Pairs, pen: Pen) -> str:
    layout = pen.pick("colon|colon|tab|leader|below|below")
    lines = [title, "=" * len(title), ""]
    for label, value in pairs:
        if not value:
            lines += ["", label.upper() if layout == "colon" else label]
        elif layout == "colon":
            lines.append(f"{label}: {value}")
        elif layout == "tab":
            lines.append(f"{label}\t{value}")
        elif layout == "leader":
            lines.append(f"{label} {'.' * max(3, 34 - len(label))} {value}")
        else:
            lines += [label, value, ""]
    return "\n".join(lines) + "\n"


def _word_form(title: str, pairs: Pairs, pen: Pen) -> bytes:
    document = docx.Document()
    document.core_properties.author = "Office"
    document.add_heading(title, 1)
    if pen.rng.random() < 0.25:  # label, tab, value: a form typed over and over
        for label, value in pairs:
            document.add_paragraph(f"{label}:\t{value}" if value else label)
        return _saved(document)
    wide = 2 if pen.rng.random() < 0.3 else 1  # two pairs side by side
    rows = [pairs[i : i + wide] for i in range(0, len(pairs), wide)]
    table = document.add_table(rows=len(rows), cols=2 * wide)
    table.style = "Table Grid"
    for made, row in zip(table.rows, rows, strict=True):
        texts = [text for pair in row for text in pair]
        for cell, text in zip(made.cells, texts, strict=False):
            cell.text = text
    return _saved(document)


def _web_form(title: str, pairs: Pairs, pen: Pen) -> str:
    tag, inner = ("dl", "<dt>{}</dt><dd>{}</dd>") if pen.rng.random() < 0.5 else (
        "div", "<p><b>{}</b> {}</p>")  # fmt: skip
    rows = "\n".join(inner.format(html.escape(a), html.escape(b)) for a, b in pairs)
    return f"<html><body><h1>{html.escape(title)}</h1>\n<{tag}>\n{rows}\n</{tag}></body></html>"


def _sheet_form(title: str, pairs: Pairs, pen: Pen) -> bytes:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append([title])
    page.append([])
    gap = [None] * pen.rng.choice((0, 0, 1, 2))  # the value may stand some columns off
    for label, value in pairs:
        page.append([label, *gap, value or None])
    book.properties.creator = "Office"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _saved(document: docx.document.Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


_FORMS: dict[str, tuple[str, FormFace]] = {
    "txt": ("txt", _plain_form),
    "docx": ("docx", _word_form),
    "html": ("html", _web_form),
    "xlsx": ("xlsx", _sheet_form),
}
