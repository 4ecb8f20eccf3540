"""Forms of labels and values, as people fill them in and programs print them."""

from __future__ import annotations

import html
import json
from collections.abc import Callable

from benchmarks.accuracy.draft import LABEL, Kind
from benchmarks.accuracy.files import delimited, mail, word, workbook
from benchmarks.accuracy.strangers.genre import Genre, Made
from benchmarks.accuracy.strangers.pen import Pen
from benchmarks.share.formats.pdf import pdf_lines

Fields = list[tuple[str, str]]
_MISREAD = {"o": "0", "l": "1", "i": "l", "e": "c", "S": "5", "m": "rn", "B": "8", "d": "cl"}
_SHARE_MISREAD = 0.14


def _listed(title: str, fields: Fields, pen: Pen, after: str) -> Made:
    mark = pen.pick(": |: |:  | - | : |:\t")
    return "txt", "\n".join([title, "", *(f"{k}{mark}{v}" for k, v in fields), "", after, ""])


def _leaders(title: str, fields: Fields, _: Pen, after: str) -> Made:
    lines = [f"{k} {'.' * max(3, 38 - len(k))} {v}" for k, v in fields]
    return "txt", "\n".join([title.upper(), "=" * len(title), *lines, "", after, ""])


def _below(title: str, fields: Fields, pen: Pen, after: str) -> Made:
    indent = pen.pick("|    |\t")
    lines = [f"{k}\n{indent}{v}\n" for k, v in fields]
    return "txt", "\n".join([title, "", *lines, after, ""])


def _two_abreast(title: str, fields: Fields, _: Pen, after: str) -> Made:
    lines = [title, ""]
    for at in range(0, len(fields), 2):
        pair = [f"{k}: {v}" for k, v in fields[at : at + 2]]
        lines.append("".join(text.ljust(46) for text in pair[:-1]) + "  " + pair[-1])
    return "txt", "\n".join([*lines, "", after, ""])


def _capitals(title: str, fields: Fields, _: Pen, after: str) -> Made:
    width = max(len(k) for k, _ in fields) + 2
    lines = [f"{k.upper().ljust(width)}{v.upper()}" for k, v in fields]
    return "txt", "\n".join([title.upper(), *lines, "", after.upper(), "*** END OF SCREEN ***", ""])


def _misread(title: str, fields: Fields, pen: Pen, after: str) -> Made:
    def label(text: str) -> str:
        rng = pen.rng
        return "".join(_MISREAD.get(c, c) if rng.random() < _SHARE_MISREAD else c for c in text)

    lines = [f"{label(k)}{pen.pick(':|: | :|;|  ')} {v}" for k, v in fields]
    return "txt", "\n".join([label(title), *lines, label(after), ""])


def _web(title: str, fields: Fields, pen: Pen, after: str) -> Made:
    start, middle, end = pen.rng.choice((
        ("<tr><th scope='row'>", "</th><td>", "</td></tr>"),
        ("<dt>", "</dt><dd>", "</dd>"),
        ("<p><strong>", "</strong><br>", "</p>"),
        ("<div class='q'>", "</div>\n<div class='a'>", "</div>"),
    ))  # fmt: skip
    lines = [f"{start}{html.escape(k)}{middle}{html.escape(v)}{end}" for k, v in fields]
    outer = {"<tr>": "table", "<dt>": "dl"}.get(start[:4], "section")
    inner = "\n".join(lines).replace("\n</d", "</d")
    return "html", (
        f"<html><head><title>{html.escape(title)}</title></head><body>\n<{outer}>\n{inner}\n"
        f"</{outer}>\n<p>{html.escape(after)}</p></body></html>\n"
    )


def _word(title: str, fields: Fields, pen: Pen, after: str) -> Made:
    if pen.rng.random() < 0.25:
        return "docx", word([title, *(f"{k}: {v}" for k, v in fields), after])
    return "docx", word([title, [[k, v] for k, v in fields], after])


def _word_four(title: str, fields: Fields, _: Pen, after: str) -> Made:
    table = [[c for k, v in fields[at : at + 2] for c in (k, v)] for at in range(0, len(fields), 2)]
    return "docx", word([title, table, after])


def _sheet(title: str, fields: Fields, _: Pen, after: str) -> Made:
    rows: list[list[str]] = [[title], [], *([k, v] for k, v in fields), [], [after]]
    return "xlsx", workbook({"Form": rows})


def _print(title: str, fields: Fields, _: Pen, after: str) -> Made:
    lines = [title, "-" * 60]
    for k, v in fields:
        first, *rest = v.split("\n")
        lines += [f"{k[:30]:<32}{first}", *(" " * 32 + line for line in rest)]
    return "pdf", pdf_lines([*lines, "-" * 60, *after.split("\n")])


def _json(title: str, fields: Fields, pen: Pen, after: str) -> Made:
    answers: object = dict(fields)
    if pen.rng.random() < 0.4:
        answers = [{"question": k, "answer": v} for k, v in fields]
    indent = pen.rng.choice((2, 4, None))
    body = {"form": title, "submission": answers, "note": after}
    return "json", json.dumps(body, ensure_ascii=False, indent=indent)


def _yaml(title: str, fields: Fields, _: Pen, after: str) -> Made:
    lines = [
        f"  {k.lower().replace(' ', '_')}: {json.dumps(v, ensure_ascii=False)}" for k, v in fields
    ]
    return "yaml", "\n".join(["# " + title, "record:", *lines, f"# {after}".rstrip(), ""])


def _mailed(title: str, fields: Fields, pen: Pen, after: str) -> Made:
    starred = pen.rng.random() < 0.5
    lines = [f"*{k}*\n{v}\n" if starred else f"{k}: {v}" for k, v in fields]
    headers = {"From": pen.fill("«council.box:no-reply»"), "Subject": title}
    return "eml", mail(headers, "\n".join([*lines, "", after, ""]))


def _row(title: str, fields: Fields, _: Pen, after: str) -> Made:
    rows = [[title], *([k, v] for k, v in fields), [after]]
    return "csv", delimited(rows)


_FACES: dict[str, Callable[[str, Fields, Pen, str], Made]] = {
    "listed": _listed, "leaders": _leaders, "below": _below, "abreast": _two_abreast,
    "capitals": _capitals, "misread": _misread, "html": _web, "docx": _word, "docx4": _word_four,
    "xlsx": _sheet, "pdf": _print, "json": _json, "yaml": _yaml, "eml": _mailed, "csv": _row,
}  # fmt: skip
_USUAL = "listed listed leaders below abreast capitals misread html docx docx4 xlsx pdf json eml"


def card(
    kind: Kind, name: str, title: str, *versions: str, after: str = "", faces: str = _USUAL
) -> Genre:
    """Return a kind of form; each version has a label and its value, parted by =, on a line."""

    def make(pen: Pen) -> Made:
        lines = pen.chosen(pen.rng.choice(versions)).strip().split("\n")
        pairs = [line.strip().partition("=") for line in lines]
        head = pen.fill(title)
        fields = [(pen.fill(k).strip(), pen.fill(v, LABEL).strip()) for k, _, v in pairs]
        return _FACES[pen.rng.choice(faces.split())](head, fields, pen, pen.fill(after))

    return Genre(name, kind, make)
