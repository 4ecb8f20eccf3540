"""How exposed each place is, one line each, for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from detectors.base import Category
from reports.visible import plain
from reports.where import files_apart, folder_of
from reports.words import counted, people, widest
from scanner.catalogue.queries.exposure import ExposedPlace
from scanner.catalogue.queries.holding import Counted

_SENSITIVE_FIRST = (
    *(Category.SPECIAL_CATEGORY, Category.HEALTH, Category.CRIMINAL_OFFENCE, Category.CHILDREN),
    *(Category.CREDENTIAL, Category.FINANCIAL, Category.IDENTITY, Category.CONTACT),
)


def lines(places: Sequence[ExposedPlace]) -> Iterator[str]:
    """Yield a line for each place, then what is not known, safe to print."""
    if not places:
        yield "No file in which personal data was found is known: see 'stocktake coverage'."
    for place in places:
        yield plain(_line(place))
    for said in not_known(places):
        yield plain(said)


def not_known(places: Sequence[ExposedPlace]) -> Iterator[str]:
    """Yield what is not known about who can read places, what is so of most of them first."""
    about = Counter(sentence for place in places for sentence in place.statement)
    for sentence, number in about.most_common():
        yield f"Not known in {counted(number, 'place')}: {sentence}"


def sensitive_first(categories: Sequence[Counted]) -> str:
    """Return how many files hold each category, in words, what harms most first.

    >>> sensitive_first((Counted("contact", 9), Counted("health", 2)))
    'health in 2 files, contact in 9 files'
    """
    order = {category.value: place for place, category in enumerate(_SENSITIVE_FIRST)}
    ordered = sorted(categories, key=lambda each: (order.get(each.name, len(order)), each.name))
    return ", ".join(f"{each.name} in {counted(each.files, 'file')}" for each in ordered)


def _line(place: ExposedPlace) -> str:
    where = f"{place.share}/{place.paths[0]}" if place.paths else folder_of(place)
    if place.apart:
        where = files_apart(place)
    about = people(*place.people) if place.people[1] else "nobody who could be counted"
    return (
        f"{place.exposure:,} = {about} in it × {_readers(place)}: {where}"
        f" ({sensitive_first(place.categories)})"
    )


def _readers(place: ExposedPlace) -> str:
    """Return who can read it. Unknown readers are said to be so, never counted as none."""
    counted_as = f"{place.counted_as:,} counted as the most who can read anything"
    if not place.known:
        return f"{counted_as}, for it is not known who can read it"
    broadly = widest(place.broad)
    many = f", {broadly}" if broadly else ""
    if place.more:
        least = f"{place.readers:,} are known{many}, and there may be more"
        return f"{counted_as}, for of who can read it {least}"
    who = f"{place.readers:,} who can read it"
    return f"{who}{many}" if place.readers or many else f"{who} but administrators"
