"""The places of a share, for a manager: where other people can read than above, and how many."""

from __future__ import annotations

from dataclasses import dataclass

from reports.base import MOST_PLACES
from reports.exposure import not_known, sensitive_first
from reports.html import sentences
from reports.words import counted, span
from scanner.catalogue.queries.exposure import ExposedPlace
from scanner.catalogue.queries.holders import Way

_MOST_WAYS = 8  # grants of one place


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One place; ``folder`` is empty for the whole share, ``broad`` where no large group reads it.

    ``file`` is the first of files in the folder and below that have permissions of their own, and
    ``others`` says how many more they are; it is empty for a folder. ``files`` are to be named
    where there are several, ``files_cut`` how many more there are; as of ``ways`` to read it.
    ``unknown`` says why it is not known who can.
    """

    folder: str
    file: str
    others: str
    kinds: str
    people: str
    readers: str
    broad: str
    files: tuple[str, ...]
    files_cut: str
    ways: tuple[WayRow, ...]
    ways_cut: str
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WayRow:
    """A grant: how many read by it, who, how many more than those who are named, and its steps."""

    people: str
    names: tuple[str, ...]
    names_cut: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccessView:
    """The most exposed places, what they amount to, and how many of how many are shown.

    ``not_known`` are sentences on what the answer does not hold.
    """

    sentence: str
    rows: tuple[AccessRow, ...]
    cut: str
    not_known: tuple[str, ...]


def access_view(places: tuple[ExposedPlace, ...]) -> AccessView | None:
    """Return what to show of the places of one share; None where nothing was found in it."""
    if not places:
        return None
    return AccessView(
        _sentence(places),
        tuple(map(_row, places[:MOST_PLACES])),
        sentences.cut(MOST_PLACES, len(places)),
        tuple(not_known(places)),
    )


def _sentence(places: tuple[ExposedPlace, ...]) -> str:
    said = f"It lies in {counted(len(places), 'place')} with different readers."
    broad = sum(bool(each.broad) for each in places)
    unknown = sum(not each.known for each in places)
    if broad:
        said += f" {_number(broad)} open to a large group: look at {_it(broad)} first."
    if unknown:
        said += f" Of {unknown:,} it is not known who can read {_it(unknown)}."
    return said


def _row(place: ExposedPlace) -> AccessRow:
    if not place.known:
        readers = "not known"
    elif place.readers:
        readers = counted(place.readers, "person", "people") + (" or more" if place.more else "")
    else:
        readers = "administrators only" if not place.broad else "accounts of no person"
    return AccessRow(
        folder=place.folder,
        file=place.paths[0] if place.apart else "",
        others=counted(place.files - 1, "more file") if place.apart and place.files > 1 else "",
        kinds=sensitive_first(place.categories),
        people=span(*place.people) if place.people[1] else "not counted",
        readers=readers,
        broad="; ".join(place.broad),
        files=place.paths if place.files > 1 else (),
        files_cut=_more(place.files - len(place.paths)),
        ways=tuple(map(_way, place.ways[:_MOST_WAYS])),
        ways_cut=_more(len(place.ways) - _MOST_WAYS, "other grant"),
        unknown=place.statement,
    )


def _way(way: Way) -> WayRow:
    people = counted(way.people_of, "person", "people")
    return WayRow(people, way.people, _more(way.people_of - len(way.people)), way.steps)


def _more(number: int, what: str = "") -> str:
    """Return how many more there are than are shown; "" where there are none.

    >>> _more(1200), _more(2, "other grant"), _more(0)
    ('and 1,200 more', 'and by 2 other grants', '')
    """
    if number <= 0:
        return ""
    return f"and by {counted(number, what)}" if what else f"and {number:,} more"


def _number(places: int) -> str:
    return "1 is" if places == 1 else f"{places:,} are"


def _it(places: int) -> str:
    return "it" if places == 1 else "them"
