"""The places of a share, for a manager: where other people can read than above, and how many."""

from __future__ import annotations

from dataclasses import dataclass

from reports.exposure import not_known, sensitive_first
from reports.html import sentences
from reports.words import counted, span
from scanner.catalogue.queries.exposure import ExposedPlace

_MOST = 15  # rows: half a printed page


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One place; ``folder`` is empty for the whole share, ``broad`` where no large group reads it.

    ``apart`` tells that it is some files in the folder and below, of permissions of their own.
    """

    folder: str
    apart: bool
    kinds: str
    people: str
    readers: str
    broad: str


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
        tuple(map(_row, places[:_MOST])),
        sentences.cut(_MOST, len(places)),
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
        apart=place.apart,
        kinds=sensitive_first(place.categories),
        people=span(*place.people) if place.people[1] else "not counted",
        readers=readers,
        broad="; ".join(place.broad),
    )


def _number(places: int) -> str:
    return "1 is" if places == 1 else f"{places:,} are"


def _it(places: int) -> str:
    return "it" if places == 1 else "them"
