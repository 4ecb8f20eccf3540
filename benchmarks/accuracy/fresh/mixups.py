"""Documents full of numbers that are no person's: orders, parts, meters, journals, plans."""

from __future__ import annotations

from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.files import Cell, delimited, word, workbook
from benchmarks.accuracy.fresh.scribe import Scribe


def _code(scribe: Scribe, mask: str) -> str:
    """Return a code: ``9`` stands for a digit, ``A`` for a letter."""
    make = {"9": "0123456789", "A": "ABCDEFGHJKLMNPRSTWXYZ"}
    return "".join(scribe.rng.choice(make[c]) if c in make else c for c in mask)


def _listing(
    scribe: Scribe, head: list[str], masks: list[str], words: list[str]
) -> list[list[str]]:
    count = scribe.rng.randint(8, 40)
    return [
        head,
        *([*(_code(scribe, m) for m in masks), scribe.pick(*words)] for _ in range(count)),
    ]


def orders(scribe: Scribe) -> Document:
    """Write orders with ten-digit numbers, delivery notes cut 3-3-4 and dates."""
    rows = _listing(
        scribe, ["PO number", "Del note", "Line", "GL date", "Item"],
        ["4500999999", "999 999 9999", "99", "12-05-19"],
        ["Paper A4 PDF white", "Toner black", "Gloves nitrile L", "Hi-vis vest"],
    )  # fmt: skip
    return scribe.finish("orders", "csv", delimited(rows, scribe.pick(",", ";")), Kind.LOOKALIKE)


def parts(scribe: Scribe) -> Document:
    """Write a catalogue of parts, whose codes have the shape of other things."""
    rows = _listing(
        scribe, ["Part", "Drawing", "Old code", "EAN", "Description"],
        ["AA999999A", "AA99 9AA", "A9 9AA", "5099999999999"],
        ["Grub screw M4", "Mark II bracket", "Jack post", "Will lift 2t", "Rose head"],
    )  # fmt: skip
    cells: list[list[Cell]] = [list(row) for row in rows]
    return scribe.finish("part catalogue", "xlsx", workbook({"Parts": cells}), Kind.LOOKALIKE)


def meters(scribe: Scribe) -> Document:
    """Write meters of the council's own buildings with their readings."""
    rows = _listing(
        scribe, ["MPRN", "MPAN core", "Serial", "Read", "Site"],
        ["9999999999", "9999999999999", "A99AA999999", "99999"],
        ["Town Hall", "St Mary's Baths", "Nelson Mandela House", "Rose Hill depot"],
    )  # fmt: skip
    return scribe.finish("meter list", "tsv", delimited(rows, "\t"), Kind.LOOKALIKE)


def journal(scribe: Scribe) -> Document:
    """Write a ledger's journal in fixed width."""
    lines = [f"{'JNL':<10}{'COST':<10}{'SUBJ':<10}{'PERIOD':<12}{'AMOUNT':>12}  NARRATIVE"]
    for _ in range(scribe.rng.randint(10, 40)):
        story = scribe.pick(
            "BILL PAYMENT", "MARK UP ADJ", "GRANT CLAIM", "ACCRUAL REV", "FRANK ING"
        )
        lines.append(
            f"{scribe.plain('#8'):<10}{_code(scribe, '99-99-99'):<10}{_code(scribe, '9999'):<10}"
            f"{scribe.day():%d/%m/%Y}  {scribe.plain('money')[1:]:>12}  {story}"
        )
    return scribe.finish("ledger journal", "txt", "\r\n".join(lines), Kind.LOOKALIKE)


def drawings(scribe: Scribe) -> Document:
    """Write a register of drawings and plans."""
    rows = _listing(
        scribe, ["Drawing no", "Application", "Grid ref", "Rev", "Sheet"],
        ["AA 99 99 99 A", "25/99999/A", "AA9999 9999", "A"],
        ["Site plan", "Section A-A", "Elevation east", "Victoria Road frontage"],
    )  # fmt: skip
    return scribe.finish("drawing register", "docx", word(["Register", rows]), Kind.LOOKALIKE)


def books(scribe: Scribe) -> Document:
    """Write a stock list of books and maps, without their authors."""
    rows = _listing(
        scribe, ["ISBN-10", "ISBN", "Shelf", "Barcode", "Title"],
        ["999999999X", "9780999999999", "A9 9AA", "30999999999999"],
        ["Jane's Fighting Ships", "Old Peter's Tales", "Roses of England", "Gray's Anatomy"],
    )  # fmt: skip
    return scribe.finish("book stock", "csv", delimited(rows, "|"), Kind.LOOKALIKE)


def assets(scribe: Scribe) -> Document:
    """Write INSERTs of an equipment table: serial numbers, addresses of a private network."""
    lines = ["CREATE TABLE asset (tag text, serial text, firmware text, bought date, room text);"]
    for _ in range(scribe.rng.randint(8, 30)):
        codes = [_code(scribe, mask) for mask in ("AA99AAA", "999999999", "9.9.9.9", "A9 9AA")]
        codes.insert(3, f"{scribe.day():%Y-%m-%d}")
        lines.append("INSERT INTO asset VALUES ('" + "', '".join(codes) + "');")  # noqa: S608  written, not run
    return scribe.finish("asset inserts", "sql", "\n".join(lines), Kind.LOOKALIKE)


def tickets(scribe: Scribe) -> Document:
    """Write a machine's sales with transaction numbers as long as a card's."""
    rows = _listing(
        scribe, ["Txn", "Consignment", "Auth", "Machine", "Tariff"],
        ["99999999999999999", "9999-9999-9999-9999", "999999", "P99"],
        ["1 hour", "All day", "Evening", "Coach"],
    )  # fmt: skip
    return scribe.finish("ticket sales", "csv", delimited(rows), Kind.LOOKALIKE)


def samples(scribe: Scribe) -> Document:
    """Write an XML feed of water samples."""
    body = "\n".join(
        f"  <sample lot='{_code(scribe, '999999999')}' site='{_code(scribe, 'AA9 9AA')}'"
        f" taken='{scribe.day():%d/%m/%Y}'><result>0.{scribe.plain('#10')}</result></sample>"
        for _ in range(scribe.rng.randint(5, 30))
    )
    text = f"<?xml version='1.0'?>\n<lab>\n{body}\n</lab>\n"
    return scribe.finish("water samples", "xml", text, Kind.LOOKALIKE)


def directory(scribe: Scribe) -> Document:
    """Write a directory of firms that sound like people, without anybody's name in it."""
    rows = [["Company", "Company no", "Switchboard", "Trade"]]
    for _ in range(scribe.rng.randint(6, 20)):
        number = f"1632960{scribe.plain('#3')}"
        scribe.of_office("PHONE_NUMBER", f"+44{number}")
        firm = scribe.pick(
            "Harvey Nye Roofing Ltd", "Ruby Lee Catering Limited", "Neil & Gray LLP",
            "Amber Blake Lifts plc", "Bishop Skinner Insurance Brokers",
        )  # fmt: skip
        rows.append([firm, _code(scribe, "SC999999"), f"0{number}", scribe.pick("Roof", "Lift")])
    return scribe.finish("company directory", "tsv", delimited(rows, "\t"), Kind.LOOKALIKE)


KINDS = (
    orders, parts, meters, journal, drawings, books, assets, tickets, samples, directory,
)  # fmt: skip
