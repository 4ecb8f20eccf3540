r"""Whom a name on the command line means: an account by its name, number, SID or DOMAIN\name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import Connection

from connectors.base import PrincipalKind
from scanner.access.nt.sids import ADMINISTRATORS, OF_ALL, USERS, name_of
from scanner.catalogue.queries.spans import Moment, moments
from scanner.errors import SettingsError

_MOST_NAMED = 5
_NUMBERED = "uid:"


@dataclass(frozen=True, slots=True)
class Account:
    """A user, as stored."""

    id: int
    authority: str
    identifier: str
    kind: str
    name: str
    department: str = ""
    manager: str = ""
    last_logon: str = ""
    unit: str = ""
    removed: Moment | None = None  # when the scan or refresh ended that found it gone

    @property
    def shown(self) -> str:
        """Return who it is in words that name nobody else.

        >>> Account(1, "files01", "uid:1100", "staff", "ann").shown
        'ann (uid:1100)'
        """
        return f"{self.name} ({self.identifier})" if self.name else self.identifier

    @property
    def described(self) -> str:
        """Return what the directory tells of it, in words.

        >>> Account(1, "", "S-1", "staff", "ann", "Rents", "bob", "2026-10-01").described
        'Rents, manager bob, last logon about 2026-10-01'
        """
        manager = f"manager {self.manager}" if self.manager else ""
        logon = f"last logon about {self.last_logon}" if self.last_logon else ""
        return ", ".join(filter(None, (self.department or self.unit, manager, logon)))


def principal_named(connection: Connection, asked: str) -> tuple[Account, ...]:
    r"""Return the user or group that ``asked`` means, once for each authority that has it.

    Several servers have Administrators of their own, under one identifier: SERVER\NAME means one.
    Raises SettingsError, with the nearest ones, where it means several or none.
    """
    everybody = _everybody(connection)
    meant = _meant(everybody, asked)
    if len({each.identifier for each in meant}) == 1:
        return tuple(meant)
    if meant:
        raise SettingsError(f"{asked} may be {_listed(meant)}: name one by what is in brackets.")
    raise SettingsError(_unknown(everybody, asked))


def trustee_named(connection: Connection, asked: str) -> str:
    """Return the identifier of a user or group, or of one that everybody knows, such as Everyone.

    Raises SettingsError as ``principal_named``.
    """
    known = {(name_of(each) or each).casefold(): each for each in (*OF_ALL, USERS, ADMINISTRATORS)}
    if asked.casefold() in known or asked.upper().startswith("S-1-"):
        return known.get(asked.casefold(), asked.upper())
    return principal_named(connection, asked)[0].identifier


def account_named(connection: Connection, asked: str) -> Account:
    """Return the one account that ``asked`` means.

    Raises SettingsError, with the nearest ones, where it means several, none or a group.
    """
    everybody = _everybody(connection)
    meant = _meant(everybody, asked)
    users = [each for each in meant if each.kind != PrincipalKind.GROUP]
    if len(users) == 1:
        return users[0]
    if users:
        raise SettingsError(f"{asked} may be {_listed(users)}: name one by what is in brackets.")
    if meant:
        members = _members(connection, meant[0])
        told = f"one of its members, such as {_listed(members)}" if members else "a person"
        raise SettingsError(f"{asked} is a group: name {told}.")
    raise SettingsError(_unknown(everybody, asked))


def _everybody(connection: Connection) -> list[Account]:
    rows = connection.exec_driver_sql(
        "SELECT id, authority, identifier, kind, name, department, manager, last_logon, unit,"
        " removed FROM principal ORDER BY name, identifier"
    ).all()
    ended = moments(connection).ended
    name_of_one = {row.identifier: row.name for row in rows}
    everybody = [
        Account(
            *(row.id, row.authority, row.identifier, row.kind, row.name, row.department),
            *(name_of_one.get(row.manager, row.manager), row.last_logon, row.unit),
            ended.get(row.removed),
        )
        for row in rows
    ]
    if not everybody:
        raise SettingsError("No account is known yet: run 'stocktake scan PATH' first.")
    return everybody


def _unknown(everybody: list[Account], asked: str) -> str:
    near = _nearest(everybody, asked)
    told = f"the nearest are {_listed(near)}" if near else "none has a name like it"
    return f"No account {asked} is known from any scan: {told}."


def _meant(everybody: list[Account], asked: str) -> list[Account]:
    """Return whom it means by the first way of naming that means anybody."""
    wanted = asked.casefold()
    for names in (_identifiers, _names):
        found = [each for each in everybody if wanted in names(each)]
        if found:
            return found
    return []


def _identifiers(account: Account) -> tuple[str, ...]:
    identifier = account.identifier.casefold()
    return (identifier, identifier.removeprefix(_NUMBERED))


def _names(account: Account) -> tuple[str, ...]:
    name = account.name.casefold()
    return (name, rf"{account.authority.casefold()}\{name}", _without_domain(name))


def _without_domain(name: str) -> str:
    return name.casefold().rpartition("\\")[2]


def _nearest(everybody: list[Account], asked: str) -> list[Account]:
    """Return the users whose names hold what was asked for, or else are spelt like it."""
    wanted = _without_domain(asked)
    by_name: dict[str, list[Account]] = {}
    for each in everybody:
        if each.kind != PrincipalKind.GROUP and each.name:
            by_name.setdefault(_without_domain(each.name), []).append(each)
    within = [name for name in by_name if wanted and wanted in name]
    names = within or get_close_matches(wanted, by_name, n=_MOST_NAMED)
    return [each for name in names for each in by_name[name]]


def _members(connection: Connection, group: Account) -> list[Account]:
    rows = connection.exec_driver_sql(
        "SELECT p.id, p.authority, p.identifier, p.kind, p.name FROM membership m"
        " JOIN principal p ON p.id = m.member_id WHERE m.group_id = ? AND m.until IS NULL"
        " AND p.kind <> ? ORDER BY p.name, p.identifier LIMIT ?",
        (group.id, PrincipalKind.GROUP.value, _MOST_NAMED),
    )
    return [Account(*row) for row in rows]


def _listed(accounts: Iterable[Account]) -> str:
    """Return the first few in words."""
    words = [each.shown for each in accounts]
    more = len(words) - _MOST_NAMED
    return ", ".join(words[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
