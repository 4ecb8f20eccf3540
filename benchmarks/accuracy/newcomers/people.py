"""Who occurs in a paper: households, colleagues, professionals and the council, all invented.

Roles are letters. ``a``, ``m``, ``k``, ``j``, ``y`` and ``b`` live in one household (two adults,
two children, a youth, a baby), ``c`` and ``n`` in another; the others live alone. ``a`` and ``l``
are women, ``m`` and ``h`` men, and ``e`` is old. ``s`` and ``t`` work for the council, ``w`` and
``z`` for somebody else, ``v`` is a councillor and ``x`` is dead. A digit after the letter makes
another of the kind.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.people import folded, identified

_HOMES = {**dict.fromkeys("amkjyb", "first"), **dict.fromkeys("cn", "second")}
_AGES = {
    "k": (4, 15),
    "j": (2, 15),
    "y": (12, 17),
    "b": (0, 2),
    "e": (67, 95),
    "x": (60, 95),
    "a": (22, 47),
    "m": (22, 52),
}
_ADULT = (19, 79)
_WOMEN = {"a": 1.0, "l": 1.0, "m": 0.0, "h": 0.0}  # how likely a role is a woman
_UNKNOWN_PUBLICLY = ("post.example.net", "example.com", "example.org", "mymail.example.org")
_OUTSIDE = (
    "surgery.example.org", "lawchambers.example.com", "school.example.org", "trust.example.org",
)  # fmt: skip
_HOUSES = (
    "Rose Cottage", "The Old Smithy", "Brackenhill Farm", "Wayside", "Lower Barn", "Tŷ Gwyn",
    "Plot 6", "Heathview", "Number Nine", "The Bungalow",
)  # fmt: skip
_PLAIN = str.maketrans("łøđæœß", "lodaos")  # letters that have no mark to take off
_COURTS = ("Harrier House", "Kestrel Court", "Bevin Point", "Mulberry Lodge", "Attlee Heights")


def latin(name: str) -> str:
    """Return a name in the plain letters of mail addresses and passports.

    >>> latin("Gołębiewski"), latin("Ó Dochartaigh")
    ('golebiewski', 'odochartaigh')
    """
    return folded(name).translate(_PLAIN).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person; ``known`` has the canonical value of each entity but the name."""

    title: str
    first: str
    middle: str
    last: str
    is_woman: bool
    age: int
    street: str
    town: str
    known: dict[str, str] = field(repr=False)

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.first} {self.last}"


@dataclass(frozen=True, slots=True)
class Office:
    """A council, as its own letters name it."""

    council: str
    domain: str
    street: str
    town: str
    postcode: str
    phone: str


class Cast:
    """The people of one document, made when they are first named."""

    def __init__(self, rng: Random, nation: str = "") -> None:
        self._rng = rng
        self._nation = nation or rng.choice("EEEEEEEWSN")
        self._people: dict[str, Person] = {}
        self.office = self._office()

    def who(self, role: str) -> Person:
        """Return the person of a role."""
        if role not in self._people:
            self._people[role] = self._made(role)
        return self._people[role]

    def forget(self, roles: str) -> None:
        """Let the next named of these roles be others, and their households with them."""
        homes = {_HOMES.get(role) for role in roles} - {None}
        for role in list(self._people):
            if role[0] in roles or _HOMES.get(role[0]) in homes:
                del self._people[role]

    def _place(self) -> tuple[str, str]:
        nation = self._nation if self._rng.random() < 0.93 else "E"
        towns = [(town, district) for of, town, district in rows("newcomers_towns") if of == nation]
        return self._rng.choice(towns)

    def _street(self) -> str:
        rng = self._rng
        street = rng.choice([s for n, s in rows("newcomers_streets") if n in ("E", self._nation)])
        if self._nation in "WSN" and rng.random() < 0.6:
            street = rng.choice([s for n, s in rows("newcomers_streets") if n == self._nation])
        kinds = [f"{rng.randint(1, 198)} {street}"] * 6
        kinds += [
            f"{rng.randint(2, 80)}{rng.choice('ABab')} {street}",
            f"Flat {rng.randint(1, 60)}, {rng.randint(1, 120)} {street}",
            f"Flat {rng.randint(1, 30)}{rng.choice('ABC')}, {rng.choice(_COURTS)}, {street}",
            f"{rng.choice(_HOUSES)}, {street}",
            f"{rng.randint(1, 40)} {rng.choice(_COURTS)}, {street}",
        ]
        if self._nation == "S":
            floor, door = rng.randint(0, 4), rng.randint(1, 3)
            kinds.append(f"Flat {floor}/{door}, {rng.randint(1, 99)} {street}")
        return rng.choice(kinds)

    def _office(self) -> Office:
        rng = self._rng
        known = [row for row in rows("newcomers_councils") if row[0] == self._nation]
        _, council, domain, building = rng.choice(known)
        town, district = self._place()
        street = f"{building}, {rng.choice(('Market Place', 'Station Approach', 'High Street'))}"
        postcode = identifiers.postcode(rng, district)
        return Office(council, f"{domain}.gov.uk", street, town, postcode, identifiers.phone(rng))

    def _made(self, role: str) -> Person:
        rng, kind = self._rng, role[0]
        is_woman = rng.random() < _WOMEN.get(kind, 0.52)
        first, middle, last = self._names(is_woman)
        title = rng.choice(("Mrs", "Ms", "Miss") if is_woman else ("Mr",))
        if kind in "wz" and rng.random() < 0.4:
            title = "Dr"
        age = rng.randint(*_AGES.get(kind, _ADULT))
        born = identifiers.birth(rng, age, age + 1)
        town, district = self._place()
        street = self._street()
        home = self._home(kind)
        if home and (kind in "kjyb" or rng.random() < 0.6):
            last = home.last
        known = identified(rng, first, last, born, district)
        known |= self._other_values(kind, first, last)
        licence = identifiers.driving_licence(rng, latin(last), latin(first), born)
        known["UK_DRIVING_LICENCE"] = licence
        if home:
            street, town = home.street, home.town
            known["UK_POSTCODE"] = home.known["UK_POSTCODE"]
        return Person(title, first, middle, last, is_woman, age, street, town, known)

    def _names(self, is_woman: bool) -> tuple[str, str, str]:  # noqa: FBT001  a fact, no choice
        rng, column = self._rng, 1 if is_woman else 2
        communities = rows("newcomers_names")
        row = rng.choice(communities)
        given = rng.sample(row[column].split(";"), 2)
        family = (row if rng.random() < 0.85 else rng.choice(communities))[3].split(";")
        return given[0], given[1], rng.choice(family)

    def _home(self, kind: str) -> Person | None:
        """Return somebody who already lives in the household of a role."""
        home = _HOMES.get(kind)
        known = self._people.items()
        return next((p for role, p in known if home and _HOMES.get(role[0]) == home), None)

    def _other_values(self, kind: str, first: str, last: str) -> dict[str, str]:
        rng = self._rng
        given, family = latin(first), latin(last)
        domain = rng.choice(_UNKNOWN_PUBLICLY)
        local = rng.choice((
            f"{given}.{family}", f"{given[0]}{family}{rng.randint(1, 99)}", f"{family}_{given[0]}",
            f"{given}{rng.randint(1950, 2009)}", f"the{family}s",
        ))  # fmt: skip
        if kind in "st":
            domain, local = self.office.domain, f"{given}.{family}"
        elif kind in "wz":
            domain = rng.choice(_OUTSIDE)
            local = f"{rng.choice((given[0], given))}.{family}"
        values = {"EMAIL_ADDRESS": f"{local}@{domain}", "PHONE 2": identifiers.phone(rng)}
        if rng.random() < 0.2:
            values["UK_VEHICLE_REGISTRATION"] = self._old_plate()
        values["registration"] = identifiers.digits(rng, 6)
        return values

    def _old_plate(self) -> str:
        """Return a registration of the forms before 2001, or of Northern Ireland (DVLA INF104)."""
        rng, letters = self._rng, "ABCDEFGHJKLMNPRSTUVWXY"
        number = rng.randint(21, 998)
        if self._nation == "N":
            county = rng.choice(("AZ", "IL", "UI", "EZ", "GZ"))
            return f"{rng.choice('ABCDEFGHJKLMNO')}{county}{rng.randint(1000, 9999)}"
        if rng.random() < 0.7:
            return f"{rng.choice('HJKLMNPRSTVWXY')}{number}{identifiers.letters(rng, 3, letters)}"
        return f"{identifiers.letters(rng, 3, letters)}{number}{rng.choice('KLMNPRSTVWXY')}"
