"""What systems export as tables: repairs, benefits, council tax, admissions, fines, libraries."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date

from benchmarks.accuracy.draft import COLUMN, Document
from benchmarks.accuracy.files import Cell, delimited, workbook
from benchmarks.accuracy.fresh.scribe import Scribe

_BOOKS = (
    ("The Salt Path to Nowhere", ""), ("Middlemarch / Eliot, George", "george eliot"),
    ("Haynes manual: Corsa 2015 on", ""), ("Knitting for Beginners", ""),
    ("Life in the UK Test 2025", ""), ("Emma / Austen, Jane", "jane austen"),
)  # fmt: skip


def repairs(scribe: Scribe) -> Document:
    """Write a log of repairs with free-text notes, as CSV of a housing system."""
    rows = [["Job No", "Raised", "Pri", "Property", "Tenant", "Contact", "Operative notes"]]
    for tenant in scribe.residents(6, 25):
        cast = scribe.cast() | {"r": tenant}
        rows.append([
            f"R{scribe.plain('#7')}", f"{scribe.day():%d/%m/%Y}", scribe.pick("E", "U", "R"),
            scribe.address(tenant, COLUMN),
            scribe.name(tenant, scribe.pick("name", "titled"), COLUMN),
            scribe.value(tenant, "phone", COLUMN), scribe.say("repair", cast),
        ])  # fmt: skip
    delimiter = scribe.pick(",", ";", "|")
    return scribe.finish("repairs export", "csv", delimited(rows, delimiter))


def benefits(scribe: Scribe) -> Document:
    """Write an extract of claims, whose headings are the codes of the system's fields."""
    codes = scribe.rng.choice((
        ["CLM_REF", "CLMT_SNM", "CLMT_FNM", "CLMT_DTBTH", "CLMT_NINO", "PAYEE_SC", "PAYEE_AC"],
        ["clm-id", "cust.surname", "cust.forename", "cust.dob", "cust.nat_ins", "bank.sort",
         "bank.acct"],
        ["Q01", "Q02 Surname", "Q03 Given name", "Q04 Birth dt", "Q05 NI", "Q11 Sort", "Q12 Acc"],
    ))  # fmt: skip
    rows = [[*codes, "WKLY_AMT", "STAT"]]
    form = scribe.pick("year first", "slashes", "month short", "dashes")
    for claimant in scribe.residents(8, 28):
        last, first = scribe.name_in_columns(claimant)
        rows.append([
            scribe.plain("#8"), last.upper(), first.upper(),
            scribe.value(claimant, "dob", COLUMN, form),
            scribe.value(claimant, "nino", COLUMN, "solid"),
            scribe.value(claimant, "sortcode", COLUMN, "solid"),
            scribe.value(claimant, "acct", COLUMN, "solid"),
            scribe.plain("money")[1:], scribe.pick("LIVE", "SUSP", "CANC"),
        ])  # fmt: skip
    delimiter, suffix = scribe.rng.choice((("|", "txt"), ("\t", "tsv"), (",", "csv"), ("~", "txt")))
    return scribe.finish("benefits extract", suffix, delimited(rows, delimiter))


def admissions(scribe: Scribe) -> Document:
    """Write a workbook of school places, whose heading has two rows."""
    rows: list[list[Cell]] = [
        ["Reception intake - working copy"], [],
        ["Child", None, None, None, None, "Parent or carer", None, None, "Place"],
        ["Surname", "Forename", "DOB", "UPN", "Sibling?", "Name", "Daytime tel", "E-mail", "1st"],
    ]  # fmt: skip
    for home in scribe.rng.sample(scribe.world.households, scribe.rng.randint(6, 24)):
        parent, child = home[0], home[-1]
        last, first = scribe.name_in_columns(child)
        born = scribe.value(child, "dob", COLUMN, scribe.pick("slashes", "dots", "year first"))
        as_date = scribe.rng.random() < 0.5
        if as_date:
            scribe.truths[-1] = replace(scribe.truths[-1], form="date cell")
        rows.append([
            last, first, date.fromisoformat(child.known["DATE_OF_BIRTH"]) if as_date else born,
            scribe.value(child, "upn", COLUMN, "solid"), scribe.pick("Y", "N"),
            scribe.name(parent, scribe.pick("titled", "name", "initial"), COLUMN),
            scribe.value(parent, "phone", COLUMN), scribe.value(parent, "mail", COLUMN, "as typed"),
            scribe.pick("St Botolph's CE", "Ferry Lane", "Marl Pit Primary"),
        ])  # fmt: skip
    notice: list[list[Cell]] = [["Do not send outside the team"]]
    sheets = {"READ ME": notice, "Intake": rows}
    return scribe.finish("admissions workbook", "xlsx", workbook(sheets))


def mail_merge(scribe: Scribe) -> Document:
    """Write the source of a mail merge: reminders for council tax."""
    rows = [["Salut", "Addressee", "Line1", "Line2", "Line3", "Pcode", "AcctRef", "Due", "email"]]
    for payer in scribe.residents(10, 28):
        form = scribe.pick("gap", "gap", "closed")
        rows.append([
            f"Dear {scribe.name(payer, 'mr', COLUMN)}", scribe.name(payer, "initial", COLUMN),
            scribe.street(payer, COLUMN), payer.home.town, payer.home.county,
            scribe.value(payer, "post", COLUMN, form), scribe.plain("#8"), scribe.plain("money"),
            scribe.value(payer, "mail", COLUMN, "as typed") if scribe.rng.random() < 0.6 else "",
        ])  # fmt: skip
    if scribe.rng.random() < 0.5:
        return scribe.finish("mail merge workbook", "xlsx", workbook({"Sheet1": rows}))
    return scribe.finish("mail merge", "csv", delimited(rows, ",", csv.QUOTE_ALL))


def penalties(scribe: Scribe) -> Document:
    """Write penalty charge notices with keeper and vehicle."""
    rows = [["PCN", "VRM", "Contravention", "Where", "Issued", "Keeper", "Keeper address", "Stage"]]
    rows += [
        [
            f"HX{scribe.plain('#8')}", scribe.value(keeper, "plate", COLUMN),
            scribe.pick("01", "12r", "30u", "62"),
            scribe.pick("Ferry Lane car park", "A40 THE BROADWAY", "Skinner St o/s no 14"),
            f"{scribe.day():%d/%m/%y} {scribe.plain('time')}",
            scribe.name(keeper, scribe.pick("upper", "titled"), COLUMN),
            scribe.address(keeper, COLUMN), scribe.pick("NTO", "CC", "PAID"),
        ]
        for keeper in scribe.residents(6, 25)
    ]  # fmt: skip
    return scribe.finish("penalty charges", "csv", delimited(rows, scribe.pick(";", ",")))


def overdue(scribe: Scribe) -> Document:
    """Write what borrowers of a library have not brought back, its authors dead."""
    rows = [["Borrower", "Ticket", "Title / author", "Due", "Tel", "Notified at"]]
    for reader in scribe.residents(6, 24):
        book, author = scribe.rng.choice(_BOOKS)
        if author:
            scribe.of_office("PERSON", author)
        rows.append([
            scribe.name(reader, "sort", COLUMN), scribe.plain("#9"), book,
            f"{scribe.day():%d %b %Y}", scribe.value(reader, "phone", COLUMN),
            scribe.value(reader, "mail", COLUMN, "as typed"),
        ])  # fmt: skip
    return scribe.finish("library overdue", "tsv", delimited(rows, "\t"))


def sickness(scribe: Scribe) -> Document:
    """Write a workbook of absences from work, with their reasons."""
    rows: list[list[Cell]] = [["Emp no", "Employee", "From", "Days", "Reason", "Return i/v by"]]
    scribe.about("HEALTH_DATA")
    rows += [
        [
            int(scribe.plain("#6")), scribe.name(person, "name", COLUMN), scribe.day(),
            scribe.rng.randint(1, 60),
            scribe.pick("Depression", "Back pain", "Covid-19", "Migraine", "Breast cancer - chemo"),
            scribe.name(scribe.rng.choice(scribe.world.staff), "short", COLUMN),
        ]
        for person in scribe.rng.sample(scribe.world.staff, scribe.rng.randint(4, 10))
    ]  # fmt: skip
    return scribe.finish("absence workbook", "xlsx", workbook({"Q3": rows, "Q4": []}))


KINDS = (repairs, benefits, admissions, mail_merge, penalties, overdue, sickness)
