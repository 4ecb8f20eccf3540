"""Invented residents with all that a council could know of them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows

_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Mx")


def folded(text: str) -> str:
    """Return a name as it is compared: no accents, no marks, lower case, single spaces.

    >>> folded("Siân  O’Brien-Jones")
    'sian o brien jones'
    """
    # The dotless i of Turkish becomes I in capitals: it has no decomposition of its own.
    plain = unicodedata.normalize("NFKD", text.casefold().replace("\u0131", "i"))
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


@dataclass(frozen=True, slots=True)
class Resident:
    """One invented person; ``known`` has the canonical value of each entity but the name."""

    title: str
    first: str
    last: str
    born: date
    house: str
    street: str
    town: str
    known: dict[str, str]

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.first} {self.last}"

    @property
    def canonical(self) -> str:
        """The name as findings are compared by."""
        return folded(self.name)


def identified(rng: Random, first: str, last: str, born: date, district: str) -> dict[str, str]:
    """Return the canonical value of each entity but the name, for a person of that name."""
    known = {entity: made(rng) for entity, made in identifiers.SIMPLE.items()}
    mail = "".join(c for c in folded(f"{first[0]} {last}") if c.isascii() and c.isalnum())
    known |= {
        "DATE_OF_BIRTH": born.isoformat(),
        "UK_NINO": identifiers.nino(rng),
        "UK_NHS": identifiers.nhs(rng),
        "UK_HCN": identifiers.hcn(rng),
        "UK_CHI": identifiers.chi(rng, born),
        "UK_UPN": identifiers.upn(rng),
        "UK_ULN": identifiers.uln(rng),
        "UK_UTR": identifiers.utr(rng),
        "UK_DRIVING_LICENCE": identifiers.driving_licence(rng, last, first, born),
        "UK_POSTCODE": identifiers.postcode(rng, district),
        "UK_VEHICLE_REGISTRATION": identifiers.plate(rng),
        "UK_PNC": identifiers.pnc(rng),
        "UK_CRO": identifiers.cro(rng),
        "UK_CCRN": identifiers.ccrn(rng),
        "UK_ACCOUNTS_OFFICE_REFERENCE": identifiers.accounts_office(rng),
        "IBAN_CODE": identifiers.iban(rng),
        "CREDIT_CARD": identifiers.card(rng),
        "PHONE_NUMBER": identifiers.phone(rng),
        "EMAIL_ADDRESS": f"{mail}{rng.randint(1, 999)}@example.org",
        "IP_ADDRESS": (
            f"{rng.choice((81, 86, 92, 109))}.{'.'.join(str(rng.randint(1, 254)) for _ in '123')}"
        ),
    }
    return known


def resident(
    rng: Random, youngest: int = 1, names: str = "names", streets: str = "streets"
) -> Resident:
    """Return a new person, at least so many years old, from two lists in ``data``."""
    _, first, _ = rng.choice(rows(names))
    _, _, last = rng.choice(rows(names))
    if rng.random() < 0.7:  # most people's two names come from one community
        _, first, last = rng.choice(rows(names))
    town, district = rng.choice(rows("places"))
    born = identifiers.birth(rng, youngest)
    known = identified(rng, first, last, born, district)
    house = rng.choice(
        (
            str(rng.randint(1, 240)),
            f"Flat {rng.randint(1, 40)}, {rng.randint(1, 99)}",
            f"{rng.randint(1, 99)}{rng.choice('AB')}",
        )
    )
    title, (street,) = rng.choice(_TITLES), rng.choice(rows(streets))
    return Resident(title, first, last, born, house, street, town, known)
