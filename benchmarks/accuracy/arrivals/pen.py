"""Fills the slots of a paper's lines and keeps the truth of every value that it writes.

``[[this|that]]`` is one of several wordings. ``{p.nino}`` is a value of the person of role ``p``,
``{p.nino:pairs}`` in that written form, ``{p.nino?}`` one that need not be found, ``{p.nino!}`` one
whose label stands further off, as over a column. ``{o.phone}`` is of the council, ``{o1.phone}`` of
another organisation: these never need be found. Slots without a dot are about nobody: see
``_plain``. ``{maybe:PERSON:Jo Sample}`` writes what may be found or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.arrivals.labels import is_labelled, needs_label
from benchmarks.accuracy.arrivals.people import TODAY, Cast, Home, Person
from benchmarks.accuracy.arrivals.ways import SHORT, choices, ways
from benchmarks.accuracy.draft import BARE_TEXT, COLUMN, LABEL, Truth
from benchmarks.accuracy.forms import FORMS
from benchmarks.accuracy.people import folded

_CHOICE = re.compile(r"\[\[(.*?)\]\]")
_SLOT = re.compile(r"\{(?:([a-z]\d?)\.)?([a-zA-Z]\w*)(?::([^{}]*?))?([?!])?\}")
_PRONOUNS = {
    "he": ("she", "he"), "him": ("her", "him"), "his": ("her", "his"), "He": ("She", "He"),
    "His": ("Her", "His"), "sex": ("Female", "Male"), "mf": ("F", "M"),
    "son": ("daughter", "son"), "child": ("girl", "boy"), "parent": ("mother", "father"),
    "man": ("woman", "man"),
}  # fmt: skip
_EXTRA = {
    "oldplate": ("UK_VEHICLE_REGISTRATION", "old plate"),
    "phone2": ("PHONE_NUMBER", "second phone"),
    "gmc": ("UK_PROFESSIONAL_REGISTRATION", "gmc"),
    "hcpc": ("UK_PROFESSIONAL_REGISTRATION", "hcpc"),
    "password": ("SECRET", "password"),
    "key": ("SECRET", "key"),
}
_ANY_LABEL = {"share": "share code", "ho": "ho ref", "badge": "badge no", "oldplate": "plate"}
_OF_AN_OFFICE = ("PHONE_NUMBER", "UK_ADDRESS", "UK_POSTCODE", "IP_ADDRESS")
_FAITHFUL = 0.85  # how often a document keeps to its way of writing an entity


class Pen:
    """Writes one document; ``has_labels`` is False where no heading says what a value is."""

    def __init__(self, rng: Random, cast: Cast, escape: Callable[[str], str] = str) -> None:
        self.rng = rng
        self.cast = cast
        self.truths: list[Truth] = []
        self.has_labels = True
        self._escape = escape
        self._habits: dict[str, str] = {}
        self._day = rng.choice(("%d/%m/%Y", "%d %B %Y", "%d-%b-%y", "%d.%m.%y"))

    def text(self, line: str, before: str = "") -> str:
        """Return a line of running text; ``before`` is the line above it."""
        return self._fill(line, f"{before}\n", None)

    def cell(self, template: str, heading: str) -> str:
        """Return the cell of a table below a heading."""
        return self._fill(template, f"{heading}: ", COLUMN if self.has_labels else BARE_TEXT)

    def entry(self, template: str, label: str) -> str:
        """Return what stands beside a label of a form."""
        return self._fill(template, f"{label}: ", LABEL)

    def _fill(self, line: str, before: str, context: str | None) -> str:
        line = _CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), line)
        done, start = before, 0
        for slot in _SLOT.finditer(line):
            done += line[start : slot.start()]
            value = self._value(slot, done, line[slot.end() :], context)
            done += self._escape(value) if slot[1] else value
            start = slot.end()
        return (done + line[start:])[len(before) :]

    def _value(self, slot: re.Match[str], before: str, after: str, context: str | None) -> str:
        role, what, form, mark = slot.groups()
        if role is None:
            return self._plain(what, form or "")
        if role[0] == "o":
            return self._of_office(role[1:], what, form or "")
        who = self.cast.who(role)
        required = who.is_required and mark != "?"
        if mark == "!":
            context, before = COLUMN, f"{before} {_ANY_LABEL.get(what, what)}: "
        if what in _PRONOUNS:
            return _PRONOUNS[what][0 if who.is_woman else 1]
        if what in ("addr", "street", "lines", "part", "lone", "town"):
            return self._address(who, what, required, context or _beside("UK_ADDRESS", before))
        if what in SHORT or what in _EXTRA or what == "age":
            return self._identifier(who, what, form, required, context, before, after)
        return self._name(who, what, required, context or _beside("PERSON", before))

    def _note(self, entity: str, canonical: str, form: str, context: str, *, needed: bool) -> None:
        self.truths.append(Truth(entity, canonical, form, context, needed))

    def _identifier(  # noqa: PLR0913, RUF100  all that surrounds a value decides how it is written
        self, who: Person, what: str, form: str | None, required: bool, context: str | None,  # noqa: FBT001  as Truth
        before: str, after: str,
    ) -> str:  # fmt: skip
        entity, key = _EXTRA.get(what, (SHORT.get(what, "AGE"),) * 2)
        labelled = is_labelled(entity, before, after)
        weak = needs_label(entity) or what == "oldplate"
        if weak and not labelled and required and context is None:
            message = f"{entity} without a label after {before[-40:]!r}"
            raise ValueError(message)
        if weak and context == COLUMN and not labelled and required:
            message = f"no heading says that this is {entity}: {before!r}"
            raise ValueError(message)
        if context is None:
            context = LABEL if labelled else BARE_TEXT
        if weak and context == BARE_TEXT and entity != "DATE_OF_BIRTH":
            required = False
        if who.is_at_work and entity in _OF_AN_OFFICE:
            required = False
        if entity == "AGE":
            self._note(entity, str(who.age), "figures", context, needed=required)
            return str(who.age)
        canonical = who.known[key]
        if what in _EXTRA and what != "phone2":
            self._note(entity, canonical, what, context, needed=required)
            return canonical
        form = form or self._habit(entity, context)
        self._note(entity, canonical, form, context, needed=required)
        return ways(entity)[form](canonical)

    def _habit(self, entity: str, context: str) -> str:
        forms, weights = choices(entity, context)
        new = self.rng.choices(forms, weights)[0]
        kept = self._habits.setdefault(entity, new)
        return kept if kept in forms and self.rng.random() < _FAITHFUL else new

    def _name(self, who: Person, what: str, required: bool, context: str) -> str:  # noqa: FBT001  as Truth
        whole, last = folded(who.name), folded(who.last)
        initial = folded(f"{who.first[0]} {who.last}")
        full = f"{who.first} {who.middle} {who.last}"
        texts = {
            "name": (who.name, whole, True),
            "caps": (who.name.upper(), whole, True),
            "rev": (f"{who.last}, {who.first}", whole, True),
            "REV": (f"{who.last.upper()}, {who.first}", whole, True),
            "tname": (f"{who.title} {who.name}", whole, True),
            "mid": (full, folded(full), True),
            "sur": (who.last, whole, True),
            "SUR": (who.last.upper(), whole, True),
            "titled": (f"{who.title} {who.last}", last, True),
            "init": (f"{who.first[0]} {who.last}", initial, False),
            "idot": (f"{who.first[0]}. {who.last}", initial, False),
            "tinit": (f"{who.title} {who.first[0]} {who.last}", initial, False),
            "given": (who.first, folded(who.first), False),
            "family": (who.last, last, False),
        }
        if what == "fore":
            return who.first
        if what == "title":
            return who.title
        text, canonical, needed = texts[what]
        self._note("PERSON", canonical, what, context, needed=needed and required)
        return text

    def _address(self, who: Person, what: str, required: bool, context: str) -> str:  # noqa: FBT001  as Truth
        home = who.home
        required = required and not who.is_at_work
        postcode = FORMS["UK_POSTCODE"]["spaced"](home.postcode)
        if what == "town":
            return home.town
        if what in ("street", "lines"):
            # Town and postcode stand in cells of their own: as far as its cell it is right too.
            whole = folded(f"{home.line} {home.town} {postcode}")
            also = (folded(f"{home.line} {home.town}"), folded(home.line))
            self.truths.append(Truth("UK_ADDRESS", whole, "in parts", context, required, also))
            return home.line if what == "street" else f"{home.line}, {home.town}"
        if what in ("lone", "part"):
            in_town = f"{home.line}, {home.town}"
            for text in (home.line, in_town):
                self._note("UK_ADDRESS", folded(text), "in part", context, needed=False)
            return home.line if what == "lone" else in_town
        parts = [part for part in (home.line, home.locality, home.town) if part]
        form = self._habit("UK_POSTCODE", context)
        written = FORMS["UK_POSTCODE"][form](home.postcode)
        self._note("UK_ADDRESS", folded(f"{' '.join(parts)} {postcode}"), "whole", context,
                   needed=required)  # fmt: skip
        self._note("UK_POSTCODE", home.postcode, form, context, needed=required)
        return f"{', '.join(parts)}{self.rng.choice((', ', ', ', ' '))}{written}"

    def _of_office(self, key: str, what: str, form: str) -> str:
        office = self.cast.office(key)
        if what == "box":
            address = f"{form}@{office.domain}.gov.uk"
            self._note("EMAIL_ADDRESS", address, "role mailbox", BARE_TEXT, needed=False)
            return address
        if what == "phone":
            self._note("PHONE_NUMBER", office.phone, "of an office", BARE_TEXT, needed=False)
            return FORMS["PHONE_NUMBER"]["grouped"](office.phone)
        if what == "addr":
            return self._office_address(office.home)
        if what == "ip":
            address = f"10.{self.rng.randint(1, 90)}.{self.rng.randint(1, 250)}.7"
            self._note("IP_ADDRESS", address, "of an office", BARE_TEXT, needed=False)
            return address
        return {"council": office.council, "domain": office.domain, "town": office.home.town}[what]

    def _office_address(self, home: Home) -> str:
        postcode = FORMS["UK_POSTCODE"]["spaced"](home.postcode)
        for start in (home.line, home.street):
            whole = folded(f"{start} {home.town} {postcode}")
            self._note("UK_ADDRESS", whole, "of an office", BARE_TEXT, needed=False)
        self._note("UK_POSTCODE", home.postcode, "of an office", BARE_TEXT, needed=False)
        return f"{home.line} {home.town} {postcode}"

    def _plain(self, what: str, form: str) -> str:
        """Return a value about nobody.

        ``n:8`` so many digits; ``int:5-90`` and ``money:5-90`` between bounds; ``ref:AB-##/@@``
        with a digit for each ``#`` and a letter for each ``@``; ``hex:8``; ``day`` and ``day:iso``
        of the last years, ``mailday`` as mail has it; ``time``; ``maybe:ENTITY:text``.
        """
        rng = self.rng
        if what == "maybe":
            entity, _, text = form.partition(":")
            self._note(entity, text, "example", BARE_TEXT, needed=False)
            return text
        if what == "n":
            return rng.choice("123456789") + identifiers.digits(rng, int(form) - 1)
        if what in ("int", "money"):
            low, high = map(int, form.split("-"))
            whole = rng.randint(low, high)
            return f"{whole:,}.{rng.randint(0, 99):02}" if what == "money" else str(whole)
        if what == "ref":
            digits = re.sub("#", lambda _: rng.choice("0123456789"), form)
            return re.sub("@", lambda _: rng.choice("BCDFGHJKLMNPRSTVW"), digits)
        if what == "hex":
            return "".join(rng.choices("0123456789abcdef", k=int(form)))
        if what == "time":
            return f"{rng.randint(8, 19):02}:{rng.randint(0, 59):02}"
        if what in ("day", "mailday"):
            day = TODAY - timedelta(days=rng.randint(1, 500))
            if what == "mailday":
                return f"{day:%a, %d %b %Y} {rng.randint(8, 18):02}:{rng.randint(10, 59)}:07 +0000"
            return day.isoformat() if form == "iso" else day.strftime(self._day)
        message = f"nothing is known as {what!r}"
        raise ValueError(message)


def _beside(entity: str, before: str) -> str:
    return LABEL if is_labelled(entity, before[-30:]) else BARE_TEXT
