"""Whose accounts these are, as the settings say: staff, members, suppliers, guests, services.

A directory tells people from machines and no more; a council knows in which groups or
organisational units its councillors and suppliers are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from connectors.base import Accounts, PrincipalKind
from scanner.access.directory import Directory, directory, in_set
from scanner.domain import Source
from scanner.settings.shape import NamedPeople


@dataclass(frozen=True, slots=True)
class OfKinds:
    """Where accounts are had, with the kinds that the settings give them."""

    source: Source
    people: tuple[NamedPeople, ...]
    unmet: Unmet

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return users and groups. Raises ShareUnreachable and DirectoryUnread."""
        return with_kinds(self.source.accounts(identifiers), self.people, self.unmet)


class Unmet:
    """The groups and units of the settings of which no accounts that were told know anything."""

    def __init__(self, people: Sequence[NamedPeople]) -> None:
        self._names = {name: None for each in people for name in (*each.groups, *each.units)}
        self._asked = False

    def meet(self, name: str) -> None:
        """Note that a group or unit of this name is known."""
        self._names.pop(name, None)

    def ask(self) -> None:
        """Note that accounts were told."""
        self._asked = True

    @property
    def names(self) -> tuple[str, ...]:
        """Those that were looked for in vain."""
        return tuple(self._names) if self._asked else ()

    @property
    def said(self) -> tuple[str, ...]:
        """The same in words, a line each."""
        unknown = "No group or organisational unit is called {} ([[people]] in the settings)"
        return tuple(unknown.format(name) for name in self.names)


def with_kinds(accounts: Accounts, people: Sequence[NamedPeople], unmet: Unmet) -> Accounts:
    """Return accounts with the kind of the first that names each; machines stay services.

    So is the account that scans, unless it is named.
    """
    unmet.ask()
    if not (people or accounts.asker):
        return accounts
    kinds: dict[str, PrincipalKind] = {}
    known = directory(accounts)
    units = {identifier: each.unit for identifier, each in accounts.details}
    for each in people:
        for name, identifiers in _named(each, known, units):
            unmet.meet(name)
            for identifier in identifiers:
                kinds.setdefault(identifier, each.kind)
    kinds.setdefault(accounts.asker, PrincipalKind.SERVICE)
    fixed = (PrincipalKind.GROUP, PrincipalKind.SERVICE)
    return replace(
        accounts,
        principals=tuple(
            each
            if each.kind in fixed
            else replace(each, kind=kinds.get(each.identifier, each.kind))
            for each in accounts.principals
        ),
    )


def _named(
    people: NamedPeople, known: Directory, units: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, list[str]]]:
    """Yield each group and unit that is known, with the identifiers of whom it names.

    Those in a group are also those in groups within it.
    """
    for wanted in people.groups:
        for identifier, name in known.group_names.items():
            if wanted.casefold() in _names(identifier, name):
                members = in_set(known.holders(identifier), known)
                yield wanted, [user.identifier for user in members]
    for wanted in people.units:
        parts = tuple(wanted.casefold().strip("/").split("/"))
        found = [
            identifier
            for identifier, unit in units.items()
            if _holds(tuple(each.casefold() for each in unit), parts)
        ]
        if found:
            yield wanted, found


def _names(identifier: str, name: str) -> set[str]:
    """Return what a group may be called: its SID, its name with a domain and without."""
    return {each.casefold() for each in (identifier, name, name.rpartition("\\")[2])}


def _holds(unit: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Return whether ``wanted`` stands somewhere in ``unit``, one part right after the other.

    >>> _holds(("council", "housing", "staff"), ("housing", "staff"))
    True
    """
    size = len(wanted)
    return any(unit[at : at + size] == wanted for at in range(len(unit) - size + 1))
