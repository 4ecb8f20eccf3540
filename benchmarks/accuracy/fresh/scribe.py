"""Writes a document about people of the world, and keeps what is true of it.

Sentences are in ``data/fresh_lines.csv``. ``{r.nino}`` is a value of the cast's ``r``: r is the
resident, p the other adult at home, c the child, n somebody else, s and t are staff. ``{day}``,
``{ref}``, ``{money}``, ``{time}`` and ``{#5}``, five digits, are no personal data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import BARE_TEXT, COLUMN, LABEL, Document, Kind, Truth
from benchmarks.accuracy.fresh import hand
from benchmarks.accuracy.fresh.world import Person, World
from benchmarks.accuracy.people import folded

Cast = Mapping[str, Person]
_SLOT = re.compile(r"\{([a-z]\.)?([a-z]+|#\d+)\}")
_LABELLED = re.compile(
    r"(?:[:=#]|\b(?:no|nos|number|ni|nino|nhs|upn|uln|utr|born|dob|b|pnc|cro|passport|plate|reg"
    r"|tel|tele|mob|mobile|phone|email|card|account|acc|a/c|s/c|code|licence|badge|ref|id)[.,]?)\s*$",
    re.IGNORECASE,
)
ENTITIES = {
    "nino": "UK_NINO", "nhs": "UK_NHS", "chi": "UK_CHI", "upn": "UK_UPN", "uln": "UK_ULN",
    "utr": "UK_UTR", "licence": "UK_DRIVING_LICENCE", "passport": "UK_PASSPORT", "brp": "UK_BRP",
    "share": "UK_SHARE_CODE", "ho": "UK_HOME_OFFICE_REFERENCE", "prison": "UK_PRISON_NUMBER",
    "badge": "UK_BLUE_BADGE", "uprn": "UK_UPRN", "paye": "UK_PAYE_REFERENCE", "pnc": "UK_PNC",
    "cro": "UK_CRO", "ccrn": "UK_CCRN", "sortcode": "UK_SORT_CODE", "acct": "UK_BANK_ACCOUNT",
    "iban": "IBAN_CODE", "card": "CREDIT_CARD", "plate": "UK_VEHICLE_REGISTRATION",
    "ip": "IP_ADDRESS", "mail": "EMAIL_ADDRESS", "phone": "PHONE_NUMBER", "post": "UK_POSTCODE",
    "dob": "DATE_OF_BIRTH",
}  # fmt: skip


@dataclass(slots=True)
class Scribe:
    """What a department writes with; each value goes through it, so none is without its truth."""

    rng: Random
    world: World
    truths: list[Truth] = field(default_factory=list)

    def cast(self) -> dict[str, Person]:
        """Return a household, somebody else and two of staff, as sentences call them."""
        home, other, third = self.rng.sample(self.world.households, 3)
        grown = [person for person in home if not person.is_child]
        partner = grown[1] if len(grown) > 1 else third[0]
        child = next(person for person in reversed(home) if person.is_child)
        first, second = self.rng.sample(self.world.staff, 2)
        return {"r": home[0], "p": partner, "c": child, "n": other[0], "s": first, "t": second}

    def value(self, who: Person, what: str, context: str, form: str | None = None) -> str:
        """Return a value, called as in sentences, in some form or the one that a system keeps."""
        entity = ENTITIES[what]
        form = form or hand.choose(self.rng, entity, bare=context == BARE_TEXT)
        canonical = who.known[entity][:8] if entity == "UK_NINO" else who.known[entity]
        self.truths.append(Truth(entity, canonical, form, context))
        return hand.write(entity, form, who.known[entity])

    def name(self, who: Person, form: str, context: str) -> str:
        """Return a name; lone parts of it, and an initial without a title, are not required."""
        last = who.last or who.first
        initial = f"{who.first[0]} {last}"
        text, canonical, required = {
            "name": (who.name, who.name, True),
            "titled": (f"{who.title} {who.name}", who.name, True),
            "full": (re.sub(" +", " ", f"{who.first} {who.middle} {last}"), "", True),
            "sort": (f"{who.last}, {who.first}" if who.last else who.first, who.name, True),
            "upper": (who.name.upper(), who.name, True),
            "capsort": (f"{last.upper()}, {who.first}" if who.last else last, who.name, True),
            "mr": (f"{who.title} {last}", last, True),
            "initial": (f"{who.title} {initial}", initial, True),
            "short": (initial, initial, False),
            "first": (who.first, who.first, False),
            "last": (last, last, False),
        }[form]
        if form == "full" and not who.last:
            text = who.first
        self.truths.append(Truth("PERSON", folded(canonical or text), form, context, required))
        return text

    def name_in_columns(self, who: Person) -> tuple[str, str]:
        """Return surname and given name for two columns; together they are one name."""
        self.truths.append(Truth("PERSON", folded(who.name), "two columns", COLUMN))
        return who.last, who.first

    def address(self, who: Person, context: str, separator: str = ", ") -> str:
        """Return a whole address on one line or several; it is compared with its postcode apart."""
        home = who.home
        form = hand.choose(self.rng, "UK_POSTCODE", bare=True)
        parts = [home.street, home.town]
        if self.rng.random() < 0.3:
            parts.append(home.county)
        if separator == "\n" and self.rng.random() < 0.2:
            parts = [*home.street.split(", "), *parts[1:]]
        gapped = f"{home.postcode[:-3]} {home.postcode[-3:]}"
        whole = folded(" ".join([*parts, gapped]))
        written = "one line" if separator == ", " else "several lines"
        self.truths.append(Truth("UK_ADDRESS", whole, written, context))
        return separator.join([*parts, self.value(who, "post", context, form)])

    def street(self, who: Person, context: str) -> str:
        """Return house and street alone: it may be found, with the town or without."""
        home = who.home
        for text in (home.street, f"{home.street} {home.town}", home.street.split(", ")[-1]):
            self.truths.append(Truth("UK_ADDRESS", folded(text), "street", context, required=False))
        return home.street

    def of_office(self, entity: str, canonical: str, text: str | None = None) -> str:
        """Return a value that is an office's: it may be found or not."""
        self.truths.append(Truth(entity, canonical, "of an office", BARE_TEXT, required=False))
        return text or canonical

    def about(self, entity: str) -> None:
        """Mark the file as one that holds a special category of data, once."""
        if all(truth.entity != entity for truth in self.truths):
            self.truths.append(Truth(entity, "", "in the file", BARE_TEXT))

    def fill(self, text: str, cast: Cast, context: str | None = None) -> str:
        """Return a sentence with its slots filled; a label before a slot makes its context."""

        def slot(match: re.Match[str]) -> str:
            who, what = match.groups()
            before = text[: match.start()].rpartition("\n")[2]
            near = context or (LABEL if _LABELLED.search(before) else BARE_TEXT)
            if who is None:
                return self.plain(what)
            person = cast[who[0]]
            if what in ENTITIES:
                return self.value(person, what, near)
            if what == "addr":
                return self.address(person, near)
            if what == "lines":
                return self.address(person, near, "\n")
            if what == "street":
                return self.street(person, near)
            return self.name(person, what, near)

        return _SLOT.sub(slot, text)

    def say(self, kind: str, cast: Cast) -> str:
        """Return one sentence of a kind about a cast, and mark what special data it holds."""
        _, special, text = self.rng.choice([row for row in rows("fresh_lines") if row[0] == kind])
        if special:
            self.about(special)
        return self.fill(text, cast)

    def several(self, kind: str, cast: Cast, least: int, most: int) -> list[str]:
        """Return different sentences of a kind."""
        lines = [row for row in rows("fresh_lines") if row[0] == kind]
        chosen = self.rng.sample(lines, min(len(lines), self.rng.randint(least, most)))
        for _, special, _ in chosen:
            if special:
                self.about(special)
        return [self.fill(text, cast) for _, _, text in chosen]

    def plain(self, what: str) -> str:
        """Return something that is nobody's: a date of work, a reference, an amount, digits."""
        rng = self.rng
        if what.startswith("#"):
            return "".join(rng.choices("0123456789", k=int(what[1:])))
        if what == "day":
            day = self.day()
            return rng.choice((f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day:%d %B}"))
        return {
            "ref": f"{rng.choice(('HSG', 'CRM', 'ENV', 'REV'))}-{rng.randint(10_000, 999_999)}",
            "money": f"£{rng.randint(3, 900)}.{rng.randint(0, 99):02}",
            "time": f"{rng.randint(8, 17):02}:{rng.randint(0, 59):02}",
        }[what]

    def day(self) -> date:
        """Return a day of work of the last two years."""
        return date(2026, 3, 2) - timedelta(days=self.rng.randint(1, 700))

    def pick(self, *choices: str) -> str:
        """Return one of the choices."""
        return self.rng.choice(choices)

    def residents(self, least: int, most: int) -> Sequence[Person]:
        """Return grown people of different households."""
        count = min(self.rng.randint(least, most), len(self.world.households))
        return [home[0] for home in self.rng.sample(self.world.households, count)]

    def finish(
        self, layout: str, suffix: str, data: bytes | str, kind: Kind = Kind.PLANTED
    ) -> Document:
        """Return the finished document."""
        raw = data.encode() if isinstance(data, str) else data
        return Document(layout, kind, suffix, raw, tuple(self.truths))
