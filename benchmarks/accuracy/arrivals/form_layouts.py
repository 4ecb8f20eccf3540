"""Layouts of forms: labels with what was entered, below headings."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from benchmarks.accuracy.arrivals.pen import Pen
from benchmarks.accuracy.files import delimited, mail, word, workbook
from benchmarks.accuracy.newcomers.pdf import pdf, printable


@dataclass(frozen=True, slots=True)
class Form:
    """A filled form; a pair without a label is a heading."""

    title: str
    pairs: tuple[tuple[str, str], ...]

    @property
    def entries(self) -> list[tuple[str, str]]:
        """Labels and values without headings."""
        return [pair for pair in self.pairs if pair[0]]


def filled(pen: Pen, title: str, lines: Sequence[str]) -> Form:
    """Return the form that ``# Heading`` and ``Label: value`` lines say."""
    pairs: list[tuple[str, str]] = []
    for line in lines:
        if not line:
            continue
        if line.startswith("# "):
            pairs.append(("", line[2:]))
            continue
        label, _, value = line.partition(":")
        pairs.append((label, pen.entry(value.strip(), label)))
    return Form(f"{title[0].upper()}{title[1:]}", tuple(pairs))


def write(layout: str, form: Form, pen: Pen) -> tuple[str, bytes | str]:
    """Return suffix and data. Raises KeyError for a layout that is none of forms."""
    if layout == "web mail":
        sender = pen.text("{o.box:noreply}")
        headers = {"From": sender, "To": pen.text("{o.box:contact}"),
                   "Subject": f"New submission: {form.title}"}  # fmt: skip
        return "eml", mail(headers, "\n".join(f"{a}: {b}" for a, b in form.entries) + "\n")
    return _LAYOUTS[layout](form)


def snake(label: str) -> str:
    """Return a label as programs write it.

    >>> snake("Date of birth (child)")
    'date_of_birth_child'
    """
    return "_".join(re.findall(r"\w+", label.lower()))


def camel(label: str) -> str:
    """Return a label as other programs write it.

    >>> camel("Date of birth")
    'dateOfBirth'
    """
    first, *rest = snake(label).split("_")
    return first + "".join(word.title() for word in rest)


def _lines(
    pair: Callable[[str, str], str], heading: str = "{}", end: str = "\n"
) -> Callable[[Form], tuple[str, str]]:
    def layout(form: Form) -> tuple[str, str]:
        rows = [pair(a, b) if a else heading.format(b) for a, b in form.pairs]
        return "txt", end.join([form.title, "", *rows]) + end

    return layout


def _pdf(form: Form) -> tuple[str, bytes | str]:
    width = max(len(label) for label, _ in form.entries) + 3
    rows = [f"{a:<{width}}{b}" if a else b for a, b in form.pairs]
    shown = [form.title, "", *(row[:110] if not row.strip() else row for row in rows)]
    return ("pdf", pdf(shown)) if printable("".join(shown)) else ("txt", "\n".join(shown) + "\n")


def _two_columns(form: Form) -> tuple[str, str]:
    """Return two fields to a line, as screens are printed."""
    done, row = [form.title.upper(), "=" * 60], ""
    for label, value in form.pairs:
        entry = f"{label}: {value}" if label else ""
        if not label or len(entry) > 44 or row:
            done += (
                [f"{row:<48}{entry}".rstrip()]
                if entry and len(entry) <= 44
                else [row, entry or f"[{value}]"]
            )
            row = ""
        else:
            row = entry
    return "txt", "\n".join(line for line in [*done, row] if line) + "\n"


def _html_rows(form: Form) -> tuple[str, str]:
    rows = [
        f"<tr><th>{escape(a)}</th><td>{escape(b)}</td></tr>"
        if a
        else f"<tr><td colspan=2><h2>{escape(b)}</h2></td></tr>"
        for a, b in form.pairs
    ]
    inside = "\n".join(rows)
    return (
        "html",
        f"<html><body><h1>{escape(form.title)}</h1>\n<table>\n{inside}\n</table></body></html>\n",
    )


def _html_list(form: Form) -> tuple[str, str]:
    rows = [f"  <dt>{escape(a)}</dt>\n  <dd>{escape(b)}</dd>" for a, b in form.entries]
    inside = "\n".join(rows)
    return (
        "html",
        f"<html><body><h1>{escape(form.title)}</h1>\n<dl>\n{inside}\n</dl></body></html>\n",
    )


def _unique(names: Sequence[str]) -> list[str]:
    """Return names of fields, of which the second of a kind gets a number."""
    seen: dict[str, int] = {}
    done = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        done.append(name if seen[name] == 1 else f"{name}{seen[name]}")
    return done


def _json(name: Callable[[str], str], *, keep: bool) -> Callable[[Form], tuple[str, str]]:
    def layout(form: Form) -> tuple[str, str]:
        keys = _unique([name(label) for label, _ in form.entries])
        answers = dict(zip(keys, (value for _, value in form.entries), strict=True))
        whole: dict[str, object] = {"form": form.title, "submission": answers}
        return "json", json.dumps(whole, indent=2, ensure_ascii=not keep) + "\n"

    return layout


def _questions(form: Form) -> tuple[str, str]:
    answers = [{"question": label, "answer": value} for label, value in form.entries]
    return "json", json.dumps(
        {"title": form.title, "answers": answers}, ensure_ascii=False, indent=1
    ) + "\n"


def _xml(form: Form) -> tuple[str, str]:
    keys = _unique(
        ["".join(word.title() for word in snake(label).split("_")) for label, _ in form.entries]
    )
    rows = [f"  <{k}>{escape(v)}</{k}>" for k, (_, v) in zip(keys, form.entries, strict=True)]
    inside = "\n".join(rows)
    return "xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<Form>\n{inside}\n</Form>\n'


def _word_four(form: Form) -> tuple[str, bytes]:
    flat = [cell for pair in form.entries for cell in pair]
    flat += [""] * (-len(flat) % 4)
    return "docx", word([form.title, [flat[i : i + 4] for i in range(0, len(flat), 4)]])


def _word_lines(form: Form) -> tuple[str, bytes]:
    blocks = [part for a, b in form.pairs for part in ((a, b) if a else (b,))]
    return "docx", word([form.title, *blocks])


def _word_rows(form: Form) -> tuple[str, bytes]:
    return "docx", word([form.title, [[a, b] if a else [b, ""] for a, b in form.pairs]])


def _book(form: Form) -> tuple[str, bytes]:
    rows = [["", a, b] if a else [b, "", ""] for a, b in form.pairs]
    return "xlsx", workbook({"Form": [[form.title], [], *rows]})


def _book_across(form: Form) -> tuple[str, bytes]:
    labels, values = zip(*form.entries, strict=True)
    return "xlsx", workbook({"Responses": [list(labels), list(values)]})


def _csv_pairs(form: Form) -> tuple[str, str]:
    return "csv", delimited([("Field", "Value"), *form.entries], quoting=csv.QUOTE_ALL)


def _yaml(form: Form) -> tuple[str, str]:
    keys = _unique([snake(label) for label, _ in form.entries])
    rows = [
        f"  {k}: {json.dumps(v, ensure_ascii=False)}"
        for k, (_, v) in zip(keys, form.entries, strict=True)
    ]
    return "yaml", "\n".join([f"{snake(form.title)}:", *rows]) + "\n"


def _markdown(form: Form) -> tuple[str, str]:
    rows = [f"- **{a}:** {b}" if a else f"\n## {b}\n" for a, b in form.pairs]
    return "md", "\n".join([f"# {form.title}", "", *rows]) + "\n"


_LAYOUTS: dict[str, Callable[[Form], tuple[str, bytes | str]]] = {
    "colon": _lines(lambda a, b: f"{a}: {b}"),
    "colon spaced": _lines(lambda a, b: f"{a} : {b}", "\n-- {} --", "\r\n"),
    "below": _lines(lambda a, b: f"{a}:\n{b}"),
    "below plain": _lines(lambda a, b: f"{a}\n{b}\n", "\n{}\n"),
    "below gap": _lines(lambda a, b: f"{a}\n\n    {b}\n"),
    "tab": _lines(lambda a, b: f"{a}\t{b}"),
    "dotted": _lines(lambda a, b: f"{a} {'.' * max(3, 34 - len(a))} {b}", "\n{}"),
    "padded": _lines(lambda a, b: f"{a.upper():<36}{b}", "\n*** {} ***"),
    "equals": _lines(lambda a, b: f"{snake(a)}={b}", "[{}]"),
    "numbered": _lines(lambda a, b: f"Q. {a}?\nA. {b}\n"),
    "bars": _lines(lambda a, b: f"| {a} | {b} |", "| {} | |"),
    "two columns": _two_columns,
    "pdf": _pdf,
    "html rows": _html_rows,
    "html list": _html_list,
    "json camel": _json(camel, keep=True),
    "json snake": _json(snake, keep=False),
    "json questions": _questions,
    "xml": _xml,
    "docx rows": _word_rows,
    "docx four": _word_four,
    "docx lines": _word_lines,
    "xlsx": _book,
    "xlsx across": _book_across,
    "csv": _csv_pairs,
    "yaml": _yaml,
    "md": _markdown,
}
FORMS_IN = (*_LAYOUTS, "web mail")
