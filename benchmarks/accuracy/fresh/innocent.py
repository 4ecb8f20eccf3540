"""Documents about nobody: policies, reports, leaflets, works, statistics, timetables, agendas."""

from __future__ import annotations

import json

from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.files import Cell, delimited, mail, word, workbook
from benchmarks.accuracy.fresh.scribe import Scribe


def _sentences(scribe: Scribe, kind: str, least: int, most: int) -> list[str]:
    known = [text for of, text in rows("fresh_common") if of == kind]
    return scribe.rng.sample(known, min(len(known), scribe.rng.randint(least, most)))


def policy(scribe: Scribe) -> Document:
    """Write a policy that speaks of data, illness and unions, of nobody in particular."""
    lines = [
        f"{number}. {text}" for number, text in enumerate(_sentences(scribe, "policy", 4, 9), 1)
    ]
    title = scribe.pick("Records policy", "Absence procedure", "Equality statement")
    if scribe.rng.random() < 0.5:
        return scribe.finish("policy, Word", "docx", word([title, *lines]), Kind.LOOKALIKE)
    return scribe.finish(
        "policy", "md", f"# {title}\n\n" + "\n\n".join(lines) + "\n", Kind.LOOKALIKE
    )


def committee(scribe: Scribe) -> Document:
    """Write a report to a committee, with roles, places and firms in it."""
    lines = _sentences(scribe, "committee", 4, 9)
    text = "REPORT OF THE DIRECTOR OF PLACE\n\n" + "\n\n".join(lines) + "\n"
    return scribe.finish("committee report", "txt", text, Kind.LOOKALIKE)


def leaflet(scribe: Scribe) -> Document:
    """Write a leaflet or the page of a web site with the office's own contacts."""
    lines = _sentences(scribe, "leaflet", 3, 7)
    box = scribe.of_office("EMAIL_ADDRESS", "enquiries@example.org")
    number = scribe.plain("#3")
    phone = scribe.of_office("PHONE_NUMBER", f"+441632960{number}", f"01632 960 {number}")
    lines.append(f"Ring {phone} or write to {box}.")
    if scribe.rng.random() < 0.5:
        body = "".join(f"<p>{line}</p>\n" for line in lines)
        page = f"<html><body><h1>Your council</h1>\n{body}</body></html>"
        return scribe.finish("leaflet page", "html", page, Kind.LOOKALIKE)
    return scribe.finish("leaflet", "docx", word(lines), Kind.LOOKALIKE)


def road_works(scribe: Scribe) -> Document:
    """Write the week's road works, whose road names and permits look like other things."""
    lines = [f"{scribe.day():%d/%m/%Y}  {text}" for text in _sentences(scribe, "works", 4, 7)]
    return scribe.finish("road works", "txt", "\r\n".join(lines), Kind.LOOKALIKE)


def statistics(scribe: Scribe) -> Document:
    """Write counts by area and group: of all and of nobody."""
    table: list[list[Cell]] = [
        ["LSOA", "Ward", "Asian", "Black", "White", "Long-term ill", "Total"]
    ]
    for _ in range(scribe.rng.randint(8, 30)):
        counts: list[Cell] = [scribe.rng.randint(0, 900) for _ in range(5)]
        ward = scribe.pick("St James", "Grace Park", "Marlow Hill", "Carter Knowle", "Lady Ann")
        table.append([f"E01{scribe.plain('#6')}", ward, *counts])
    return scribe.finish("statistics", "xlsx", workbook({"Census": table}), Kind.LOOKALIKE)


def timetable(scribe: Scribe) -> Document:
    """Write a bus timetable: stops that sound like people, and times."""
    head = ["Stop", "Stop id", "Mon-Fri", "Sat"]
    stops = ("Victoria Terrace", "Percy Arms", "Rose Kenny Gardens", "Frank Street", "Mary's Well")
    body = [[s, scribe.plain("#8"), scribe.plain("time"), scribe.plain("time")] for s in stops]
    return scribe.finish("timetable", "csv", delimited([head, *body]), Kind.LOOKALIKE)


def agenda(scribe: Scribe) -> Document:
    """Write an invitation to a meeting, to a role from a role."""
    scribe.of_office("EMAIL_ADDRESS", "committees@example.org")
    scribe.of_office("EMAIL_ADDRESS", "planning@example.org")
    text = (
        f"The next panel is on {scribe.day():%d/%m/%Y} in Committee Room 2.\n\n1. Apologies\n"
        "2. Minutes of the last meeting\n3. Declarations of interest\n4. Any other business\n\n"
        "Democratic Services\n"
    )
    headers = {"From": "committees@example.org", "To": "planning@example.org", "Subject": "Agenda"}
    return scribe.finish("agenda by mail", "eml", mail(headers, text), Kind.CLEAN)


def open_data(scribe: Scribe) -> Document:
    """Write spending over 500 pounds as the council publishes it."""
    items = [{
        "supplier": scribe.pick("Ashby & Crane Ltd", "Jack Rowe Plant Hire Limited",
                                "Ellis Grant Partnership", "Thos. Whitby & Sons plc"),
        "companyNumber": f"0{scribe.plain('#7')}", "vatNo": f"GB{scribe.plain('#9')}",
        "transaction": scribe.plain("#10"), "net": scribe.plain("money"),
        "paid": f"{scribe.day():%Y-%m-%d}",
    } for _ in range(scribe.rng.randint(5, 20))]  # fmt: skip
    return scribe.finish("open data", "json", json.dumps(items, indent=1), Kind.LOOKALIKE)


def service_log(scribe: Scribe) -> Document:
    """Write a service's own log: versions, job ids, epochs, ports."""
    lines = [
        f"{scribe.day():%Y-%m-%d} {scribe.plain('time')}:00 INFO  job={scribe.plain('#10')}"
        f" v{scribe.rng.randint(1, 9)}.{scribe.rng.randint(0, 20)}.{scribe.rng.randint(0, 9)}"
        f" epoch=17{scribe.plain('#8')} took=0.{scribe.plain('#10')}s"
        f" guid={scribe.plain('#8')}-{scribe.plain('#4')}-4{scribe.plain('#3')}"
        f"-9{scribe.plain('#3')}-{scribe.plain('#12')}"
        for _ in range(scribe.rng.randint(10, 40))
    ]
    return scribe.finish("service log", "log", "\n".join(lines), Kind.LOOKALIKE)


KINDS = (
    policy, committee, leaflet, road_works, statistics, timetable, agenda, open_data, service_log,
)  # fmt: skip
