"""More papers about people: pupils, recipients of mail, applicants, a Welsh form, diaries."""

from __future__ import annotations

from benchmarks.accuracy.draft import BARE_TEXT, COLUMN, LABEL, Document
from benchmarks.accuracy.files import Cell, delimited, word, workbook
from benchmarks.accuracy.fresh.scribe import Scribe


def special_needs(scribe: Scribe) -> Document:
    """Write a school's register of needs, with ethnic groups beside them."""
    scribe.about("HEALTH_DATA")
    scribe.about("ETHNICITY_DATA")
    rows: list[list[Cell]] = [["Yr", "Pupil", "UPN", "d.o.b.", "Eth", "SEN / medical", "Parent"]]
    for home in scribe.rng.sample(scribe.world.households, scribe.rng.randint(5, 20)):
        child = home[-1]
        rows.append([
            scribe.rng.randint(1, 11), scribe.name(child, scribe.pick("name", "sort"), COLUMN),
            scribe.value(child, "upn", COLUMN), scribe.value(child, "dob", COLUMN),
            scribe.pick("White British", "Bangladeshi", "Black Caribbean", "Gypsy / Roma"),
            scribe.pick("Autism", "EpiPen - nut allergy", "Type 1 diabetes", "Epilepsy", "Asthma"),
            scribe.name(home[0], scribe.pick("mr", "initial"), COLUMN),
        ])  # fmt: skip
    return scribe.finish("needs register", "xlsx", workbook({"SEND": rows}))


def distribution(scribe: Scribe) -> Document:
    """Write the recipients of a mailing, as pasted from the field they were typed in."""
    style, joint = scribe.pick("{0} <{1}>", "{0} ({1})", "'{0}' <{1}>"), scribe.pick("; ", ";\n")
    people = scribe.residents(4, 15)
    listed = [
        style.format(
            scribe.name(who, scribe.pick("name", "sort"), LABEL),
            scribe.value(who, "mail", LABEL, "as typed"),
        )
        for who in people
    ]
    text = f"Newsletter - use BCC not TO!!\n\n{joint.join(listed)}\n"
    return scribe.finish("recipients", "txt", text)


def job_application(scribe: Scribe) -> Document:
    """Write an application for a job, with referees."""
    cast = scribe.cast()
    who = cast["r"]
    blocks: list[str | list[list[str]]] = [
        scribe.name(who, scribe.pick("name", "upper"), BARE_TEXT),
        scribe.address(who, BARE_TEXT),
        scribe.fill("Mobile {r.phone}   {r.mail}", cast),
        "Post applied for: Civil Enforcement Officer (grade 5)",
        [
            ["From", "To", "Employer"],
            ["2019", "now", "Wherry Parcels Ltd"],
            ["2014", "2019", "Army"],
        ],
        scribe.fill("Do you drive? Yes, licence no {r.licence}", cast),
        scribe.fill("Referees: {s.titled}, {s.phone}; {n.name}, {n.mail}", cast),
        scribe.fill("Eligible to work here: passport no {r.passport}. NI number {r.nino}", cast),
    ]
    return scribe.finish("job application", "docx", word(blocks))


def welsh_form(scribe: Scribe) -> Document:
    """Write a form in Welsh, as a council in Wales gives it out."""
    cast = scribe.cast()
    text = scribe.fill(
        "CAIS AM OSTYNGIAD TRETH GYNGOR\n\nEnw: {r.name}\nDyddiad geni: {r.dob}\n"
        "Rhif Yswiriant Gwladol: {r.nino}\nCyfeiriad: {r.addr}\nFfôn: {r.phone}\n"
        "E-bost: {r.mail}\nRhif cyfrif: {r.acct}\nCod didoli: {r.sortcode}\n"
        "Enw'r partner: {p.name}\n\nLlofnod: ____________  Dyddiad: {day}\n",
        cast, LABEL,
    )  # fmt: skip
    return scribe.finish("Welsh form", "txt", text)


def outlook_export(scribe: Scribe) -> Document:
    """Write appointments as a mail program exports them."""
    rows = [["Subject", "Start Date", "Start Time", "Location", "Required Attendees", "Body"]]
    for who in scribe.residents(4, 14):
        cast = scribe.cast() | {"r": who}
        rows.append([
            scribe.fill(scribe.pick("Home visit {r.name}", "{r.mr} re arrears", "Sign-up"), cast),
            f"{scribe.day():%d/%m/%Y}", scribe.plain("time"),
            scribe.address(who, COLUMN) if scribe.rng.random() < 0.5 else "Room 3",
            f"{scribe.name(cast['s'], 'name', COLUMN)};{scribe.name(cast['t'], 'name', COLUMN)}",
            scribe.say("email", cast),
        ])  # fmt: skip
    return scribe.finish("calendar export", "csv", delimited(rows))


def councillors_case(scribe: Scribe) -> Document:
    """Write a councillor's notes of a surgery, one constituent after the other, in Markdown."""
    lines = ["## Ward surgery notes", ""]
    for who in scribe.residents(3, 7):
        cast = scribe.cast() | {"r": who}
        lines.append(f"- **{scribe.name(who, 'name', BARE_TEXT)}** {scribe.say('planning', cast)}")
        lines.append(f"  - {scribe.say('repair', cast)}")
    return scribe.finish("surgery notes", "md", "\n".join(lines) + "\n")


KINDS = (
    special_needs, distribution, job_application, welsh_form, outlook_export, councillors_case,
)  # fmt: skip
