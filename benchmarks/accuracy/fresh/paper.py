"""Forms: label lines, boxes and ticks, cells of a Word table, prints of screens, bad scans."""

from __future__ import annotations

from html import escape

from benchmarks.accuracy.draft import COLUMN, LABEL, Document
from benchmarks.accuracy.files import Cell, word, workbook
from benchmarks.accuracy.fresh.scribe import Scribe

Lines = list[tuple[str, str]]


def _as_form(scribe: Scribe, layout: str, title: str, lines: Lines) -> Document:
    """Write labels and answers in one of the ways in which forms are kept."""
    way = scribe.rng.randrange(5)
    if way == 0:
        table = [list(line) for line in lines]
        return scribe.finish(f"{layout}, Word table", "docx", word([title, table]))
    if way == 1:
        rows: list[list[Cell]] = [[title]]
        rows += [[label, None, answer] for label, answer in lines]
        return scribe.finish(f"{layout}, workbook", "xlsx", workbook({"Form": rows}))
    if way == 2:
        body = "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>\n" for a, b in lines)
        page = f"<html><body><h1>{title}</h1><dl>{body}</dl></body></html>"
        return scribe.finish(f"{layout}, page", "html", page)
    if way == 3:
        text = "\n".join(f"{label}\n    {answer}" for label, answer in lines)
        return scribe.finish(f"{layout}, answer below", "txt", f"{title}\n\n{text}\n")
    dots = scribe.pick(": ", " .......... ", "\t", " | ")
    text = "\r\n".join(f"{label}{dots}{answer}" for label, answer in lines)
    return scribe.finish(f"{layout}, lines", "txt", f"{title}\r\n\r\n{text}\r\n")


def _tick(scribe: Scribe, *choices: str) -> str:
    chosen = scribe.pick(*choices)
    return "  ".join(f"[{'x' if choice == chosen else ' '}] {choice}" for choice in choices)


def blue_badge(scribe: Scribe) -> Document:
    """Write an application for a Blue Badge."""
    cast = scribe.cast()
    who = cast["r"]
    scribe.about("HEALTH_DATA")
    lines: Lines = [
        ("Full name of applicant", scribe.name(who, "full", LABEL)),
        ("Date of birth", scribe.value(who, "dob", LABEL)),
        ("National Insurance number", scribe.value(who, "nino", LABEL)),
        ("Home address", scribe.address(who, LABEL)),
        ("Tel (day)", scribe.value(who, "phone", LABEL)),
        ("Existing badge number, if any", scribe.value(who, "badge", LABEL)),
        ("Vehicle reg.", scribe.value(who, "plate", LABEL)),
        ("Do you get PIP?", _tick(scribe, "Yes", "No", "Applied")),
        ("Condition that affects walking",
         scribe.pick("Rheumatoid arthritis", "MS", "Angina", "Amputation below left knee")),
        ("Signed on behalf of applicant", scribe.name(cast["p"], "name", LABEL)),
    ]  # fmt: skip
    return _as_form(scribe, "Blue Badge form", "Application for a Blue Badge", lines)


def bank_change(scribe: Scribe) -> Document:
    """Write a request to pay into another account."""
    who = scribe.cast()["r"]
    lines: Lines = [
        ("Payee name", scribe.name(who, scribe.pick("name", "titled"), LABEL)),
        ("Supplier / customer no", scribe.plain("#6")),
        ("New sort code", scribe.value(who, "sortcode", LABEL)),
        ("New account number", scribe.value(who, "acct", LABEL)),
        ("IBAN (overseas only)", scribe.value(who, "iban", LABEL)),
        ("Remittance e-mail", scribe.value(who, "mail", LABEL)),
        ("Verified by phone?", _tick(scribe, "Y", "N")),
        ("Verified on number", scribe.value(who, "phone", LABEL)),
    ]
    return _as_form(scribe, "bank change", "CHANGE OF BANK DETAILS", lines)


def housing_application(scribe: Scribe) -> Document:
    """Write an application to the housing register with all who will live there."""
    home = scribe.rng.choice(scribe.world.households)
    head = home[0]
    scribe.about("ETHNICITY_DATA")
    lines: Lines = [
        ("Main applicant", scribe.name(head, scribe.pick("titled", "sort"), LABEL)),
        ("D.O.B.", scribe.value(head, "dob", LABEL)),
        ("NI No", scribe.value(head, "nino", LABEL)),
        ("Present address", scribe.address(head, LABEL)),
        ("Email", scribe.value(head, "mail", LABEL)),
        ("Ethnic origin", scribe.pick("White British", "Black African", "Pakistani", "Roma")),
        ("Nationality / HO ref", scribe.value(head, "ho", LABEL)),
    ]
    for number, person in enumerate(home[1:], 2):
        who = f"{scribe.name(person, 'name', LABEL)}, {scribe.value(person, 'dob', LABEL)}"
        lines.append((f"Person {number} (name, date of birth)", who))
    return _as_form(scribe, "housing application", "HOUSING REGISTER", lines)


def dbs_request(scribe: Scribe) -> Document:
    """Write what a manager fills in to have somebody checked."""
    cast = scribe.cast()
    who = cast["r"]
    lines: Lines = [
        ("Candidate", scribe.name(who, "full", LABEL)),
        ("Level of check", _tick(scribe, "Basic", "Standard", "Enhanced")),
        ("Born", scribe.value(who, "dob", LABEL)),
        ("Passport no.", scribe.value(who, "passport", LABEL)),
        ("Driving licence no.", scribe.value(who, "licence", LABEL)),
        ("Nat. Ins.", scribe.value(who, "nino", LABEL)),
        ("Current address", scribe.address(who, LABEL)),
        ("Manager", scribe.name(cast["s"], "name", LABEL)),
        ("Cost centre", f"12-34-{scribe.plain('#2')}"),
    ]
    return _as_form(scribe, "check request", "Disclosure request", lines)


def screen_print(scribe: Scribe) -> Document:
    """Write the text of a terminal's screen, pasted into a file."""
    cast = scribe.cast()
    body = scribe.several("screen", cast, 6, 10)
    framed = [
        "+" + "-" * 68 + "+",
        f"| REVS  CUSTOMER ENQUIRY  SCRN 04/1   USER {scribe.plain('#5')}",
    ]
    framed += [f"| {line}" for line in body]
    return scribe.finish("screen print", "txt", "\r\n".join([*framed, "F3=EXIT  F7=BACK  F8=FWD"]))


def bad_scan(scribe: Scribe) -> Document:
    """Write a form as a scanner's software misread it; the answers themselves came through."""
    lines = scribe.several("ocr", scribe.cast(), 5, 9)
    noise = ["", ".", "' -", "~ ,", "|"]
    text = "\n".join(f"{line} {scribe.rng.choice(noise)}" for line in lines)
    return scribe.finish("misread scan", "txt", f"C0UNClL   F0RM HB1O\n\n{text}\n")


def card_payments(scribe: Scribe) -> Document:
    """Write a till sheet on which a clerk noted whole card numbers."""
    lines = ["Cash office - phone payments (shred after banking!)", ""]
    for payer in scribe.residents(3, 9):
        card = scribe.value(payer, "card", LABEL)
        name = scribe.name(payer, scribe.pick("name", "initial"), COLUMN)
        lines.append(
            f"{name}  {scribe.plain('money')}  card no {card}"
            f"  exp {scribe.rng.randint(1, 12):02}/28"
        )
    return scribe.finish("till sheet", "txt", "\n".join(lines))


KINDS = (
    blue_badge, bank_change, housing_application, dbs_request, screen_print, bad_scan,
    card_payments,
)  # fmt: skip
