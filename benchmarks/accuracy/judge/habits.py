"""Habits of people and programs that change a value or its label."""

from __future__ import annotations

import json

from benchmarks.accuracy.draft import BARE_TEXT, COLUMN, LABEL, Document, Draft, Truth
from benchmarks.accuracy.files import delimited, mail
from benchmarks.accuracy.forms import FORMS
from benchmarks.accuracy.people import Resident, folded

_ODD_LABELS: tuple[tuple[str, str], ...] = (
    ("DATE_OF_BIRTH", "DoB"),
    ("DATE_OF_BIRTH", "D.o.B."),
    ("DATE_OF_BIRTH", "Date of Birth (dd/mm/yyyy)"),
    ("DATE_OF_BIRTH", "Birthdate"),
    ("DATE_OF_BIRTH", "Child's date of birth"),
    ("DATE_OF_BIRTH", "birthday"),
    ("UK_NINO", "Nat. Ins. No"),
    ("UK_NINO", "NI#"),
    ("UK_NINO", "Nat Ins"),
    ("UK_NINO", "Partner's NI number"),
    ("UK_NHS", "NHS#"),
    ("UK_NHS", "Patient ID"),
    ("UK_NHS", "New NHS No"),
    ("PHONE_NUMBER", "Tel (day)"),
    ("PHONE_NUMBER", "Mob"),
    ("PHONE_NUMBER", "Next of kin contact"),
    ("UK_SORT_CODE", "S/C"),
    ("UK_BANK_ACCOUNT", "A/C No"),
    ("UK_BANK_ACCOUNT", "Bank acc"),
    ("UK_PASSPORT", "PPT No"),
    ("UK_PASSPORT", "Passport/ID"),
    ("UK_DRIVING_LICENCE", "DVLA licence"),
    ("UK_VEHICLE_REGISTRATION", "VRN"),
    ("UK_UTR", "Self Assessment UTR"),
    ("UK_UTR", "Tax reference"),
    ("UK_UPN", "Former UPN"),
    ("UK_ULN", "Learner ref (ULN)"),
    ("UK_CHI", "CHI No."),
    ("UK_BRP", "Residence permit number"),
    ("UK_PRISON_NUMBER", "NOMS number"),
)


def odd_labels(draft: Draft) -> Document:
    """Write labels as people shorten and lengthen them; the form says which it was."""
    lines = []
    for entity, label in draft.rng.sample(_ODD_LABELS, 10):
        text = draft.put(draft.person(18), entity, LABEL)
        draft.rename(f"label {label}")
        lines.append(f"{label}: {text}")
    return draft.document("unusual labels", "txt", "\n".join(lines))


def value_first(draft: Draft) -> Document:
    """Write the label after its value."""
    who = draft.person(18)
    lines = [
        f"{draft.name(who, LABEL)} (applicant)",
        f"{draft.put(who, 'UK_NINO', LABEL)} (NI number)",
        f"{draft.put(who, 'DATE_OF_BIRTH', LABEL)} (DOB)",
        f"{draft.put(who, 'UK_PASSPORT', LABEL)} - passport",
        f"{draft.put(who, 'UK_BANK_ACCOUNT', LABEL)} is the account number",
        f"{draft.put(who, 'UK_NHS', LABEL)} = NHS no",
    ]
    return draft.document("label after its value", "txt", "\n".join(lines))


def boxes(draft: Draft) -> Document:
    """Write one character in each box, as printed forms have it."""
    who, lines = draft.person(18), []
    for entity, label in (
        ("UK_NINO", "National Insurance number"),
        ("UK_NHS", "NHS number"),
        ("UK_SORT_CODE", "Sort code"),
        ("UK_BANK_ACCOUNT", "Account number"),
        ("UK_POSTCODE", "Postcode"),
    ):
        text = draft.put(who, entity, LABEL, "closed up")
        draft.rename("a character in each box")
        lines.append(f"{label}: {' '.join(text)}")
    day = draft.put(who, "DATE_OF_BIRTH", LABEL, "figures").replace("/", "")
    draft.rename("a character in each box")
    lines.append(f"Date of birth: {' '.join(day)}")
    return draft.document("a character in each box", "txt", "\n".join(lines))


def in_brackets(draft: Draft) -> Document:
    """Write lists of names, the day of birth in brackets, and names with an office."""
    lines = ["Household:"]
    for _ in range(4):
        who = draft.person(1)
        born = draft.put(who, "DATE_OF_BIRTH", LABEL, "figures")
        draft.rename("in brackets after a name")
        lines.append(f"- {draft.name(who, BARE_TEXT)} ({born})")
    for office in ("Cllr", "PC 4412", "Dr.", "Sister", "Imam", "Rev."):
        who = draft.person(30)
        draft.truths.append(Truth("PERSON", folded(who.last), f"{office} last", LABEL))
        lines.append(f"Also told: {office} {who.last}.")
    return draft.document("names with days and offices", "txt", "\n".join(lines))


def together(draft: Draft) -> Document:
    """Write two values after one label, and telephone numbers with extensions."""
    who, other = draft.person(18), draft.person(18)
    sort = draft.put(who, "UK_SORT_CODE", LABEL, "hyphens")
    account = draft.put(who, "UK_BANK_ACCOUNT", LABEL, "closed up")
    lines = [
        f"Bank: {sort} {account}",
        f"Tel: {draft.put(who, 'PHONE_NUMBER', LABEL, 'grouped')} ext 45",
        f"Phones: {draft.put(other, 'PHONE_NUMBER', LABEL, 'grouped')} / "
        f"{draft.put(draft.person(), 'PHONE_NUMBER', LABEL, 'grouped')}",
        f"Names: {draft.name(who, LABEL)} & {draft.name(other, LABEL)}",
        f"NI numbers: {draft.put(who, 'UK_NINO', LABEL)} and {draft.put(other, 'UK_NINO', LABEL)}",
        f"DOBs: {draft.put(who, 'DATE_OF_BIRTH', LABEL)} and "
        f"{draft.put(other, 'DATE_OF_BIRTH', LABEL)}",
    ]
    return draft.document("two values after one label", "txt", "\n".join(lines))


def cut_by_tags(draft: Draft) -> Document:
    """Write a web page whose mark-up stands inside values and names."""
    who = draft.person(18)
    nino = draft.put(who, "UK_NINO", LABEL, "closed up")
    nhs = draft.put(who, "UK_NHS", LABEL, "3-3-4").replace(" ", "&nbsp;")
    phone = draft.put(who, "PHONE_NUMBER", LABEL, "grouped").replace(" ", "&#160;")
    page = (
        f"<p>NI number: <b>{nino[:2]}</b>{nino[2:8]}<i>{nino[8:]}</i></p><p>NHS number: {nhs}</p>"
        f"<p>Tel: {phone}</p><p>Name: <strong>{draft.name(who, LABEL)}</strong></p>"
        f"<p>Address: {draft.street(who, LABEL, 'lines')}<br>{who.town}<br>"
        f"{draft.put(who, 'UK_POSTCODE', LABEL, 'spaced')}</p>"
        f'<p><input name="dob" value="{draft.put(who, "DATE_OF_BIRTH", LABEL, "figures")}"></p>'
        f'<p><a href="mailto:{draft.put(who, "EMAIL_ADDRESS", LABEL, "lower case")}">write</a></p>'
    )
    return draft.document("values cut by mark-up", "html", f"<html><body>{page}</body></html>")


def escaped_json(draft: Draft) -> Document:
    """Write JSON inside a string of a log line."""
    lines = []
    for number in range(4):
        who = draft.person(18)
        inner = json.dumps(
            {
                "name": draft.name(who, LABEL),
                "dob": draft.put(who, "DATE_OF_BIRTH", LABEL, "ISO"),
                "nino": draft.put(who, "UK_NINO", LABEL, "closed up"),
                "postcode": draft.put(who, "UK_POSTCODE", LABEL, "spaced"),
                "account_number": draft.put(who, "UK_BANK_ACCOUNT", LABEL, "closed up"),
            },
            ensure_ascii=False,
        )
        outer = json.dumps({"seq": number, "request": inner}, ensure_ascii=False)
        lines.append(f"2026-03-02T09:1{number}:00Z DEBUG {outer}")
    return draft.document("json inside json", "log", "\n".join(lines))


def form_encoded(draft: Draft) -> Document:
    """Write the body of a web form: ampersands, and a plus for each space."""
    lines = []
    for _ in range(4):
        who = draft.person(18)
        pairs = (
            ("full_name", draft.name(who, LABEL)),
            ("ni_number", draft.put(who, "UK_NINO", LABEL, "pairs")),
            ("post_code", draft.put(who, "UK_POSTCODE", LABEL, "spaced")),
            ("nhs_number", draft.put(who, "UK_NHS", LABEL, "3-3-4")),
        )
        draft.rename("plus for space", len(pairs))
        lines.append("&".join(f"{key}={value.replace(' ', '+')}" for key, value in pairs))
    return draft.document("form-encoded", "txt", "\n".join(lines))


_HEADINGS = (
    ("PERSON", "Child's name"), ("DATE_OF_BIRTH", "Child's\nDOB"), ("UK_NHS", "NHS\nNumber"),
    ("PERSON", "Parent/carer"), ("PHONE_NUMBER", "Emergency contact tel"), ("UK_POSTCODE", "PCode"),
)  # fmt: skip


def broken_headings(draft: Draft) -> Document:
    """Write headings of two lines within quotes, in the code page of old Excel."""
    rows = [[heading for _, heading in _HEADINGS]]
    for _ in range(draft.rng.randint(4, 15)):
        child, parent = draft.person(1), draft.person(20)
        while not _is_western(child) or not _is_western(parent):
            child, parent = draft.person(1), draft.person(20)
        rows.append(
            [
                draft.name(child, COLUMN),
                draft.put(child, "DATE_OF_BIRTH", COLUMN, "figures"),
                draft.put(child, "UK_NHS", COLUMN, "3-3-4"),
                draft.name(parent, COLUMN, "title first last"),
                draft.put(parent, "PHONE_NUMBER", COLUMN, "grouped"),
                draft.put(child, "UK_POSTCODE", COLUMN, "spaced"),
            ]
        )
    return draft.document("headings of two lines, cp1252", "csv", delimited(rows).encode("cp1252"))


def _is_western(who: Resident) -> bool:
    try:
        who.name.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def web_mail(draft: Draft) -> Document:
    """Write a mail that has a table in its HTML and little in its text."""
    who = draft.person(18)
    sender = draft.role_mailbox("webforms@example.org")
    pairs = (
        ("Your name", draft.name(who, LABEL)),
        ("Email", draft.put(who, "EMAIL_ADDRESS", LABEL, "lower case")),
        ("Phone", draft.put(who, "PHONE_NUMBER", LABEL)),
        ("Date of birth", draft.put(who, "DATE_OF_BIRTH", LABEL)),
        ("NI number", draft.put(who, "UK_NINO", LABEL)),
        ("Vehicle reg", draft.put(who, "UK_VEHICLE_REGISTRATION", LABEL)),
    )
    rows = "".join(f"<tr><td><b>{label}</b></td><td>{text}</td></tr>" for label, text in pairs)
    headers = {
        "From": sender,
        "To": draft.role_mailbox("parking@example.org"),
        "Subject": "New form",
        "Date": "Mon, 02 Mar 2026 10:14:00 +0000",
    }
    page = f"<html><body><table>{rows}</table></body></html>"
    return draft.document("web form by mail", "eml", mail(headers, "See HTML.\n", page))


def _mrz(value: str) -> str:
    weights = (7, 3, 1)
    total = sum(int(c, 36) * weights[i % 3] for i, c in enumerate(value.replace("<", "0")))
    return str(total % 10)


def machine_readable(draft: Draft) -> Document:
    """Write the two lines that a passport reader gives (ICAO Doc 9303, part 4)."""
    who = draft.person(18)
    last, first = (folded(part).upper().replace(" ", "<") for part in (who.last, who.first))
    if not (last + first).isascii():
        last, first = "SPECIMEN", "ANNA"
        draft.truths.append(Truth("PERSON", "anna specimen", "machine-readable", BARE_TEXT))
    else:
        draft.truths.append(Truth("PERSON", who.canonical, "machine-readable", BARE_TEXT))
    number, born = who.known["UK_PASSPORT"], f"{who.born:%y%m%d}"
    draft.truths += [
        Truth("UK_PASSPORT", number, "machine-readable", BARE_TEXT),
        Truth("DATE_OF_BIRTH", FORMS["DATE_OF_BIRTH"]["ISO"](who.born.isoformat()),
              "machine-readable", BARE_TEXT, required=False),
    ]  # fmt: skip
    start = f"{number}{_mrz(number)}GBR{born}{_mrz(born)}F3001019{'<' * 14}0"
    whole = start[:10] + start[13:20] + start[21:43]
    text = f"{f'P<GBR{last}<<{first}':<<44}\n{start}{_mrz(whole)}\n"
    return draft.document("passport's machine-readable lines", "txt", f"Scan of page 2\n{text}")


LAYOUTS = (
    odd_labels, value_first, boxes, in_brackets, together, cut_by_tags, escaped_json, form_encoded,
    broken_headings, web_mail, machine_readable, odd_labels,
)  # fmt: skip
