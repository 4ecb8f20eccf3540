"""SharePoint descriptors as bytes: whom a place lets in, by which levels, and where that was set.

Layout  JSON in ASCII with sorted keys, so that equal permissions have equal bytes: ``version`` (1),
        ``told`` (see Told), ``aces``: [who, [[level, mask or null], ...], scope of the link or
        null, [kind of place, its address]] in the order direct, groups, links; ``counts``:
        [heading, number] of a report that counts and names nobody; ``lost``: how many rows could
        not be understood, of which it is not known what place they are about.

``scanner.access.sharepoint`` decodes the bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from connectors.base import DescriptorKind, SecurityDescriptor
from connectors.sharepoint.rows import Level, LinkScope

_VERSION = 1
_GROUPS, _LINKS = 1, 2


class Told(StrEnum):
    """How much an export tells of a place.

    ALL: its own permissions, or those it inherits. LINKS: of itself links alone, so that what lies
    above is taken to hold too. LINKS_ALONE: links, and nothing above. NOTHING: no row at all.
    """

    ALL = "all"
    LINKS = "links"
    LINKS_ALONE = "links-alone"
    NOTHING = "nothing"


class Ace(NamedTuple):
    """Somebody's levels at the place where they were set, a kind and an address."""

    who: str
    levels: tuple[Level, ...]
    link: LinkScope | None
    at: tuple[str, str]


def encode(
    told: Told, aces: Iterable[Ace], counts: Iterable[tuple[str, int]] = (), lost: int = 0
) -> SecurityDescriptor:
    """Return the descriptor of a place."""
    fields = {
        "version": _VERSION,
        "told": told,
        "aces": sorted(aces, key=_order),
        "counts": sorted(counts),
        "lost": lost,
    }
    raw = json.dumps(fields, sort_keys=True, separators=(",", ":")).encode("ascii")
    return SecurityDescriptor(DescriptorKind.SHAREPOINT, raw)


def _order(ace: Ace) -> tuple[int, str, tuple[str, str]]:
    rank = 0
    if ace.link is not None:
        rank = _LINKS
    elif ace.who.startswith(("group:", "entra:", "everyone")):
        rank = _GROUPS
    return rank, ace.who, ace.at
