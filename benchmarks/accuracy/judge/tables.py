"""Tables: with headings, without, below titles, quoted, turned on their side, of fixed width."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from benchmarks.accuracy.draft import COLUMN, Document, Draft
from benchmarks.accuracy.files import Cell, delimited, word, workbook
from benchmarks.accuracy.forms import usual
from benchmarks.accuracy.people import Resident

# What a table is about: the ways to head each column, and the entity in it, None being a filler.
Columns = tuple[tuple[tuple[str, ...], str | None], ...]
_NAME = (("Name", "Full name", "Client", "Resident name"), "PERSON")
_DOB = (("DOB", "Date of birth", "D.O.B.", "BirthDate", "date_of_birth"), "DATE_OF_BIRTH")
_NINO = (("NINO", "NI Number", "NI No", "National Insurance Number", "ni_no"), "UK_NINO")
_NHS = (("NHS No", "NHS Number", "NHS_NUM", "nhsNumber"), "UK_NHS")
_POST = (("Postcode", "Post Code", "PCODE", "post_code"), "UK_POSTCODE")
_MAIL = (("Email", "E-mail address", "EMAIL_ADDR"), "EMAIL_ADDRESS")
_TEL = (("Tel", "Mobile", "Contact number", "Phone No."), "PHONE_NUMBER")
_REF = (("Ref", "Case ref", "ID"), None)
_SUBJECTS: dict[str, Columns] = {
    "residents": (_REF, _NAME, _DOB, _NINO, _POST, _MAIL, _TEL),
    "patients": (_REF, _NAME, _DOB, _NHS, _POST, _TEL),
    "pupils": (
        _NAME,
        _DOB,
        (("UPN", "Unique Pupil Number"), "UK_UPN"),
        (("ULN", "Learner number"), "UK_ULN"),
        _POST,
    ),
    "payroll": (
        _NAME,
        _NINO,
        (("Sort code", "SORT_CODE", "Bank sort code"), "UK_SORT_CODE"),
        (("Account no", "ACCT_NO", "Bank account number"), "UK_BANK_ACCOUNT"),
        _MAIL,
    ),
    "drivers": (
        _NAME,
        (("Driving licence", "Licence No", "DL number"), "UK_DRIVING_LICENCE"),
        (("VRM", "Reg", "Vehicle reg"), "UK_VEHICLE_REGISTRATION"),
        _TEL,
    ),
    "traders": (
        _NAME,
        (("UTR", "Tax ref (UTR)"), "UK_UTR"),
        (("IBAN", "Iban"), "IBAN_CODE"),
        _NINO,
        _POST,
    ),
    "offenders": (
        _NAME,
        _DOB,
        (("PNC ID", "PNC", "PNC No"), "UK_PNC"),
        (("CRO", "CRO Number"), "UK_CRO"),
        (("Prison No", "NOMIS ID", "Prison number"), "UK_PRISON_NUMBER"),
    ),
    "asylum": (
        _NAME,
        _DOB,
        (("Passport", "Passport No"), "UK_PASSPORT"),
        (("BRP", "BRP No", "Residence permit"), "UK_BRP"),
        (("Share code", "RTW share code"), "UK_SHARE_CODE"),
        (("HO ref", "Home Office ref"), "UK_HOME_OFFICE_REFERENCE"),
    ),
    "properties": (
        _NAME,
        (("UPRN",), "UK_UPRN"),
        _POST,
        _TEL,
        (("Blue Badge No", "Blue badge"), "UK_BLUE_BADGE"),
    ),
    "Ulster and Alba": (
        _NAME,
        _DOB,
        (("CHI", "CHI number"), "UK_CHI"),
        (("H&C No", "HCN"), "UK_HCN"),
        _POST,
    ),
}
_CONTENT = ("residents", "patients", "residents")  # what content alone can tell
_NAME_FORMS = ("first last", "last, first", "LAST, First", "title first last", "FIRST LAST")


def _table(
    draft: Draft, columns: Columns, rows: int, name_forms: Sequence[str] = _NAME_FORMS
) -> tuple[list[str], list[list[str]]]:
    """Return headings and rows; a column keeps one form, as systems do."""
    rng = draft.rng
    style = rng.choice(name_forms)
    shapes = {e: rng.choice(usual(e)) for _, e in columns if e is not None and e != "PERSON"}
    head, body = [rng.choice(ways) for ways, _ in columns], []
    for number in range(rows):
        who = draft.person(16)
        cells = []
        for _, entity in columns:
            if entity is None:
                cells.append(f"{rng.choice('CHX')}{1000 + number}")
            elif entity == "PERSON":
                cells.append(draft.name(who, COLUMN, style))
            else:
                cells.append(draft.put(who, entity, COLUMN, shapes[entity]))
        body.append(cells)
    return head, body


def _subject(draft: Draft) -> Columns:
    return _SUBJECTS[draft.rng.choice(list(_SUBJECTS))]


def csv_headed(draft: Draft) -> Document:
    """Comma or semicolon, only what must be quoted."""
    head, body = _table(draft, _subject(draft), draft.rng.randint(3, 30))
    text = delimited([head, *body], draft.rng.choice(",;|\t"))
    return draft.document("csv with headings", "csv", text)


def csv_quoted(draft: Draft) -> Document:
    """Every cell in quotes."""
    head, body = _table(draft, _subject(draft), draft.rng.randint(3, 30))
    return draft.document("csv, all quoted", "csv", delimited([head, *body], quoting=csv.QUOTE_ALL))


def csv_headerless(draft: Draft) -> Document:
    """Write an export without headings."""
    columns = _SUBJECTS[draft.rng.choice(_CONTENT)]
    _, body = _table(draft, columns, draft.rng.randint(4, 30))
    quoting = draft.rng.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL))
    return draft.document(
        "csv without headings", "csv", delimited(body, draft.rng.choice(",;|\t"), quoting)
    )


def csv_titled(draft: Draft) -> Document:
    """Two title rows and an empty one above the headings."""
    head, body = _table(draft, _subject(draft), draft.rng.randint(4, 25))
    width = len(head)
    titles = [["Caseload extract"], ["Run date", "02/03/2026", "Run by: system"], []]
    rows = [[*row, *[""] * (width - len(row))] for row in titles]
    text = delimited([*rows, head, *body, ["Total", str(len(body))]], draft.rng.choice(";\t"))
    return draft.document("csv below titles", "csv", text)


def csv_turned(draft: Draft) -> Document:
    """Labels in the first column, a person in each of the others."""
    head, body = _table(draft, _subject(draft), draft.rng.randint(2, 5))
    rows = [[label, *(row[i] for row in body)] for i, label in enumerate(head)]
    return draft.document("csv on its side", "csv", delimited(rows))


def fixed_width(draft: Draft) -> Document:
    """Write a printed list: columns of spaces, a rule below the headings, a page foot."""
    head, body = _table(
        draft, _subject(draft), draft.rng.randint(4, 25), ("LAST, First", "FIRST LAST")
    )
    widths = [max(len(row[i]) for row in [head, *body]) + 2 for i in range(len(head))]
    lines = [
        "".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip()
        for row in [head, ["-" * (w - 2) for w in widths], *body]
    ]
    return draft.document(
        "fixed width", "txt", "\n".join(["REPORT HB410   PAGE 1", "", *lines, "", "*** END ***"])
    )


def fixed_width_headerless(draft: Draft) -> Document:
    """Write the same as a data file: no headings."""
    _, body = _table(
        draft, _SUBJECTS[draft.rng.choice(_CONTENT)], draft.rng.randint(4, 25), ("FIRST LAST",)
    )
    widths = [max(len(row[i]) for row in body) + 2 for i in range(len(body[0]))]
    lines = [
        "".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in body
    ]
    return draft.document("fixed width without headings", "dat", "\r\n".join(lines))


def csv_split_names(draft: Draft) -> Document:
    """Given name and surname in columns of their own, and a column of notes."""
    rng, rows = draft.rng, []
    for _ in range(rng.randint(4, 20)):
        who = draft.person(18)
        first, last = draft.name_in_parts(who, COLUMN)
        row = [last, first, draft.put(who, "UK_POSTCODE", COLUMN, "spaced")]
        rows.append([*row, _note(draft, who)])
    return draft.document(
        "csv, names in two columns and notes",
        "csv",
        delimited([["Surname", "Forename", "Postcode", "Notes"], *rows]),
    )


def _note(draft: Draft, who: Resident) -> str:
    turn = draft.rng.randrange(4)
    if turn == 0:
        return f"NI is {draft.put(who, 'UK_NINO', 'label')}, awaiting evidence"
    if turn == 1:
        return f"call on {draft.put(who, 'PHONE_NUMBER', 'bare')} after 6"
    if turn == 2:
        return (
            f"NHS no {draft.put(who, 'UK_NHS', 'label')}; dob"
            f" {draft.put(who, 'DATE_OF_BIRTH', 'label')}"
        )
    return "left message, no reply"


def sheet(draft: Draft) -> Document:
    """Write a workbook with headings, all cells text."""
    head, body = _table(draft, _subject(draft), draft.rng.randint(3, 30))
    return draft.document("xlsx with headings", "xlsx", workbook({"Data": [head, *body]}))


def sheet_titled(draft: Draft) -> Document:
    """Title rows, an empty column, and a second sheet."""
    head, body = _table(draft, _subject(draft), draft.rng.randint(3, 30))
    other, more = _table(draft, _subject(draft), 4)
    shifted: list[list[Cell]] = [[None, *row] for row in [head, *body]]
    sheets: dict[str, list[list[Cell]]] = {
        "Summary": [["Service: Adults"], [], *shifted],
        "Other": [[*row] for row in [other, *more]],
    }
    return draft.document("xlsx below titles", "xlsx", workbook(sheets))


def sheet_of_numbers(draft: Draft) -> Document:
    """Write numbers and dates as a spreadsheet keeps them: no leading zeros."""
    head: list[Cell] = ["Name", "NHS Number", "Mobile", "DOB", "Sort Code", "Account Number"]
    rows = [head]
    for _ in range(draft.rng.randint(4, 25)):
        who = draft.person(18)
        nhs = draft.put(who, "UK_NHS", COLUMN, "closed up")
        phone = draft.put(who, "PHONE_NUMBER", COLUMN, "closed up")
        account = draft.put(who, "UK_BANK_ACCOUNT", COLUMN, "closed up")
        sort = draft.put(who, "UK_SORT_CODE", COLUMN, "closed up")
        draft.put(who, "DATE_OF_BIRTH", COLUMN, "ISO")
        draft.rename("number or date cell", 5)
        rows.append(
            [draft.name(who, COLUMN), int(nhs), int(phone), who.born, int(sort), int(account)]
        )
    return draft.document("xlsx of numbers", "xlsx", workbook({"Sheet1": rows}))


def lost_zeros(draft: Draft) -> Document:
    """Write a spreadsheet saved as CSV: telephone numbers and sort codes have lost their zeros."""
    rows = []
    for _ in range(draft.rng.randint(4, 20)):
        who = draft.person(18)
        phone = draft.put(who, "PHONE_NUMBER", COLUMN, "closed up")[1:]
        draft.rename("zero lost")
        rows.append([draft.name(who, COLUMN), phone, draft.put(who, "UK_NHS", COLUMN, "closed up")])
    return draft.document(
        "csv, zeros lost", "csv", delimited([["Name", "Mobile", "NHS No"], *rows])
    )


def word_table(draft: Draft) -> Document:
    """Write a table in a Word document, below a paragraph."""
    head, body = _table(draft, _subject(draft), draft.rng.randint(3, 12))
    return draft.document("docx table", "docx", word(["Attached as requested.", [head, *body]]))


def html_table(draft: Draft) -> Document:
    """Write a report page with a table."""
    head, body = _table(draft, _subject(draft), draft.rng.randint(3, 20))
    rows = [
        "<tr>" + "".join(f"<th>{c}</th>" for c in head) + "</tr>",
        *("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in body),
    ]
    return draft.document(
        "html table",
        "html",
        f"<html><body><h1>Open cases</h1><table>{''.join(rows)}</table></body></html>",
    )


def markdown_table(draft: Draft) -> Document:
    """Write a table in a wiki page."""
    head, body = _table(draft, _subject(draft), draft.rng.randint(3, 12))
    lines = ["| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *body]]
    return draft.document("wiki table", "md", "\n".join(["# Caseload", "", *lines]))


LAYOUTS = (
    csv_headed,
    csv_quoted,
    csv_headerless,
    csv_titled,
    csv_turned,
    fixed_width,
    fixed_width_headerless,
    csv_split_names,
    sheet,
    sheet_titled,
    sheet_of_numbers,
    lost_zeros,
    word_table,
    html_table,
    markdown_table,
)
