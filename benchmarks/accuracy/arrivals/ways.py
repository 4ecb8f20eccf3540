"""The ways in which ``arrivals`` writes values: those of ``forms`` and some of its own."""

from __future__ import annotations

from datetime import date

from benchmarks.accuracy.draft import BARE_TEXT
from benchmarks.accuracy.forms import BARE, FORMS, Write, grouped, usual

SHORT = {
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
"""What a slot calls each entity."""


def _unpadded(canonical: str) -> str:
    day = date.fromisoformat(canonical)
    return f"{day.day}/{day.month}/{day.year}"


def _short_words(canonical: str) -> str:
    day = date.fromisoformat(canonical)
    return f"{day.day} {day:%b %Y}"


_OWN: dict[str, dict[str, Write]] = {
    "DATE_OF_BIRTH": {
        "hyphens": lambda c: date.fromisoformat(c).strftime("%d-%m-%Y"),
        "unpadded": _unpadded,
        "short words": _short_words,
    },
    "UK_NINO": {"lower pairs": lambda c: FORMS["UK_NINO"]["pairs"](c).lower()},
    "PHONE_NUMBER": {"+44 closed up": str, "4-3-4": lambda c: grouped((4, 3, 4))(f"0{c[3:]}")},
    "UK_DRIVING_LICENCE": {"lower case": str.lower},
}
_RARE = {"mailto", "double space", "lower case", "Welsh", "trailing K", "2-rest"}
"""What few people write: one time in four, where there is a label."""

_SPACED = 9  # so many postcodes have their space for one of each other form


def ways(entity: str) -> dict[str, Write]:
    """Return all ways of writing an entity, by the names of the forms."""
    return {**FORMS[entity], **_OWN.get(entity, {})}


def choices(entity: str, context: str) -> tuple[list[str], list[int]]:
    """Return the forms that may be written in a context, and how often each is, relatively."""
    if context == BARE_TEXT and entity in BARE:
        forms = [form for form in BARE[entity] if form not in ("capitals", "lower case")]
        forms = forms or list(BARE[entity])[:1]
    else:
        forms = [*usual(entity), *_OWN.get(entity, {})]
    if entity == "UK_POSTCODE":
        return forms, [_SPACED if form == "spaced" else 1 for form in forms]
    return forms, [1 if form in _RARE else 4 for form in forms]
