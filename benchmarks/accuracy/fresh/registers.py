"""Registers and lists that departments keep by hand or print: voters, taxis, checks, courts."""

from __future__ import annotations

from html import escape

from benchmarks.accuracy.draft import COLUMN, LABEL, Document
from benchmarks.accuracy.files import Cell, delimited, word, workbook
from benchmarks.accuracy.fresh.scribe import Scribe


def canvass(scribe: Scribe) -> Document:
    """Write a canvasser's list: each dwelling, then who is on the register there."""
    lines = ["Annual canvass   Polling district KD2", "No.   Elector   (A = attainer)", ""]
    for home in scribe.rng.sample(scribe.world.households, scribe.rng.randint(5, 18)):
        lines.append(scribe.address(home[0], LABEL))
        for person in home:
            if not person.is_child:
                form = scribe.pick("sort", "capsort")
                number = scribe.rng.randint(1, 1999)
                lines.append(f"  {number:>4}  {scribe.name(person, form, COLUMN)}")
        lines.append("        " + scribe.pick("no reply", "HEF returned", "Y  /  N", "empty?"))
    return scribe.finish("canvass list", "txt", "\n".join(lines))


def taxis(scribe: Scribe) -> Document:
    """Write the register of drivers and vehicles as a web page or a workbook."""
    head = ["Badge", "Driver", "DVLA licence", "Vehicle", "Plate expires", "Mobile", "NI number"]
    rows = [[
        f"PH{scribe.plain('#4')}", scribe.name(driver, scribe.pick("name", "sort"), COLUMN),
        scribe.value(driver, "licence", COLUMN), scribe.value(driver, "plate", COLUMN),
        f"{scribe.day():%d/%m/%Y}", scribe.value(driver, "phone", COLUMN),
        scribe.value(driver, "nino", COLUMN),
    ] for driver in scribe.residents(5, 20)]  # fmt: skip
    if scribe.rng.random() < 0.5:
        return scribe.finish("taxi register workbook", "xlsx", workbook({"Drivers": [head, *rows]}))
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows
    )
    top = "".join(f"<th>{cell}</th>" for cell in head)
    page = f"<html><body><h2>Private hire</h2><table><tr>{top}</tr>\n{body}</table></body></html>"
    return scribe.finish("taxi register page", "html", page)


def right_to_work(scribe: Scribe) -> Document:
    """Write a check sheet of papers seen before somebody starts."""
    rows: list[list[Cell]] = [
        ["New starters: right to work and DBS"],
        ["Name", "Start", "Nationality", "Document seen", "Document no.", "Share code", "Checked"],
    ]
    for starter in scribe.residents(4, 14):
        what, paper = scribe.rng.choice((("passport", "Passport"), ("brp", "BRP")))
        rows.append([
            scribe.name(starter, scribe.pick("name", "full"), COLUMN), scribe.day(),
            scribe.pick("British", "Irish", "Polish", "Ghanaian", "Indian"), paper,
            scribe.value(starter, what, COLUMN),
            scribe.value(starter, "share", COLUMN) if what == "brp" else "n/a",
            scribe.name(scribe.rng.choice(scribe.world.staff), "short", COLUMN),
        ])  # fmt: skip
    return scribe.finish("right to work sheet", "xlsx", workbook({"2026": rows}))


def court_list(scribe: Scribe) -> Document:
    """Write a list of a day in court, in Word."""
    scribe.about("CRIMINAL_OFFENCE_DATA")
    rows = [["Time", "Case", "Defendant", "Born", "Offence", "PNCID"]]
    rows += [
        [
            scribe.plain("time"), scribe.value(accused, "ccrn", COLUMN),
            scribe.name(accused, scribe.pick("upper", "capsort", "name"), COLUMN),
            scribe.value(accused, "dob", COLUMN),
            scribe.pick("Theft from a shop", "Benefit fraud", "Common assault", "No insurance"),
            scribe.value(accused, "pnc", COLUMN),
        ]
        for accused in scribe.residents(3, 10)
    ]  # fmt: skip
    prosecutor = scribe.rng.choice(scribe.world.staff)
    blocks: list[str | list[list[str]]] = [
        f"COURT 2   {scribe.day():%A %d %B %Y}", rows,
        f"Council prosecutor: {scribe.name(prosecutor, 'name', LABEL)}",
    ]  # fmt: skip
    return scribe.finish("court list", "docx", word(blocks))


def suppliers_bank(scribe: Scribe) -> Document:
    """Write foster carers and sole traders whom payments go to."""
    rows = [["Vendor", "Trading as", "UTR", "Sort", "Account", "IBAN if abroad", "Remit to"]]
    rows += [
        [
            scribe.name(payee, "name", COLUMN), scribe.pick("", "Handy Gardens", "Cab 77"),
            scribe.value(payee, "utr", COLUMN), scribe.value(payee, "sortcode", COLUMN),
            scribe.value(payee, "acct", COLUMN),
            scribe.value(payee, "iban", COLUMN) if scribe.rng.random() < 0.3 else "",
            scribe.value(payee, "mail", COLUMN, "as typed"),
        ]
        for payee in scribe.residents(5, 20)
    ]  # fmt: skip
    return scribe.finish("payees", "csv", delimited(rows))


def learners(scribe: Scribe) -> Document:
    """Write an evening class's register of learners."""
    lines = ["Learner\tULN\tD.O.B\tPostcode\tWk1\tWk2\tWk3"]
    for learner in scribe.residents(6, 18):
        cells = (
            scribe.name(learner, "sort", COLUMN), scribe.value(learner, "uln", COLUMN, "solid"),
            scribe.value(learner, "dob", COLUMN, "slashes short"),
            scribe.value(learner, "post", COLUMN), scribe.pick("/", "O", "L"), "/", "/",
        )  # fmt: skip
        lines.append("\t".join(cells))
    return scribe.finish("class register", "txt", "\r\n".join(lines))


def sign_in(scribe: Scribe) -> Document:
    """Write the sheet that visitors sign, as somebody typed it up in Markdown."""
    lines = [
        "# Visitors, civic centre",
        "",
        "| In | Name | To see | Car | Out |",
        "|--|--|--|--|--|",
    ]
    for visitor in scribe.residents(5, 16):
        seen = scribe.name(scribe.rng.choice(scribe.world.staff), "first", COLUMN)
        lines.append(
            f"| {scribe.plain('time')} | {scribe.name(visitor, 'name', COLUMN)} | {seen} |"
            f" {scribe.value(visitor, 'plate', COLUMN)} | {scribe.plain('time')} |"
        )
    return scribe.finish("visitor sheet", "md", "\n".join(lines) + "\n")


KINDS = (canvass, taxis, right_to_work, court_list, suppliers_bank, learners, sign_in)
