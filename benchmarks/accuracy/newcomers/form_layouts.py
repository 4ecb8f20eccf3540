"""Layouts of forms: labels and values, below headings."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from random import Random

from benchmarks.accuracy.files import delimited, word, workbook
from benchmarks.accuracy.newcomers.pdf import pdf, printable

USUAL = (
    "colon", "colon", "padded", "dotted", "under", "spaced", "sides", "bars", "docx", "docx",
    "docx in four", "html", "definitions", "xlsx", "xlsx", "xlsx across", "json", "xml", "yaml",
    "csv", "pdf", "pdf",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A filled form: its title, and under each heading its labels and values."""

    title: str
    sections: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """All labels and values; of a heading it has none."""
        return [pair for _, pairs in self.sections for pair in pairs]


def parsed(title: str, lines: Sequence[str]) -> Form:
    """Return the form that ``Label: value`` and ``# Heading`` lines say; others go on a value."""
    sections: list[tuple[str, list[tuple[str, str]]]] = [("", [])]
    for line in lines:
        label, separator, value = line.partition(": ")
        if line.startswith("# "):
            sections.append((line[2:], []))
        elif separator or line.endswith(":"):
            sections[-1][1].append((label.rstrip(":"), value))
        elif line and sections[-1][1]:
            label, value = sections[-1][1][-1]
            sections[-1][1][-1] = (label, f"{value}\n{line}")
    return Form(title, tuple((head, tuple(pairs)) for head, pairs in sections if pairs))


def write(layout: str, form: Form, rng: Random) -> tuple[str, bytes]:
    """Return the suffix and bytes of a form. Raises KeyError for a layout that is none of forms."""
    if layout in _PACKED:
        suffix, data = _PACKED[layout](form)
        return suffix, data
    suffix, of = _PLAIN[layout]
    lines = [*of(form)]
    if suffix == "pdf":
        if printable("".join(lines)):
            return suffix, pdf(lines)
        suffix = "txt"
    end = rng.choice(("\n", "\r\n")) if suffix == "txt" else "\n"
    return suffix, (end.join(lines) + end).encode()


def words_of(label: str) -> list[str]:
    """Return the plain words of a label, for the names of fields."""
    return re.findall(r"[a-z0-9]+", re.sub(r"[’']", "", label).lower()) or ["field"]


def camel(label: str) -> str:
    """Return a label as programs write it.

    >>> camel("Date of birth")
    'dateOfBirth'
    """
    first, *rest = words_of(label)
    return first + "".join(word.capitalize() for word in rest)


def _lined(write_pair: Callable[[str, str], str]) -> Callable[[Form], Iterator[str]]:
    def lines(form: Form) -> Iterator[str]:
        yield from (form.title, "")
        for head, pairs in form.sections:
            if head:
                yield from ("", head.upper())
            for label, value in pairs:
                yield from write_pair(label, value).split("\n")

    return lines


def _indented(label: str, value: str, start: str) -> str:
    return start + value.replace("\n", "\n" + " " * len(start)) if value else label


def _sides(form: Form) -> Iterator[str]:
    yield from (form.title, "=" * len(form.title))
    for head, pairs in form.sections:
        yield f"-- {head} ".ljust(44, "-") if head else ""
        cells = [f"{label}: {value}".replace("\n", ", ") for label, value in pairs]
        for left, right in zip(cells[::2], [*cells[1::2], ""], strict=False):
            yield f"{left:<44}   {right}".rstrip()


def _html(form: Form) -> Iterator[str]:
    yield f'<html><head><meta charset="utf-8"></head><body><h1>{escape(form.title, quote=False)}</h1>'  # noqa: E501
    for head, pairs in form.sections:
        yield f"<h2>{escape(head, quote=False)}</h2>" if head else ""
        yield "<table>"
        for label, value in pairs:
            shown = escape(value, quote=False).replace("\n", "<br>")
            yield f"<tr><th>{escape(label, quote=False)}</th><td>{shown}</td></tr>"
        yield "</table>"
    yield "</body></html>"


def _definitions(form: Form) -> Iterator[str]:
    yield f'<html><head><meta charset="utf-8"></head><body><h2>{escape(form.title, quote=False)}</h2><dl>'  # noqa: E501
    for label, value in form.pairs:
        shown = escape(value, quote=False).replace("\n", "<br/>")
        yield f"  <dt>{escape(label, quote=False)}</dt>\n  <dd>{shown}</dd>"
    yield "</dl></body></html>"


def _nested(form: Form) -> dict[str, object]:
    told: dict[str, object] = {"formTitle": form.title}
    for number, (head, pairs) in enumerate(form.sections):
        inside = told if not head else told.setdefault(camel(head), {})
        assert isinstance(inside, dict)
        for label, value in pairs:
            key = camel(label)
            inside[key if key not in inside else f"{key}{number}{len(inside)}"] = value
    return told


def _json(form: Form) -> Iterator[str]:
    yield json.dumps(_nested(form), ensure_ascii=False, indent=2)


def _xml(form: Form) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<Submission>'
    yield f"  <Title>{escape(form.title)}</Title>"
    for head, pairs in form.sections:
        tag = "".join(map(str.capitalize, words_of(head or "Main")))
        yield f"  <{tag}>"
        for label, value in pairs:
            name = "".join(word.capitalize() for word in words_of(label))
            name = name if name[0].isalpha() else f"F{name}"
            yield f"    <{name}>{escape(value, quote=False)}</{name}>"
        yield f"  </{tag}>"
    yield "</Submission>"


def _yaml(form: Form) -> Iterator[str]:
    yield f"title: {json.dumps(form.title, ensure_ascii=False)}"
    for label, value in form.pairs:
        shown = json.dumps(value.replace("\n", ", "), ensure_ascii=False)
        yield f"{'_'.join(words_of(label))}: {shown}"


def _csv(form: Form) -> Iterator[str]:
    pairs = form.pairs
    rows = [[label for label, _ in pairs], [value for _, value in pairs]]
    yield delimited(rows).rstrip("\r\n")


def _bars(form: Form) -> Iterator[str]:
    yield from (f"*** {form.title} ***", "")
    for label, value in form.pairs:
        yield f"| {label:<34} | {value.replace(chr(10), ', '):<40} |"


def _docx(form: Form) -> tuple[str, bytes]:
    blocks: list[str | list[list[str]]] = [form.title]
    for head, pairs in form.sections:
        blocks += [head, [[label, value] for label, value in pairs]]
    return "docx", word(blocks)


def _docx_in_four(form: Form) -> tuple[str, bytes]:
    cells = [cell for pair in form.pairs for cell in pair]
    rows = [cells[start : start + 4] for start in range(0, len(cells), 4)]
    return "docx", word([form.title, rows])


def _xlsx(form: Form) -> tuple[str, bytes]:
    rows: list[list[str]] = [[form.title], []]
    for head, pairs in form.sections:
        rows += [[head], *([label, "", value] for label, value in pairs), []]
    return "xlsx", workbook({"Form": rows, "Lists": [["Yes"], ["No"], ["Not known"]]})


def _xlsx_across(form: Form) -> tuple[str, bytes]:
    pairs = form.pairs
    rows = [[form.title], [label for label, _ in pairs], [value for _, value in pairs]]
    return "xlsx", workbook({"Responses": rows})


_PLAIN: dict[str, tuple[str, Callable[[Form], Iterator[str]]]] = {
    "colon": ("txt", _lined(lambda label, value: _indented(label, value, f"{label}: "))),
    "padded": ("txt", _lined(lambda label, value: _indented(label, value, f"{label:<30} "))),
    "dotted": ("txt", _lined(lambda label, value: _indented(label, value, f"{label:.<36} "))),
    "under": ("txt", _lined("{}\n{}".format)),
    "spaced": ("txt", _lined("{}\n\n{}\n".format)),
    "sides": ("txt", _sides),
    "bars": ("txt", _bars),
    "html": ("html", _html),
    "definitions": ("html", _definitions),
    "json": ("json", _json),
    "xml": ("xml", _xml),
    "yaml": ("yaml", _yaml),
    "csv": ("csv", _csv),
    "pdf": ("pdf", _lined(lambda label, value: _indented(label, value, f"{label:<34}: "))),
}
_PACKED: dict[str, Callable[[Form], tuple[str, bytes]]] = {
    "docx": _docx, "docx in four": _docx_in_four, "xlsx": _xlsx, "xlsx across": _xlsx_across,
}  # fmt: skip
