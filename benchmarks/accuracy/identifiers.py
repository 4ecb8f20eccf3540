"""Invented identifiers that pass their own check, as canonical values.

Each function takes a generator of chance and gives one value as design.md, section 6, writes it:
upper case, no separators. Ranges and checks are from the documents named at each function, all
read 2026-11-25; nothing here is taken from the detectors, which these values are to test.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random
from string import ascii_uppercase

from benchmarks.accuracy.data import rows

_POLICE_CHECK = "ZABCDEFGHJKLMNPQRTUVWXY"  # PNC, CRO and court case references
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # without I, O and S
_UTR_CHECK = "21987654321"
_HMRC_CHECK = "ABCDEFGHXJKLMNYPQRSTZVW"
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"  # the last two letters of a postcode: never C I K M O V


@cache
def _starts(name: str) -> tuple[str, ...]:
    """Return the starts of values that are in issue.

    NINO prefixes are a choice from all letters of HMRC's reference-checker of January 2024, codes
    of education authorities are the DfE's, telephone numbers are those that Ofcom keeps for drama.
    """
    return tuple(start for of, start in rows("ranges") if of == name)


def digits(rng: Random, count: int) -> str:
    """Return so many random digits."""
    return "".join(rng.choices("0123456789", k=count))


def letters(rng: Random, count: int, alphabet: str = ascii_uppercase) -> str:
    """Return so many random letters."""
    return "".join(rng.choices(alphabet, k=count))


def nino(rng: Random) -> str:
    """Return the first eight characters of a National Insurance number (HMRC NIM39110)."""
    return rng.choice(_starts("NINO prefix")) + digits(rng, 6)


def _modulus_11(first: str) -> str | None:
    total = sum(int(d) * w for d, w in zip(first, range(10, 1, -1), strict=True))
    check = (11 - total % 11) % 11
    return None if check == 10 else f"{first}{check}"


def _until(made: Callable[[], str | None]) -> str:
    while (value := made()) is None:
        pass
    return value


def nhs(rng: Random) -> str:
    """Return an NHS number of the ranges in issue (NHS Data Dictionary, NHS NUMBER)."""
    return _until(lambda: _modulus_11(rng.choice("4467") + digits(rng, 8)))


def hcn(rng: Random) -> str:
    """Return a Health and Care number of Northern Ireland: 320 000 0001 to 399 999 9999."""
    return _until(lambda: _modulus_11("3" + rng.choice("23456789") + digits(rng, 7)))


def chi(rng: Random, born: date) -> str:
    """Return a CHI number of Scotland: day of birth, then four digits of which one checks."""
    return _until(lambda: _modulus_11(f"{born:%d%m%y}" + digits(rng, 3)))


def upn(rng: Random) -> str:
    """Return a unique pupil number (DfE, Unique Pupil Number, guide for schools)."""
    body = rng.choice(_starts("UPN authority")) + digits(rng, 4) + f"{rng.randint(9, 24):02}"
    body += digits(rng, 3)
    total = sum(int(d) * w for d, w in zip(body, range(2, 14), strict=True))
    return _UPN_LETTERS[total % 23] + body


def uln(rng: Random) -> str:
    """Return a unique learner number (HESA C21051, modulus 11 with remainder 10)."""

    def made() -> str | None:
        first = rng.choice("123456789") + digits(rng, 8)
        rest = sum(int(d) * w for d, w in zip(first, range(10, 1, -1), strict=True)) % 11
        return f"{first}{10 - rest}" if rest else None

    return _until(made)


def utr(rng: Random) -> str:
    """Return a unique taxpayer reference (HMRC reference-checker)."""
    rest = digits(rng, 9)
    weights = (6, 7, 8, 9, 10, 5, 4, 3, 2)
    total = sum(int(d) * w for d, w in zip(rest, weights, strict=True))
    return _UTR_CHECK[total % 11] + rest


def driving_licence(rng: Random, last: str, first: str, born: date) -> str:
    """Return sixteen characters of a driving licence number (DVLA, specimen card); F if female."""
    name = "".join(c for c in last.upper() if c in ascii_uppercase)[:5].ljust(5, "9")
    month = born.month + rng.choice((0, 50))
    year = f"{born.year % 100:02}"
    initial = first[0].upper() if first[0].upper() in ascii_uppercase else "A"
    return (
        f"{name}{year[0]}{month:02}{born.day:02}{year[1]}{initial}9{rng.choice('123456789')}"
        f"{letters(rng, 2)}"
    )


def iban(rng: Random) -> str:
    """Return a British IBAN (ISO 13616-1, modulus 97)."""
    bank = rng.choice(("NWBK", "BARC", "LOYD", "MIDL", "HBUK", "ABBY", "MONZ"))
    rest = bank + digits(rng, 14)
    number = "".join(str(int(c, 36)) for c in f"{rest}GB00")
    return f"GB{98 - int(number) % 97:02}{rest}"


def card(rng: Random) -> str:
    """Return a payment card number (ISO/IEC 7812-1, Luhn)."""
    prefix, length = rng.choice((("4", 16), ("4", 16), ("5399", 16), ("2307", 16), ("3742", 15)))
    body = prefix + digits(rng, length - len(prefix) - 1)
    return body + luhn(body)


def luhn(body: str) -> str:
    """Return the check digit that ``body`` would carry."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def postcode(rng: Random, district: str) -> str:
    """Return a postcode of a district (Royal Mail, format of postcodes)."""
    return district + rng.choice("123456789") + letters(rng, 2, _INWARD)


def phone(rng: Random) -> str:
    """Return a telephone number that Ofcom keeps for drama, as E.164."""
    stem = rng.choice(_starts("telephone"))
    return f"+44{stem}{digits(rng, 10 - len(stem))}"


def pnc(rng: Random) -> str:
    """Return a PNC identifier with a four-digit year (CJS data standards catalogue)."""
    year, serial = rng.randint(1975, 2025), rng.randint(1, 999_999)
    return f"{year}{serial:07}{_POLICE_CHECK[int(f'{year % 100:02}{serial:07}') % 23]}"


def cro(rng: Random) -> str:
    """Return a CRO number: serial, year, check letter (CJS data standards catalogue)."""
    year, serial = rng.randint(70, 95), rng.randint(100_000, 499_999)
    return f"{serial}{year}{_POLICE_CHECK[int(f'{year:02}{serial:06}') % 23]}"


def ccrn(rng: Random) -> str:
    """Return a court case reference: year, force or court, serial, check letter."""
    body = f"{rng.randint(10, 25)}{rng.choice(('0101', '1401', '0202', '4501'))}{digits(rng, 6)}"
    return body + _POLICE_CHECK[int(body) % 23]


def accounts_office(rng: Random) -> str:
    """Return an Accounts Office reference (HMRC reference-checker, ePAYE)."""
    office, serial = digits(rng, 3), "00" + digits(rng, 6)
    weights = (9, 10, 11, 12, 8, 7, 6, 5, 4, 3, 2, 1)
    values = [*map(int, office), ord("P") - 32, *map(int, serial)]
    total = sum(v * w for v, w in zip(values, weights, strict=True))
    return f"{office}P{_HMRC_CHECK[total % 23]}{serial}"


def birth(rng: Random, youngest: int = 1, oldest: int = 95) -> date:
    """Return a day of birth that makes a person so many years old in spring 2026."""
    return date(2026, 3, 2) - timedelta(days=rng.randint(youngest * 366, oldest * 365))


def plate(rng: Random) -> str:
    """Return a vehicle registration of the form in use since 2001 (DVLA INF104)."""
    area = rng.choice("ABCDEFGHKLMNOPRSVWY") + letters(rng, 1, "ABCDEFGHJKLMNOPRSTUVWXY")
    age = rng.choice((f"{rng.randint(2, 25):02}", f"{rng.randint(51, 75)}"))
    return area + age + letters(rng, 3, "ABCDEFGHJKLMNOPRSTUVWXYZ")


SIMPLE: dict[str, Callable[[Random], str]] = {
    "UK_PASSPORT": lambda rng: rng.choice("135") + digits(rng, 8),
    "UK_BRP": lambda rng: rng.choice(("ZU", "RA", "ZX")) + rng.choice("X123") + digits(rng, 6),
    "UK_SHARE_CODE": lambda rng: "W" + letters(rng, 8, "ABCDEFGHJKLMNPRTUVWXYZ2346789"),
    "UK_HOME_OFFICE_REFERENCE": lambda rng: letters(rng, 1) + digits(rng, 7),
    "UK_PRISON_NUMBER": lambda rng: "A" + digits(rng, 4) + letters(rng, 2, "ABCDEFGHJKLMNPRTVWXYZ"),
    "UK_CASE_URN": lambda rng: digits(rng, 2) + letters(rng, 2) + digits(rng, 5) + "25",
    "UK_BLUE_BADGE": lambda rng: letters(rng, 6, "ABCDEFGHJKLMNPQRTUVWXY23456789"),
    "UK_UPRN": lambda rng: "1000" + digits(rng, 8),
    "UK_TRN": lambda rng: digits(rng, 2) + letters(rng, 1) + digits(rng, 5),
    "UK_PAYE_REFERENCE": lambda rng: digits(rng, 3) + letters(rng, 2) + digits(rng, 5),
    "UK_SORT_CODE": lambda rng: rng.choice(("20", "30", "40", "60", "77", "09")) + digits(rng, 4),
    "UK_PROFESSIONAL_REGISTRATION": lambda rng: (
        f"{rng.randint(10, 25)}{rng.choice('ABCDEFGH')}{digits(rng, 4)}{rng.choice('EWSN')}"
    ),
    "UK_BANK_ACCOUNT": lambda rng: digits(rng, 8),
}  # fmt: skip
