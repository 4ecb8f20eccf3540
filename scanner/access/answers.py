"""What is answered when it is asked who can reach something, and how answers are put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from connectors.base import Principal
from scanner.access.directory import Directory, UserSet, in_set

BROAD_SHARE = 0.5  # of all people: our own threshold for a group that is as good as everyone
FEWEST_BROAD = 10  # people: below this, half of all staff is a team and not a broad group
EVERYONE = "everyone with an account"
ANYONE = "anyone with the link, also without an account"
STRANGERS = "people without an account (Anonymous)"
_MOST_NAMED = 3  # people who are left out of everyone


class Right(StrEnum):
    """What a person can do, as it is stored and shown."""

    READ = "read"
    WRITE = "write"


class Grant(NamedTuple):
    """One person's right and the steps by which it is had. A tuple: a night makes millions."""

    principal: Principal
    right: Right
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broad:
    """A right that everyone, or a group of a large share of all people, has."""

    name: str
    right: Right
    people: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Who can reach what an access key guards.

    ``readers`` and ``writers`` are people (staff, guests, unknown accounts…), one grant each,
    those with the same path together; ``services`` holds the grants of system accounts,
    ``administrators`` those whom the permissions do not hold back, or who may change them;
    ``disabled`` the grants of accounts that cannot be used now. ``more`` tells that people may
    read it who are not among the readers, such as members of a group that are not known.
    ``statement`` holds sentences on what is not known; without any, the answer is full.
    """

    readers: tuple[Grant, ...]
    writers: tuple[Grant, ...]
    services: tuple[Grant, ...]
    administrators: tuple[Grant, ...]
    broad: tuple[Broad, ...]
    statement: tuple[str, ...]
    disabled: tuple[Grant, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Who can reach it is not known, for the reason stated. Administrators can in any case."""

    administrators: tuple[Grant, ...]
    statement: tuple[str, ...]


class Way(NamedTuple):
    """Users who have a right by the same steps."""

    users: UserSet
    path: tuple[str, ...]


def narrowed(before: Iterable[Way], users: UserSet, step: str) -> Iterator[Way]:
    """Yield the ways of those among ``users``, each with one step more."""
    for earlier in before:
        both = UserSet(users & earlier.users)
        if both:
            # Two folders that let the same people through for the same reason are one step.
            path = earlier.path if step in earlier.path else (*earlier.path, step)
            yield Way(both, path)


def grants(ways: Iterable[Way], right: Right, among: UserSet, known: Directory) -> Iterator[Grant]:
    """Yield the grant of each user among ``among``. No user stands in two ways."""
    for users, path in ways:
        for principal in in_set(UserSet(users & among), known):
            yield Grant(principal, right, path)


def everyone_but(shut_out: UserSet, known: Directory) -> str:
    """Return everyone in words, with who is left out."""
    if not shut_out:
        return EVERYONE
    number = shut_out.bit_count()
    if number > _MOST_NAMED:
        return f"{EVERYONE} but {number:,} people"
    return f"{EVERYONE} but {', '.join(each.name for each in in_set(shut_out, known))}"
