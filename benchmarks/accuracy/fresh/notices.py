"""More documents about nobody: adverts, fixtures, gazetteers, trees, release notes, menus."""

from __future__ import annotations

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.files import delimited, word
from benchmarks.accuracy.fresh.scribe import Scribe


def job_advert(scribe: Scribe) -> Document:
    """Write an advert: duties, grade, closing date, and what an applicant must bring."""
    blocks = [
        scribe.pick("Benefits Assessor", "Team Leader, Parks", "Registrar of Births and Deaths"),
        f"Grade 7, £31,{scribe.plain('#3')} a year. Post no. {scribe.plain('#8')}.",
        "You will need a clean driving licence, a passport or BRP, and an enhanced DBS check.",
        "We welcome Black, Asian and disabled applicants, who are few among our staff.",
        f"Closing date: {scribe.day():%d %B %Y}. Reports to: Head of Service.",
    ]
    return scribe.finish("job advert", "docx", word(blocks), Kind.CLEAN)


def fixtures(scribe: Scribe) -> Document:
    """Write which teams play on which pitch."""
    teams = (
        "St George's",
        "Rose Athletic",
        "Victoria Park Rangers",
        "Grant Thistle",
        "Old Edwardians",
    )
    rows = [["Date", "KO", "Home", "Away", "Pitch"]]
    for _ in range(scribe.rng.randint(6, 16)):
        home, away = scribe.rng.sample(teams, 2)
        when = f"{scribe.day():%d/%m/%y}"
        rows.append([when, scribe.plain("time"), home, away, f"B{scribe.plain('#1')}"])
    return scribe.finish("fixtures", "csv", delimited(rows), Kind.LOOKALIKE)


def gazetteer(scribe: Scribe) -> Document:
    """Write streets with their reference numbers and grid references."""
    names = ("Florence Road", "Ernest Walk", "Dr Barton's Lane", "Alice Way", "James Watt Street")
    lines = ["USRN|DESCRIPTOR|EASTING|NORTHING|CLASS"]
    for _ in range(scribe.rng.randint(8, 30)):
        name = scribe.pick(*names)
        east, north = scribe.plain("#6"), scribe.plain("#6")
        lines.append(f"{scribe.plain('#8')}|{name}|{east}.00|{north}.00|U{scribe.plain('#3')}")
    return scribe.finish("street gazetteer", "txt", "\n".join(lines), Kind.LOOKALIKE)


def trees(scribe: Scribe) -> Document:
    """Write a survey of trees, by tag and Latin name."""
    kinds = ("Acer campestre", "Rosa canina", "Prunus 'Kanzan'", "Ilex 'J.C. van Tol'", "Olive")
    rows = [["Tag", "Species", "Girth mm", "Surveyed", "Next due"]]
    for _ in range(scribe.rng.randint(8, 30)):
        days = f"{scribe.day():%d.%m.%Y}", f"{scribe.day():%d.%m.%Y}"
        rows.append([f"T{scribe.plain('#5')}", scribe.pick(*kinds), scribe.plain("#4"), *days])
    return scribe.finish("tree survey", "tsv", delimited(rows, "\t"), Kind.LOOKALIKE)


def release_notes(scribe: Scribe) -> Document:
    """Write a supplier's notes on a new version of a case system."""
    lines = [
        f"# Release {scribe.plain('#1')}.{scribe.plain('#2')}.3.1", "",
        "- The field `NINO` now refuses a prefix of BG, GB, NK, KN, TN, NT and ZZ.",
        "- `date_of_birth` is shown as dd/mm/yyyy; before it was mm/dd/yyyy.",
        f"- Fixed: ticket {scribe.plain('#10')}, the search for a surname ignored O' and Mac.",
        f"- Hash of the installer: {scribe.plain('#12')}a{scribe.plain('#9')}c81",
        "- Connects on 10.0.0.1 unless told otherwise.",
    ]  # fmt: skip
    scribe.of_office("IP_ADDRESS", "10.0.0.1")
    return scribe.finish("release notes", "md", "\n".join(lines) + "\n", Kind.LOOKALIKE)


def menu(scribe: Scribe) -> Document:
    """Write a week of school dinners, some of which are called like people."""
    dishes = ("Shepherd's pie", "Jack potato", "Victoria sponge", "Margherita", "Bubble and squeak",
              "Chicken Maryland", "Apple Charlotte", "Sally Lunn")  # fmt: skip
    lines = [
        f"{day}: {scribe.pick(*dishes)}, {scribe.pick(*dishes)}" for day in ("Mon", "Tue", "Wed")
    ]
    body = "".join(f"<li>{line}</li>" for line in lines)
    page = f"<html><body><p>Week of {scribe.day():%d %B}</p><ul>{body}</ul></body></html>"
    return scribe.finish("school menu", "html", page, Kind.LOOKALIKE)


def blank_form(scribe: Scribe) -> Document:
    """Write a form that nobody has filled in."""
    labels = (
        "Full name", "Date of birth", "National Insurance number", "Address", "Postcode",
        "Telephone", "Sort code", "Account number", "Doctor", "Do you have a disability?",
    )  # fmt: skip
    asked = scribe.rng.sample(labels, scribe.rng.randint(5, len(labels)))
    line = scribe.pick(
        "{}: ______________", "{} ..........................", "{}\n|  |  |  |  |  |  |"
    )
    text = "\n".join(line.format(label) for label in asked)
    return scribe.finish(
        "blank form", "txt", f"FORM HB{scribe.plain('#1')}\n\n{text}\n", Kind.CLEAN
    )


KINDS = (job_advert, fixtures, gazetteer, trees, release_notes, menu, blank_form)
