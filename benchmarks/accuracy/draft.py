"""A test document in the making: text on the one side, the truth about it on the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from random import Random

from benchmarks.accuracy.forms import BARE, FORMS, Write, usual
from benchmarks.accuracy.people import Resident, folded, resident

LABEL, COLUMN, BARE_TEXT = "label", "column", "bare"


class Kind(Enum):
    """What a document is there for."""

    PLANTED = "planted"
    LOOKALIKE = "look-alike"
    CLEAN = "clean"


@dataclass(frozen=True, slots=True)
class Truth:
    """One written value. What is not required may be found or not and counts neither way.

    ``also`` has other canonical values that are as right, for one written in parts: a street whose
    town stands in the next column.
    """

    entity: str
    canonical: str = field(repr=False)
    form: str
    context: str
    required: bool = True
    also: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file and the truth about them."""

    layout: str
    kind: Kind
    suffix: str
    data: bytes = field(repr=False)
    truths: tuple[Truth, ...] = field(repr=False)


@dataclass(slots=True)
class Draft:
    """What a layout writes with; every value goes through it, so none is without its truth."""

    rng: Random
    truths: list[Truth] = field(default_factory=list)
    names: str = "names"
    streets: str = "streets"
    other_forms: Mapping[str, Mapping[str, Write]] = field(default_factory=dict)

    def person(self, youngest: int = 1) -> Resident:
        """Return a person whom no other document knows."""
        return resident(self.rng, youngest, self.names, self.streets)

    def put(self, who: Resident, entity: str, context: str, form: str | None = None) -> str:
        """Return one value of a person as text, in some form, and keep its truth."""
        known: Mapping[str, Write] = FORMS[entity]
        if form is None and entity in self.other_forms:
            known = self.other_forms[entity]
            form = self.rng.choice(list(known))
        if form is None:
            form = self.rng.choice(BARE[entity] if context == BARE_TEXT else usual(entity))
        self.truths.append(Truth(entity, who.known[entity], form, context))
        return known[form](who.known[entity])

    def rename(self, form: str, last: int = 1) -> None:
        """Call the written form of the last values by another name: the layout changed them."""
        self.truths[-last:] = [replace(truth, form=form) for truth in self.truths[-last:]]

    def name(self, who: Resident, context: str, form: str = "first last") -> str:
        """Return a person's name as text; lone parts of names are not required."""
        text, canonical, required = {
            "first last": (who.name, who.canonical, True),
            "title first last": (f"{who.title} {who.name}", who.canonical, True),
            "last, first": (f"{who.last}, {who.first}", who.canonical, True),
            "LAST, First": (f"{who.last.upper()}, {who.first}", who.canonical, True),
            "FIRST LAST": (who.name.upper(), who.canonical, True),
            "title last": (f"{who.title} {who.last}", folded(who.last), True),
            "initial last": (
                f"{who.first[0]} {who.last}",
                folded(f"{who.first[0]} {who.last}"),
                False,
            ),
            "first": (who.first, folded(who.first), False),
            "last": (who.last, folded(who.last), False),
        }[form]
        self.truths.append(Truth("PERSON", canonical, form, context, required))
        return text

    def name_in_parts(self, who: Resident, context: str) -> tuple[str, str]:
        """Return given name and surname, which stand in two places but are one name."""
        self.truths.append(Truth("PERSON", who.canonical, "in two parts", context))
        return who.first, who.last

    def address(
        self, who: Resident, context: str, separator: str = ", ", form: str = "spaced"
    ) -> str:
        """Return a person's whole address as text, its postcode last."""
        street = self.street(who, context, "one line" if separator == ", " else "lines")
        postcode = self.put(who, "UK_POSTCODE", context, form)
        return separator.join((street, who.town, postcode))

    def street(self, who: Resident, context: str, form: str) -> str:
        """Return house and street of an address whose town and postcode the layout puts after."""
        postcode = FORMS["UK_POSTCODE"]["spaced"](who.known["UK_POSTCODE"])
        street = f"{who.house} {who.street}"
        whole = folded(f"{street} {who.town} {postcode}")
        self.truths.append(Truth("UK_ADDRESS", whole, form, context))
        return street

    def lone_street(self, who: Resident, context: str) -> str:
        """Return house and street where no more of the address is near: it may be found."""
        street = f"{who.house} {who.street}"
        self.truths.append(Truth("UK_ADDRESS", folded(street), "street", context, required=False))
        return street

    def role_mailbox(self, address: str) -> str:
        """Return the address of an office, which may be found or not."""
        self.truths.append(
            Truth("EMAIL_ADDRESS", address.lower(), "role mailbox", BARE_TEXT, required=False)
        )
        return address

    def document(
        self, layout: str, suffix: str, data: bytes | str, kind: Kind = Kind.PLANTED
    ) -> Document:
        """Return the finished document."""
        raw = data.encode() if isinstance(data, str) else data
        return Document(layout, kind, suffix, raw, tuple(self.truths))
