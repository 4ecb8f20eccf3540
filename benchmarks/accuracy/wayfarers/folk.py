"""Who occurs in a file of ``wayfarers``: invented people, the council and bodies that write to it.

A role is a letter, with a digit for another of its sort. ``a`` (woman), ``b`` (man), ``k`` (child
of 5 to 10), ``t`` (of 11 to 15) and ``i`` (infant) of one digit live together. ``p`` and ``q`` are
adults, ``e`` is old, ``m`` an old woman, ``y`` a youth of 16 to 19. Of some, each turn of a loop
names others: ``r`` and ``s`` (adults) and ``n`` (child), who live together, ``u`` and ``d``
(adults), ``j`` (old), ``h`` (16 to 19) and ``c`` (at the council). ``w`` and ``x`` work for the
council too, ``o`` and ``l`` elsewhere. ``v`` is elected and ``z`` has died: nothing of them need
be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.people import folded, identified

TODAY = date(2026, 3, 2)  # when all of these files were written
LOOPED = "rsnujhdcz"
_HOUSEHOLDS = ("abkti", "rsn")
_ADULTS = "abrs"
_WOMEN, _MEN = "am", "b"
_STAFF, _ELSEWHERE = "wxcv", "ol"
_BODIES = "WXYZ"  # the council is body C
_SPANS = {
    "k": (5, 10), "n": (4, 15), "t": (11, 15), "i": (0, 3), "y": (16, 19), "h": (16, 19),
    "e": (68, 97), "m": (68, 97), "j": (68, 97), "z": (61, 99),
}  # fmt: skip
_WORKING_AGE = (21, 64)
_PLAIN = str.maketrans("łŁøØđĐıæßħĦ", "lLoOdDiashH")
_PRIVATE_MAIL = (
    "example.org", "example.com", "example.net", "mail.example.com", "home.example.net",
)  # fmt: skip
_WORK_MAIL = (
    "practice.example.org", "school.example.net", "solicitors.example.com", "care.example.org",
    "contractors.example.com",
)  # fmt: skip
_VILLAGES = ("Nether End", "Little Barford", "Upper Green", "Westhay", "Cold Overton")
_COTTAGES = ("Forge Cottage", "The Old Dairy", "Bramble House", "Lilac Cottage", "Hill Top")
_BLOCKS = ("Kestrel Court", "Attwood House", "Lockside", "Fern Tower", "Ashby Lodge")
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvwz", "aeiou"


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody lives; ``village`` is empty where the address names none."""

    house: str
    street: str
    village: str
    town: str
    postcode: str

    @property
    def line(self) -> str:
        """House and street, as on the first line of an envelope."""
        return f"{self.house} {self.street}"


@dataclass(frozen=True, slots=True)
class Soul:
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
        """Whole years on ``TODAY``."""
        is_before_birthday = (TODAY.month, TODAY.day) < (self.born.month, self.born.day)
        return TODAY.year - self.born.year - is_before_birthday

    @property
    def is_private(self) -> bool:
        """Whether telephone and address are the person's own, not those of an office."""
        return self.role[0] not in _STAFF + _ELSEWHERE

    @property
    def is_asked_for(self) -> bool:
        """Whether the person must be found; the dead and the elected need not be."""
        return self.role[0] not in "vz"


@dataclass(frozen=True, slots=True)
class Body:
    """The council, or another body."""

    title: str
    domain: str
    home: Home
    phone: str


def ascii_letters(name: str) -> str:
    """Return a name in the letters that mail addresses have.

    >>> ascii_letters("Żukauskas-Mac Leòid")
    'zukauskasmacleoid'
    """
    plain = folded(name.translate(_PLAIN))
    return "".join(c for c in plain if c.isascii() and c.isalnum())


class Company:
    """All who occur in one file, each made when first named.

    ``lists`` is the corpus whose names, towns, streets and councils they have.
    """

    def __init__(self, rng: Random, nation: str = "", lists: str = "wayfarers") -> None:
        self._rng = rng
        self._lists = lists
        self.nation = nation or rng.choices("EWSN", (78, 9, 8, 5))[0]
        self._souls: dict[str, Soul] = {}
        self._bodies: dict[str, Body] = {}

    def soul(self, role: str) -> Soul:
        """Return who has a role."""
        if role not in self._souls:
            self._souls[role] = self._make(role)
        return self._souls[role]

    def next_turn(self) -> None:
        """Let the roles of loops be others from now on."""
        for role in [role for role in self._souls if role[0] in LOOPED]:
            del self._souls[role]

    def body(self, key: str = "C") -> Body:
        """Return a body; ``C`` is the council. Raises KeyError for one that is not known."""
        if key not in self._bodies:
            if key not in f"C{_BODIES}":
                raise KeyError(key)
            row = self._rng.choice([r for r in self._rows("councils") if r[0] == self.nation])
            home = self._home(f"{row[3]},")
            self._bodies[key] = Body(row[1], row[2], home, identifiers.phone(self._rng))
        return self._bodies[key]

    def _rows(self, of: str) -> tuple[tuple[str, ...], ...]:
        return rows(f"{self._lists}_{of}")

    def _make(self, role: str) -> Soul:
        rng, sort = self._rng, role[0]
        mate = self._mate(role)
        is_woman = sort in _WOMEN or (sort not in _MEN and rng.random() < 0.5)
        people = self._rows("names")
        row = rng.choice(people)
        last, home = rng.choice(row[3].split(";")), self._home()
        if mate is not None:
            home = mate.home
            row = next(each for each in people if mate.last in each[3].split(";"))
            if sort not in _ADULTS or rng.random() < 0.7:
                last = mate.last
        given = row[1 if is_woman else 2].split(";")
        taken = {each.first for each in self._souls.values() if each.home is home}
        first = rng.choice([name for name in given if name not in taken] or given)
        middle = rng.choice([name for name in given if name != first])
        low, high = _SPANS.get(sort, _WORKING_AGE)
        born = TODAY - timedelta(days=rng.randint(low * 365 + 40, high * 365 + 300))
        known = identified(rng, ascii_letters(first) or "Lee", last, born, home.postcode[:-3])
        known["UK_POSTCODE"] = home.postcode
        known |= self._own(sort, first, last)
        title = self._title(sort, is_woman=is_woman)
        return Soul(role, is_woman, title, first, middle, last, born, home, known)

    def _mate(self, role: str) -> Soul | None:
        """Return somebody who lives with a role, if one has been named."""
        house = next((each for each in _HOUSEHOLDS if role[0] in each), "")
        mates = (s for r, s in self._souls.items() if r[0] in house and r[1:] == role[1:])
        return next(mates, None)

    def _title(self, sort: str, *, is_woman: bool) -> str:
        if sort in "knti":
            return "Miss" if is_woman else "Master"
        if self._rng.random() < 0.05:
            return "Dr"
        return self._rng.choice(("Mrs", "Ms", "Miss")) if is_woman else "Mr"

    def _home(self, house: str = "") -> Home:
        rng = self._rng
        of_nation = [row for row in self._rows("towns") if row[0] == self.nation]
        _, town, district = rng.choice(of_nation)
        origin = self.nation if rng.random() < 0.6 else "E"
        _, street = rng.choice([row for row in self._rows("streets") if row[0] == origin])
        is_in_village = self.nation == "E" and not house and rng.random() < 0.09
        village = rng.choice(_VILLAGES) if is_in_village else ""
        return Home(house or self._house(), street, village, town,
                    identifiers.postcode(rng, district))  # fmt: skip

    def _house(self) -> str:
        rng = self._rng
        number = str(rng.randint(1, 230))
        if self.nation == "S" and rng.random() < 0.25:
            return f"Flat {rng.randint(0, 4)}/{rng.randint(1, 3)}, {number}"
        others = (
            f"{number}{rng.choice('abcAB')}",
            f"Flat {rng.randint(1, 40)}, {number}",
            f"{rng.randint(1, 60)} {rng.choice(_BLOCKS)},",
            f"{rng.choice(_COTTAGES)}, {number}",
        )
        return number if rng.random() < 0.7 else rng.choice(others)

    def _own(self, sort: str, first: str, last: str) -> dict[str, str]:
        rng = self._rng
        one, two = ascii_letters(first), ascii_letters(last)
        if sort in _STAFF:
            mail = f"{one}.{two}@{self.body().domain}.gov.uk"
        elif sort in _ELSEWHERE:
            mail = f"{one[0]}{two}@{rng.choice(_WORK_MAIL)}"
        else:
            left = rng.choice((f"{one}.{two}", f"{two}.{one}", f"{one}{two}", f"{one[0]}_{two}"))
            mail = f"{left}{rng.choice(('', rng.randint(2, 99)))}@{rng.choice(_PRIVATE_MAIL)}"
        mobile = f"+447700900{identifiers.digits(rng, 3)}"
        old = f"{rng.choice('ABCDEFGHJKLMNPRSTVWX')}{rng.randint(21, 999)}"
        return {
            "EMAIL_ADDRESS": mail,
            "PHONE_NUMBER": mobile if rng.random() < 0.5 else identifiers.phone(rng),
            "other phone": identifiers.phone(rng),
            "old plate": f"{old} {identifiers.letters(rng, 3, 'ABCDEFGHJKLMNOPRSTUVWXY')}",
            "GMC": rng.choice("4567") + identifiers.digits(rng, 6),
            "password": _password(rng),
        }


def _password(rng: Random) -> str:
    """Return a password as people make them up, or as programs do."""

    def syllables(count: int) -> str:
        return "".join(rng.choice(_CONSONANTS) + rng.choice(_VOWELS) for _ in range(count))

    return rng.choice(
        (
            f"{syllables(3).title()}{rng.randint(1, 99)}{rng.choice('!?$#')}",
            f"{syllables(2)}-{syllables(3)}-{rng.randint(100, 999)}",
            f"{rng.choice(('Welcome', 'Spring', 'Council', 'Rovers'))}{rng.randint(2019, 2026)}!",
            identifiers.letters(rng, 14, "ABCDEFGHJKMNPQRSTUVWXYZabcdefghkmnpqrstuvwxyz23456789"),
        )
    )
