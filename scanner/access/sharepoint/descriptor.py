"""SharePoint descriptors decoded: the bytes that ``connectors.sharepoint.descriptor`` lays out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from scanner.access.sharepoint.levels import Level

_VERSION = 1


class Told(StrEnum):
    """How much is told of a place: all, links of itself beside what lies above, or less."""

    ALL = "all"
    LINKS = "links"
    LINKS_ALONE = "links-alone"
    NOTHING = "nothing"


class Link(StrEnum):
    """Whom a sharing link lets in."""

    ANYONE = "anyone"
    ORGANISATION = "organisation"
    PEOPLE = "people"
    UNTOLD = "untold"


class Ace(NamedTuple):
    """Whom levels are given, by a link or not, and the kind and address of where that was set."""

    who: str
    levels: tuple[Level, ...]
    link: Link | None
    at: tuple[str, str]


@dataclass(frozen=True, slots=True)
class SharePoint:
    """What guards a place.

    ``counts`` are of a report that names nobody; ``lost`` rows of the export were not understood.
    """

    told: Told
    aces: tuple[Ace, ...]
    counts: tuple[tuple[str, int], ...]
    lost: int


def decode(raw: bytes) -> SharePoint:
    """Return what a descriptor says. Raises ValueError for bytes that are none."""
    try:
        found = json.loads(raw)
        if found["version"] != _VERSION:
            raise ValueError("a version that is not known")
        return SharePoint(
            Told(found["told"]),
            tuple(
                Ace(
                    str(who),
                    tuple(Level(str(name), mask) for name, mask in levels),
                    None if link is None else Link(link),
                    (str(kind), str(place)),
                )
                for who, levels, link, (kind, place) in found["aces"]
            ),
            tuple((str(what), int(number)) for what, number in found["counts"]),
            int(found["lost"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("fields that are missing or of another kind") from error
