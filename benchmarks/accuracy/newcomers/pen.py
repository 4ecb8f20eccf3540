"""Fills the slots of a paper's lines, and keeps the truth of every value that it writes.

``[[this|that]]`` is one of several wordings. ``{a.nino}`` is a value of the person of role ``a``,
``{a.nino:pairs}`` in that written form, ``{a.nino?}`` one that need not be found. Of the dead and
of councillors nothing need be found, nor the telephone on somebody's desk. Without a form, a
document writes each entity in one way of its own throughout.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.draft import Truth
from benchmarks.accuracy.newcomers.people import Cast, Office, Person, latin
from benchmarks.accuracy.newcomers.slots import plain_slot
from benchmarks.accuracy.newcomers.ways import NEEDS_LABEL, SHORT, WAYS, usual
from benchmarks.accuracy.people import folded

_SLOT = re.compile(r"\{([a-z]+\d*)(?:\.([a-zA-Z0-9]+))?(?::([^{}]*?))?(\?)?\}")
_CHOICE = re.compile(r"\[\[((?:(?!\[\[|\]\]).)*)\]\]")
_LABEL = re.compile(
    r"([:=>(#]|\b(?:no|nos|number|num|ref|reference|NI|NINO|NHS|CHI|DOB|dob|born|on|reg|tel|mob"
    r"|mobile|phone|id|account|code|UPN|ULN|UTR|PNC|URN|licence|passport|IBAN)\.?)[\"'\s]*$"
)
_PRONOUNS = {
    "he": ("she", "he"), "him": ("her", "him"), "his": ("her", "his"), "He": ("She", "He"),
    "His": ("Her", "His"), "himself": ("herself", "himself"), "son": ("daughter", "son"),
    "boy": ("girl", "boy"), "man": ("woman", "man"), "sex": ("F", "M"),
    "gender": ("Female", "Male"), "mum": ("mum", "dad"), "mother": ("mother", "father"),
    "husband": ("wife", "husband"), "ei": ("ei", "ei"), "hi": ("hi", "fe"),
}  # fmt: skip
_LIST_NAMES = ("name", "LN", "ln", "NL", "fN", "NAME", "full", "tname", "mid")
_AT_WORK = frozenset("stwz")
_PUBLIC_OR_DEAD = frozenset("vx")
_PASSWORDS = ("Bramble", "Snowdrop", "Kestrel", "Wednesday", "Cromer", "Rhubarb")


class Pen:
    """Writes one document.

    ``context`` overrides what a line tells of a value's context, and ``has_labels`` is False where
    no heading says what a value is.
    """

    def __init__(self, rng: Random, cast: Cast, escape: Callable[[str], str]) -> None:
        self.rng = rng
        self.cast = cast
        self.truths: list[Truth] = []
        self.context = ""
        self.has_labels = True
        self.space = "\u00a0" if rng.random() < 0.07 else " "
        self._escape = escape
        self._habits: dict[str, str] = {}

    def fill(self, line: str, before: str = "") -> str:
        """Return a line with its wordings chosen and slots filled; ``before`` ends the last."""
        while _CHOICE.search(line):
            line = _CHOICE.sub(lambda m: self.rng.choice(m[1].split("|")), line)
        written, start = before, 0
        for slot in _SLOT.finditer(line):
            written += line[start : slot.start()]
            value = self._value(slot, written)
            written += self._escape(value) if slot[2] else value
            start = slot.end()
        return (written + line[start:])[len(before) :]

    def habit(self, of: str, forms: list[str]) -> str:
        """Return the form of these that this document always takes for something."""
        return self._habits.setdefault(of, self.rng.choice(forms))

    def _value(self, slot: re.Match[str], before: str) -> str:
        role, what, form, is_free = slot[1], slot[2], slot[3], bool(slot[4])
        if what is None:
            return plain_slot(self.rng, self.habit, role, form or "")
        context = self.context or ("label" if _LABEL.search(before) else "bare")
        if role in ("o", "g"):
            return self._of_office(self.cast.office, what, form or "", context, role)
        who = self.cast.who(role)
        required = not is_free and role[0] not in _PUBLIC_OR_DEAD
        if what in _PRONOUNS:
            return _PRONOUNS[what][not who.is_woman]
        if what in SHORT or what == "phone2":
            required = required and not (what == "phone" and role[0] in _AT_WORK)
            return self._identifier(who, what, form, context, required)
        return self._person(who, what, context, required)

    def _note(self, entity: str, canonical: str, form: str, context: str, required: bool) -> None:  # noqa: FBT001  as Truth
        known = self.has_labels or entity not in NEEDS_LABEL
        self.truths.append(Truth(entity, canonical, form, context, required and known))

    def _identifier(
        self,
        who: Person,
        what: str,
        form: str | None,
        context: str,
        required: bool,  # noqa: FBT001
    ) -> str:
        entity = SHORT.get(what, "PHONE_NUMBER")
        canonical = who.known["PHONE 2" if what == "phone2" else entity]
        chosen = form or self.habit(f"{entity} {context == 'bare'}", usual(entity, context))
        text = WAYS[entity][chosen](canonical)
        if self.space != " " and " " in text and entity != "DATE_OF_BIRTH":
            text, chosen = text.replace(" ", self.space), f"{chosen}, hard space"
        self._note(entity, canonical, chosen, context, required)
        return text

    def _person(self, who: Person, what: str, context: str, required: bool) -> str:  # noqa: FBT001
        if what == "nm":
            what = self.habit("name", list(_LIST_NAMES))
        names = self._names(who)
        if what in names:
            text, canonical, is_whole = names[what]
            self._note("PERSON", folded(canonical), what, context, required and is_whole)
            return text
        if what == "given":
            self._note("PERSON", folded(who.name), "in two parts", context, required)
            return who.first
        if what in ("family", "FAMILY", "inits", "title", "town", "i"):
            return {
                "family": who.last, "FAMILY": who.last.upper(), "title": who.title,
                "inits": who.first[0] + who.last[0].upper(), "town": who.town, "i": who.first[0],
            }[what]  # fmt: skip
        if what in ("addr", "addrl", "street", "lone", "addrno"):
            return self._address(who, what, context, required)
        return self._rare(who, what, context, required)

    def _names(self, who: Person) -> dict[str, tuple[str, str, bool]]:
        middle, last = who.middle, who.last
        return {
            "name": (who.name, who.name, True),
            "tname": (f"{who.title} {who.name}", who.name, True),
            "mr": (f"{who.title} {last}", last, True),
            "first": (who.first, who.first, False),
            "last": (last, last, False),
            "LN": (f"{last.upper()}, {who.first}", who.name, True),
            "ln": (f"{last}, {who.first}", who.name, True),
            "NL": (f"{last.upper()} {who.first}", who.name, True),
            "fN": (f"{who.first} {last.upper()}", who.name, True),
            "NAME": (who.name.upper(), who.name, True),
            "low": (who.name.lower(), who.name, False),
            "full": (f"{who.first} {middle} {last}", f"{who.first} {middle} {last}", True),
            "mid": (f"{who.first} {middle[0]}. {last}", f"{who.first} {middle[0]} {last}", True),
            "init": (f"{who.first[0]} {last}", f"{who.first[0]} {last}", False),
            "idot": (f"{who.first[0]}. {last}", f"{who.first[0]} {last}", False),
            "tinit": (f"{who.title} {who.first[0]} {last}", f"{who.first[0]} {last}", False),
        }

    def _address(self, who: Person, what: str, context: str, required: bool) -> str:  # noqa: FBT001
        postcode = WAYS["UK_POSTCODE"]["spaced"](who.known["UK_POSTCODE"])
        whole = folded(f"{who.street} {who.town} {postcode}")
        if what in ("lone", "addrno"):
            for rest in ("", who.town, postcode, f"{who.town} {postcode}"):
                part = folded(f"{who.street} {rest}")
                self._note("UK_ADDRESS", part, "in part", context, required=False)
            return who.street if what == "lone" else f"{who.street}, {who.town}"
        if what == "street":  # town and postcode stand in cells of their own
            parts = (who.town, postcode, f"{who.town} {postcode}")
            also = tuple(folded(f"{who.street} {part}") for part in parts)
            street = Truth("UK_ADDRESS", folded(who.street), what, context, required, also)
            self.truths.append(street)
            return who.street
        self._note("UK_ADDRESS", whole, what, context, required)
        self._note("UK_POSTCODE", who.known["UK_POSTCODE"], "spaced", context, required)
        if what == "addr":
            return f"{who.street}, {who.town}, {postcode}"
        return "\n".join([*who.street.split(", "), who.town, postcode])

    def _rare(self, who: Person, what: str, context: str, required: bool) -> str:  # noqa: FBT001
        if what == "age":
            self._note("AGE", str(who.age), "figures", context, required)
            return str(who.age)
        if what == "secret":
            word = self.rng.choice(_PASSWORDS)
            password = f"{word}{self.rng.choice('!#%$')}{identifiers.digits(self.rng, 3)}"
            self._note("SECRET", password, "password", context, required)
            return password
        if what in ("gmc", "tref", "hcpc"):
            start = {"gmc": "7", "tref": "1", "hcpc": "SW"}[what]
            number = start + who.known["registration"]
            self._note("UK_PROFESSIONAL_REGISTRATION", number, what, context, required)
            return number
        if what == "mrz":
            return self._passport_lines(who)
        raise ValueError(f"no slot .{what}")

    def _passport_lines(self, who: Person) -> str:
        """Return the machine-readable lines of a passport (ICAO Doc 9303, part 4)."""
        number, born = who.known["UK_PASSPORT"], who.known["DATE_OF_BIRTH"].replace("-", "")[2:]
        last, first = latin(who.last).upper(), latin(who.first).upper()
        self._note("UK_PASSPORT", number, "machine-readable", "label", required=True)
        self._note("DATE_OF_BIRTH", who.known["DATE_OF_BIRTH"], "yymmdd", "label", required=False)
        self._note("PERSON", folded(who.name), "machine-readable", "label", required=False)
        ends, rest = "310714", "<" * 14
        parts = [number + _check(number), born + _check(born), ends + _check(ends), rest + "0"]
        second = f"{parts[0]}GBR{parts[1]}{'F' if who.is_woman else 'M'}{parts[2]}{parts[3]}"
        return f"P<GBR{last}<<{first}".ljust(44, "<")[:44] + "\n" + second + _check("".join(parts))

    def _of_office(self, office: Office, what: str, form: str, context: str, role: str) -> str:
        """Return something of an office, which is nobody's: it may be found or not."""
        domain = office.domain if role == "o" else "office.example.org"
        if what == "box":
            self._note("EMAIL_ADDRESS", f"{form}@{domain}", "role mailbox", context, required=False)
            return f"{form}@{domain}"
        if what == "phone":
            number = office.phone if role == "o" else identifiers.phone(self.rng)
            self._note("PHONE_NUMBER", number, "of an office", context, required=False)
            return WAYS["PHONE_NUMBER"]["grouped"](number)
        if what in ("addr", "addrl"):
            postcode = WAYS["UK_POSTCODE"]["spaced"](office.postcode)
            parts = [*office.street.split(", "), office.town, postcode]
            for start in range(2):
                whole = folded(" ".join(parts[start:]))
                self._note("UK_ADDRESS", whole, "of an office", context, required=False)
            self._note("UK_POSTCODE", office.postcode, "of an office", context, required=False)
            return (", " if what == "addr" else "\n").join(parts)
        if what == "ip":
            number = f"10.{'.'.join(str(self.rng.randint(1, 250)) for _ in 'abc')}"
            self._note("IP_ADDRESS", number, "of an office", context, required=False)
            return number
        return {"council": office.council, "domain": office.domain, "town": office.town}[what]


def _check(text: str) -> str:
    """Return the check digit of a field of a passport (ICAO Doc 9303, part 3, section 4.9)."""
    values = (0 if c == "<" else int(c, 36) for c in text)
    return str(sum(v * (7, 3, 1)[i % 3] for i, v in enumerate(values)) % 10)
