"""Fills the slots of a line and keeps the truth of all that it writes.

``{p.nino}`` is a value of role ``p``; ``{p.nino:pairs}`` has that written form; ``{p.nino?}`` need
not be found. ``{C.phone}`` is of a body (``folk.Body``), ``{!health}`` says that the file tells of
somebody's health and ``{~health}`` that this can be argued. ``[[this|that]]`` is one of several
wordings. Slots without a dot are about nobody: see ``nobody``. Braces that are doubled or follow a
dollar are no slots.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from urllib.parse import quote_plus

from benchmarks.accuracy.draft import BARE_TEXT, COLUMN, LABEL, Truth
from benchmarks.accuracy.forms import BARE, FORMS, Write, grouped, usual
from benchmarks.accuracy.people import folded
from benchmarks.accuracy.wayfarers.folk import Body, Company, Soul
from benchmarks.accuracy.wayfarers.nobody import about_nobody

ENTITIES = {
    "nino": "UK_NINO", "nhs": "UK_NHS", "hcn": "UK_HCN", "chi": "UK_CHI", "upn": "UK_UPN",
    "uln": "UK_ULN", "utr": "UK_UTR", "licence": "UK_DRIVING_LICENCE", "passport": "UK_PASSPORT",
    "brp": "UK_BRP", "share": "UK_SHARE_CODE", "ho": "UK_HOME_OFFICE_REFERENCE",
    "prison": "UK_PRISON_NUMBER", "urn": "UK_CASE_URN", "badge": "UK_BLUE_BADGE",
    "uprn": "UK_UPRN", "trn": "UK_TRN", "nmc": "UK_PROFESSIONAL_REGISTRATION",
    "paye": "UK_PAYE_REFERENCE", "ao": "UK_ACCOUNTS_OFFICE_REFERENCE", "pnc": "UK_PNC",
    "cro": "UK_CRO", "ccrn": "UK_CCRN", "sort": "UK_SORT_CODE", "account": "UK_BANK_ACCOUNT",
    "iban": "IBAN_CODE", "card": "CREDIT_CARD", "pc": "UK_POSTCODE", "email": "EMAIL_ADDRESS",
    "phone": "PHONE_NUMBER", "dob": "DATE_OF_BIRTH", "plate": "UK_VEHICLE_REGISTRATION",
    "ip": "IP_ADDRESS",
}  # fmt: skip
_UNUSUAL = {
    "phone2": ("PHONE_NUMBER", "other phone"),
    "oldplate": ("UK_VEHICLE_REGISTRATION", "old plate"),
    "gmc": ("UK_PROFESSIONAL_REGISTRATION", "GMC"),
    "teacher": ("UK_PROFESSIONAL_REGISTRATION", "GMC"),  # as many digits, written 12/34567
    "password": ("SECRET", "password"),
}
_TOLD = {
    "health": "HEALTH_DATA", "ethnicity": "ETHNICITY_DATA", "religion": "RELIGION_DATA",
    "sexual": "SEXUAL_LIFE_DATA", "union": "UNION_DATA", "politics": "POLITICAL_DATA",
    "biometric": "BIOMETRIC_DATA", "crime": "CRIMINAL_OFFENCE_DATA",
    "child": "CHILD_SAFEGUARDING", "adult": "ADULT_SAFEGUARDING",
}  # fmt: skip
_IMPLIED = {
    "UK_NHS": "health", "UK_CHI": "health", "UK_HCN": "health", "UK_BLUE_BADGE": "health",
    "UK_PNC": "crime", "UK_CRO": "crime", "UK_CCRN": "crime", "UK_CASE_URN": "crime",
    "UK_PRISON_NUMBER": "crime",
}  # fmt: skip
"""What a number tells of its holder by itself: that can be argued."""
_NEAR = {"child": ("health", "crime"), "adult": ("health", "crime")}
"""What can be argued wherever harm to somebody is told of: injuries, and what caused them."""
_WORDS = {
    "she": ("she", "he"), "her": ("her", "him"), "hers": ("her", "his"), "She": ("She", "He"),
    "Hers": ("Her", "His"), "sex": ("Female", "Male"), "mf": ("F", "M"),
    "child": ("daughter", "son"), "parent": ("mother", "father"), "adult": ("woman", "man"),
}  # fmt: skip
_MORE_FORMS: dict[str, dict[str, Write]] = {
    "DATE_OF_BIRTH": {
        "short figures": lambda c: f"{int(c[8:])}/{int(c[5:7])}/{c[:4]}",
        "day month": lambda c: date.fromisoformat(c).strftime("%d %b %Y"),
    },
    "PHONE_NUMBER": {"thirds": lambda c: grouped((4, 3, 4))(f"0{c[3:]}")},
}
_OF_ADDRESSES = {"addr", "lines", "line", "linepc", "road", "no", "town", "lone", "part"}
_ASKED_FOR: dict[str, dict[str, Write]] = {
    "DATE_OF_BIRTH": {"compact": lambda c: c.replace("-", "")}
}
"""Forms that are only written where a slot names them."""
_COMMON_POSTCODE = 12  # spaced ones for one of each other form
_KEEPS_FORM = 0.9
_ADDRESSES = (*("usual",) * 14, "bare", "capitals")
_CHOICE = re.compile(r"\[\[((?:(?!\[\[).)*?)\]\]", re.DOTALL)
_SLOT = re.compile(
    r"(?<![{$])\{(?:(?P<role>[a-zA-Z]\d?)\.)?(?P<what>[!~]?[a-zA-Z]\w*)(?::(?P<form>[^{}?]*))?"
    r"(?P<unsure>\?)?\}"
)
_AFTER_LABEL = re.compile(r"(?:[:=>]|\bis|\bno\.?)\s*[\"'(]?$")


class Ink:
    """Writes one file; ``escape`` is how its format writes a value."""

    def __init__(self, rng: Random, company: Company, escape: Callable[[str], str] = str) -> None:
        self.rng = rng
        self.company = company
        self._escape = escape
        self._truths: list[Truth] = []
        self._told: dict[str, bool] = {}
        self._habits: dict[str, str] = {}
        self._day = rng.choice(("%d/%m/%Y", "%d %B %Y", "%d %b %y", "%d-%m-%Y"))
        self._now = datetime(2026, 1, 1, 8, tzinfo=UTC) + timedelta(minutes=rng.randint(0, 80_000))

    @property
    def truths(self) -> tuple[Truth, ...]:
        """All that was written so far, and each special category once."""
        told = (Truth(e, "", "told", BARE_TEXT, sure) for e, sure in self._told.items())
        return (*self._truths, *told)

    def chosen(self, line: str) -> str:
        """Return a line with one wording for each choice, the innermost first."""
        count = 1
        while count:
            line, count = _CHOICE.subn(lambda found: self.rng.choice(found[1].split("|")), line)
        return line

    def filled(self, line: str, *, in_column: bool = False) -> str:
        """Return a line with a value in each slot."""
        out, end = "", 0
        for slot in _SLOT.finditer(line):
            out += line[end : slot.start()]
            label = LABEL if _AFTER_LABEL.search(out[-12:]) else BARE_TEXT
            value = self._value(slot, COLUMN if in_column else label)
            out += self._escape(value) if slot["role"] else value
            end = slot.end()
        return out + line[end:]

    def _value(self, slot: re.Match[str], context: str) -> str:
        role, what, form = slot["role"], slot["what"], slot["form"] or ""
        if what[0] in "!~":
            self._tell(what[1:], sure=what[0] == "!")
            return ""
        if role is None:
            if what == "maybe":  # an example that may be taken for a value: {maybe:UK_NINO:QQ…}
                entity, _, text = form.partition(":")
                self._note(entity, text, "example", context, needed=False)
                return text
            if what == "tick":  # each is some minutes after the last, as in a conversation
                self._now += timedelta(minutes=self.rng.randint(0, 9))
                return self._now.strftime(form or "%H:%M")
            return about_nobody(self.rng, what, form, self._day)
        if role.isupper():
            return self._of_body(self.company.body(role), what, form)
        who = self.company.soul(role)
        needed = who.is_asked_for and not slot["unsure"]
        if what in _WORDS:
            return _WORDS[what][0 if who.is_woman else 1]
        if what in ENTITIES or what in _UNUSUAL or what == "age":
            return self._identifier(who, what, form, context, needed=needed)
        if what in (
            "addr",
            "lines",
            "line",
            "linepc",
            "road",
            "no",
            "town",
            "village",
            "lone",
            "part",
        ):
            return self._address(who, what, context, needed=needed and who.is_private)
        return self._name(who, what, context, needed=needed)

    def _tell(self, what: str, *, sure: bool) -> None:
        entity = _TOLD[what]
        self._told[entity] = self._told.get(entity, False) or sure
        for near in _NEAR.get(what, ()):
            self._told.setdefault(_TOLD[near], False)

    def _note(  # noqa: PLR0913, RUF100  as many as a truth has
        self, entity: str, canonical: str, form: str, context: str, *, needed: bool,
        also: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        self._truths.append(Truth(entity, canonical, form, context, needed, also))

    def _identifier(self, who: Soul, what: str, form: str, context: str, *, needed: bool) -> str:
        if what == "age":
            self._note("AGE", str(who.age), "figures", context, needed=needed)
            return str(who.age)
        entity, key = _UNUSUAL.get(what, (ENTITIES.get(what, ""),) * 2)
        canonical = who.known[key]
        needed = needed and (who.is_private or entity not in ("PHONE_NUMBER", "UK_POSTCODE"))
        if entity in _IMPLIED and who.is_asked_for:
            self._tell(_IMPLIED[entity], sure=False)
        if what in ("oldplate", "gmc", "password", "teacher"):
            self._note(entity, canonical, what, context, needed=needed)
            return f"{canonical[:2]}/{canonical[2:]}" if what == "teacher" else canonical
        if form == "url":
            self._note(entity, canonical, form, context, needed=needed)
            return quote_plus(canonical)
        if not form:
            form = self._habit(entity, context)
        self._note(entity, canonical, form, context, needed=needed)
        own = {**_MORE_FORMS.get(entity, {}), **_ASKED_FOR.get(entity, {})}
        return {**FORMS[entity], **own}[form](canonical)

    def _habit(self, entity: str, context: str) -> str:
        """Return a form; a file mostly keeps to the one that it began with."""
        forms = [*usual(entity), *_MORE_FORMS.get(entity, {})]
        if context == BARE_TEXT and entity in BARE:
            forms = [form for form in BARE[entity] if form not in ("capitals", "lower case")]
            forms = forms or ["lower case"]
        common = _COMMON_POSTCODE if entity == "UK_POSTCODE" else 1
        weights = [common if form == "spaced" else 1 for form in forms]
        new = self.rng.choices(forms, weights)[0]
        kept = self._habits.setdefault(entity, new)
        return kept if kept in forms and self.rng.random() < _KEEPS_FORM else new

    def _name(self, who: Soul, what: str, context: str, *, needed: bool) -> str:
        first, last, initial = who.first, who.last, who.first[0]
        whole, turned = folded(who.name), folded(f"{last} {first}")
        full = folded(f"{first} {who.middle} {last}")
        short = folded(f"{initial} {last}")
        middle_initial = folded(f"{first} {who.middle[0]} {last}")
        if what in ("fore", "title", "forei"):
            return {"fore": first, "title": who.title, "forei": initial}[what]
        text, canonical, is_name, also = {
            "name": (who.name, whole, True, ()),
            "caps": (who.name.upper(), whole, True, ()),
            "tname": (f"{who.title} {who.name}", whole, True, ()),
            "tcaps": (f"{who.title} {who.name}".upper(), whole, True, ()),
            "rev": (f"{last}, {first}", whole, True, ()),
            "REV": (f"{last.upper()}, {first}", whole, True, ()),
            "revt": (f"{last}, {who.title} {first}", whole, True, ()),
            "turned": (f"{last.upper()} {first}", whole, True, (turned,)),
            "full": (f"{first} {who.middle} {last}", full, True, ()),
            "midi": (f"{first} {who.middle[0]} {last}", middle_initial, True, (whole,)),
            "sur": (last, whole, True, ()),
            "SUR": (last.upper(), whole, True, ()),
            "titled": (f"{who.title} {last}", folded(last), True, ()),
            "couple": (f"Mr and Mrs {last}", folded(last), False, ()),
            "init": (f"{initial} {last}", short, False, ()),
            "idot": (f"{initial}. {last}", short, False, ()),
            "tinit": (f"{who.title} {initial} {last}", short, False, ()),
            "lasti": (f"{last} {initial}", short, False, (folded(f"{last} {initial}"),)),
            "given": (first, folded(first), False, ()),
            "family": (last, folded(last), False, ()),
        }[what]
        self._note("PERSON", canonical, what, context, needed=needed and is_name, also=also)
        return text

    def _address(self, who: Soul, what: str, context: str, *, needed: bool) -> str:
        home = who.home
        if what in ("town", "no"):
            return home.town if what == "town" else home.house.rstrip(",")
        postcode = FORMS["UK_POSTCODE"]["spaced"](home.postcode)
        line, whole = folded(home.line), folded(f"{home.line} {home.town} {postcode}")
        to_town, bare = folded(f"{home.line} {home.town}"), folded(home.street)
        if what == "lone":
            self._note("UK_ADDRESS", line, "street", context, needed=False)
            return home.line
        if what == "part":
            self._note("UK_ADDRESS", to_town, "without postcode", context, needed=needed,
                       also=(line,))  # fmt: skip
            return f"{home.line}, {home.town}"
        if what == "linepc":  # a postcode stands in a place of its own, a town nowhere
            self._note("UK_ADDRESS", folded(f"{home.line} {postcode}"), "in parts", context,
                       needed=needed, also=(line,))  # fmt: skip
            return home.line
        if what in ("line", "road"):  # town and postcode stand in places of their own
            others = [line, to_town, folded(f"{home.line} {postcode}")]
            if what == "road":
                others += [bare, folded(f"{home.street} {home.town}"),
                           folded(f"{home.street} {home.town} {postcode}")]  # fmt: skip
            self._note("UK_ADDRESS", whole, "in parts", context, needed=needed, also=tuple(others))
            return home.line if what == "line" else home.street
        written = FORMS["UK_POSTCODE"][self._habit("UK_POSTCODE", context)](home.postcode)
        self._note("UK_POSTCODE", home.postcode, "in address", context, needed=needed)
        parts = [part for part in (home.line, home.village, home.town) if part]
        whole = folded(f"{' '.join(parts)} {postcode}")
        self._note("UK_ADDRESS", whole, "lines" if what == "lines" else "one line", context,
                   needed=needed)  # fmt: skip
        if what == "lines":
            return "\n".join((*parts, written))
        if self._habits.setdefault("address", self.rng.choice(_ADDRESSES)) == "bare":
            return f"{' '.join(parts)} {written}"
        if self._habits["address"] == "capitals":
            return f"{', '.join(parts)}, {written}".upper()
        return f"{', '.join(parts)}{self.rng.choice((', ', ', ', ' '))}{written}"

    def _of_body(self, body: Body, what: str, form: str) -> str:
        """Return something of a body; a finding of it counts neither way."""
        if what in ("title", "domain", "town"):
            return {"title": body.title, "domain": body.domain, "town": body.home.town}[what]
        entity = {"box": "EMAIL_ADDRESS", "phone": "PHONE_NUMBER", "ip": "IP_ADDRESS"}.get(what, "")
        if entity:
            canonical = {
                "box": f"{form or 'enquiries'}@{body.domain}.gov.uk",
                "phone": body.phone,
                "ip": f"10.{self.rng.randint(1, 60)}.{self.rng.randint(1, 250)}.12",
            }[what]
            self._note(entity, canonical, "of a body", BARE_TEXT, needed=False)
            return FORMS["PHONE_NUMBER"]["grouped"](canonical) if what == "phone" else canonical
        if what not in ("addr", "lines"):
            raise KeyError(what)
        home = body.home
        postcode = FORMS["UK_POSTCODE"]["spaced"](home.postcode)
        for start in (home.line, home.street):
            whole = folded(f"{start} {home.town} {postcode}")
            self._note("UK_ADDRESS", whole, "of a body", BARE_TEXT, needed=False)
        self._note("UK_POSTCODE", home.postcode, "of a body", BARE_TEXT, needed=False)
        between = "\n" if what == "lines" else ", "
        return between.join((home.line, home.town, postcode))
