"""Who can reach one path, or could in the past, in lines for a terminal.

First how many, then each grant with those who hold it, most first: people are named up to a few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from reports.past import Days, found_by, seen_next, stood, told_by
from reports.visible import plain
from reports.where import files_apart, folder_of
from reports.words import counted, widest
from scanner.catalogue.queries.access import GrantRow, PathReach
from scanner.catalogue.queries.below import Below, OnServer, PlaceBelow
from scanner.catalogue.queries.history import Between, Past, Period

_VERBS = {"read": "read", "write": "change"}
_MOST_NAMED = 10  # of one grant; jsonl has them all
_MOST_PLACES = 20  # below a folder or on a server
_MOST_BROAD = 2  # groups of many, of one place
_Held = TypeVar("_Held", GrantRow, Period)


def lines(found: PathReach) -> Iterator[str]:
    """Yield the lines of an answer, safe to print."""
    yield from map(plain, _lines(found))


def past_lines(found: Past) -> Iterator[str]:
    """Yield the lines of an answer about one past day, safe to print."""
    yield found_by(found.seen)
    yield from lines(found.reach)
    yield from seen_next(found.following)


def between_lines(found: Between, days: Days) -> Iterator[str]:
    """Yield the lines of an answer about any time between two days, safe to print."""
    yield from map(plain, _between_lines(found, days))


def _lines(found: PathReach) -> Iterator[str]:
    if not found.known:
        yield "Who can reach this is not known."
    elif not found.grants:
        yield "No person's account that is known can read or change this."
    else:
        yield f"{_in_all(found.grants, 'can')}."
    for grants in _alike(found.grants, lambda each: (each.right, each.steps)):
        yield from _held(grants, f"can {grants[0].right}")
    for right, name in found.broad:
        yield f"Broad: {name} can {right} this."
    yield from _system_accounts(found.services, "can")
    for grants in _alike(found.administrators, lambda each: each.steps):
        names = _named([each.person for each in grants])
        yield f"Administrators, and who may give themselves access: {names}"
        yield f"    {' → '.join(grants[0].steps)}"
    yield from found.statement


def below_lines(found: Below) -> Iterator[str]:
    """Yield where below a folder other people can read, safe to print."""
    if found.places:
        yield "Other people can read what lies below it, widest first:"
        yield from _places(found.places)
    else:
        yield "All that lies below it can be read by the same people."
    yield from _unlisted(found.unlisted)


def server_lines(server: str, found: OnServer) -> Iterator[str]:
    """Yield who can read what on a server, safe to print."""
    shares = counted(found.shares, "share")
    more = any(each.more for each in found.below.places)
    people = counted(found.people, "person", "people") + (", and perhaps more," if more else "")
    yield plain(
        f"{people} can read something in the {shares} of {server} known here, widest first:"
    )
    yield from _places(found.below.places)
    yield from _unlisted(found.below.unlisted)


def _places(places: Sequence[PlaceBelow]) -> Iterator[str]:
    for place in places[:_MOST_PLACES]:
        files = counted(place.files, "file")
        where = files_apart(place) if place.apart else f"{folder_of(place)} ({files})"
        yield plain(f"    {_readers(place)}: {where}")
    if len(places) > _MOST_PLACES:
        yield f"    and {counted(len(places) - _MOST_PLACES, 'more place')}: see --format jsonl"


def _readers(place: PlaceBelow) -> str:
    """Return who can read a place; who is not known is never said to be nobody."""
    if not place.known:
        return "not known who"
    who = counted(place.readers, "person", "people") if place.readers else ""
    if place.broad:
        named = ", ".join(place.broad[:_MOST_BROAD])
        more = f" and {len(place.broad) - _MOST_BROAD} more" if place.broad[_MOST_BROAD:] else ""
        who = f"{who}, {widest(place.broad)} ({named}{more})" if who else f"{named}{more}"
    who = who or "administrators only"
    return f"{who}, and perhaps more" if place.more else who


def _unlisted(folders: int) -> Iterator[str]:
    if folders:
        yield f"Not known: {counted(folders, 'folder')} there could not be listed."


def _between_lines(found: Between, days: Days) -> Iterator[str]:
    if found.periods:
        yield f"{_in_all([each.grant for each in found.periods], 'could')} {days}."
    else:
        yield f"No person's account that was known could read or change this {days}."
    for periods in _alike(found.periods, _as_period):
        first, grant = periods[0], periods[0].grant
        when = stood(first.begins, first.ends, only_after=first.only_after)
        yield from _held([each.grant for each in periods], f"could {grant.right} {when}")
    for unknown in found.unknown:
        yield f"It is not known who could {stood(*unknown, only_after=False)}."
    for right, name in found.broad:
        yield f"Broad: {name} could {right} this for a time."
    yield from _system_accounts(found.services, "could")
    yield from found.statement
    yield told_by(found.seen)


def _system_accounts(services: Iterable[GrantRow], can: str) -> Iterator[str]:
    for grants in _alike(services, lambda each: (each.right, each.steps)):
        verb = _VERBS[grants[0].right]
        yield f"System accounts that {can} {verb} it: {_named([each.person for each in grants])}"
        yield f"    {' → '.join(grants[0].steps)}"


def _as_period(period: Period) -> Hashable:
    grant = period.grant
    return period.begins, period.ends, period.only_after, grant.right, grant.steps


def _in_all(grants: Iterable[GrantRow], can: str) -> str:
    """Return how many people can read and how many can change something."""
    read, write = (
        len({(each.person, each.identifier) for each in grants if each.right == right})
        for right in ("read", "write")
    )
    return f"{counted(read, 'person', 'people')} {can} read this, {write:,} {can} change it"


def _alike(found: Iterable[_Held], by: Callable[[_Held], Hashable]) -> list[list[_Held]]:
    """Return what is alike together, in order, what most people hold first."""
    together: dict[Hashable, list[_Held]] = defaultdict(list)
    for each in found:
        together[by(each)].append(each)
    return sorted(together.values(), key=lambda each: -len(each))


def _held(grants: list[GrantRow], can: str) -> Iterator[str]:
    """Yield who holds one grant: one person with it, more below it."""
    steps, kinds = " → ".join(grants[0].steps), {each.kind for each in grants}
    if len(grants) == 1:
        yield f"{_with_kind(grants[0])} {can}: {steps}"
        return
    of_kind = f" ({grants[0].kind})" if len(kinds) == 1 else ""
    yield f"{counted(len(grants), 'person', 'people')}{of_kind} {can}: {steps}"
    yield f"    {_named([each.person if of_kind else _with_kind(each) for each in grants])}"


def _with_kind(grant: GrantRow) -> str:
    return f"{grant.person} ({grant.kind})"


def _named(names: Collection[str]) -> str:
    shown = list(names)[:_MOST_NAMED]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more: see --format jsonl" if more else "")
