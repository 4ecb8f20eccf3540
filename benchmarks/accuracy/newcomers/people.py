"""Who occurs in a paper: households, colleagues, professionals and the council, all invented.

Roles are letters. ``a``, ``m``, ``k``, ``j``, ``y`` and ``b`` live in one household (two adults,
two children, a youth, a baby), ``c`` and ``n`` in another; ``d`` to ``i``, ``p`` to ``r`` and ``e``
(an old person) live alone. ``s`` and ``t`` work for the council, ``w`` and ``z`` for somebody
else, ``v`` is a councillor and ``x`` is dead. A digit after the letter makes another of the kind.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.people import folded, identified

_HOMES = {**dict.fromkeys("amkjyb", "first"), **dict.fromkeys("cn", "second")}
_AGES = {"k": (4, 15), "j": (2, 15), "y": (12, 17), "b": (0, 2), "e": (67, 95), "x": (60, 95)}
_ADULT = (19, 79)
_UNKNOWN_PUBLICLY = ("post.example.net", "example.com", "example.org", "mymail.example.org")
_OUTSIDE = ("surgery.example.org", "lawchambers.example.com", "school.example.org", "trust.example.org")  # fmt: skip
_HOUSES = (
    "Rose Cottage", "The Old Smithy", "Brackenhill Farm", "Wayside", "Lower Barn", "Tŷ Gwyn",
    "Plot 6", "Heathview", "Number Nine", "The Bungalow",
)  # fmt: skip
_COURTS = ("Harrier House", "Kestrel Court", "Bevin Point", "Mulberry Lodge", "Attlee Heights")


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
        return self._rng.choice([(town, d) for n, town, d in rows("newcomers_towns") if n == nation])

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
            kinds += [f"Flat {rng.randint(0, 4)}/{rng.randint(1, 3)}, {rng.randint(1, 99)} {street}"]
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
        is_woman = rng.random() < 0.52
        first, middle, last = self._names(is_woman)
        title = rng.choice(("Mrs", "Ms", "Miss") if is_woman else ("Mr",))
        if kind in "wz" and rng.random() < 0.4:
            title = "Dr"
        age = rng.randint(*_AGES.get(kind, _ADULT))
        town, district = self._place()
        born = identifiers.birth(rng, age, age + 1) if age else identifiers.birth(rng, 0, 1)
        known = identified(rng, first, last, born, district)
        known |= self._other_values(kind, first, last)
        person = Person(title, first, middle, last, is_woman, age, self._street(), town, known)
        return self._at_home(kind, person)

    def _names(self, is_woman: bool) -> tuple[str, str, str]:  # noqa: FBT001  a fact, no choice
        rng, column = self._rng, 1 if is_woman else 2
        communities = rows("newcomers_names")
        row = rng.choice(communities)
        given = rng.sample(row[column].split(";"), 2)
        family = (row if rng.random() < 0.85 else rng.choice(communities))[3].split(";")
        return given[0], given[1], rng.choice(family)

    def _at_home(self, kind: str, person: Person) -> Person:
        home = _HOMES.get(kind)
        for role, other in self._people.items():
            if home and _HOMES.get(role[0]) == home:
                last = other.last if kind in "kjyb" or self._rng.random() < 0.6 else person.last
                known = {**person.known, "UK_POSTCODE": other.known["UK_POSTCODE"]}
                return replace(
                    person, last=last, street=other.street, town=other.town, known=known
                )
        return person

    def _other_values(self, kind: str, first: str, last: str) -> dict[str, str]:
        rng = self._rng
        plain = [folded(part).replace(" ", "") for part in (first, last)]
        given, family = ("".join(c for c in part if c.isascii()) for part in plain)
        domain = rng.choice(_UNKNOWN_PUBLICLY)
        local = rng.choice((
            f"{given}.{family}", f"{given[0]}{family}{rng.randint(1, 99)}", f"{family}_{given[0]}",
            f"{given}{rng.randint(1950, 2009)}", f"the{family}s",
        ))  # fmt: skip
        if kind in "st":
            domain, local = self.office.domain, f"{given}.{family}"
        elif kind in "wz":
            domain, local = rng.choice(_OUTSIDE), rng.choice((f"{given[0]}.{family}", f"{given}.{family}"))  # fmt: skip
        values = {"EMAIL_ADDRESS": f"{local}@{domain}", "PHONE 2": identifiers.phone(rng)}
        if kind not in "stwzv":
            values["EMAIL_ADDRESS"] = f"{local}@{domain}"
        if rng.random() < 0.2:
            values["UK_VEHICLE_REGISTRATION"] = self._old_plate()
        values["registration"] = identifiers.digits(rng, 6)
        return values

    def _old_plate(self) -> str:
        """Return a registration of the forms before 2001, or of Northern Ireland (DVLA INF104)."""
        rng, letters = self._rng, "ABCDEFGHJKLMNPRSTUVWXY"
        number = rng.randint(21, 998)
        if self._nation == "N":
            return f"{rng.choice('ABCDEFGHJKLMNO')}{rng.choice(('AZ', 'IL', 'UI', 'EZ', 'GZ'))}{rng.randint(1000, 9999)}"  # fmt: skip
        if rng.random() < 0.7:
            return f"{rng.choice('HJKLMNPRSTVWXY')}{number}{identifiers.letters(rng, 3, letters)}"
        return f"{identifiers.letters(rng, 3, letters)}{number}{rng.choice('KLMNPRSTVWXY')}"
