"""The invented people of one file, their households, and words that stand for no person."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.people import Resident, folded, identified

_MIXED = 0.15  # people whose two names come from two communities
_HOUSEHOLD = {
    "mum": "adult",
    "dad": "adult",
    "partner": "adult",
    "kin": "adult",
    "kid": "child",
    "son": "adult",
    "dau": "adult",
    "wife": "adult",
    "hub": "adult",
}
_AGES = {"child": (4, 17), "elder": (70, 94), "staff": (22, 64), "adult": (20, 88)}
_BY_LETTER = {"c": "child", "e": "elder", "s": "staff", "x": "staff"}
_WOMAN, _MAN = 0, 1
_TITLES = ("Mrs", "Ms", "Miss", "Mrs"), ("Mr",)
_SEX = {"mum": _WOMAN, "dau": _WOMAN, "wife": _WOMAN, "dad": _MAN, "son": _MAN, "hub": _MAN}
_HOUSE_NAMES = ("Rose Cottage", "The Old Forge", "Bryn Awel", "Fairview", "Two Hoots", "Lyndhurst")
_NICKNAMES = {
    "Christopher": "Chris", "Deborah": "Debs", "Kenneth": "Ken", "Rebecca": "Becky",
    "Timothy": "Tim", "Benjamin": "Ben", "Jonathan": "Jonny", "Theresa": "Terri",
    "Mohammed": "Mo", "Katarzyna": "Kasia", "Stephanie": "Steph", "Leonard": "Len",
    "Jacqueline": "Jackie", "Raymond": "Ray", "Victor": "Vic", "Gurpreet": "Guri",
}  # fmt: skip


@cache
def words(kind: str, lists: str = "unseen") -> tuple[str, ...]:
    """Return the words of a kind: firms, schools, conditions. Raises KeyError."""
    return {name: tuple(listed.split(";")) for name, listed in rows(f"{lists}_words")}[kind]


@cache
def _communities(lists: str) -> tuple[list[tuple[tuple[str, ...], ...]], list[int]]:
    """Return the names of women, of men and of families in each community, and its weight."""
    listed = rows(f"{lists}_names")
    names = [tuple(tuple(part.split(";")) for part in row[2:]) for row in listed]
    return names, [int(row[1]) for row in listed]


def _names(rng: Random, sex: int, lists: str) -> tuple[str, str]:
    names, weights = _communities(lists)
    own, other = rng.choices(names, weights, k=2)
    family = other if rng.random() < _MIXED else own
    return rng.choice(own[sex]), rng.choice(family[2])


def _plain(name: str) -> str:
    """Return a name in the letters that addresses have."""
    return "".join(c for c in folded(name).replace("ł", "l") if c.isascii() and c.isalnum())


def _mailbox(rng: Random, first: str, last: str, born: int) -> str:
    plain = _plain(first), _plain(last)
    local = rng.choice((
        f"{plain[0]}.{plain[1]}", f"{plain[0][:1]}{plain[1]}{born % 100:02}", f"{plain[1]}family",
        f"{plain[0]}{rng.randint(1, 999)}", f"{plain[1]}_{plain[0]}", f"{plain[0]}-{plain[1]}",
        f"{rng.choice(('cutie', 'bluenose', 'vwcamper', 'nanna', 'gunner'))}{rng.randint(1, 99)}",
    ))  # fmt: skip
    return (
        f"{local}@{rng.choice(('example.com', 'example.net', 'post.example.org', 'example.org'))}"
    )


def _house(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.13:
        return f"Flat {rng.randint(1, 60)}, {rng.randint(1, 150)}"
    if kind < 0.17:
        return f"{rng.choice(_HOUSE_NAMES)},"
    return f"{rng.randint(1, 260)}{rng.choice('ABC') if kind < 0.22 else ''}"


def person(rng: Random, ages: tuple[int, int], sex: int, lists: str = "unseen") -> Resident:
    """Return a person whom no other file knows, a woman or a man."""
    first, last = _names(rng, sex, lists)
    town, district = rng.choice(rows(f"{lists}_towns"))
    born = identifiers.birth(rng, *ages)
    known = identified(rng, first, last, born, district)
    known["EMAIL_ADDRESS"] = _mailbox(rng, first, last, born.year)
    ((street,), title) = rng.choice(rows(f"{lists}_streets")), rng.choice(_TITLES[sex])
    if rng.random() < 0.04:
        title = rng.choice(("Dr", "Mx", "Revd", "Prof"))
    return Resident(title, first, last, born, _house(rng), street, town, known)


def nickname(who: Resident) -> str:
    """Return what friends call a person, which is the given name where there is no other."""
    return _NICKNAMES.get(who.first, who.first)


@dataclass(slots=True)
class Cast:
    """Who stands for each role: those with a capital letter in the whole file, others in a row.

    ``s`` are staff of the writer, ``x`` staff of the council; ``sender`` is the mail domain of a
    writer outside the council, ``lists`` the lists in ``data`` that people and words are from.
    """

    rng: Random
    domain: str = ""
    sender: str = ""
    lists: str = "unseen"
    _file: dict[str, Resident] = field(default_factory=dict)
    _row: dict[str, Resident] = field(default_factory=dict)

    def next_row(self) -> None:
        """Let all roles of a row go: the next row is about other people."""
        self._row.clear()

    def who(self, role: str) -> Resident:
        """Return the person of a role, whom the first mention makes."""
        known = self._file if role[0].isupper() else self._row
        if role not in known:
            known[role] = self._new(role)
        return known[role]

    def _new(self, role: str) -> Resident:
        kind = role.rstrip("0123456789").lower()
        ages = _AGES[_HOUSEHOLD.get(kind) or _BY_LETTER.get(kind[0], "adult")]
        sex = _SEX.get(kind, self.rng.choice((_WOMAN, _MAN)))
        made = person(self.rng, ages, sex, self.lists)
        if kind[0] in "sx":
            domain = self._council_domain() if kind[0] == "x" else self._own_domain()
            mail = f"{_plain(made.first)}.{_plain(made.last)}@{domain}"
            made = replace(made, known=made.known | {"EMAIL_ADDRESS": mail})
        return self._of_household(made) if kind in _HOUSEHOLD else made

    def _of_household(self, made: Resident) -> Resident:
        """Let a relative live with the first person of the row, or of the file."""
        people = (self._row or self._file).items()
        head = next((who for role, who in people if role[0] not in "sSxX"), made)
        last = head.last if self.rng.random() < 0.6 else made.last
        known = made.known | {"UK_POSTCODE": head.known["UK_POSTCODE"]}
        return replace(
            made, last=last, house=head.house, street=head.street, town=head.town, known=known
        )

    def _own_domain(self) -> str:
        return self.sender or self._council_domain()

    def _council_domain(self) -> str:
        if not self.domain:
            self.domain = self.rng.choice(("northmere", "wexcombe-dc", "aldersby", "calderwick"))
            self.domain += ".example.org"
        return self.domain

    def office_mailbox(self, local: str) -> str:
        """Return the address of an office of the writer."""
        return f"{local}@{self._own_domain()}"
