"""Look-alikes: text of council files that resembles an identifier and is none.

Half of the ten-digit numbers pass the NHS check and every card-shaped one passes Luhn: a check
digit is a filter, not evidence, and a scan that takes it for evidence is to be caught here.
"""

from __future__ import annotations

from random import Random

from benchmarks.share.drafts import Trap
from benchmarks.share.people import folded
from benchmarks.share.values import luhn_digit, mod11_digit

COMPANIES = (
    "John Lewis", "Marks & Spencer", "Barnes & Hollis LLP", "Taylor Wimpole Ltd", "Mark Up Studio",
    "Rose Hill Nurseries", "Grant Park Garages", "Will Power Fitness", "Morgan Sindle plc",
)  # fmt: skip
BUILDINGS = (
    "Nelson Mandela House", "St James House", "Victoria Road", "Albert Court", "Grace Park",
    "Florence Street Playground", "Edward Terrace", "Charlotte Square",
)  # fmt: skip
_PLACES = (
    "A14 1KM", "B7 4AB", "S9 6DF", "W1 0AM", "C3 2PM", "H4 1AB", "SS5 1EN", "M4 2HX", "E1 2AB",
    "B2 4CD", "L10 3ED", "N1 2AA",
)  # fmt: skip


def ten_digits(rng: Random) -> Trap:
    """Return an order-like number of ten digits; half of them pass the NHS check."""
    while True:
        nine = str(rng.randrange(4 * 10**8, 9 * 10**8))
        digit = mod11_digit(nine) if rng.random() < 0.5 else rng.randrange(10)
        if digit < 10:
            break
    digits = f"{nine}{digit}"
    spaced = f"{digits[:3]} {digits[3:6]} {digits[6:]}"
    return Trap("UK_NHS", digits, spaced if rng.random() < 0.2 else digits, "ten-digit reference")


def epoch(rng: Random) -> Trap:
    """Return seconds since 1970, ten digits."""
    digits = str(rng.randrange(1_500_000_000, 1_790_000_000))
    return Trap("UK_NHS", digits, digits, "epoch seconds")


def isbn(rng: Random) -> Trap:
    """Return an ISBN-10, whose check is that of an NHS number but for its last step."""
    nine = f"0{rng.randrange(10**8):08}"
    digit = mod11_digit(nine)
    text = f"{nine}{'X' if digit == 10 else digit}"
    return Trap("UK_NHS", text, text, "ISBN-10")


def part_number(rng: Random) -> Trap:
    """Return a stock code of the shape of an NI number."""
    letters = rng.choice(("AA", "CE", "JX", "PW", "SR", "TB"))
    first = f"{letters}{rng.randrange(10**6):06}"
    return Trap("UK_NINO", first, f"{first}{rng.choice('ABCD')}", "part number")


def place_code(rng: Random) -> Trap:
    """Return a bin, bolt, form or road code of the shape of a postcode."""
    text = rng.choice(_PLACES)
    return Trap("UK_POSTCODE", text.replace(" ", ""), text, "code of postcode shape")


def consignment(rng: Random) -> Trap:
    """Return a consignment number of 16 digits that passes Luhn."""
    digits = rng.choice("4569") + "".join(rng.choices("0123456789", k=14))
    digits += str(luhn_digit(digits))
    return Trap("CREDIT_CARD", digits, digits, "consignment number")


def long_reference(rng: Random) -> Trap:
    """Return an 11-digit reference that begins as a telephone number does."""
    digits = rng.choice(("01", "02", "07")) + f"{rng.randrange(10**9):09}"
    return Trap("PHONE_NUMBER", f"+44{digits[1:]}", digits, "11-digit reference")


def company(rng: Random) -> Trap:
    """Return a firm called after people."""
    text = rng.choice(COMPANIES)
    return Trap("PERSON", folded(text), text, "company")


def building(rng: Random) -> Trap:
    """Return a building, park or street called after somebody."""
    text = rng.choice(BUILDINGS)
    return Trap("PERSON", folded(text), text, "building or street")


def handle(rng: Random) -> Trap:
    """Return code or a file name with an at sign."""
    text = rng.choice(("deploy@web01", "icon@2x.png", "root@localhost", "git@internal", "x@y"))
    return Trap("EMAIL_ADDRESS", text, text, "handle with an at sign")


def plain_date(day: str, iso: str) -> Trap:
    """Return a date that is nobody's birthday."""
    return Trap("DATE_OF_BIRTH", iso, day, "other date")
