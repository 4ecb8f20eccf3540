"""What a hostile file is: how it is made, and how a scan may end with it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

EXAMINED = "examined"
"""Stands among the causes for: it was read in full, and that is no gap."""


@dataclass(frozen=True)
class Hostile:
    """One file. ``ends`` are the causes of the gap that it may be, or EXAMINED.

    ``members`` are causes that must be among those of its members' gaps.
    """

    name: str
    make: Callable[[Random], bytes]
    ends: frozenset[str]
    members: frozenset[str] = frozenset()


def hostile(
    name: str, make: Callable[[Random], bytes], *ends: str, members: tuple[str, ...] = ()
) -> Hostile:
    """Return the declaration of one file."""
    return Hostile(name, make, frozenset(ends), frozenset(members))


def deflated(block: bytes, times: int) -> bytes:
    """Return ``block`` ``times`` over as a zlib stream, made without holding it unpacked."""
    packer = zlib.compressobj(9)
    return b"".join([packer.compress(block) for _ in range(times)]) + packer.flush()
