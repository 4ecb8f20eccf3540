"""Forms with a value for each label, as those who send them lay them out."""

from __future__ import annotations

import html
import json
import re
import textwrap

from benchmarks.accuracy.files import Cell, delimited, mail, workbook
from benchmarks.accuracy.outside.paper import grid, next_cells, paged, saved, titled
from benchmarks.accuracy.unseen.pen import Pen
from benchmarks.accuracy.unseen.shapes import FormFace, Pairs

ONLY_HTML = "This message is best seen in a program that shows HTML.\n"
"""The plain part of a message of which all stands in the other: else all would stand twice."""
_WIDTH = 84  # characters of a line of a form


def flat(text: str) -> str:
    """Return a value of several lines in one."""
    return text.replace("\n", ", ")


def key(label: str) -> str:
    """Return a label as programs name a field."""
    return "_".join(re.findall(r"[^\W_]+", label.lower())) or "field"


def _aligned(pairs: Pairs, pen: Pen) -> list[str]:
    mark = pen.pick(" : |: |   |\t: ")
    width = max(len(label) for label, _ in pairs)
    lines = []
    for label, value in pairs:
        first, *more = value.split("\n")
        lines += [f"{label.ljust(width)}{mark}{first}".rstrip()]
        lines += [" " * (width + len(mark)) + rest for rest in more]
    return lines


def _two_up(pairs: Pairs, _: Pen) -> list[str]:
    """Return two pairs side by side, where both are short."""
    lines: list[str] = []
    waiting = ""
    for label, value in pairs:
        text = f"{label}: {flat(value)}" if value else label.upper()
        if waiting and value and len(text) <= _WIDTH // 2:
            lines.append(f"{waiting.ljust(_WIDTH // 2)}{text}")
            waiting = ""
        elif value and len(text) < _WIDTH // 2 - 1:
            lines += [waiting] * bool(waiting)
            waiting = text
        else:
            lines += [*[waiting] * bool(waiting), text]
            waiting = ""
    return [*lines, waiting]


def _side_by_side(pairs: Pairs, _: Pen) -> list[str]:
    """Return two columns: the first half of the form left, the other right, value below label."""
    half = (len(pairs) + 1) // 2
    columns = [
        [line for label, value in part for line in (label, f"  {flat(value)}", "")]
        for part in (pairs[:half], pairs[half:])
    ]
    width = max(map(len, columns[0])) + 4
    right = columns[1] + [""] * (len(columns[0]) - len(columns[1]))
    return [f"{a.ljust(width)}{b}".rstrip() for a, b in zip(columns[0], right, strict=True)]


def _boxed(pairs: Pairs, _: Pen) -> list[str]:
    return grid([[label, flat(value)] for label, value in pairs])


def _below(pairs: Pairs, pen: Pen) -> list[str]:
    mark = pen.pick("|    |> |\t")
    return [
        line
        for label, value in pairs
        for line in (label, *(mark + part for part in value.split("\n") if value), "")
    ]


def _keyed(pairs: Pairs, pen: Pen) -> list[str]:
    mark = pen.pick("=| = |: ")
    return [
        f"{key(label)}{mark}{flat(value)}" if value else f"[{key(label)}]" for label, value in pairs
    ]


def _numbered(pairs: Pairs, _: Pen) -> list[str]:
    lines, part, number = [], 1, 0
    for label, value in pairs:
        if value:
            number += 1
            lines.append(f"Q{part}.{number} {label}  {flat(value)}")
        else:
            part, number = part + 1, 0
            lines += ["", f"Part {part}. {label}"]
    return lines


def _bracketed(pairs: Pairs, _: Pen) -> list[str]:
    return [f"[{label}] {flat(value)}" if value else f"--- {label} ---" for label, value in pairs]


def _run_on(pairs: Pairs, pen: Pen) -> list[str]:
    """Return the form as one paragraph, as a summary is pasted."""
    mark = pen.pick("; | | - |, ")
    text = mark.join(f"{label}: {flat(value)}" for label, value in pairs if value)
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


_PLAIN = (
    _aligned, _aligned, _two_up, _side_by_side, _boxed, _below, _below, _keyed, _numbered,
    _bracketed, _run_on,
)  # fmt: skip


def _lines(title: str, pairs: Pairs, pen: Pen) -> list[str]:
    head = pen.pick("plain|plain|centre|stars")
    shown = {"centre": title.center(_WIDTH).rstrip(), "stars": f"*** {title.upper()} ***"}
    return [shown.get(head, title), "", *pen.rng.choice(_PLAIN)(pairs, pen)]


def _text(title: str, pairs: Pairs, pen: Pen) -> str:
    return "\n".join(_lines(title, pairs, pen)) + "\n"


def _pdf(title: str, pairs: Pairs, pen: Pen) -> bytes:
    return paged(_lines(title, pairs, pen))


def _word(title: str, pairs: Pairs, pen: Pen) -> bytes:
    """Return a Word table under a merged title, a heading over all columns, two pairs in a row."""
    table, document = titled(title, 4)
    row = None
    for label, value in pairs:
        if not value:
            cells = next_cells(table)
            cells[0].merge(cells[3]).text = label
            row = None
        elif len(value) > 60 or pen.rng.random() < 0.2:
            cells = next_cells(table)
            cells[0].text, cells[1].merge(cells[3]).text = label, value
            row = None
        elif row is None:
            row = next_cells(table)
            row[0].text, row[1].text = label, value
        else:
            row[2].text, row[3].text = label, value
            row = None
    return saved(document)


def _web(title: str, pairs: Pairs, pen: Pen) -> str:
    how = pen.pick("table|nested|dl|label")
    shape = {
        "table": '<tr><th scope="row" align="left">{}</th><td>{}</td></tr>',
        "nested": "<tr><td><table><tr><td>{}:</td></tr><tr><td>{}</td></tr></table></td></tr>",
        "dl": '<div class="row"><dt>{}</dt><dd>{}</dd></div>',
        "label": '<p><label>{}</label><br><span class="answer">{}</span></p>',
    }[how]
    rows = "\n".join(
        shape.format(html.escape(label), html.escape(value).replace("\n", "<br>"))
        if value else f"</table><h3>{html.escape(label)}</h3><table>"
        for label, value in pairs
    )  # fmt: skip
    return (
        f"<html><head><meta charset='utf-8'><title>{html.escape(title)}</title></head><body>"
        f"<h2>{html.escape(title)}</h2><table>\n{rows}\n</table></body></html>"
    )


def _notice(title: str, pairs: Pairs, pen: Pen) -> bytes:
    """Return the mail by which a web form tells of an answer."""
    sender = pen.fill("{O.mail:no-reply}")
    headers = {"From": f"Website <{sender}>", "To": "undisclosed-recipients:;", "Subject": title}
    if pen.rng.random() < 0.3:
        return mail(headers, ONLY_HTML, _web(title, pairs, pen))
    return mail(headers, "".join(f"{label}: {flat(value)}\n" for label, value in pairs))


def _sheet(title: str, pairs: Pairs, pen: Pen) -> bytes:
    """Return a sheet used as a form: labels in B and F, values some cells to the right."""
    rows: list[list[Cell]] = [[None, title], []]
    wide = pen.rng.random() < 0.5
    for start in range(0, len(pairs), 1 + wide):
        row: list[Cell] = [None]
        for label, value in pairs[start : start + 1 + wide]:
            row += [label, value or None, None, None]
        rows.append(row)
    return workbook({pen.pick("Form|Sheet1|Referral|Page 1"): rows})


def _object(_: str, pairs: Pairs, pen: Pen) -> str:
    """Return JSON: fields of an object in its parts, or a list of labels with answers."""
    if pen.rng.random() < 0.5:
        answers = [{"label": label, "answer": value} for label, value in pairs if value]
        return json.dumps({"responses": answers}, indent=1, ensure_ascii=False)
    parts: dict[str, dict[str, str]] = {}
    part = parts.setdefault("submission", {})
    for label, value in pairs:
        if value:
            part[key(label)] = value
        else:
            part = parts.setdefault(key(label), {})
    return json.dumps(parts, indent=2, ensure_ascii=False)


def _markup(title: str, pairs: Pairs, pen: Pen) -> str:
    shape = pen.pick('<{0}>{1}</{0}>|<field name="{0}">{1}</field>|<{0} value="{1}"/>')
    rows = "\n".join(
        "  " + shape.format(key(label).title().replace("_", ""), html.escape(flat(value)))
        for label, value in pairs
        if value
    )
    return f'<?xml version="1.0"?>\n<Message type="{html.escape(title)}">\n{rows}\n</Message>\n'


def _single(_: str, pairs: Pairs, pen: Pen) -> str:
    """Return one record as delimited text, along or down the page."""
    known = [(label, flat(value)) for label, value in pairs if value]
    along = [[label for label, _ in known], [value for _, value in known]]
    return delimited(along if pen.rng.random() < 0.5 else known, pen.pick(",|,|;|\t"))


FACES: dict[str, tuple[str, FormFace]] = {
    "txt": ("txt", _text), "pdf": ("pdf", _pdf), "docx": ("docx", _word), "html": ("html", _web),
    "eml": ("eml", _notice), "xlsx": ("xlsx", _sheet), "json": ("json", _object),
    "xml": ("xml", _markup), "csv": ("csv", _single),
}  # fmt: skip
