"""Words of streets, houses, places and organisations, and words that no address holds.

Sources and licences: detectors/data/NOTICE. What is not there is written down by us.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class StreetWord(NamedTuple):
    """A word that makes a name a street's; ``usual`` where it is hardly anything else's."""

    word: str
    opens: bool  # Heol y Bont, where English has Bridge Street
    usual: bool


@cache
def street_words() -> tuple[StreetWord, ...]:
    """Return words of streets and their short forms, folded."""
    table = files("detectors.data").joinpath("street_words.csv").read_text("utf-8")
    return tuple(
        StreetWord(row["word"], row["stands"] == "first", row["kind"] == "usual")
        for row in csv.DictReader(table.split("\n"))
    )


@cache
def last_words() -> frozenset[str]:
    """Return the words that a street's name ends with."""
    return frozenset(each.word for each in street_words() if not each.opens)


@cache
def first_words() -> frozenset[str]:
    """Return the words that a street's name begins with in Welsh and Gaelic."""
    return frozenset(each.word for each in street_words() if each.opens)


@cache
def places() -> frozenset[str]:
    """Return towns, villages, suburbs, counties and countries, folded."""
    table = files("detectors.data").joinpath("places.csv").read_text("utf-8")
    return frozenset(table.split("\n")[1:-1])


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HOUSE_WORDS = (
    "House|Cottages?|Lodge|Farm|Farmhouse|Barns?|Bungalow|Villas?|Manor|Grange|Croft|Rectory"
    "|Vicarage|Stables|Mansions|Towers?|Apartments|Hall|Court|Heights|Point|Mews|Buildings?"
    "|Hostel|Steading|Smallholding|Homestead|Maisonettes?|Place|Oast|Mill"
)
"""What the name of a house or block of flats ends with."""

HOUSE_OPENERS = "T[yŷYŶ]|Plas|Fferm|Bwthyn|Hafod|Hendre|Tyddyn|Llety|Ysgubor|Cartref|Tan"
"""What the Welsh name of a house begins with."""

FLAT_WORDS = (
    "flat|apartment|apartments|apt|unit|room|rm|studio|plot|maisonette|annexe?|fflat|caravan|pitch"
    "|block|bedsit|suite"
)
"""What the number of a dwelling follows within a building or site."""

OF_HOUSES = _words("old new school station police church chapel surgery shop store stores bank inn")
"""What a house once was stands in its name: "The Old School House"."""

CIVIC = _words("town county city civic shire parish church village guild memorial community")
"""A hall of these is nobody's home."""

ORGANISATIONS = _words(
    "council ltd limited plc llp inc school academy college university hospital surgery centre"
    " center library office offices department dept service services team trust association"
    " solicitors church police court tribunal nhs hotel inn society committee bank group agency"
    " clinic practice pharmacy club restaurant store stores shop depot premises station nursery"
    " partnership foundation charity union headquarters hq cyngor ysgol swyddfa swyddfeydd"
    " prifysgol ysbyty meddygfa cyf company co directorate institute authority leisure museum"
    " theatre primary infant infants junior & sons plaza fund commission ombudsman hmrc dwp"
)
"""Of the line above an address, these say that it is a firm's or a council's."""

NOBODYS = _words("site location venue premises plot safle lleoliad")
"""Right before an address, these say that a place is meant, and not whose it is."""

LABELS = _words("postcode code post address telephone tel phone email e-mail name dob cod ffôn enw")
"""These head the cells of a form, and are no part of an address."""

NEVER = _words(
    "is was were be been are am has have had will would can could shall should may might must do"
    " does did that this these those which who whom he she we they it i you his her its our their"
    " your my please from with for to at as by or if when where there then than not but so about"
    " into onto between near opposite behind along through per each every all any some no yes"
    " pm a an in hours hrs minutes mins days weeks months years year yrs miles km metres people"
    " households children members cases pages copies bedroom bedrooms bed storey storeys items"
    " properties homes houses flats units parking spaces times x of"
)
"""No name of a street holds one of these in small letters."""

NEVER_IN_PLACES = NEVER - {"a", "by", "in", "of", "may", "all", "to", "x", "homes"} | LABELS
"""Stoke-by-Nayland, Isle of Wight: these do stand in names of places."""

SMALL_WORDS = _words("y yr the of and on le la de in upon under by next cum with 'r o' am ar")
"""What is not written with a capital within a name."""
