"""The ways in which these writers put a value down, and the habits of one writer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from benchmarks.accuracy.forms import FORMS, Write, grouped

FIELDS = {
    "dob": "DATE_OF_BIRTH", "nino": "UK_NINO", "nhs": "UK_NHS", "phone": "PHONE_NUMBER",
    "mail": "EMAIL_ADDRESS", "post": "UK_POSTCODE", "sort": "UK_SORT_CODE",
    "acct": "UK_BANK_ACCOUNT", "iban": "IBAN_CODE", "card": "CREDIT_CARD",
    "vrm": "UK_VEHICLE_REGISTRATION", "upn": "UK_UPN", "uln": "UK_ULN", "utr": "UK_UTR",
    "licence": "UK_DRIVING_LICENCE", "passport": "UK_PASSPORT", "brp": "UK_BRP",
    "share": "UK_SHARE_CODE", "horef": "UK_HOME_OFFICE_REFERENCE", "pnc": "UK_PNC",
    "cro": "UK_CRO", "prison": "UK_PRISON_NUMBER", "urn": "UK_CASE_URN", "ccrn": "UK_CCRN",
    "badge": "UK_BLUE_BADGE", "uprn": "UK_UPRN", "ip": "IP_ADDRESS", "chi": "UK_CHI",
    "hcn": "UK_HCN", "trn": "UK_TRN", "paye": "UK_PAYE_REFERENCE",
    "aor": "UK_ACCOUNTS_OFFICE_REFERENCE", "pin": "UK_PROFESSIONAL_REGISTRATION",
}  # fmt: skip
_EITHER_CENTURY = 27  # two digits of a year below this could be of either century


def _day(pattern: str) -> Write:
    return lambda canonical: date.fromisoformat(canonical).strftime(pattern)


def _figures(separator: str, year_digits: int) -> Write:
    """Return a writer of dates without leading zeros."""

    def write(canonical: str) -> str:
        day = date.fromisoformat(canonical)
        full = year_digits == 4 or (day.year < 2000 and day.year % 100 < _EITHER_CENTURY)
        year = str(day.year) if full else f"{day.year % 100:02}"
        return separator.join((str(day.day), str(day.month), year))

    return write


def _sentence(canonical: str) -> str:
    day = date.fromisoformat(canonical)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 * (day.day not in (11, 12, 13)), "th")
    return f"{day:%B} {day.day}{ending} {day.year}"


def _mobile(*sizes: int) -> Write:
    return lambda e164: grouped(sizes)("0" + e164[3:])


FORMS_HERE: dict[str, dict[str, Write]] = {entity: dict(forms) for entity, forms in FORMS.items()}
FORMS_HERE["DATE_OF_BIRTH"] |= {
    "short figures": _figures("/", 4),
    "d.m.yy": _figures(".", 2),
    "d/m/yy": _figures("/", 2),
    "month first": _sentence,
    "dd-Mon-yy": _day("%d-%b-%y"),
    "with time": _day("%d/%m/%Y 00:00"),
    "ISO with time": _day("%Y-%m-%dT00:00:00"),
    "d Mon yyyy": _day("%d %b %Y"),
    "capitals": lambda c: _day("%d-%b-%Y")(c).upper(),
}
FORMS_HERE["PHONE_NUMBER"] |= {
    "5-3-3": _mobile(5, 3, 3),
    "lost zero": lambda e164: e164[3:],
    "plain +44": lambda e164: e164,
    "extension": lambda e164: f"{FORMS['PHONE_NUMBER']['grouped'](e164)} x{e164[-3:]}",
}
FORMS_HERE["UK_NINO"] |= {"spaced lower": lambda c: FORMS["UK_NINO"]["pairs"](c).lower()}
FORMS_HERE["UK_SORT_CODE"] |= {"hyphens": grouped((2, 2, 2), "-")}
FORMS_HERE["UK_VEHICLE_REGISTRATION"] |= {"lower case": str.lower}

_COMMON: dict[str, tuple[str, ...]] = {
    "DATE_OF_BIRTH": ("figures", "figures", "short figures", "d/m/yy", "dots", "d Mon yyyy"),
    "PHONE_NUMBER": ("grouped", "closed up", "5-3-3", "grouped"),
    "UK_POSTCODE": ("spaced", "spaced", "spaced", "closed up"),
    "UK_NINO": ("pairs", "closed up"),
    "UK_NHS": ("3-3-4", "closed up"),
    "EMAIL_ADDRESS": ("lower case",),
    "UK_SORT_CODE": ("hyphens", "hyphens", "spaces", "closed up"),
    "UK_BANK_ACCOUNT": ("closed up",),
    "UK_VEHICLE_REGISTRATION": ("spaced", "closed up"),
}


@dataclass(frozen=True, slots=True)
class Hand:
    """A writer's habits: forms of names and of values, and how often a habit slips."""

    names: tuple[str, ...] = ("full",)
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    slips: float = 0.08
    encodings: tuple[str, ...] = ("utf-8",)

    def usual(self, entity: str) -> tuple[str, ...]:
        """Return the forms that this writer is at home in."""
        return self.forms.get(entity) or usual(entity)


def usual(entity: str) -> tuple[str, ...]:
    """Return the forms that anybody may slip into."""
    return _COMMON.get(entity) or tuple(FORMS[entity])


def hand(names: str = "full", slips: float = 0.08, encodings: str = "utf-8", **forms: str) -> Hand:
    """Return a hand; forms are named by the slot they fill, alternatives parted by ``|``.

    >>> hand("lf|full", dob="ISO").usual("DATE_OF_BIRTH")
    ('ISO',)
    """
    by_entity = {FIELDS[slot]: tuple(chosen.split("|")) for slot, chosen in forms.items()}
    return Hand(tuple(names.split("|")), by_entity, slips, tuple(encodings.split("|")))
