"""Accounts as they are stored: what ended, and what is only not told."""

from __future__ import annotations

from dataclasses import replace

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.catalogue import access
from tests.scanner.catalogue.nights import Catalogue

_DOMAIN = "S-1-5-21-1-2-3"
_ANN = Principal(_DOMAIN, f"{_DOMAIN}-1104", PrincipalKind.UNKNOWN, r"LAB\ann")
_TEAM = Principal(_DOMAIN, f"{_DOMAIN}-1200", PrincipalKind.GROUP, r"LAB\team")
_OTHER = Principal(_DOMAIN, f"{_DOMAIN}-1201", PrincipalKind.GROUP, r"LAB\other")
_USERS = Principal("files01", "S-1-5-32-545", PrincipalKind.GROUP, "Users")
_ACCOUNTS = Accounts(
    "files01",
    (_ANN, _TEAM, _OTHER, _USERS),
    (
        (_TEAM.identifier, _ANN.identifier),
        (_OTHER.identifier, _ANN.identifier),
        (_USERS.identifier, _TEAM.identifier),
    ),
)


def _stored(catalogue: Catalogue, *nights: Accounts) -> set[tuple[str, str, int, int | None]]:
    """Store accounts night after night; return group, member, since and until of memberships."""
    with catalogue.writing() as writer:
        for number, accounts in enumerate(nights, start=1):
            access.store_accounts(writer, number, accounts)
        rows = writer.connection.exec_driver_sql(
            "SELECT g.name, m.name, s.since, s.until FROM membership s"
            " JOIN principal g ON g.id = s.group_id JOIN principal m ON m.id = s.member_id"
        )
        return {(row[0], row[1], row[2], row[3]) for row in rows}


def test_a_membership_that_is_gone_ends_and_what_stays_keeps_its_beginning(
    catalogue: Catalogue,
) -> None:
    without = replace(_ACCOUNTS, memberships=_ACCOUNTS.memberships[1:])
    assert _stored(catalogue, _ACCOUNTS, _ACCOUNTS, without) == {
        (r"LAB\team", r"LAB\ann", 1, 3),
        (r"LAB\other", r"LAB\ann", 1, None),
        ("Users", r"LAB\team", 1, None),
    }


def test_what_a_server_cannot_tell_of_a_domain_ends_nothing(catalogue: Catalogue) -> None:
    names_alone = Accounts("files02", (_TEAM,), (), untold=(_TEAM.identifier,))
    partly = replace(_ACCOUNTS, memberships=_ACCOUNTS.memberships[1:], untold=(_TEAM.identifier,))
    stored = _stored(catalogue, _ACCOUNTS, names_alone, partly)
    assert {(group, since, until) for group, _, since, until in stored} == {
        (r"LAB\team", 1, None),
        (r"LAB\other", 1, None),
        ("Users", 1, None),
    }


def test_a_group_that_is_told_by_its_members_alone_is_not_stored(catalogue: Catalogue) -> None:
    hidden = (f"{_DOMAIN}-513", _ANN.identifier)
    accounts = replace(_ACCOUNTS, memberships=(*_ACCOUNTS.memberships, hidden))
    assert len(_stored(catalogue, accounts)) == 3


def _removed(catalogue: Catalogue, *nights: Accounts) -> dict[str, int]:
    """Store accounts night after night; return who was found removed, and in which night."""
    with catalogue.writing() as writer:
        for number, accounts in enumerate(nights, start=1):
            access.store_accounts(writer, number, accounts)
            access.store_removed(writer, number, accounts)
        rows = writer.connection.exec_driver_sql(
            "SELECT name, removed FROM principal WHERE removed IS NOT NULL"
        )
        return {row[0]: row[1] for row in rows}


def test_who_is_told_no_more_is_removed_where_all_are_told(catalogue: Catalogue) -> None:
    domain = replace(_ACCOUNTS, whole=(_DOMAIN,))
    less = replace(domain, principals=(_TEAM,), memberships=())
    assert _removed(catalogue, domain, domain, less, less) == {r"LAB\ann": 3, r"LAB\other": 3}
    names_alone = replace(less, principals=(_ANN,), whole=())
    assert _removed(catalogue, domain, less, names_alone) == {r"LAB\other": 2}, (
        "she is back, whoever tells it"
    )


def test_what_is_not_told_whole_shows_nobody_removed(catalogue: Catalogue) -> None:
    assert _removed(catalogue, _ACCOUNTS, replace(_ACCOUNTS, principals=(), whole=())) == {}
