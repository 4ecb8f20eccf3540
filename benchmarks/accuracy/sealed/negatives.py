"""Documents of hard negatives, and clean ones."""

from __future__ import annotations

import json
from html import escape

from benchmarks.accuracy.draft import Document, Draft, Kind
from benchmarks.accuracy.files import Cell, delimited, mail, word, workbook
from benchmarks.accuracy.sealed.grammar import cast, say


def _told(draft: Draft, *symbols: str) -> list[str]:
    people = cast(draft)  # nobody of them is named: the symbols have no slots for people
    return [say(draft, draft.rng.choice(symbols), people) for _ in range(draft.rng.randint(6, 20))]


def memo(draft: Draft) -> Document:
    """Write a memo of look-alikes, as text or in Word."""
    told = _told(draft, "negative", "negative", "plain")
    if draft.rng.random() < 0.5:
        return draft.document("memo of look-alikes, docx", "docx", word(told), Kind.LOOKALIKE)
    return draft.document("memo of look-alikes", "txt", "\n".join(told), Kind.LOOKALIKE)


def remarks(draft: Draft) -> Document:
    """Write a table with a column of look-alikes."""
    rows = [["Line", "Remark"], *([str(i), t] for i, t in enumerate(_told(draft, "negative"), 1))]
    return draft.document("remarks, csv", "csv", delimited(rows, ";"), Kind.LOOKALIKE)


def remarks_sheet(draft: Draft) -> Document:
    """Write the same as a workbook."""
    rows: list[list[Cell]] = [["Line", "Remark"]]
    rows += [[i, text] for i, text in enumerate(_told(draft, "negative", "plain"), 1)]
    return draft.document("remarks, xlsx", "xlsx", workbook({"Log": rows}), Kind.LOOKALIKE)


def news(draft: Draft) -> Document:
    """Write a page of news with look-alikes."""
    told = "".join(f"<p>{escape(text)}</p>" for text in _told(draft, "negative", "plain", "plain"))
    return draft.document("page of look-alikes", "html", f"<html>{told}</html>", Kind.LOOKALIKE)


def events(draft: Draft) -> Document:
    """Write events as JSON lines."""
    lines = [json.dumps({"n": i, "msg": t}) for i, t in enumerate(_told(draft, "negative"))]
    return draft.document("events, json lines", "jsonl", "\n".join(lines), Kind.LOOKALIKE)


def report(draft: Draft) -> Document:
    """Write a report that names nobody."""
    told = _told(draft, "plain")
    if draft.rng.random() < 0.5:
        return draft.document("report, docx", "docx", word(["Report", *told]), Kind.CLEAN)
    return draft.document("report", "txt", "\n\n".join(told), Kind.CLEAN)


def bulletin(draft: Draft) -> Document:
    """Write a mail from an office to an office."""
    headers = {
        "From": draft.role_mailbox("news@example.org"),
        "To": draft.role_mailbox("members@example.org"),
        "Subject": "Bulletin",
        "Date": "Tue, 10 Feb 2026 08:00:00 +0000",
    }
    text = "\n\n".join(_told(draft, "plain"))
    return draft.document("bulletin", "eml", mail(headers, text), Kind.CLEAN)


DOCUMENTS = (memo, remarks, remarks_sheet, news, events, report, bulletin)
