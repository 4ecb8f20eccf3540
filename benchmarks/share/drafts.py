"""A document before it is given a format: its blocks, and what is planted in them."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field, replace
from enum import Enum
from random import Random

from benchmarks.share import values
from benchmarks.share.people import NameStyle, Person, named
from benchmarks.share.values import Cue, Value

_GLUE = "\ue000"  # stands for the spaces of a planted value while lines are broken


class Part(Enum):
    """Where in a document a block sits; formats without such a place write it in the body."""

    TITLE = "title"
    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"
    DELETED = "deleted"


class Demand(Enum):
    """Whether a scan must find a planted value, or may."""

    REQUIRED = "required"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Planted:
    """One value where it was written. ``context`` says what stands around it."""

    value: Value
    context: str
    demand: Demand = Demand.REQUIRED
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Trap:
    """Text that looks like an entity and is none; ``canonical`` is what a wrong finding holds."""

    entity: str
    canonical: str
    text: str
    kind: str
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or line."""

    text: str
    part: Part = Part.BODY


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows above the header (often empty cells), header or none, rows."""

    header: tuple[str, ...] | None
    rows: tuple[tuple[str, ...], ...]
    titles: tuple[str, ...] = ()
    name: str = "Sheet1"
    hidden: bool = False


Block = Text | Grid

_LABELLED = frozenset(
    {"label", "column", "column without header", "value below label", "key", "element", "log field"}
)


@dataclass(slots=True)
class Draft:
    """A document in the making. Each method that writes a value records it and returns its text."""

    rng: Random
    family: str
    title: str
    blocks: list[Block] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)
    traps: list[Trap] = field(default_factory=list)

    def say(self, *lines: str, part: Part = Part.BODY) -> None:
        """Add paragraphs."""
        self.blocks.extend(Text(line, part) for line in lines)

    def add(self, grid: Grid) -> None:
        """Add a table."""
        self.blocks.append(grid)

    def plant(self, value: Value, context: str, demand: Demand = Demand.REQUIRED) -> str:
        """Record a value and return it as written."""
        self.planted.append(Planted(value, context, demand))
        return value.text

    def trap(self, trap: Trap) -> str:
        """Record a look-alike and return it as written."""
        self.traps.append(trap)
        return trap.text

    def nino(self, person: Person, context: str) -> str:
        """Write an NI number."""
        return self.plant(values.nino(self.rng, person.nino, _cue(context)), context)

    def nhs(self, person: Person, context: str) -> str:
        """Write an NHS number."""
        return self.plant(values.nhs(self.rng, person.nhs, _cue(context)), context)

    def postcode(self, person: Person, context: str) -> str:
        """Write a postcode."""
        return self.plant(values.postcode(self.rng, person.postcode, _cue(context)), context)

    def email(self, person: Person, context: str) -> str:
        """Write an e-mail address."""
        return self.plant(values.email(self.rng, person.email, _cue(context)), context)

    def phone(self, person: Person, context: str) -> str:
        """Write a telephone number."""
        return self.plant(values.phone(self.rng, person.phone, _cue(context)), context)

    def card(self, person: Person, context: str) -> str:
        """Write a payment card number."""
        return self.plant(values.card(self.rng, person.card, _cue(context)), context)

    def born(self, person: Person, context: str) -> str:
        """Write a date of birth."""
        return self.plant(values.born(self.rng, person.born, _cue(context)), context)

    def name(self, person: Person, style: NameStyle, context: str) -> str:
        """Write a name."""
        return self.plant(named(person, style), context)

    def address(self, person: Person, context: str = "address") -> str:
        """Write a postal address on one line; the postcode is planted."""
        return f"{person.house}, {person.town}, {self.postcode(person, context)}"

    def texts(self) -> list[str]:
        """Return the blocks as plain lines, tables as aligned columns."""
        lines: list[str] = []
        for block in self.blocks:
            lines.extend([block.text] if isinstance(block, Text) else _aligned(block))
        return lines

    def wrapped(self, width: int) -> list[str]:
        """Return ``texts`` in lines of ``width``, no planted value broken over two of them."""
        split = {item.value.text for item in self.planted if " " in item.value.text}
        spaced = sorted(split | {t.text for t in self.traps if " " in t.text}, key=len)[::-1]
        lines: list[str] = []
        for text in self.texts():
            if len(text) <= width:
                lines.append(text)
                continue
            for value in spaced:
                text = text.replace(value, value.replace(" ", _GLUE))
            lines.extend(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))
        return [line.replace(_GLUE, " ") for line in lines]


def _cue(context: str) -> Cue:
    return Cue.NAMED if context in _LABELLED else Cue.NONE


def _aligned(grid: Grid) -> list[str]:
    rows = [grid.header, *grid.rows] if grid.header else list(grid.rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return [*grid.titles, *lines]


def inside(member: str, items: list[Planted]) -> list[Planted]:
    """Return planted values as they lie in a member called ``member``."""
    return [replace(i, member=f"{member}/{i.member}" if i.member else member) for i in items]


def traps_inside(member: str, items: list[Trap]) -> list[Trap]:
    """Return traps as they lie in a member called ``member``."""
    return [replace(i, member=f"{member}/{i.member}" if i.member else member) for i in items]
