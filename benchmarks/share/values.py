"""Identifiers as people write them: each with its canonical value and the name of its written form.

Where the numbers come from, so that none is anybody's by design:

UK_NHS          999 000 0000 to 999 999 9999, kept for testing by the NHS and never issued.
PHONE_NUMBER    the ranges Ofcom keeps for drama (01632 960, 07700 900, 020 7946 0, 0113 496 0,
                0808 157 0, 03069 990); read 2026-11-25.
CREDIT_CARD     the test numbers that card processors publish, and numbers with a right Luhn digit
                that begin as those do.
EMAIL_ADDRESS   example.com, .net and .org and the top-level domain example (RFC 2606).
UK_POSTCODE     an outward code that exists, which a detector is right to ask for, and an inward
                code drawn at random.
UK_NINO         no range but QQ is kept for examples, and QQ is no valid prefix, so a test of
                recall must use prefixes that are issued. ``NINO_PREFIXES`` is small, and its last
                two are allowed by the grammar but not issued: a detector may weigh that, not
                refuse it. Digits are drawn at random; suffixes are A to D.

The written forms are those that facts on real files name: pairs, no separators, hyphens, dots,
no-break and double spaces, lower case, a suffix left off, letters read for digits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from random import Random

from benchmarks.share.postcodes import OUTWARD

NBSP = "\u00a0"
NINO_PREFIXES = ("AB", "CE", "HL", "JG", "KX", "LR", "NM", "PW", "SK", "TY", "WB", "ZS", "BR", "HC")
PUBLISHED_CARDS = ("4111111111111111", "5555555555554444", "4012888888881881", "378282246310005")
TEST_CARD_STARTS = ("424242", "401288", "555555", "510510", "222300", "378282")
DRAMA_RANGES = ("01632960", "07700900", "02079460", "01134960", "03069990", "08081570")


class Cue(Enum):
    """Whether a label or column heading tells the reader what the value is."""

    NAMED = "named"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Value:
    """One identifier as written; ``canonical`` as design.md, section 6, has it."""

    entity: str
    canonical: str
    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an identifier, how often it is used, and what it needs beside it."""

    name: str
    weight: int
    write: Callable[[str], str]
    needs: Cue = Cue.NONE


def _pick(rng: Random, forms: Sequence[Form], cue: Cue) -> Form:
    fit = [form for form in forms if cue is Cue.NAMED or form.needs is Cue.NONE]
    return rng.choices(fit, [form.weight for form in fit])[0]


def _joined(separator: str, *lengths: int) -> Callable[[str], str]:
    """Return a function that cuts a text into ``lengths`` and joins the parts."""

    def write(text: str) -> str:
        parts, at = [], 0
        for length in lengths:
            parts.append(text[at : at + length])
            at += length
        return separator.join(part for part in [*parts, text[at:]] if part)

    return write


def _misread(nino: str) -> str:
    """Return ``nino`` with its noughts and ones as a scanner misreads them."""
    digits = nino[2:8].replace("0", "O").replace("1", "I").replace("5", "S")
    return nino[:2] + digits + nino[8:]


_NINO_FORMS = (
    Form("closed up", 40, str),
    Form("pairs", 26, _joined(" ", 2, 2, 2, 2)),
    Form("prefix, digits, suffix", 6, _joined(" ", 2, 6)),
    Form("lower case", 5, str.lower),
    Form("hyphens", 5, _joined("-", 2, 2, 2, 2)),
    Form("dots", 2, _joined(".", 2, 2, 2, 2)),
    Form("no-break spaces", 4, _joined(NBSP, 2, 2, 2, 2)),
    Form("double spaces", 2, _joined("  ", 2, 2, 2, 2)),
    Form("suffix left off", 7, lambda nino: nino[:8], Cue.NAMED),
    Form("misread digits", 3, _misread, Cue.NAMED),
)
_NHS_FORMS = (
    Form("3-3-4", 50, _joined(" ", 3, 3)),
    Form("closed up", 30, str),
    Form("hyphens", 8, _joined("-", 3, 3)),
    Form("no-break spaces", 5, _joined(NBSP, 3, 3)),
    Form("double spaces", 3, _joined("  ", 3, 3)),
    Form("dots", 2, _joined(".", 3, 3)),
)


def _outward_and(separator: str) -> Callable[[str], str]:
    return lambda code: f"{code[:-3]}{separator}{code[-3:]}"


_POSTCODE_FORMS = (
    Form("spaced", 72, _outward_and(" ")),
    Form("closed up", 10, str),
    Form("lower case", 6, lambda code: f"{code[:-3]} {code[-3:]}".lower()),
    Form("no-break space", 4, _outward_and(NBSP)),
    Form("double space", 4, _outward_and("  ")),
    Form("hyphen", 2, _outward_and("-"), Cue.NAMED),
)
_EMAIL_FORMS = (
    Form("plain", 88, str),
    Form("capitals", 8, lambda mail: mail.title()),
    Form("spelt at", 1, lambda mail: mail.replace("@", " at "), Cue.NAMED),
)
_PHONE_FORMS = (
    Form("national, one space", 45, lambda number: f"{number[:5]} {number[5:]}"),
    Form("closed up", 14, str),
    Form("national, three parts", 14, _joined(" ", 5, 3)),
    Form("brackets", 6, lambda number: f"({number[:5]}) {number[5:]}"),
    Form("+44", 8, lambda number: f"+44 {number[1:5]} {number[5:]}"),
    Form("+44 closed up", 4, lambda number: f"+44{number[1:]}"),
    Form("+44 (0)", 4, lambda number: f"+44 (0){number[1:5]} {number[5:]}"),
    Form("0044", 2, lambda number: f"0044 {number[1:5]} {number[5:]}"),
    Form("hyphens", 3, _joined("-", 5, 3)),
    Form("first nought lost", 3, lambda number: number[1:], Cue.NAMED),
)
_CARD_FORMS = (
    Form("fours", 60, lambda pan: _joined(" ", *((4, 6) if len(pan) == 15 else (4, 4, 4)))(pan)),
    Form("closed up", 28, str),
    Form("hyphens", 12, lambda pan: _joined("-", *((4, 6) if len(pan) == 15 else (4, 4, 4)))(pan)),
)


def _ordinal(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _of_iso(write: Callable[[date, str], str]) -> Callable[[str], str]:
    def written(iso: str) -> str:
        day = date.fromisoformat(iso)
        return write(day, MONTHS[day.month - 1])

    return written


_DATE_FORMS = (
    Form("slashes", 42, _of_iso(lambda d, _: f"{d.day:02}/{d.month:02}/{d.year}")),
    Form("month in words", 16, _of_iso(lambda d, month: f"{d.day} {month} {d.year}")),
    Form("ordinal", 6, _of_iso(lambda d, month: f"{_ordinal(d.day)} {month} {d.year}")),
    Form("short month", 8, _of_iso(lambda d, month: f"{d.day:02} {month[:3]} {d.year}")),
    Form("hyphens", 8, _of_iso(lambda d, _: f"{d.day:02}-{d.month:02}-{d.year}")),
    Form("dots, short year", 5, _of_iso(lambda d, _: f"{d.day:02}.{d.month:02}.{d.year % 100:02}")),
    Form("slashes, short year", 6, _of_iso(lambda d, _: f"{d.day}/{d.month}/{d.year % 100:02}")),
    Form("ISO", 9, str),
)


def nino(rng: Random, canonical: str, cue: Cue) -> Value:
    """Return an NI number of eight characters in one of its written forms, with a suffix."""
    form = _pick(rng, _NINO_FORMS, cue)
    return Value("UK_NINO", canonical, form.write(canonical + rng.choice("ABCD")), form.name)


def nhs(rng: Random, canonical: str, cue: Cue) -> Value:
    """Return an NHS number in one of its written forms."""
    form = _pick(rng, _NHS_FORMS, cue)
    return Value("UK_NHS", canonical, form.write(canonical), form.name)


def postcode(rng: Random, canonical: str, cue: Cue) -> Value:
    """Return a postcode in one of its written forms."""
    form = _pick(rng, _POSTCODE_FORMS, cue)
    return Value("UK_POSTCODE", canonical, form.write(canonical), form.name)


def email(rng: Random, canonical: str, cue: Cue) -> Value:
    """Return an e-mail address in one of its written forms."""
    form = _pick(rng, _EMAIL_FORMS, cue)
    return Value("EMAIL_ADDRESS", canonical, form.write(canonical), form.name)


def phone(rng: Random, national: str, cue: Cue) -> Value:
    """Return a telephone number, given as 11 digits, in one of its written forms."""
    form = _pick(rng, _PHONE_FORMS, cue)
    return Value("PHONE_NUMBER", f"+44{national[1:]}", form.write(national), form.name)


def card(rng: Random, pan: str, cue: Cue) -> Value:
    """Return a payment card number; what everybody knows as a test number is its own form."""
    form = _pick(rng, _CARD_FORMS, cue)
    name = "published test number" if pan in PUBLISHED_CARDS else form.name
    return Value("CREDIT_CARD", pan, form.write(pan), name)


def born(rng: Random, day: date, cue: Cue) -> Value:
    """Return a date of birth in one of its written forms."""
    form = _pick(rng, _DATE_FORMS, cue)
    return Value("DATE_OF_BIRTH", day.isoformat(), form.write(day.isoformat()), form.name)


def any_date(rng: Random, day: date) -> str:
    """Return a date as people write dates; it is nobody's birthday."""
    return _pick(rng, _DATE_FORMS, Cue.NONE).write(day.isoformat())


def new_nino(rng: Random) -> str:
    """Return the first eight characters of an NI number."""
    return f"{rng.choice(NINO_PREFIXES)}{rng.randrange(10**6):06}"


def mod11_digit(nine: str) -> int:
    """Return the check digit of an NHS number, 10 where there is none.

    >>> mod11_digit("999000001")
    8
    """
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), nine, strict=True))
    return (11 - total % 11) % 11


def new_nhs(rng: Random) -> str:
    """Return a right NHS number out of the range kept for testing."""
    while True:
        nine = f"999{rng.randrange(10**6):06}"
        digit = mod11_digit(nine)
        if digit < 10:
            return f"{nine}{digit}"


def luhn_digit(digits: str) -> int:
    """Return the Luhn check digit that ends ``digits``.

    >>> luhn_digit("411111111111111")
    1
    """
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[::-2])
    return -(doubled + sum(map(int, digits[-2::-2]))) % 10


def new_card(rng: Random) -> str:
    """Return a payment card number that begins as a test number does, one in twenty published."""
    if rng.random() < 0.05:
        return rng.choice(PUBLISHED_CARDS)
    start = rng.choice(TEST_CARD_STARTS)
    length = 14 if start.startswith("37") else 15
    digits = start + "".join(rng.choices("0123456789", k=length - len(start)))
    return f"{digits}{luhn_digit(digits)}"


def new_phone(rng: Random) -> str:
    """Return the 11 digits of a number out of a range kept for drama."""
    start = rng.choices(DRAMA_RANGES, (40, 40, 6, 8, 3, 3))[0]
    return start + "".join(rng.choices("0123456789", k=11 - len(start)))


def new_postcode(rng: Random) -> str:
    """Return a postcode, closed up, whose outward code exists."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"  # an inward code never holds C I K M O V
    inward = f"{rng.randrange(10)}{rng.choice(letters)}{rng.choice(letters)}"
    return rng.choice(OUTWARD) + inward
