"""Documents that people write: notes, logs, minutes, complaints, notes in tables, forms."""

from __future__ import annotations

import csv
import json
from html import escape
from xml.sax.saxutils import escape as xml_escape

from benchmarks.accuracy.draft import COLUMN, LABEL, Document, Draft
from benchmarks.accuracy.files import Cell, delimited, mail, word, workbook
from benchmarks.accuracy.sealed.grammar import cast, say


def _day(draft: Draft) -> str:
    return f"{draft.rng.randint(1, 28):02}.{draft.rng.randint(1, 12):02}.25"


def _notes(draft: Draft, symbol: str, most: int) -> list[str]:
    """Return paragraphs about one client, whose other contacts change."""
    people, told = dict(cast(draft)), []
    for _ in range(draft.rng.randint(3, most)):
        if draft.rng.random() < 0.4:
            people["o"] = draft.person(18)
        told.append(say(draft, symbol, people))
    return told


def case_notes(draft: Draft) -> Document:
    """Write dated entries with the writer's initials, as text or in Word."""
    entries = [
        f"{_day(draft)} {draft.rng.choice(('JT', 'PW', 'MK'))}: {text}"
        for text in _notes(draft, "note", 14)
    ]
    if draft.rng.random() < 0.5:
        return draft.document("case notes, docx", "docx", word(["Running record", *entries]))
    return draft.document("case notes", "txt", "\r\n\r\n".join(entries))


def call_log(draft: Draft) -> Document:
    """Write calls as CSV: the agent in a column, the rest in free text."""
    rows = [["Logged", "Handled by", "What was said", "Outcome"]]
    agents = [draft.person(20) for _ in range(3)]
    for _ in range(draft.rng.randint(5, 18)):
        agent = draft.name(draft.rng.choice(agents), COLUMN)
        rows.append([_day(draft), agent, say(draft, "call", cast(draft)), "closed"])
    quoting = draft.rng.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL))
    return draft.document("call log", "csv", delimited(rows, ",", quoting))


def minutes(draft: Draft) -> Document:
    """Write minutes of a conference."""
    people = cast(draft)
    present = [draft.name(people["f"], LABEL), draft.name(draft.person(25), LABEL)]
    items = [f"{i}. {say(draft, 'minute', people)}" for i in range(1, draft.rng.randint(5, 12))]
    lines = ["CASE CONFERENCE", f"Attendees: {'; '.join(present)}", *items, "Date of next: tbc"]
    if draft.rng.random() < 0.6:
        return draft.document("minutes, docx", "docx", word(lines))
    return draft.document("minutes", "txt", "\n".join(lines))


def complaint(draft: Draft) -> Document:
    """Write a letter of complaint: mail, text or Word."""
    people = cast(draft)
    sender = people["c"]
    body = [say(draft, "complaint", people) for _ in range(draft.rng.randint(3, 8))]
    ending = ["Yours in disappointment,", draft.name(sender, LABEL)]
    style = draft.rng.randrange(3)
    if style == 0:
        headers = {
            "From": f"{draft.name(sender, LABEL)} <{draft.put(sender, 'EMAIL_ADDRESS', LABEL)}>",
            "To": draft.role_mailbox("complaints@example.org"),
            "Subject": "third and last time",
            "Date": "Tue, 10 Feb 2026 21:40:00 +0000",
        }
        text = "\n\n".join(["To whom it may concern", *body, *ending])
        return draft.document("complaint, mail", "eml", mail(headers, text))
    lines = ["To whom it may concern", *body, *ending]
    if style == 1:
        return draft.document("complaint, docx", "docx", word(lines))
    return draft.document("complaint", "txt", "\n\n".join(lines))


def notes_sheet(draft: Draft) -> Document:
    """Write a spreadsheet with a column of notes."""
    rows: list[list[Cell]] = [["Ref", "Service user", "Latest", "RAG"]]
    for number in range(draft.rng.randint(4, 16)):
        people = cast(draft)
        told = say(draft, "note", people)
        rows.append([f"SU{number}", draft.name(people["c"], COLUMN), told, "amber"])
    return draft.document("sheet with notes", "xlsx", workbook({"Allocations": rows}))


def tickets(draft: Draft) -> Document:
    """Write the export of a help desk, JSON."""
    found = []
    for number in range(draft.rng.randint(2, 8)):
        people = cast(draft)
        found.append({
            "ticket": 70_000 + number,
            "raisedBy": draft.name(people["f"], LABEL),
            "body": " ".join(say(draft, "call", people) for _ in range(2)),
        })  # fmt: skip
    text = json.dumps({"tickets": found}, ensure_ascii=False, indent=draft.rng.choice((None, 1)))
    return draft.document("tickets, json", "json", text)


def xml_notes(draft: Draft) -> Document:
    """Write notes as XML, the author in an attribute."""
    notes = []
    for _ in range(draft.rng.randint(2, 8)):
        people = cast(draft)
        author = draft.name(people["f"], LABEL)
        text = xml_escape(say(draft, "note", people))
        notes.append(f'  <note author="{author}"><text>{text}</text></note>')
    return draft.document("notes, xml", "xml", "<notes>\n" + "\n".join(notes) + "\n</notes>\n")


def sql_notes(draft: Draft) -> Document:
    """Write a dump of a table of notes, one INSERT a row."""
    lines = []
    for number in range(draft.rng.randint(3, 12)):
        text = say(draft, "note", cast(draft)).replace("'", "''")
        row = f"({number}, '{text}')"
        lines.append(f"INSERT INTO case_note (id, body) VALUES {row};")  # noqa: S608  a test file
    return draft.document("notes, sql", "sql", "\n".join(lines) + "\n")


def web_page(draft: Draft) -> Document:
    """Write a page of messages of a portal."""
    told = "".join(f'<div class="msg"><p>{escape(t)}</p></div>' for t in _notes(draft, "note", 8))
    page = f"<html><head><title>Messages</title></head><body>{told}</body></html>"
    return draft.document("messages, html", "html", page)


def ticked_form(draft: Draft) -> Document:
    """Write a form of one page with several labels on each line."""
    who, landlord = draft.person(18), draft.person(25)
    lines = [
        "HOUSING APPLICATION            FOR OFFICE USE: 4012 / 88 / B",
        f"1 Applicant: {draft.name(who, LABEL)}   Born: {draft.put(who, 'DATE_OF_BIRTH', LABEL)}",
        f"  NI: {draft.put(who, 'UK_NINO', LABEL)}   Tel: {draft.put(who, 'PHONE_NUMBER', LABEL)}",
        f"2 Now living at: {draft.address(who, LABEL)}   [x] tenant  [ ] owner",
        f"3 Landlord: {draft.name(landlord, LABEL)}, {draft.put(landlord, 'PHONE_NUMBER', LABEL)}",
        f"4 Pay to: sort code {draft.put(who, 'UK_SORT_CODE', LABEL)}"
        f" account {draft.put(who, 'UK_BANK_ACCOUNT', LABEL)}",
        f"5 Passport no {draft.put(who, 'UK_PASSPORT', LABEL)} [x] seen",
        f"  BRP {draft.put(who, 'UK_BRP', LABEL)} [ ] seen   Signed: {draft.name(who, LABEL)}",
    ]
    if draft.rng.random() < 0.5:
        return draft.document("ticked form, docx", "docx", word(lines))
    return draft.document("ticked form", "txt", "\n".join(lines))


def short_headings(draft: Draft) -> Document:
    """Write a table whose headings are the short ones of an old system."""
    rows = [["SU_NM", "BRTH_DT", "NAT_INS", "NHS", "P_CODE", "HOME_TEL"]]
    for _ in range(draft.rng.randint(4, 20)):
        who = draft.person(1)
        rows.append(
            [
                draft.name(who, COLUMN, "LAST, First"),
                draft.put(who, "DATE_OF_BIRTH", COLUMN, "figures"),
                draft.put(who, "UK_NINO", COLUMN, "closed up"),
                draft.put(who, "UK_NHS", COLUMN, "closed up"),
                draft.put(who, "UK_POSTCODE", COLUMN, "spaced"),
                draft.put(who, "PHONE_NUMBER", COLUMN, "closed up"),
            ]
        )
    return draft.document("short headings", "csv", delimited(rows, draft.rng.choice("\t|;")))


DOCUMENTS = (
    case_notes, call_log, minutes, complaint, notes_sheet, tickets, xml_notes, sql_notes, web_page,
    ticked_form, short_headings, case_notes,
)  # fmt: skip
