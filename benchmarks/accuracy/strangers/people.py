"""The invented people and bodies of one file, and who of them belongs to whose household."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.people import folded, identified

TODAY = date(2026, 3, 2)
_GROWN_UP = 18
_TWO_COMMUNITIES = 0.12  # people whose names come from two
_SAME_SURNAME = 0.75  # within a household
_AGES = {"c": (5, 17), "j": (5, 17), "e": (68, 96), "d": (55, 96), "s": (23, 64), "m": (28, 79)}
_MAILBOXES = ("example.com", "example.net", "inbox.example.org", "mail.example.net")
_PLAIN_LETTERS = str.maketrans("łøđæ", "loda")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, or a body whose name is ``last``; ``known`` has the value of each entity."""

    title: str
    first: str
    middle: str
    last: str
    is_woman: bool
    born: date
    house: str
    street: str
    town: str
    county: str
    known: dict[str, str]

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.first} {self.last}"

    @property
    def age(self) -> int:
        """Whole years on the day on which all files are written."""
        birthday = (TODAY.month, TODAY.day) >= (self.born.month, self.born.day)
        return TODAY.year - self.born.year - (not birthday)


@cache
def words(kind: str) -> tuple[str, ...]:
    """Return the words of a kind: firms, schools, councils. Raises KeyError."""
    return {name: tuple(listed.split(";")) for name, listed in rows("strangers_words")}[kind]


@cache
def _communities() -> tuple[list[tuple[tuple[str, ...], ...]], list[int]]:
    listed = rows("strangers_names")
    names = [tuple(tuple(part.split(";")) for part in row[2:]) for row in listed]
    return names, [int(row[1]) for row in listed]


def letters_only(name: str) -> str:
    """Return a name in the letters that mail addresses have.

    >>> letters_only("Łukasz O'Neill")
    'lukaszoneill'
    """
    plain = folded(name).translate(_PLAIN_LETTERS)
    return "".join(c for c in plain if c.isascii() and c.isalnum())


def _mailbox(rng: Random, first: str, last: str) -> str:
    first, last = letters_only(first), letters_only(last)
    local = rng.choice((
        f"{first}.{last}", f"{first}{last}{rng.randint(1, 99)}", f"{last}.{first[0]}",
        f"{first[0]}_{last}", f"the{last}s", f"{first}{rng.randint(50, 99)}",
        f"{rng.choice(('gardenshed', 'motorhome', 'bluetit', 'kopite', 'darts'))}{first}",
    ))  # fmt: skip
    return f"{local}@{rng.choice(_MAILBOXES)}"


def _house(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.1:
        return f"Flat {rng.randint(1, 48)}, {rng.randint(1, 140)}"
    if kind < 0.13:
        return f"Flat {rng.randint(1, 30)} {rng.choice(words('block'))},"
    if kind < 0.16:
        return f"{rng.choice(words('cottage'))},"
    return f"{rng.randint(1, 210)}{rng.choice('abAB') if kind < 0.2 else ''}"


def person(rng: Random, youngest: int, oldest: int, share_women: float = 0.5) -> Somebody:
    """Return a person whom no other file knows."""
    names, weights = _communities()
    own, other = rng.choices(names, weights, k=2)
    is_woman = rng.random() < share_women
    given = own[0] if is_woman else own[1]
    first, middle = rng.sample(given, 2)
    last = rng.choice((other if rng.random() < _TWO_COMMUNITIES else own)[2])
    town, county, district = rng.choice(rows("strangers_towns"))
    born = identifiers.birth(rng, youngest, oldest)
    known = identified(rng, first, last, born, district)
    known["EMAIL_ADDRESS"] = _mailbox(rng, first, last)
    title = rng.choice(("Mrs", "Ms", "Miss", "Mrs")) if is_woman else "Mr"
    title = rng.choice(("Dr", "Rev", "Mx", "Cllr")) if rng.random() < 0.03 else title
    if oldest < _GROWN_UP:
        title = "Miss" if is_woman else "Master"
    (street,) = rng.choice(rows("strangers_streets"))
    return Somebody(
        title, first, middle, last, is_woman, born, _house(rng), street, town, county, known
    )


def body(rng: Random, name: str, domain: str) -> Somebody:
    """Return a firm, a school or a council with an office."""
    made = person(rng, 20, 60)
    return replace(
        made, first="", middle="", last=name, house=str(rng.randint(1, 210)),
        known=made.known | {"EMAIL_ADDRESS": f"enquiries@{domain}"},
    )  # fmt: skip


@dataclass(slots=True)
class Cast:
    """Who stands for each role: those with a capital letter in the whole file, others in a row.

    ``p q r t`` are residents, ``w`` a woman, ``e`` old ones, ``c`` a child and ``k`` kin in the
    household of p, ``j`` a child of its own, ``d`` somebody dead, ``s`` staff, ``m`` a member of
    the council, ``o`` a firm or other body.
    """

    rng: Random
    council: Somebody = field(init=False)
    domain: str = field(init=False)
    _file: dict[str, Somebody] = field(default_factory=dict)
    _row: dict[str, Somebody] = field(default_factory=dict)

    def __post_init__(self) -> None:
        name, _, local = self.rng.choice(words("council")).partition("@")
        self.domain = f"{local}.example.org"
        self.council = body(self.rng, name, self.domain)

    def next_row(self) -> None:
        """Let the roles of a row go: the next row is about others."""
        self._row.clear()

    def who(self, role: str) -> Somebody:
        """Return the person of a role, whom the first mention makes."""
        known = self._file if role[0].isupper() else self._row
        if role not in known:
            known[role] = self._new(role)
        return known[role]

    def _new(self, role: str) -> Somebody:
        kind = role[0].lower()
        if kind == "o":
            name = self.rng.choice(words("firm"))
            return body(self.rng, name, f"{letters_only(name)[:14]}.example.com")
        made = person(self.rng, *_AGES.get(kind, (19, 92)), 1.0 if kind == "w" else 0.5)
        if kind in "sm":
            mail = f"{letters_only(made.first)}.{letters_only(made.last)}@{self.domain}"
            return replace(made, known=made.known | {"EMAIL_ADDRESS": mail})
        return self._at_home(made, role) if kind in "ck" else made

    def _at_home(self, made: Somebody, role: str) -> Somebody:
        head = self.who("P" if role[0].isupper() else "p")
        last = head.last if self.rng.random() < _SAME_SURNAME else made.last
        mail = _mailbox(self.rng, made.first, last)
        known = identified(self.rng, made.first, last, made.born, "ZE1") | {
            "UK_POSTCODE": head.known["UK_POSTCODE"], "EMAIL_ADDRESS": mail,
        }  # fmt: skip
        return replace(
            made, last=last, house=head.house, street=head.street, town=head.town,
            county=head.county, known=known,
        )  # fmt: skip
