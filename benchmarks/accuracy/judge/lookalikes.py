"""Files without personal data whose numbers and words look like it, and clean ones."""

from __future__ import annotations

import json
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.draft import Document, Draft, Kind
from benchmarks.accuracy.files import Cell, delimited, mail, word, workbook
from benchmarks.accuracy.identifiers import digits, letters


def orders(draft: Draft) -> Document:
    """Ten-digit order numbers, of which every third passes the check of an NHS number."""
    rng, rows = draft.rng, [["Order No", "Supplier", "Qty", "Delivery note", "Date"]]
    for number in range(rng.randint(5, 30)):
        order = identifiers.nhs(rng) if number % 3 == 0 else "4" + digits(rng, 9)
        note = digits(rng, 10)
        rows.append(
            [
                order,
                rng.choice(("Marks & Spencer", "John Lewis plc", "Barnes & Noble LLP")),
                str(rng.randint(1, 90)),
                f"{note[:3]}-{note[3:6]}-{note[6:]}",
                f"{rng.randint(1, 28):02}/01/2026",
            ]
        )
    return draft.document(
        "order register", "csv", delimited(rows, rng.choice(",;")), Kind.LOOKALIKE
    )


def stock(draft: Draft) -> Document:
    """Stock codes of two letters, six digits and a letter."""
    rng, rows = draft.rng, [["Stock code", "Bin", "Description", "Barcode"]]
    for _ in range(rng.randint(5, 30)):
        body = "50" + digits(rng, 10)
        rows.append(
            [
                letters(rng, 2, "ABCEGHJK") + digits(rng, 6) + rng.choice("ABCD"),
                (
                    f"{rng.choice('EBSM')}{rng.randint(1, 20)}"
                    f" {rng.randint(1, 9)}{letters(rng, 2, 'ABDEFG')}"
                ),
                rng.choice(("Valve, brass", "Bracket 90 mm", "Lamp LED")),
                body + digits(rng, 1),
            ]
        )
    if rng.random() < 0.5:
        return draft.document("stock list", "csv", delimited(rows), Kind.LOOKALIKE)
    return draft.document(
        "stock list, xlsx", "xlsx", workbook({"Stock": [[*row] for row in rows]}), Kind.LOOKALIKE
    )


def roads(draft: Draft) -> Document:
    """Works on roads: junctions and chainages written like postcodes and plates."""
    rng, lines = draft.rng, ["Programme of works"]
    for _ in range(rng.randint(4, 15)):
        road = f"{rng.choice('ABM')}{rng.randint(1, 60)}"
        lines.append(
            rng.choice(
                (
                    f"{road} {rng.randint(1, 9)}KM to {rng.randint(10, 20)}KM resurfacing",
                    (
                        f"{road} THE bypass closed overnight, diversion by the"
                        f" {rng.choice('AB')}{rng.randint(100, 999)}"
                    ),
                    (
                        f"Sign drawing {letters(rng, 2)} {digits(rng, 2)} {digits(rng, 2)}"
                        f" {digits(rng, 2)} rev C"
                    ),
                    (
                        f"Works order 20/{digits(rng, 6)}/FUL, budget {digits(rng, 4)}"
                        f" {digits(rng, 3)} {digits(rng, 3)}"
                    ),
                    (
                        f"Cone taper S9 6DF, lamp column {digits(rng, 4)}, grid ref SE"
                        f" {digits(rng, 3)} {digits(rng, 3)}"
                    ),
                )
            )
        )
    return draft.document("road works", "txt", "\n".join(lines), Kind.LOOKALIKE)


def meters(draft: Draft) -> Document:
    """Meter points, serials and readings."""
    rng, rows = draft.rng, [["MPRN", "MPAN", "Meter serial", "Reading", "Read date", "Account"]]
    rows += [
        [
            rng.choice("1468") + digits(rng, 9),
            "12" + digits(rng, 11),
            f"E{digits(rng, 2)}UP{digits(rng, 5)}",
            digits(rng, 5),
            f"{rng.randint(1, 28):02}/02/2026",
            digits(rng, 9),
        ]
        for _ in range(rng.randint(5, 25))
    ]
    return draft.document("meter readings", "csv", delimited(rows), Kind.LOOKALIKE)


def library(draft: Draft) -> Document:
    """Books: ISBNs, shelf marks, titles with names of places."""
    rng, lines = draft.rng, []
    for _ in range(rng.randint(5, 20)):
        title = rng.choice(
            (
                "A Walk through Victoria Park",
                "The Rose Hill Murders",
                "Guide to St James House",
                "April, May and June",
            )
        )
        lines.append(
            f"{title}. ISBN {rng.choice((digits(rng, 10), '978' + digits(rng, 10)))}. Shelf"
            f" {letters(rng, 1)}{rng.randint(1, 30)} {rng.randint(1, 9)}{letters(rng, 2, 'ABDE')}"
        )
    return draft.document("library catalogue", "txt", "\n".join(lines), Kind.LOOKALIKE)


def dates(draft: Draft) -> Document:
    """Dates that are nobody's birth."""
    rng = draft.rng
    rows = [["Licence", "Issued", "Review date", "Expires", "Status"]]
    rows += [
        [
            f"PRM/{digits(rng, 5)}",
            f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{rng.randint(1990, 2024)}",
            f"{rng.randint(1, 28):02}/03/2026",
            "31/12/2027",
            "current",
        ]
        for _ in range(12)
    ]
    return draft.document("dates of licences", "csv", delimited(rows), Kind.LOOKALIKE)


def _dotted(rng: Random) -> str:
    return ".".join(str(rng.randint(1, 30)) for _ in range(4))


def build_log(draft: Draft) -> Document:
    """Versions, epochs, hashes, floats."""
    rng, lines = draft.rng, []
    for _ in range(rng.randint(8, 30)):
        of_hex = letters(rng, 40, "abcdef0123456789")
        line = rng.choice(
            (
                f"1{rng.randint(5, 7)}{digits(rng, 8)} upgraded to {_dotted(rng)}",
                f"commit {of_hex}",
                f"pageId={digits(rng, 10)} took 0.{digits(rng, 10)} s",
                f"job 0{digits(rng, 10)} queued as {of_hex[:8]}-{digits(rng, 4)}-4{digits(rng, 3)}",
                f"clause {_dotted(rng)} applies",
            )
        )
        lines.append(line)
    return draft.document("build log", "log", "\n".join(lines), Kind.LOOKALIKE)


def assets(draft: Draft) -> Document:
    """Write an inventory as JSON: serials, firmware, asset tags."""
    rng = draft.rng
    items = [
        {
            "assetTag": digits(rng, 10),
            "serialNumber": letters(rng, 2) + digits(rng, 6) + "C",
            "firmware": f"v{rng.randint(1, 9)}.{rng.randint(1, 20)}.0.{rng.randint(1, 20)}",
            "lot": digits(rng, 9),
            "costCentre": f"{digits(rng, 2)}-{digits(rng, 2)}-{digits(rng, 2)}",
            "journal": digits(rng, 8),
        }
        for _ in range(8)
    ]
    return draft.document("inventory, json", "json", json.dumps(items, indent=1), Kind.LOOKALIKE)


def invoice(draft: Draft) -> Document:
    """Write an invoice between firms."""
    rng = draft.rng
    text = (
        f"INVOICE {digits(rng, 8)}\nPurchase order: 45{digits(rng, 8)}\nVAT registration: GB"
        f" {digits(rng, 3)} {digits(rng, 4)} {digits(rng, 2)}\nCompany number:"
        f" {digits(rng, 8)}\nConsignment {rng.choice('45')}{digits(rng, 15)}\nBatch"
        f" {letters(rng, 2)}{digits(rng, 6)}A\nTicket barcode {digits(rng, 14)}\nStatement date:"
        f" {rng.randint(1, 28)} January 2026\nPayable within 30 days to Grant Park Holdings Ltd\n"
    )
    if rng.random() < 0.5:
        return draft.document("invoice, docx", "docx", word(text.split("\n")), Kind.LOOKALIKE)
    return draft.document("invoice", "txt", text, Kind.LOOKALIKE)


def ledger(draft: Draft) -> Document:
    """Write a budget workbook."""
    rng = draft.rng
    rows: list[list[Cell]] = [["Cost code", "Budget", "Actual", "Journal", "Period"]]
    rows += [
        [
            f"{digits(rng, 2)}-{digits(rng, 2)}-{digits(rng, 2)}",
            rng.randint(10**9, 10**10),
            rng.randint(10**9, 10**10),
            int("4" + digits(rng, 9)),
            "12-05-19",
        ]
        for _ in range(20)
    ]
    return draft.document("budget, xlsx", "xlsx", workbook({"Budget": rows}), Kind.LOOKALIKE)


def leaflet(draft: Draft) -> Document:
    """Write a page of advice with names of firms, streets and buildings."""
    lines = draft.rng.sample(
        (
            "Call in at the John Lewis store on Victoria Road, opposite Nelson Mandela House.",
            "The Will Power group meets in April, May and June at Rose Hill.",
            "Bill Payment can be made at any Post Office, or at the Grant Park hub.",
            "People with a learning disability may ask for an advocate.",
            "Mark Up your calendar: the Chapel Hill fair is back.",
            "Read more about National Insurance numbers and NHS numbers on our pages.",
            "Your date of birth is needed when you apply; so is your postcode.",
            "St Oswald's Church and Queen Elizabeth Hall are open on Sundays.",
        ),
        5,
    )
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    return draft.document("leaflet", "html", page, Kind.CLEAN)


def policy(draft: Draft) -> Document:
    """Write a policy: words of personal data, none of it."""
    lines = [
        f"{i}. {draft.rng.choice(('The officer', 'The service', 'A manager'))} must"
        f" {draft.rng.choice(('record', 'check', 'keep'))} the"
        f" {draft.rng.choice(('NHS number', 'date of birth', 'NI number', 'name and address'))}"
        f" of each {draft.rng.choice(('applicant', 'pupil', 'tenant'))}."
        for i in range(1, 12)
    ]
    return draft.document("policy", "docx", word(["Data protection policy", *lines]), Kind.CLEAN)


def notice(draft: Draft) -> Document:
    """Write a mail of the building services to all."""
    headers = {
        "From": draft.role_mailbox("facilities@example.org"),
        "To": draft.role_mailbox("allstaff@example.org"),
        "Subject": "Lift closed",
        "Date": "Mon, 02 Mar 2026 10:14:00 +0000",
    }
    text = (
        f"The lift in Civic House is out of order until {draft.rng.randint(3, 9)} March. Ticket"
        f" {digits(draft.rng, 10)}.\n"
    )
    return draft.document("notice to all", "eml", mail(headers, text), Kind.CLEAN)


def blank_form(draft: Draft) -> Document:
    """Write a form that nobody filled in."""
    text = (
        "Name: ____________\nDate of birth: __/__/____\nNI number: _________\nNHS number: ___ ___"
        " ____\nPostcode: ______\nSignature: ______\n"
    )
    if draft.rng.random() < 0.5:
        rows = [
            ["Name", ""],
            ["Date of birth", "dd/mm/yyyy"],
            ["NI number", "e.g. two letters, six numbers"],
            ["Account number", ""],
        ]
        return draft.document("empty form, docx", "docx", word(["Form", rows]), Kind.CLEAN)
    return draft.document("empty form", "txt", text, Kind.CLEAN)


LAYOUTS = (
    orders,
    stock,
    roads,
    meters,
    library,
    dates,
    build_log,
    assets,
    invoice,
    ledger,
    leaflet,
    policy,
    notice,
    blank_form,
)
