"""What a writer holds: fills the slots of a template and keeps the truth about each value.

``[a|b]`` is one of two texts, ``{p}`` the name of the person in role p, ``{p.dob}`` a value of
that person, ``{p?.phone}`` one that may be found or not, ``{firm}`` a word, ``{~Jane Doe}`` a name
known to all, ``{day}`` a date on which nobody was born, ``{ref:AB####}`` a reference, ``{+health}``
nothing: it notes that the file tells of somebody's health. A capital first letter keeps a person
or word for the whole file; what belongs to ``{O}``, the office, may be found or not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import BARE_TEXT, COLUMN, LABEL, Document, Kind, Truth
from benchmarks.accuracy.forms import BARE, Write
from benchmarks.accuracy.people import Resident, folded
from benchmarks.accuracy.unseen.cast import Cast, nickname, words
from benchmarks.accuracy.unseen.hand import FIELDS, FORMS_HERE, Hand, usual

Typed = str | int | float | date
TODAY = date(2026, 3, 2)
_CHOICE = re.compile(r"\[([^\[\]{}]*(?:\{[^{}]*\}[^\[\]{}]*)*\|(?:[^\[\]{}]|\{[^{}]*\})*)\]")
_SLOT = re.compile(r"\{(\+?)([A-Za-z]\w*)(\??)(?:\.(\w+))?(?::([^{}]*))?\}")
_ROLE = re.compile(r"(?:[pqrsceox]|mum|dad|partner|kin|kid|son|dau|wife|hub)\d*")
_PLAIN = ("day", "time", "money", "n", "ref", "year", "street", "town", "outward")
_AFTER_LABEL = re.compile(
    r"(?:[:=#]|\b(?:no|number|nhs|nino|ni|dob|d\.o\.b|born|tel|mob|reg|vrm|ref|uln|upn|passport"
    r"|licence|account|code)\.?)[\s(]*$",
    re.IGNORECASE,
)
_PUBLIC = re.compile(r"\{~([^{}]+)\}")
_TOLD = {
    "health": "HEALTH_DATA", "ethnicity": "ETHNICITY_DATA", "religion": "RELIGION_DATA",
    "sexual": "SEXUAL_LIFE_DATA", "union": "UNION_DATA", "politics": "POLITICAL_DATA",
    "bio": "BIOMETRIC_DATA", "crime": "CRIMINAL_OFFENCE_DATA", "child": "CHILD_SAFEGUARDING",
    "adult": "ADULT_SAFEGUARDING",
}  # fmt: skip
_NUMBER_CELLS = {"PHONE_NUMBER", "UK_NHS", "UK_BANK_ACCOUNT", "UK_ULN", "UK_UPRN"}

_ADDRESSES = {
    "addr": "one line", "lines": "lines", "house": "columns", "town": "town", "at": "street",
    "atin": "street and town",
}  # fmt: skip
_NEED_FORM = {"UK_NINO", "UK_NHS", "CREDIT_CARD", "UK_VEHICLE_REGISTRATION", "UK_PNC"}


@dataclass(slots=True)
class Pen:
    """One file in the making, in one writer's hand."""

    rng: Random
    hand: Hand
    cast: Cast
    truths: list[Truth] = field(default_factory=list)
    forms: Mapping[str, Mapping[str, Write]] = field(default_factory=lambda: FORMS_HERE)
    _habits: dict[str, str] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)
    _told: dict[str, bool] = field(default_factory=dict)
    _column: bool = False

    def pick(self, alternatives: str) -> str:
        """Return one of the texts that ``|`` parts."""
        return self.rng.choice(alternatives.split("|"))

    def fill(self, template: str, *, column: bool = False) -> str:
        """Return a template with one text for each choice and a value for each slot."""
        count = 1
        while count:
            template, count = _CHOICE.subn(lambda found: self._one_of(found[1]), template)
        template = _PUBLIC.sub(lambda found: self._public(found[1]), template)
        self._column = column and _SLOT.fullmatch(template) is not None
        return self._fill_slots(template)

    def cell(self, template: str) -> Typed:
        """Return a template as a spreadsheet keeps it: dates and numbers are no text."""
        found = _SLOT.fullmatch(template)
        if found is None or found[1]:
            return self.fill(template, column=True)
        _, named, unsure, what, given = found.groups()
        if named in ("n", "money", "day") and what is None:
            return self._plain_typed(named, given)
        entity = FIELDS.get(what or "")
        required = not unsure and named[0] != "O"
        if entity == "DATE_OF_BIRTH" and self._habit(entity, "date cell") == "date cell":
            who = self.cast.who(named)
            self._note(entity, who.known[entity], "date cell", COLUMN, required=required)
            return who.born
        if entity in _NUMBER_CELLS and self._habit(f"{entity} cell", "number") == "number":
            canonical = self.cast.who(named).known[entity].removeprefix("+44")
            if canonical[0] != "0":  # what a number would lose stays text
                who = self.cast.who(named)
                self._note(entity, who.known[entity], "number cell", COLUMN, required=required)
                return int(canonical)
        return self.fill(template, column=True)

    def document(self, layout: str, suffix: str, data: bytes | str, kind: Kind) -> Document:
        """Return the finished file. Raises ValueError where it is of a kind that it cannot be."""
        told = [
            Truth(entity, "", "told", BARE_TEXT, required)
            for entity, required in self._told.items()
        ]
        truths = (*self.truths, *told)
        if kind is not Kind.PLANTED and any(truth.required for truth in truths):
            raise ValueError(f"{layout} tells of somebody and is said to be {kind.value}")
        raw = data if isinstance(data, bytes) else self._encoded(data, suffix)
        return Document(layout, kind, suffix, raw, truths)

    def _encoded(self, text: str, suffix: str) -> bytes:
        """Return text in an encoding of this hand that has all of its letters."""
        encodings = self.hand.encodings if suffix in ("csv", "txt", "log") else ("utf-8",)
        try:
            return text.encode(self.rng.choice(encodings))
        except UnicodeEncodeError:
            return text.encode("utf-8-sig")

    def _public(self, name: str) -> str:
        """Return the name of somebody dead or famous, whom one may call a person or not."""
        self._note("PERSON", folded(name), "public", BARE_TEXT, required=False)
        return name

    def _one_of(self, listed: str) -> str:
        parts, depth = [""], 0
        for letter in listed:
            depth += (letter == "{") - (letter == "}")
            if letter == "|" and depth == 0:
                parts.append("")
            else:
                parts[-1] += letter
        return self.rng.choice(parts)

    def _fill_slots(self, template: str) -> str:
        written, end = "", 0
        for found in _SLOT.finditer(template):
            written += template[end : found.start()]
            context = LABEL if _AFTER_LABEL.search(written[-24:]) else BARE_TEXT
            written += self._slot(found, COLUMN if self._column else context)
            end = found.end()
        return written + template[end:]

    def _slot(self, found: re.Match[str], context: str) -> str:
        mark, named, unsure, what, given = found.groups()
        if mark:
            entity = _TOLD[named]
            self._told[entity] = self._told.get(entity, False) or not unsure
            return ""
        if what is None and (word := self._word(named, given)) is not None:
            return word
        if named[0] == "O" and what == "mail":
            return self._office_mailbox(given or "info")
        required = not unsure and named[0] != "O"
        who = self.cast.who(named)
        if what in FIELDS:
            entity = FIELDS[what]
            return self._written(who.known[entity], entity, given, context, required=required)
        if what in _ADDRESSES:
            return self._address(who, what, context, required=required)
        if what == "age":
            age = (TODAY - who.born).days * 4 // 1461
            self._note("AGE", str(age), "figures", context, required=required)
            return str(age)
        if what == "reg":  # in the register of a profession, written as ``given`` shows
            number = self._plain("ref", given)
            entity = "UK_PROFESSIONAL_REGISTRATION"
            canonical = number.replace("/", "")
            self._note(entity, canonical, "closed up", context, required=required)
            return number
        if what == "phone2":
            number = identifiers.phone(self.rng)
            return self._written(number, "PHONE_NUMBER", given, context, required=required)
        if what == "password":
            return self._password(context)
        if what == "title":
            return who.title
        return self._name(who, what or self._habit("names"), context, required=required)

    def _word(self, named: str, given: str | None) -> str | None:
        kind = named.lower()
        if kind in _PLAIN:
            made = self._plain(kind, given)
        elif _ROLE.fullmatch(kind):
            return None
        else:
            made = self.rng.choice(words(kind, self.cast.lists))
        return made if named == kind else self._words.setdefault(named, made)

    def _plain(self, named: str, given: str | None) -> str:
        rng = self.rng
        if named == "ref":
            made = (identifiers.digits(rng, 1) if c == "#" else c for c in given or "######")
            return "".join(identifiers.letters(rng, 1) if c == "@" else c for c in made)
        if named == "day":
            form = given or self._habit("DATE_OF_BIRTH").replace("date cell", "figures")
            day = TODAY - timedelta(days=rng.randint(-200, 500))
            return self.forms["DATE_OF_BIRTH"][form](day.isoformat())
        if named == "time":
            return f"{rng.randint(7, 19):02}:{rng.randint(0, 59):02}"
        if named == "street":
            return rng.choice(rows(f"{self.cast.lists}_streets"))[0]
        if named in ("town", "outward"):
            return rng.choice(rows(f"{self.cast.lists}_towns"))[named == "outward"]
        value = self._plain_typed(named, given)
        return f"{value:,.2f}" if isinstance(value, float) else str(value)

    def _plain_typed(self, named: str, given: str | None) -> Typed:
        if named == "day":
            return TODAY - timedelta(days=self.rng.randint(-200, 500))
        if named == "money":
            return self.rng.randint(150, 900_000) / 100
        if named == "year":
            return self.rng.randint(2018, 2026)
        low, _, high = (given or "1-99").partition("-")
        return self.rng.randint(int(low), int(high))

    def _habit(self, of: str, cell: str | None = None) -> str:
        """Return the form that this file mostly has; ``cell`` is one more in spreadsheets."""
        if of not in self._habits:
            forms = self.hand.names if of == "names" else self.hand.usual(of.removesuffix(" cell"))
            if cell is not None and self.rng.random() < 0.6:
                forms = (cell,)
            self._habits[of] = self.rng.choice(forms)
        if self.rng.random() < self.hand.slips and of in self.forms:
            return self.rng.choice(usual(of))
        return self._habits[of]

    def _written(
        self, canonical: str, entity: str, form: str | None, context: str, *, required: bool
    ) -> str:
        if form is None:
            form = self._habit(entity)
            if form == "date cell":
                form = "figures"
            known = BARE.get(entity, ())
            if context == BARE_TEXT and known and entity in _NEED_FORM and form not in known:
                form = self.rng.choice(known)
        self._note(entity, canonical, form, context, required=required)
        return self.forms[entity][form](canonical)

    def _note(
        self, entity: str, canonical: str, form: str, context: str, *, required: bool
    ) -> None:
        self.truths.append(Truth(entity, canonical, form, context, required))

    def _office_mailbox(self, local: str) -> str:
        address = self.cast.office_mailbox(local)
        self._note("EMAIL_ADDRESS", address, "role mailbox", BARE_TEXT, required=False)
        return address

    def _password(self, context: str) -> str:
        word = self.rng.choice(("Autumn", "Bluebird", "Northmere", "Tr3ehouse", "Welcome"))
        password = f"{word}{identifiers.digits(self.rng, 4)}{self.rng.choice('!$#')}"
        self._note("SECRET", password, "password", context, required=True)
        return password

    def _name(self, who: Resident, form: str, context: str, *, required: bool) -> str:
        first, last, initial = who.first, who.last, who.first[0]
        middle = f"{initial}{last}".upper()[-1]
        text, canonical, whole = {
            "full": (who.name, who.name, True),
            "tfl": (f"{who.title} {who.name}", who.name, True),
            "tl": (f"{who.title} {last}", last, True),
            "til": (f"{who.title} {initial} {last}", f"{initial} {last}", True),
            "lf": (f"{last}, {first}", who.name, True),
            "LF": (f"{last.upper()}, {first}", who.name, True),
            "lft": (f"{last}, {first} ({who.title})", who.name, True),
            "gF": (f"{first} {last.upper()}", who.name, True),
            "Fg": (f"{last.upper()} {first}", who.name, True),
            "LFt": (f"{last.upper()}, {first} ({who.title})", who.name, True),
            "UP": (who.name.upper(), who.name, True),
            "low": (who.name.lower(), who.name, True),
            "mid": (f"{first} {middle} {last}", f"{first} {middle} {last}", True),
            "nick": (f"{nickname(who)} {last}", f"{nickname(who)} {last}", True),
            "given": (first, who.name, True),
            "GIVEN": (first.upper(), who.name, True),
            "family": (last, who.name, True),
            "FAMILY": (last.upper(), who.name, True),
            "first": (first, first, False),
            "last": (last, last, False),
            "init": (f"{initial} {last}", f"{initial} {last}", False),
            "lastinit": (f"{last} {initial}", f"{last} {initial}", False),
        }[form]
        if form not in ("family", "FAMILY"):  # a name in two columns is one name
            self._note("PERSON", folded(canonical), form, context, required=required and whole)
        if form == "lastinit":
            self._note("PERSON", folded(f"{initial} {last}"), form, context, required=False)
        return text

    def _address(self, who: Resident, what: str, context: str, *, required: bool) -> str:
        if what == "town":
            return who.town
        street = f"{who.house} {who.street}"
        spaced = self.forms["UK_POSTCODE"]["spaced"](who.known["UK_POSTCODE"])
        whole = f"{street} {who.town} {spaced}"
        shorter = (street, f"{street} {who.town}", f"{street} {spaced}")
        if what in ("addr", "lines"):
            self._note("UK_ADDRESS", folded(whole), _ADDRESSES[what], context, required=required)
            postcode = self._written(
                who.known["UK_POSTCODE"], "UK_POSTCODE", None, context, required=required
            )
            separator = "\n" if what == "lines" else ", "
            last = " " if what == "addr" and self.rng.random() < 0.5 else separator
            return f"{street}{separator}{who.town}{last}{postcode}"
        for text in (*shorter, whole):  # an address in parts may be found so far or farther
            sure = required and what == "house" and text == street
            self._note("UK_ADDRESS", folded(text), _ADDRESSES[what], context, required=sure)
        return f"{street}, {who.town}" if what == "atin" else street
