"""Invented residents and staff: a population from which every document draws its people."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from random import Random

from benchmarks.share import values
from benchmarks.share.values import Value

COUNCIL = "Alderbrook"
DOMAIN = "alderbrook.example"

_FIRST = {
    "Mrs": "Margaret Joan Patricia Susan Zoë Siân Priya Fatima Agnieszka Chloe Olivia Bronwen"
    " Yasmin Adaeze Ngozi Maria Helen Kathleen Deborah Tracey Leanne Gwen Amina Shazia",
    "Ms": "Jessica Hannah Emily Aisha Renée Ruth Naomi Catrin Mei Sunita Ewa Blessing Gemma Kelly"
    " Natasha Rhian Francesca Nadia Imogen Harriet Louise Danielle Samira Joanna",
    "Mr": "David Peter James Mohammed Tomasz Gareth Kwame Rajesh Callum Owen José Liam Terence"
    " Andrew Stephen Kevin Ibrahim Piotr Dewi Anthony Gordon Nigel Rhys Darren Jamal",
    "Dr": "Elizabeth Samuel Anjali François Rachel Obinna Martin Leila Henrik Judith",
}
FIRST_NAMES = {title: names.split() for title, names in _FIRST.items()}
_LAST = (
    "Adeyemi Ahmed Akhtar Barnett Bevan Bhatt Blackwood Brennan Calloway Chaudhry Clegg Cooper"
    " Cunningham Davies Desai Doherty Ellison Evans Fairclough Farrow Fitzgerald Gallagher Gill"
    " Goodall Hargreaves Hennessy Holroyd Hussain Iqbal Jankowski Jenkins Kaur Kowalski Lambert"
    " Llewellyn Lowry Macleod Mensah Molloy Murphy Müller Nair Nowak O'Brien O'Connor Okafor"
    " Okonkwo Osborne Parmar Patel Pemberton Powell Pritchard Quigley Rahman Ramsbottom Rees"
    " Robertshaw Rowbotham Sandhu Sharples Singh Smith-Jones Stavros Sutcliffe Tattersall Taylor"
    " Thistlethwaite Tomlinson Underhill Vasquez Wadsworth Walsh Whitfield Whittaker Wojcik"
    " Yilmaz Zhang Bannister Ogden Crowther Entwistle Hepworth Lockwood Mottram Nuttall"
)
SURNAMES = _LAST.split()
STREETS = (
    "Mill Lane", "Station Road", "Albert Terrace", "Foundry Street", "Orchard Close", "High Street",
    "Chapel Walk", "Larkspur Drive", "Canal View", "Beech Avenue", "Quarry Bank", "Weavers Court",
    "Tanyard Row", "Moorside Crescent", "Priory Gardens", "Sandpiper Way", "Bridge End",
)  # fmt: skip
TOWNS = ("Alderbrook", "Nether Holme", "Wexcombe", "Great Tarn", "Millbeck", "Oakhanger", "Thornby")


class NameStyle(Enum):
    """How a person is named."""

    TITLE_FULL = "title, first and last name"
    TITLE_LAST = "title and last name"
    TITLE_INITIAL = "title, initial and last name"
    FULL = "first and last name"
    REVERSED = "last name, first name"
    REVERSED_CAPITALS = "LAST NAME, first name"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented; identifiers in canonical form, the telephone number as 11 digits."""

    title: str
    first: str
    last: str
    born: date
    nino: str
    nhs: str
    phone: str
    email: str
    house: str
    town: str
    postcode: str
    card: str


def folded(name: str) -> str:
    """Return the canonical form of a name: design.md, section 6.

    >>> folded("Zoë O'Brien")
    "zoe o'brien"
    """
    decomposed = unicodedata.normalize("NFKD", name)
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(kept.casefold().replace(".", " ").split())


def named(person: Person, style: NameStyle) -> Value:
    """Return the name of ``person`` in one style."""
    title, first, last = person.title, person.first, person.last
    full = folded(f"{first} {last}")
    canonical, text = {
        NameStyle.TITLE_FULL: (full, f"{title} {first} {last}"),
        NameStyle.TITLE_LAST: (folded(last), f"{title} {last}"),
        NameStyle.TITLE_INITIAL: (folded(f"{first[0]} {last}"), f"{title} {first[0]} {last}"),
        NameStyle.FULL: (full, f"{first} {last}"),
        NameStyle.REVERSED: (full, f"{last}, {first}"),
        NameStyle.REVERSED_CAPITALS: (full, f"{last.upper()}, {first}"),
        NameStyle.CAPITALS: (full, f"{first} {last}".upper()),
    }[style]
    return Value("PERSON", canonical, text, style.value)


def _mail_name(first: str, last: str) -> str:
    ascii_only = folded(f"{first}.{last}").replace(" ", ".")
    return "".join(char for char in ascii_only if char.isalnum() or char in ".-")


def new_person(rng: Random, domains: tuple[str, ...]) -> Person:
    """Return one invented person whose mailbox lies in one of ``domains``."""
    title = rng.choices(tuple(FIRST_NAMES), (30, 26, 40, 4))[0]
    first, last = rng.choice(FIRST_NAMES[title]), rng.choice(SURNAMES)
    number = rng.choice(("", str(rng.randrange(1, 99))))
    return Person(
        title=title,
        first=first,
        last=last,
        born=date(1931, 1, 1) + timedelta(days=rng.randrange(31_000)),  # 1931 to 2015
        nino=values.new_nino(rng),
        nhs=values.new_nhs(rng),
        phone=values.new_phone(rng),
        email=f"{_mail_name(first, last)}{number}@{rng.choice(domains)}",
        house=f"{rng.randrange(1, 240)} {rng.choice(STREETS)}",
        town=rng.choice(TOWNS),
        postcode=values.new_postcode(rng),
        card=values.new_card(rng),
    )


@dataclass(frozen=True, slots=True)
class Population:
    """Everybody the documents speak of."""

    residents: tuple[Person, ...]
    staff: tuple[Person, ...]


def populate(rng: Random, residents: int) -> Population:
    """Return a population; one member of staff for each ten residents, five at the least."""
    homes = ("example.com", "example.org", "example.net", "mail.example.com")
    return Population(
        tuple(new_person(rng, homes) for _ in range(residents)),
        tuple(new_person(rng, (DOMAIN,)) for _ in range(max(5, residents // 10))),
    )
