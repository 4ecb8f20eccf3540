"""What a stranger writes one file with: it fills slots and keeps the truth about each value.

``[a|b]`` is one of two texts. ``«p»`` is the name of the person in role p (see ``people.Cast``) as
this file mostly writes names, ``«p:lf»`` the same in a form asked for, ``«p.dob»`` a value,
``«p.nhs:3-3-4»`` a value in a form asked for, ``«p?.phone»`` one that may be found or not,
``«firm»`` a word of that kind, ``«day»`` a day on which nobody was born, ``«ref:AB-####»`` a
reference, ``«register:OT####»`` a professional's number, ``«n:1-9»`` a number, ``«+health»``
nothing: it notes that the file tells of somebody's health, ``«+?health»`` that one may say so. A
capital first letter keeps a person or a word for the whole file. What belongs to a body, or to the
dead, may be found or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import BARE_TEXT, COLUMN, LABEL, Document, Kind, Truth
from benchmarks.accuracy.people import folded
from benchmarks.accuracy.strangers import names
from benchmarks.accuracy.strangers.people import TODAY, Cast, Somebody, words
from benchmarks.accuracy.strangers.written import WRITTEN, habits
from benchmarks.accuracy.unseen.hand import FIELDS

_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_SLOT = re.compile(r"«(\+\??)?(\w+?)(\??)(?:\.(\w+))?(?::([^«»]*))?»")
_ROLE = re.compile(r"[pqrtwecjkdsmoPQRTWECJKDSMO]\d*|council")
_AFTER_LABEL = re.compile(r"[:=>]\s*[\"']?$")
_TOLD = {
    "health": "HEALTH_DATA", "ethnicity": "ETHNICITY_DATA", "religion": "RELIGION_DATA",
    "sexual": "SEXUAL_LIFE_DATA", "union": "UNION_DATA", "politics": "POLITICAL_DATA",
    "bio": "BIOMETRIC_DATA", "crime": "CRIMINAL_OFFENCE_DATA", "child": "CHILD_SAFEGUARDING",
    "adult": "ADULT_SAFEGUARDING",
}  # fmt: skip
_PRONOUNS = {
    "he": ("she", "he"), "him": ("her", "him"), "his": ("her", "his"), "He": ("She", "He"),
    "His": ("Her", "His"), "son": ("daughter", "son"), "boy": ("girl", "boy"), "sex": ("F", "M"),
    "husband": ("wife", "husband"), "gender": ("Female", "Male"), "mother": ("mother", "father"),
}  # fmt: skip
_ADDRESSES = ("addr", "lines", "street", "at", "atin")


def _as_is(text: str) -> str:
    return text


@dataclass(slots=True)
class Pen:
    """One file in the making, by one hand."""

    rng: Random
    cast: Cast
    truths: list[Truth] = field(default_factory=list)
    escape: Callable[[str], str] = _as_is
    _habits: dict[str, str] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)
    _told: dict[str, bool] = field(default_factory=dict)
    _context: str | None = None

    def pick(self, alternatives: str) -> str:
        """Return one of the texts that ``|`` parts."""
        return self.rng.choice(alternatives.split("|"))

    def chosen(self, template: str) -> str:
        """Return a template with one text for each choice, its slots still empty."""
        count = 1
        while count:
            template, count = _CHOICE.subn(lambda found: self.pick(found[1]), template)
        return template

    def fill(self, template: str, context: str | None = None) -> str:
        """Return a template with a text for each choice and a value for each slot."""
        self._context = context
        template = self.chosen(template)
        written, end = "", 0
        for found in _SLOT.finditer(template):
            written += template[end : found.start()]
            written += self.escape(self._slot(found, written))
            end = found.end()
        return written + template[end:]

    def rows(self, template: str, least: int, most: int, context: str = COLUMN) -> list[str]:
        """Return a template filled for so many rows, each about others."""
        made = []
        for _ in range(self.rng.randint(least, most)):
            self.cast.next_row()
            made.append(self.fill(template, context))
        return made

    def born(self, template: str) -> date | None:
        """Return the day of birth that a cell is only made of, so that it can be kept as a day."""
        found = _SLOT.fullmatch(template)
        if found is None or found[4] != "dob" or found[5]:
            return None
        who = self.cast.who(found[2])
        self._note("DATE_OF_BIRTH", who.known["DATE_OF_BIRTH"], "date cell", found[2])
        return who.born

    def habit(self, of: str, forms: list[str]) -> str:
        """Return the form that this file has for something, drawn when first asked for."""
        if of not in self._habits:
            self._habits[of] = self.rng.choice(forms)
        return self._habits[of]

    def document(self, layout: str, suffix: str, data: bytes | str, kind: Kind) -> Document:
        """Return the finished file. Raises ValueError where it is of a kind that it cannot be."""
        told = (Truth(e, "", "told", BARE_TEXT, sure) for e, sure in self._told.items())
        truths = (*self.truths, *told)
        if (kind is Kind.PLANTED) != any(truth.required for truth in truths):
            raise ValueError(f"{layout} is said to be {kind.value}")
        raw = data if isinstance(data, bytes) else data.encode()
        return Document(layout, kind, suffix, raw, truths)

    def _slot(self, found: re.Match[str], before: str) -> str:
        mark, named, unsure, what, form = found.groups()
        if mark:
            self._told[_TOLD[named]] = self._told.get(_TOLD[named], False) or mark == "+"
            return ""
        if not _ROLE.fullmatch(named):
            return self._word(named, form)
        if self._context is None:
            label = LABEL if _AFTER_LABEL.search(before[-8:]) else BARE_TEXT
        else:
            label = self._context
        who = self.cast.council if named == "council" else self.cast.who(named)
        named += unsure
        if what in FIELDS:
            return self._value(who, FIELDS[what], form, label, named)
        if what in _ADDRESSES:
            return self._address(who, what, label, named, before)
        if what is None or what in names.FORMS:
            return self._name(who, what or form, label, named)
        return self._other(who, what, form, label, named)

    def _other(self, who: Somebody, what: str, form: str | None, label: str, named: str) -> str:
        if what in _PRONOUNS:
            return _PRONOUNS[what][not who.is_woman]
        if what == "age":
            self._note("AGE", str(who.age), "figures", named, label)
            return str(who.age)
        if what == "year":
            return str(who.born.year)
        if what == "phone2":
            form = form or self.habit("PHONE_NUMBER", habits("PHONE_NUMBER"))
            number = identifiers.phone(self.rng)
            self._note("PHONE_NUMBER", number, form, named, label)
            return WRITTEN["PHONE_NUMBER"][form](number)
        if what == "box":
            address = f"{form}@{who.known['EMAIL_ADDRESS'].partition('@')[2]}"
            self._note("EMAIL_ADDRESS", address, "role mailbox", f"{named}?", label)
            return address
        if what == "password":
            stem = self.rng.choice(("Harvest", "Pepperpot", "Lighthouse", "Tuesday", "Marmal4de"))
            password = f"{stem}{self.rng.choice('!#$%')}{identifiers.digits(self.rng, 3)}"
            self._note("SECRET", password, "password", named, label)
            return password
        if what == "initial":
            initial = f"{who.first[0]} {who.last}"
            self._note("PERSON", folded(initial), "in two parts", f"{named}?", label)
            return who.first[0]
        return {"title": who.title, "town": who.town, "county": who.county}[what]

    def _note(
        self, entity: str, canonical: str, form: str, named: str, label: str = COLUMN
    ) -> None:
        """Keep a truth; it is not required of the dead, of bodies and where a slot says so."""
        required = not named.endswith("?") and named[0] not in "dDoO" and named != "council"
        self.truths.append(Truth(entity, canonical, form, label, required))

    def _value(self, who: Somebody, entity: str, form: str | None, label: str, named: str) -> str:
        form = form or self.habit(entity, habits(entity))
        self._note(entity, who.known[entity], form, named, label)
        return WRITTEN[entity][form](who.known[entity])

    def _name(self, who: Somebody, form: str | None, label: str, named: str) -> str:
        if not who.first:
            return who.last
        form = form or self.habit("name", names.HABITS)
        text, canonical, whole = names.FORMS[form](who)
        if canonical:
            sure = named if whole else f"{named}?"
            self._note("PERSON", folded(canonical), form, sure, label)
        return text

    def _address(self, who: Somebody, what: str, label: str, named: str, before: str) -> str:
        street = f"{who.house} {who.street}"
        if what in ("street", "at", "atin"):
            text = f"{street}, {who.town}" if what == "atin" else street
            spaced = f"{who.known['UK_POSTCODE'][:-3]} {who.known['UK_POSTCODE'][-3:]}"
            for part in (f"{street} {who.town}", f"{street} {who.town} {spaced}"):
                self._note("UK_ADDRESS", folded(part), what, f"{named}?", label)
            sure = named if what == "street" else f"{named}?"
            self._note("UK_ADDRESS", folded(street), what, sure, label)
            return text
        parts = [street, who.town]
        if self.habit("county", ["yes", "no", "no"]) == "yes":
            parts.append(who.county)
        form = self.habit("UK_POSTCODE", habits("UK_POSTCODE"))
        form = "spaced" if form == "lower case" and what == "lines" else form
        postcode = who.known["UK_POSTCODE"]
        whole = folded(f"{' '.join(parts)} {postcode[:-3]} {postcode[-3:]}")
        self._note("UK_ADDRESS", whole, what, named, label)
        self._note("UK_POSTCODE", postcode, form, named, label)
        written = WRITTEN["UK_POSTCODE"][form](postcode)
        if what == "addr":
            last = self.habit("before postcode", [", ", " ", ", ", "  "])
            return ", ".join(parts) + last + written
        indent = before.rpartition("\n")[2]
        if indent.strip():  # an address that begins within a line goes on in it
            return ", ".join((*parts, written))
        comma = self.habit("comma", [",", "", ""])
        return f"{comma}\n{indent}".join((*parts, written))

    def _word(self, named: str, form: str | None) -> str:
        kind = (named[0].lower() + named[1:]).rstrip("0123456789")
        if named != kind and named in self._words:
            return self._words[named]
        made = self._plain(kind, form)
        if named != kind:
            self._words[named] = made
        return made

    def _plain(self, kind: str, form: str | None) -> str:
        rng = self.rng
        if kind in ("ref", "register"):
            made = (identifiers.digits(rng, 1) if c == "#" else c for c in form or "######")
            text = "".join(identifiers.letters(rng, 1) if c == "@" else c for c in made)
            if kind == "register":
                self._note("UK_PROFESSIONAL_REGISTRATION", text, "closed up", "p", LABEL)
            return text
        if kind == "n":
            least, _, most = (form or "1-99").partition("-")
            return str(rng.randint(int(least), int(most)))
        if kind == "money":
            return f"{rng.randint(100, 400_000) / 100:,.2f}"
        if kind == "day":
            form = form or self.habit("DATE_OF_BIRTH", habits("DATE_OF_BIRTH"))
            day = TODAY - timedelta(days=rng.randint(1, 600))
            return WRITTEN["DATE_OF_BIRTH"][form](day.isoformat())
        if kind == "time":
            return f"{rng.randint(7, 18):02}:{rng.randint(0, 59):02}"
        if kind == "year":
            return str(rng.randint(2019, 2026))
        if kind == "road":
            return rng.choice(rows("strangers_streets"))[0]
        if kind in ("place", "district"):
            return rng.choice(rows("strangers_towns"))[0 if kind == "place" else 2]
        return rng.choice(words(kind))
