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

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return users and groups. Raises ShareUnreachable and DirectoryUnread."""
        return with_kinds(self.source.accounts(identifiers), self.people)


def with_kinds(accounts: Accounts, people: Sequence[NamedPeople]) -> Accounts:
    """Return accounts with the kind of the first that names each; machines stay services."""
    if not people:
        return accounts
    kinds: dict[str, PrincipalKind] = {}
    known = directory(accounts)
    units = {identifier: each.unit for identifier, each in accounts.details}
    for each in people:
        for identifier in _named(each, known, units):
            kinds.setdefault(identifier, each.kind)
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
) -> Iterator[str]:
    """Yield the identifiers of those in the groups, within others too, or in the units."""
    groups = {each.casefold() for each in people.groups}
    for identifier, name in known.group_names.items():
        names = {identifier.casefold(), name.casefold(), name.rpartition("\\")[2].casefold()}
        if groups & names:
            for user in in_set(known.holders(identifier), known):
                yield user.identifier
    wanted = [tuple(each.casefold().strip("/").split("/")) for each in people.units]
    for identifier, unit in units.items():
        parts = tuple(each.casefold() for each in unit)
        if any(_holds(parts, each) for each in wanted):
            yield identifier


def _holds(unit: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Return whether ``wanted`` stands somewhere in ``unit``, one part right after the other.

    >>> _holds(("council", "housing", "staff"), ("housing", "staff"))
    True
    """
    size = len(wanted)
    return any(unit[at : at + size] == wanted for at in range(len(unit) - size + 1))
