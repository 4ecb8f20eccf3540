"""What a change of groups or permissions would do: asked of changed copies, nothing is changed.

The people who can reach each file now, as the catalogue has them, are held against the answer of
``scanner.access.reach`` about the same files with the change: the function that a scan asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from connectors.base import Accounts, Principal
from scanner.access.answers import Reach
from scanner.access.changed import without_member
from scanner.access.directory import Directory, directory
from scanner.access.reach import reach
from scanner.catalogue.directories import Kept, directories
from scanner.catalogue.engine import Connection
from scanner.catalogue.queries import guards
from scanner.catalogue.queries.guards import Guard, Target, Unit
from scanner.catalogue.queries.holding import Holdings
from scanner.errors import SettingsError
from scanner.shares import SHAREPOINT

_NOT_OFFERED = (
    "What follows without one permission is not worked out for content of SharePoint: ask"
    " 'stocktake who-can-reach' for its grants, or 'what-if remove-member' about a group's member."
)
_NO_ACCOUNTS = "It is not known whose accounts these are: scan again with this version first."
_Steps = tuple[str, ...]


class Effect(StrEnum):
    """What a change does to a right of one person. KEEPS: it is had by another grant then."""

    LOSES = "loses"
    GAINS = "gains"
    KEEPS = "keeps"


class _Row(NamedTuple):
    """What is told together: one person, right and path of grants in one place."""

    effect: Effect
    principal: Principal
    right: str
    share: str
    folder: str
    before: _Steps
    after: _Steps


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a change does to one person in one place, and to how many files.

    ``people`` is how many data subjects these are about, at least and at most. ``before`` are the
    steps of the grant now, ``after`` those of the grant then; empty where there is none.
    """

    effect: Effect
    principal: Principal
    right: str
    share: str
    folder: str
    files: int
    people: tuple[int, int]
    before: _Steps
    after: _Steps


@dataclass(frozen=True, slots=True)
class Prediction:
    """All consequences, by effect, person and place, and sentences on what is not known."""

    consequences: tuple[Consequence, ...]
    statement: tuple[str, ...]


@dataclass(slots=True)
class _Counted:
    files: int = 0
    holdings: Holdings = field(default_factory=Holdings)


def remove_member(connection: Connection, member: str, group: str) -> Prediction:
    """Return what follows if a group no longer names a member, by identifiers.

    Raises SettingsError where it names no such member.
    """
    kept = [
        each for each in directories(connection) if (group, member) in each.accounts.memberships
    ]
    if not kept:
        raise SettingsError(_no_member(connection, group))
    (found, *_) = kept
    accounts = without_member(found.accounts, group, member)
    return _predicted(connection, found, accounts, guards.as_they_are(connection, found.source))


def remove_ace(connection: Connection, trustee: str, at: Target) -> Prediction:
    """Return what follows if a folder or file no longer has ACEs of its own for a trustee.

    Raises SettingsError where it has none.
    """
    _refuse_sharepoint(connection, at.share_id)
    if not guards.has_ace(connection, at, trustee, inherited=False):
        if guards.has_ace(connection, at, trustee, inherited=True):
            raise SettingsError(
                f"{trustee} is named there by what is inherited: ask about the folder above that"
                " hands it down."
            )
        raise SettingsError(f"The permissions there have no entry that names {trustee}.")
    found = _kept(connection, guards.source_of(connection, at.share_id))
    units = guards.without_ace(connection, at, trustee)
    return _predicted(connection, found, found.accounts, units)


def _refuse_sharepoint(connection: Connection, share_id: int) -> None:
    """Raise SettingsError for content of SharePoint, whose permissions are no ACEs."""
    if guards.source_of(connection, share_id).partition(":")[0] == SHAREPOINT:
        raise SettingsError(_NOT_OFFERED)


def remove_share_ace(connection: Connection, trustee: str, share_id: int) -> Prediction:
    """Return what follows if a share's own permissions no longer name a trustee.

    Raises SettingsError where they name no such trustee, or are not known.
    """
    _refuse_sharepoint(connection, share_id)
    found = _kept(connection, guards.source_of(connection, share_id))
    units = tuple(guards.without_share_ace(connection, share_id, trustee))
    if not units:
        raise SettingsError(
            f"The permissions of the share itself have no entry that names {trustee}, or are not"
            " known."
        )
    return _predicted(connection, found, found.accounts, iter(units))


def _kept(connection: Connection, source: str) -> Kept:
    for each in directories(connection):
        if each.source == source:
            return each
    raise SettingsError(_NO_ACCOUNTS)


def _no_member(connection: Connection, group: str) -> str:
    for each in directories(connection):
        names = {one.identifier: one.name or one.identifier for one in each.accounts.principals}
        direct = sorted(names.get(one, one) for of, one in each.accounts.memberships if of == group)
        if direct:
            return f"It is no member of the group itself. Its members are {', '.join(direct[:10])}."
    return "Nobody is known to be a member of that group: scan again, or name another."


def _predicted(
    connection: Connection, kept: Kept, accounts: Accounts, units: Iterator[Unit]
) -> Prediction:
    known = directory(accounts)
    people = {each.identifier: each for each in accounts.principals}
    current = guards.answered_for(connection, kept.digest)
    rows: dict[_Row, _Counted] = {}
    statement: dict[str, None] = {}
    answers: dict[Guard, tuple[dict[tuple[str, str], _Steps], tuple[str, ...]] | None] = {}
    for unit in units:
        if unit.after not in answers:
            answers[unit.after] = _answer(unit.after, known)
        answer = answers[unit.after]
        if answer is None or unit.key not in current:
            statement[f"Who can reach some files in {unit.share}/{unit.folder} is not known."] = (
                None
            )
            continue
        statement |= dict.fromkeys(answer[1])
        for row in _differences(connection, unit, answer[0], people):
            counted = rows.setdefault(row, _Counted())
            counted.files += unit.held.files
            counted.holdings.add_sum(unit.held.holdings)
    return Prediction(tuple(_told(rows)), tuple(statement))


def _answer(
    guard: Guard, known: Directory
) -> tuple[dict[tuple[str, str], _Steps], tuple[str, ...]] | None:
    found = reach(guard.gate, guard.descriptor, known, share=guard.share)
    if not isinstance(found, Reach):
        return None
    grants = (*found.readers, *found.writers)
    return (
        {(each.principal.identifier, each.right.value): each.path for each in grants},
        found.statement,
    )


def _differences(
    connection: Connection,
    unit: Unit,
    then: dict[tuple[str, str], _Steps],
    people: dict[str, Principal],
) -> Iterator[_Row]:
    now = {
        who: tuple(json.loads(steps))
        for who, steps in guards.grants_now(connection, unit.key).items()
    }
    for who in sorted(now.keys() | then.keys()):
        before, after = now.get(who, ()), then.get(who, ())
        if before == after:
            continue
        effect = Effect.GAINS if not before else Effect.KEEPS if after else Effect.LOSES
        identifier, right = who
        yield _Row(effect, people[identifier], right, unit.share, unit.folder, before, after)


def _told(rows: dict[_Row, _Counted]) -> Iterator[Consequence]:
    order = list(Effect)
    for row in sorted(
        rows,
        key=lambda each: (
            *(order.index(each.effect), each.principal.name, each.principal.identifier),
            *each[2:],
        ),
    ):
        held = rows[row].holdings
        yield Consequence(
            *(row.effect, row.principal, row.right, row.share, row.folder, rows[row].files),
            (held.least, held.most),
            row.before,
            row.after,
        )
