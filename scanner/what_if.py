"""What a change of groups or permissions would do: asked of changed copies, nothing is changed.

Who can reach each file now, as the catalogue has it (people, system accounts, administrators), is
held against the answer of ``scanner.access.reach`` about the same files with the change: the
function that a scan asks.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
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
from scanner.catalogue.queries.principals import Account
from scanner.errors import SettingsError
from scanner.shares import SHAREPOINT

_NOT_OFFERED = (
    "What follows without one permission is not worked out for content of SharePoint: ask"
    " 'stocktake who-can-reach' for its grants, or 'what-if remove-member' about a group's member."
)
_NO_ACCOUNTS = "It is not known whose accounts these are: scan again with this version first."
_Steps = tuple[str, ...]


class Effect(StrEnum):
    """What a change does to a right of one account. KEEPS: it is had by another grant then."""

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


def remove_member(connection: Connection, member: str, groups: Sequence[Account]) -> Prediction:
    """Return what follows if a group no longer names a member, by its identifier.

    ``groups`` is the group as each authority has it: all servers are asked whose accounts hold
    one. Raises SettingsError where none names such a member.
    """
    group = groups[0].identifier
    authorities = {each.authority for each in groups}
    kept = [
        each
        for each in directories(connection)
        if (group, member) in each.accounts.memberships and _has(each, group, authorities)
    ]
    if not kept:
        raise SettingsError(_no_member(connection, group))
    found = _Predicted(connection)
    for each in kept:
        accounts = without_member(each.accounts, group, member)
        found.add(each, accounts, guards.as_they_are(connection, each.source))
    return found.told()


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
    predicted = _Predicted(connection)
    predicted.add(found, found.accounts, guards.without_ace(connection, at, trustee))
    return predicted.told()


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
    predicted = _Predicted(connection)
    predicted.add(found, found.accounts, units)
    return predicted.told()


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


def _has(kept: Kept, group: str, authorities: Container[str]) -> bool:
    """Return whether a source's group, where it tells of it, is that of an authority meant."""
    here = [each.authority for each in kept.accounts.principals if each.identifier == group]
    return not here or any(each in authorities for each in here)


@dataclass(slots=True)
class _Predicted:
    """What follows, put together from the files of one or several sources."""

    connection: Connection
    rows: dict[_Row, _Counted] = field(default_factory=dict)
    statement: dict[str, None] = field(default_factory=dict)

    def add(self, kept: Kept, accounts: Accounts, units: Iterable[Unit]) -> None:
        """Hold files of a source, guarded and with accounts as they would be, against today."""
        known = directory(accounts)
        people = {each.identifier: each for each in accounts.principals}
        current = guards.answered_for(self.connection, kept.digest)
        answers: dict[Guard, tuple[dict[tuple[str, str], _Steps], tuple[str, ...]] | None] = {}
        for unit in units:
            if unit.after not in answers:
                answers[unit.after] = _answer(unit.after, known)
            answer = answers[unit.after]
            if answer is None or unit.key not in current:
                unknown = f"Who can reach some files in {unit.share}/{unit.folder} is not known."
                self.statement[unknown] = None
                continue
            self.statement |= dict.fromkeys(answer[1])
            for row in _differences(self.connection, unit, answer[0], people):
                counted = self.rows.setdefault(row, _Counted())
                counted.files += unit.held.files
                counted.holdings.add_sum(unit.held.holdings)

    def told(self) -> Prediction:
        """Return all that follows."""
        return Prediction(tuple(_told(self.rows)), tuple(self.statement))


def _answer(
    guard: Guard, known: Directory
) -> tuple[dict[tuple[str, str], _Steps], tuple[str, ...]] | None:
    found = reach(guard.gate, guard.descriptor, known, share=guard.share)
    if not isinstance(found, Reach):
        return None
    grants = (*found.readers, *found.writers, *found.services)
    then = {(each.principal.identifier, each.right.value): each.path for each in grants}
    for each in sorted(found.administrators, key=lambda each: each.path):
        then.setdefault((each.principal.identifier, guards.ADMINISTER), each.path)
    return then, found.statement


def _differences(
    connection: Connection,
    unit: Unit,
    then: dict[tuple[str, str], _Steps],
    people: dict[str, Principal],
) -> Iterator[_Row]:
    now = guards.grants_now(connection, unit.key)
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
