"""An invented council: households and staff, with all that is known of each person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.people import folded

_HOUSEHOLDS, _STAFF = 30, 12
_MIXED = 0.15  # of households whose partner brings another community's names


@dataclass(frozen=True, slots=True)
class Home:
    """One dwelling: its address in parts, and its postcode without a space."""

    street: str
    town: str
    county: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person; ``last`` is empty where a name has one word."""

    first: str
    middle: str
    last: str
    title: str
    born: date
    home: Home
    known: dict[str, str]

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.first} {self.last}".strip()

    @property
    def is_child(self) -> bool:
        """Whether the person is under 16 in spring 2026."""
        return self.born > date(2010, 3, 2)


@dataclass(frozen=True, slots=True)
class World:
    """All people of whom documents may speak."""

    households: tuple[tuple[Person, ...], ...]
    staff: tuple[Person, ...]


def world(rng: Random) -> World:
    """Return a council that no other has anybody in common with but by chance."""
    return World(
        tuple(_household(rng) for _ in range(_HOUSEHOLDS)),
        tuple(_person(rng, _community(rng), _home(rng), 21, 66) for _ in range(_STAFF)),
    )


def _community(rng: Random) -> tuple[str, ...]:
    return rng.choice(rows("fresh_names"))


def _home(rng: Random) -> Home:
    town, county, district = rng.choice(rows("fresh_towns"))
    (street,), (building,) = rng.choice(rows("fresh_streets")), rng.choice(rows("fresh_buildings"))
    number = str(rng.randint(1, 190)) + rng.choice(("", "", "", "a", "B"))
    where = rng.choice((
        f"{number} {street}", f"{number} {street}", f"{number} {street}",
        f"Flat {rng.randint(1, 60)}, {building}, {street}",
        f"{rng.randint(1, 60)} {building}, {street}",
    ))  # fmt: skip
    return Home(where, town, county, identifiers.postcode(rng, district))


def _household(rng: Random) -> tuple[Person, ...]:
    community, home = _community(rng), _home(rng)
    head = _person(rng, community, home, 19, 92)
    members = [head]
    if rng.random() < 0.5:
        other = _community(rng) if rng.random() < _MIXED else community
        shared = None if rng.random() < 0.3 else head.last
        members.append(_person(rng, other, home, 19, 85, shared))
    members += (_person(rng, community, home, 1, 15, head.last) for _ in range(rng.randint(1, 3)))
    return tuple(members)


def _person(
    rng: Random, community: tuple[str, ...], home: Home, youngest: int, oldest: int,
    last: str | None = None,
) -> Person:  # fmt: skip
    _, men, women, surnames = community
    female = rng.random() < 0.5
    given = (women if female else men).split(";")
    first = rng.choice(given)
    middle = rng.choice([*given, ""]) if rng.random() < 0.3 else ""
    last = rng.choice(surnames.split(";")) if last is None else last
    title = rng.choice(("Mrs", "Ms", "Miss", "Dr") if female else ("Mr", "Mr", "Mr", "Dr", "Rev"))
    born = identifiers.birth(rng, youngest, oldest)
    known = _known(rng, folded(first), folded(last or first), born, home)
    return Person(first, "" if middle == first else middle, last, title, born, home, known)


def _nhs(rng: Random) -> str:
    """Return an NHS number from 999 000 0000 up, which are kept for tests."""
    while True:
        body = f"999{identifiers.digits(rng, 6)}"
        check = -sum(int(d) * w for d, w in zip(body, range(10, 1, -1), strict=True)) % 11
        if check < 10:
            return f"{body}{check}"


def _mail(rng: Random, first: str, last: str) -> str:
    first, last = (
        part.replace(" ", "").encode("ascii", "ignore").decode() for part in (first, last)
    )
    local = rng.choice((
        f"{first}.{last}", f"{first[:1]}{last}", f"{last}_{first}{rng.randint(1, 99)}",
        f"{first}{rng.randint(1950, 2009)}", f"the.{last}s", f"{first}-{last}",
    ))  # fmt: skip
    return f"{local}@{rng.choice(('example.com', 'example.org', 'mail.example.net'))}"


def _known(rng: Random, first: str, last: str, born: date, home: Home) -> dict[str, str]:
    card = "4" + identifiers.digits(rng, 14)
    return {entity: made(rng) for entity, made in identifiers.SIMPLE.items()} | {
        "DATE_OF_BIRTH": born.isoformat(),
        "UK_NINO": identifiers.nino(rng) + rng.choice("ABCD"),
        "UK_NHS": _nhs(rng),
        "UK_CHI": identifiers.chi(rng, born),
        "UK_UPN": identifiers.upn(rng),
        "UK_ULN": identifiers.uln(rng),
        "UK_UTR": identifiers.utr(rng),
        "UK_DRIVING_LICENCE": identifiers.driving_licence(rng, last, first, born),
        "UK_POSTCODE": home.postcode,
        "UK_VEHICLE_REGISTRATION": identifiers.plate(rng),
        "UK_PNC": identifiers.pnc(rng),
        "UK_CRO": identifiers.cro(rng),
        "UK_CCRN": identifiers.ccrn(rng),
        "IBAN_CODE": identifiers.iban(rng),
        "CREDIT_CARD": card + identifiers.luhn(card),
        "PHONE_NUMBER": identifiers.phone(rng),
        "EMAIL_ADDRESS": _mail(rng, first, last),
        "IP_ADDRESS": f"{rng.choice((31, 51, 82, 90))}.{rng.randint(8, 250)}.{rng.randint(0, 250)}."
        f"{rng.randint(1, 254)}",
    }
