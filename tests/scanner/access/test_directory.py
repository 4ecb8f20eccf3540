"""The directory snapshot as sets of users."""

from __future__ import annotations

import pytest

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.access.directory import UserSet, directory, in_set, union

_USERS = (
    Principal("host", "uid:0", PrincipalKind.SERVICE, "root"),
    Principal("host", "uid:33", PrincipalKind.SERVICE, "www-data"),
    Principal("host", "uid:1001", PrincipalKind.STAFF, "ann"),
    Principal("host", "uid:1002", PrincipalKind.UNKNOWN, "bob"),
)
_GROUP = Principal("host", "gid:2001", PrincipalKind.GROUP, "finance")
_KNOWN = directory(
    Accounts("host", (*_USERS, _GROUP), (("gid:2001", "uid:1002"), ("gid:2001", "uid:9999")))
)


def _names(users: int) -> list[str]:
    return [user.name for user in in_set(UserSet(users), _KNOWN)]


def test_people_are_staff_and_unknown_accounts() -> None:
    assert _names(_KNOWN.people) == ["ann", "bob"]


def test_the_superuser_is_in_no_set_that_permissions_are_asked_for() -> None:
    assert _names(_KNOWN.everyone) == ["www-data", "ann", "bob"]
    assert _names(_KNOWN.services) == ["www-data"]


def test_members_without_an_account_are_left_out() -> None:
    assert _names(_KNOWN.members[2001]) == ["bob"]


def test_union_of_sets_holds_all_their_users() -> None:
    assert _names(union((_KNOWN.services, _KNOWN.members[2001]))) == ["www-data", "bob"]


def test_an_identifier_of_another_kind_raises() -> None:
    stranger = Principal("domain", "S-1-5-18", PrincipalKind.SERVICE, "SYSTEM")
    with pytest.raises(ValueError, match="POSIX"):
        directory(Accounts("domain", (stranger,), ()))
