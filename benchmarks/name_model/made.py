"""Invented council prose with its names marked: templates of many kinds, filled by chance."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files
from random import Random

from benchmarks.name_model.gold import Example
from benchmarks.share.people import STREETS, SURNAMES, TOWNS
from detectors.names.lexicon import common_first_names, first_names, surnames

_SLOT = re.compile(r"\{([A-Z])([a-z]?)\}")
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Cllr", "Mx", "Prof")
_WORD_NAMES = (
    "Grace", "Will", "Mark", "Rose", "May", "April", "June", "Hope", "Joy", "Faith", "Bill",
    "Grant", "Dawn", "Ivy", "Holly", "Amber", "Penny", "Jack", "Frank", "Robin", "Summer",
    "Violet", "Harmony", "Ruby", "Pearl", "Dean", "Miles", "Chase", "Heath", "Sterling", "Art",
)  # fmt: skip
_WORD_SURNAMES = (
    "Brown", "White", "Green", "Black", "Young", "Long", "Price", "Hill", "Wood", "Field", "Park",
    "Street", "Lane", "Church", "Bishop", "Cook", "Baker", "King", "Knight", "Page", "Bond",
    "Cross", "Day", "Frost", "Hall", "House", "Marsh", "Pool", "Rivers", "Stone", "Waters",
    "Bell",
)  # fmt: skip
_PARTS = ("Thorn", "Ald", "Mill", "Brad", "Ash", "Wex", "Nor", "Stan", "Car", "Hol", "Win", "Lang")
_TAILS = ("by", "ton", "ham", "ford", "ley", "worth", "combe", "field", "bury", "wick", "stow")
_ROADS = ("Road", "Street", "Lane", "Avenue", "Close", "Court", "House", "Park", "Way", "Gardens")
_SCHOOLS = ("Primary School", "Academy", "High School", "Nursery", "College", "Infants")
_BODIES = (
    "Council", "Hospital", "Surgery", "Housing Association", "Police", "Library",
    "Children's Centre", "Trust", "Foodbank", "Baptist Church", "Mosque",
    "Football Club", "Medical Centre", "Homes",
)  # fmt: skip
_FIRMS = ("& Sons", "Ltd", "LLP", "Builders", "Solicitors", "Cars", "Group", "plc", "and Co")
_KNOWN_BODIES = (
    "Citizens Advice", "Shelter", "Age UK", "Barnardo's", "Mencap", "John Lewis", "Capita",
    "Children's Services", "Legal Services", "the Housing Team", "Adult Social Care", "CAMHS",
    "the Home Office", "HMRC", "the DWP", "Ofsted", "Marks & Spencer", "Tesco", "the GP surgery",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Templates(Enum):
    """Three lots of templates: a model is trained, chosen and measured on different ones."""

    TRAIN = "train"
    DEV = "dev"
    HELD_OUT = "held out"


@dataclass(frozen=True, slots=True)
class _Name:
    first: str
    last: str
    title: str


def templates(lot: Templates) -> list[str]:
    """Return the templates of one lot; every tenth is held out, the one after it is for dev."""
    lines = files("benchmarks.name_model").joinpath("templates.tsv").read_text("utf-8").split("\n")
    rows = [line.split("\t")[1].replace("\\n", "\n") for line in lines[1:] if line]
    lots = {0: Templates.HELD_OUT, 1: Templates.DEV}
    return [row for at, row in enumerate(rows) if lots.get(at % 10, Templates.TRAIN) is lot]


def made(rng: Random, lot: Templates, count: int) -> list[Example]:
    """Return ``count`` texts of a lot, each of one to four templates about the same people."""
    maker = _Maker(rng)
    rows = templates(lot)
    return [maker.text(rng.choices(rows, k=rng.choice((1, 1, 2, 3, 4)))) for _ in range(count)]


class _Maker:
    """Fills templates; holds the lists of names."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._common = common_first_names()
        self._first = sorted(name for name in first_names() if len(name) > 2)
        self._last = sorted(name for name in surnames() if len(name) > 2)
        self._things: dict[str, Callable[[], tuple[str, str]]] = {
            "O": lambda: (self._body(), "ORG"),
            "L": lambda: (self._place(), "LOC"),
            "D": lambda: (self._date(), ""),
            "H": lambda: (f"{rng.randint(0, 23):02}{rng.choice(':.')}{rng.randrange(60):02}", ""),
            "N": lambda: (f"{rng.randint(1, 400)}", ""),
        }

    def text(self, rows: Sequence[str]) -> Example:
        """Return the templates filled, one after the other."""
        people = {letter: self._person() for letter in "ABC"}
        parts: list[str] = []
        spans: list[tuple[int, int, str]] = []
        for row in rows:
            if parts:
                parts.append(self._rng.choice((" ", "\n", "\n\n")))
            at = 0
            for slot in _SLOT.finditer(row):
                parts.append(row[at : slot.start()])
                at = slot.end()
                before, value, label = self._filled(slot[1], slot[2], people)
                start = sum(map(len, parts)) + len(before)
                parts.append(before + value)
                if label:
                    spans.append((start, start + len(value), label))
            parts.append(row[at:])
        return Example(self._cased("".join(parts)), tuple(spans))

    def _cased(self, text: str) -> str:
        """Return the text as it is, or sometimes all in one case where that keeps its length."""
        chance = self._rng.random()
        other = text.upper() if chance < 0.04 else text.lower() if chance < 0.09 else text
        return other if len(other) == len(text) else text

    def _filled(self, letter: str, style: str, people: dict[str, _Name]) -> tuple[str, str, str]:
        """Return what stands before the value, the value and its label."""
        if letter in self._things:
            value, label = self._things[letter]()
            article = "the " if value.startswith("the ") else ""
            return article, value.removeprefix("the "), label
        who = people[letter]
        full = f"{who.first} {who.last}"
        written = {
            "f": ("", who.first),
            "s": ("", who.last),
            "t": (f"{who.title} ", self._rng.choice((who.last, who.last, full))),
            "r": ("", f"{who.last}, {who.first}"),
            "u": ("", full.upper()),
            "l": ("", full.lower()),
            "i": ("", f"{who.first[0]} {who.last}"),
        }
        return (*(written.get(style) or self._any_style(who)), "PERSON")

    def _any_style(self, who: _Name) -> tuple[str, str]:
        full = f"{who.first} {who.last}"
        middle = f"{who.first} {self._rng.choice('ABCDEGHJKLMPRST')}. {who.last}"
        styles = (
            *[("", full)] * 12,
            ("", middle),
            (f"{who.title} ", who.last),
            (f"{who.title} ", full),
            ("", f"{who.first[0]}. {who.last}"),
            ("", f"{who.last.upper()}, {who.first}"),
            ("", f"{who.first} {who.last.upper()}"),
        )
        return self._rng.choice(styles)

    def _person(self) -> _Name:
        rng = self._rng
        first = rng.choice(self._common)
        if rng.random() < 0.35:
            first = _capital(rng.choice(self._first))
        if rng.random() < 0.04:
            first = rng.choice(_WORD_NAMES)
        last = self._surname()
        if rng.random() < 0.05:
            last = f"{last}{rng.choice('- ')}{self._surname()}"
        return _Name(first, last, rng.choice(_TITLES))

    def _surname(self) -> str:
        rng, chance = self._rng, self._rng.random()
        if chance < 0.3:
            return rng.choice(SURNAMES)
        if chance < 0.36:
            return rng.choice(_WORD_SURNAMES)
        name = _capital(rng.choice(self._last))
        return f"{rng.choice(('Mc', 'Mac', 'O’', 'van ', 'Al-'))}{name}" if chance > 0.97 else name

    def _place(self) -> str:
        rng, chance = self._rng, self._rng.random()
        town = rng.choice(_PARTS) + rng.choice(_TAILS) if rng.random() < 0.7 else rng.choice(TOWNS)
        if chance < 0.35:
            return town
        if chance < 0.45:
            return rng.choice(STREETS)
        name = self._surname() if chance < 0.75 else rng.choice((*_WORD_NAMES, "Station", "High"))
        if chance > 0.95:
            name = f"{rng.choice(self._common)} {name}"
        return f"{name} {rng.choice(_ROADS)}"

    def _body(self) -> str:
        rng, chance = self._rng, self._rng.random()
        name = self._surname()
        if chance < 0.3:
            return rng.choice(_KNOWN_BODIES)
        if chance < 0.5:
            return f"St {rng.choice(self._common)}'s {rng.choice(_SCHOOLS)}"
        if chance < 0.75:
            return f"{rng.choice((self._place(), name))} {rng.choice((*_SCHOOLS, *_BODIES))}"
        return f"{name} {rng.choice(_FIRMS)}"

    def _date(self) -> str:
        rng = self._rng
        day, month = rng.randint(1, 28), rng.randint(1, 12)
        return rng.choice(
            (
                f"{day} {_MONTHS[month - 1]} {rng.randint(2019, 2026)}",
                f"{day:02}/{month:02}/{rng.randint(19, 26)}",
                rng.choice(_DAYS),
                f"{_MONTHS[month - 1]}",
            )
        )


def _capital(name: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in name.split("-"))
