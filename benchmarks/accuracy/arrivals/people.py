"""Who occurs in a paper of ``arrivals``: households, others, officers, all invented.

A role is a letter, and a digit for another of the same kind. ``f`` (woman), ``m`` (man), ``c`` and
``d`` (children at school) and ``i`` (infant) of one digit live together; ``p`` and ``q`` are any
adults, ``g`` is a woman, ``n`` a man, ``e`` old, ``y`` a youth of 16 to 19. ``w`` and ``x`` work
for the council, ``k`` and ``l`` elsewhere (surgery, school, police, firm). ``v`` is a councillor
and ``z`` has died: nothing of them need be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.people import folded, identified

TODAY = date(2026, 3, 2)
_HOME, _ADULTS_AT_HOME = "fmcdi", "fm"
_STAFF, _OUTSIDE = "wx", "kl"
_AGES = {"c": (5, 10), "d": (11, 15), "i": (1, 3), "y": (16, 19), "e": (72, 96), "z": (70, 97)}
_ADULT = (22, 66)
_MOBILE = 0.55
_WOMEN, _MEN = "fg", "mn"
_PLAIN = str.maketrans("łŁøØđĐıæß", "lLoOdDias")
_MAIL = ("example.org", "example.com", "example.net", "inbox.example.org", "webpost.example.com")
_WORK = ("surgery.example.org", "academy.example.org", "legal.example.com", "trust.example.net")
_ADULT_TITLES = {
    True: (*("Mrs", "Ms", "Miss", "Mrs", "Ms") * 4, "Dr"),
    False: (*("Mr",) * 20, "Dr"),
}


@dataclass(frozen=True, slots=True)
class Home:
    """Where a household lives."""

    house: str
    street: str
    locality: str
    town: str
    postcode: str

    @property
    def line(self) -> str:
        """House and street."""
        return f"{self.house} {self.street}"


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person; ``known`` has the canonical value of each entity but name and age."""

    role: str
    is_woman: bool
    title: str
    first: str
    middle: str
    last: str
    born: date
    home: Home
    known: dict[str, str]

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.first} {self.last}"

    @property
    def age(self) -> int:
        """Age in whole years in spring 2026, when these papers were written."""
        had_birthday = (TODAY.month, TODAY.day) >= (self.born.month, self.born.day)
        return TODAY.year - self.born.year - (not had_birthday)

    @property
    def is_required(self) -> bool:
        """Whether a finding of this person is asked for."""
        return self.role[0] not in "vz"

    @property
    def is_at_work(self) -> bool:
        """Whether telephone and address in a paper are those of an office."""
        return self.role[0] in _STAFF + _OUTSIDE + "v"


@dataclass(frozen=True, slots=True)
class Office:
    """A council, or an organisation that writes to it."""

    council: str
    domain: str
    home: Home
    phone: str


def latin(name: str) -> str:
    """Return a name in the plain letters of mail addresses.

    >>> latin("Dąbrowski-Łoś"), latin("O'Hagan")
    ('dabrowskilos', 'ohagan')
    """
    return "".join(c for c in folded(name.translate(_PLAIN)) if c.isascii() and c.isalnum())


class Cast:
    """The people of one document, made when they are first named."""

    def __init__(self, rng: Random, nation: str = "") -> None:
        self._rng = rng
        self.nation = nation or rng.choices("EWSN", (80, 8, 8, 4))[0]
        self._people: dict[str, Person] = {}
        self._offices: dict[str, Office] = {}

    def who(self, role: str) -> Person:
        """Return the person of a role."""
        if role not in self._people:
            self._people[role] = self._made(role)
        return self._people[role]

    def renew(self, roles: str) -> None:
        """Let the next named of these roles, separated by spaces, be others."""
        for role in roles.split():
            self._people.pop(role, None)
            self._offices.pop(role.removeprefix("o"), None)
            if role[0] in _HOME:
                mates = [each for each in self._people if each[0] in _HOME and each[1:] == role[1:]]
                for each in mates:
                    del self._people[each]

    def office(self, key: str = "") -> Office:
        """Return an organisation; the empty key is the council itself."""
        if key not in self._offices:
            known = [row[1:] for row in rows("arrivals_councils") if row[0] == self.nation]
            council, domain, building = self._rng.choice(known)
            home = self._home(f"{building},")
            self._offices[key] = Office(council, domain, home, identifiers.phone(self._rng))
        return self._offices[key]

    def _home(self, house: str = "") -> Home:
        rng = self._rng
        town, district = rng.choice([r[1:] for r in rows("arrivals_towns") if r[0] == self.nation])
        english = 0.4 if self.nation != "E" else 1.0
        of = "E" if rng.random() < english else self.nation
        street = rng.choice([r[1] for r in rows("arrivals_streets") if r[0] == of])
        house = house or self._house()
        locality = rng.choice(("Netherby", "Old Town", "Upper Marsh")) if rng.random() < 0.1 else ""
        return Home(house, street, locality, town, identifiers.postcode(rng, district))

    def _house(self) -> str:
        rng = self._rng
        number = rng.randint(1, 199)
        if self.nation == "S" and rng.random() < 0.3:
            return f"Flat {rng.randint(0, 3)}/{rng.randint(1, 2)}, {number}"
        return rng.choices(
            (
                str(number),
                f"Flat {rng.randint(1, 30)}, {number}",
                f"{number}{rng.choice('ABC')}",
                f"{rng.choice(('Rose', 'Ivy', 'Brook'))} Cottage, {number}",
            ),
            (74, 14, 9, 3),
        )[0]

    def _made(self, role: str) -> Person:
        rng, kind = self._rng, role[0]
        is_woman = kind in _WOMEN or (kind not in _MEN and rng.random() < 0.5)
        mates = [p for r, p in self._people.items() if r[1:] == role[1:] and r[0] in _HOME]
        row = rng.choice(rows("arrivals_names"))
        last, home = rng.choice(row[3].split(";")), self._home()
        if kind in _HOME and mates:
            mate = mates[0]
            home = mate.home
            row = next(r for r in rows("arrivals_names") if mate.last in r[3].split(";"))
            if kind not in _ADULTS_AT_HOME or rng.random() < 0.7:
                last = mate.last
        given = row[1 if is_woman else 2].split(";")
        taken = {mate.first for mate in mates}
        first = rng.choice([name for name in given if name not in taken] or given)
        middle = rng.choice([name for name in given if name != first])
        born = self._born(*_AGES.get(kind, _ADULT))
        titles: tuple[str, ...] = _ADULT_TITLES[is_woman]
        if kind in "cdiy":
            titles = ("Miss",) if is_woman else ("Master",) if kind != "y" else ("Mr",)
        known = identified(rng, latin(first) or "Alex", last, born, home.postcode[:-3])
        known["UK_POSTCODE"] = home.postcode
        known |= self._own_values(kind, first, last)
        return Person(role, is_woman, rng.choice(titles), first, middle, last, born, home, known)

    def _born(self, youngest: int, oldest: int) -> date:
        days = self._rng.randint(youngest * 365 + 30, (oldest + 1) * 365 - 5)
        return TODAY - timedelta(days=days)

    def _own_values(self, kind: str, first: str, last: str) -> dict[str, str]:
        rng = self._rng
        one, two = latin(first), latin(last)
        if kind in _STAFF + "v":
            mail = f"{one}.{two}@{self.office().domain}.gov.uk"
        elif kind in _OUTSIDE:
            mail = f"{one[0]}.{two}@{rng.choice(_WORK)}"
        else:
            shapes = (f"{one}.{two}{rng.randint(1, 99)}", f"{two}{one[0]}{rng.randint(1940, 2009)}",
                      f"{one}_{two}", f"{one}{rng.randint(1, 9999)}")  # fmt: skip
            mail = f"{rng.choice(shapes)}@{rng.choice(_MAIL)}"
        old = rng.choice(
            (
                f"{rng.choice('ABCDEFGHJKLMNPRSTVWX')}{rng.randint(21, 999)} "
                f"{identifiers.letters(rng, 3, 'ABCDEFGHJKLMNOPRSTUVWXY')}",
                f"{identifiers.letters(rng, 3, 'ABCDEFGHJKLMNOPRSTUVWXY')} {rng.randint(21, 999)}"
                f"{rng.choice('ABCDEFGHJKLMNPRSTVWX')}",
            )
        )
        return {
            "EMAIL_ADDRESS": mail,
            "old plate": old,
            "PHONE_NUMBER": _phone(rng),
            "second phone": _phone(rng),
            "gmc": rng.choice("4567") + identifiers.digits(rng, 6),
            "hcpc": rng.choice(("OT", "PH", "PYL", "PA")) + identifiers.digits(rng, 5),
            "password": _password(rng),
            "key": identifiers.letters(rng, 40, "ABCDEFGHJKLMNPQRSTabcdefghkmnpqrstuvwx23456789"),
        }


def _phone(rng: Random) -> str:
    """Return a number kept for drama; more than half are of mobiles, as in real papers."""
    mobile = f"+447700900{identifiers.digits(rng, 3)}"
    return mobile if rng.random() < _MOBILE else identifiers.phone(rng)


def _password(rng: Random) -> str:
    word = rng.choice(("Kestrel", "Marigold", "Thimble", "Pepperpot", "Lighthouse", "Otterburn"))
    return rng.choice(
        (
            f"{word}{rng.choice('!$%*#')}{rng.randint(10, 9999)}",
            f"{word.lower()}-{rng.randint(10, 99)}-{rng.choice(('teapot', 'gravel', 'zebra'))}",
            f"{rng.choice('QWXZ')}{identifiers.letters(rng, 4, 'bcdfghkmnp')}"
            f"{rng.choice('!$?*')}{rng.randint(100, 999)}{rng.choice('KLMP')}",
        )
    )
