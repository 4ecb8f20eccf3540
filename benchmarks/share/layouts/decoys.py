"""Documents full of look-alikes and without personal data: a good scan leaves them alone."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.share import traps
from benchmarks.share.desk import Desk
from benchmarks.share.drafts import Draft, Grid

FAMILY = "decoy"


def _date(desk: Desk, draft: Draft) -> str:
    day = desk.today - timedelta(days=desk.rng.randrange(9000))
    return draft.trap(traps.plain_date(day.strftime("%d/%m/%Y"), day.isoformat()))


def orders(desk: Desk) -> Draft:
    """Write a list of purchase orders."""
    draft, rng = desk.draft(FAMILY, "Purchase orders"), desk.rng
    rows = tuple(
        (
            draft.trap(traps.ten_digits(rng)),
            draft.trap(traps.company(rng)),
            draft.trap(traps.consignment(rng)),
            _date(desk, draft),
            f"{rng.randrange(100, 90_000) / 10:.2f}",
        )
        for _ in range(rng.randint(8, 150))
    )
    header = ("PO Number", "Supplier", "Consignment", "Order date", "Net")
    draft.add(Grid(header, rows, name="Orders"))
    return draft


def stock(desk: Desk) -> Draft:
    """Write a stock list: part numbers, bins and batches."""
    draft, rng = desk.draft(FAMILY, "Stock list"), desk.rng
    rows = tuple(
        (
            draft.trap(traps.part_number(rng)),
            draft.trap(traps.place_code(rng)),
            draft.trap(traps.long_reference(rng)),
            rng.choice(("Hinge", "M4 bolt", "Filter", "Lamp column door")),
            str(rng.randrange(400)),
        )
        for _ in range(rng.randint(8, 120))
    )
    draft.add(Grid(("Part no", "Bin", "Batch", "Description", "Qty"), rows, name="Stock"))
    return draft


def road_works(desk: Desk) -> Draft:
    """Write a bulletin on road works: roads, distances, buildings, planning references."""
    draft, rng = desk.draft(FAMILY, "Road works bulletin"), desk.rng
    for _ in range(rng.randint(4, 14)):
        draft.say(
            rng.choice(
                (
                    lambda: f"The A40 THE BYPASS and M25 JCT 9 close from {_date(desk, draft)}.",
                    lambda: (
                        f"Lane closure at {draft.trap(traps.place_code(rng))} east of the "
                        f"roundabout near {draft.trap(traps.building(rng))}."
                    ),
                    lambda: (
                        f"Drawing {draft.trap(traps.part_number(rng))} rev C shows the scheme; "
                        f"see planning reference 20/{desk.digits(6)}/FUL and S106 AGR 4."
                    ),
                    lambda: (
                        f"Works by {draft.trap(traps.company(rng))} under order "
                        f"{draft.trap(traps.ten_digits(rng))}."
                    ),
                    lambda: "In April May and June the Grant Park diversion stays in place.",
                )
            )()
        )
    return draft


def catalogue(desk: Desk) -> Draft:
    """Write a list of new books."""
    draft, rng = desk.draft(FAMILY, "New stock, libraries"), desk.rng
    topics = ("Gardens", "Bridges", "Rivers", "Bread", "Maps", "Trams")
    for _ in range(rng.randint(6, 40)):
        topic = rng.choice(topics)
        draft.say(
            f"{topic} of the North, ISBN {draft.trap(traps.isbn(rng))}, shelf 9{desk.digits(2)}"
        )
    return draft


def server_log(desk: Desk) -> Draft:
    """Write a log of numbers: epochs, builds, hosts, floats."""
    draft, rng = desk.draft(FAMILY, "server"), desk.rng
    for _ in range(rng.randint(40, 400)):
        draft.say(
            f"{draft.trap(traps.epoch(rng))} build={desk.digits(10)} src=10.1.{rng.randrange(255)}."
            f"{rng.randrange(255)} v3.1.2.1 {draft.trap(traps.handle(rng))} load=0.5772156649 "
            f"id={rng.getrandbits(64):016x}"
        )
    return draft


def invoice(desk: Desk) -> Draft:
    """Write an invoice between firms."""
    draft, rng = desk.draft(FAMILY, f"Invoice {desk.digits(6)}"), desk.rng
    draft.say(
        f"Invoice no {draft.trap(traps.ten_digits(rng))}",
        f"Supplier: {draft.trap(traps.company(rng))}, VAT GB {desk.digits(9)}",
        f"Statement date: {_date(desk, draft)}",
        f"Delivery note {draft.trap(traps.ten_digits(rng))}, tracking "
        f"{draft.trap(traps.consignment(rng))}",
        f"Meter MPRN {draft.trap(traps.ten_digits(rng))} read on {_date(desk, draft)}",
        f"Journal {desk.digits(8)}, cost centre {draft.trap(traps.place_code(rng))}",
        f"Site: {draft.trap(traps.building(rng))}",
    )
    return draft


DOCUMENTS = (road_works, catalogue, invoice)
TABLES = (orders, stock)
RAW = ((server_log, "log"),)
