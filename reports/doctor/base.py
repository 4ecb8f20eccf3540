"""One thing that was looked at, and how it stands."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class State(Enum):
    """How a thing stands; the value is the word that is shown."""

    OK = "ok"
    TO_DO = "to do"  # a scan is whole without it, but the way out that is named is better
    MISSING = "missing"  # a scan reads less or cannot begin until it is put right


class Checked(NamedTuple):
    """A line of the doctor's: ``said`` ends, where something is to be done, with what."""

    state: State
    what: str
    said: str


def size_words(size_bytes: int) -> str:
    """Return a size in MB of a million bytes, as disks are sold.

    >>> size_words(650_000_000), size_words(40_960)
    ('650 MB', '0.041 MB')
    """
    megabytes = size_bytes / 1_000_000
    return f"{megabytes:,.0f} MB" if megabytes >= 10 else f"{megabytes:.2g} MB"
