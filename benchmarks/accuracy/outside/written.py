"""Ways of writing values that bodies outside the council have, beside those that all have."""

from __future__ import annotations

from datetime import date

from benchmarks.accuracy.forms import Write
from benchmarks.accuracy.unseen.hand import FORMS_HERE


def _day(pattern: str) -> Write:
    return lambda canonical: date.fromisoformat(canonical).strftime(pattern)


def _in_boxes(text: str) -> str:
    return " ".join(text)


def _by_threes(e164: str) -> str:
    """Return a number as telephones abroad show it, in threes from the right."""
    national = e164[3:]
    return f"+44 {national[:-6]} {national[-6:-3]} {national[-3:]}"


_MORE: dict[str, dict[str, Write]] = {
    "DATE_OF_BIRTH": {
        "hyphens": _day("%d-%m-%Y"),
        "closed up": _day("%Y%m%d"),
        "boxed": _day("%d / %m / %Y"),
        "capital month": lambda c: _day("%d %B %Y")(c).upper(),
        "week day": _day("%A %d %B %Y"),
        "year first": _day("%Y/%m/%d"),
    },
    "PHONE_NUMBER": {
        "44": lambda e164: e164[1:],
        "threes": _by_threes,
        "uri": lambda e164: f"tel:{e164}",
        "dots": lambda e164: FORMS_HERE["PHONE_NUMBER"]["grouped"](e164).replace(" ", "."),
    },
    "UK_NHS": {"boxes": _in_boxes},
    "UK_NINO": {"boxes": lambda c: _in_boxes(FORMS_HERE["UK_NINO"]["closed up"](c))},
    "UK_SORT_CODE": {"boxes": _in_boxes},
    "UK_BANK_ACCOUNT": {"boxes": _in_boxes},
    "UK_VEHICLE_REGISTRATION": {"hyphen": lambda c: f"{c[:4]}-{c[4:]}"},
}
WRITTEN: dict[str, dict[str, Write]] = {
    entity: forms | _MORE.get(entity, {}) for entity, forms in FORMS_HERE.items()
}
