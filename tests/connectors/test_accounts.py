"""The machine's accounts: kinds, and memberships as id(1) names them."""

from __future__ import annotations

import grp
import pwd
import subprocess

import pytest

from connectors.accounts import accounts_of, kind_of, read_accounts
from connectors.base import Principal, PrincipalKind


def _user(name: str, uid: int, gid: int, shell: str = "/bin/bash") -> pwd.struct_passwd:
    return pwd.struct_passwd((name, "x", uid, gid, "", f"/home/{name}", shell))


def _group(name: str, gid: int, *members: str) -> grp.struct_group:
    return grp.struct_group((name, "x", gid, list(members)))


@pytest.mark.parametrize(
    ("uid", "shell", "kind"),
    [
        (0, "/bin/bash", PrincipalKind.SERVICE),
        (33, "/usr/sbin/nologin", PrincipalKind.SERVICE),
        (999, "/bin/bash", PrincipalKind.SERVICE),
        (1000, "/bin/bash", PrincipalKind.STAFF),
        (1000, "", PrincipalKind.STAFF),  # passwd(5): empty is /bin/sh
        (1001, "/usr/sbin/nologin", PrincipalKind.UNKNOWN),  # a person who comes by SMB only?
        (1002, "/bin/false", PrincipalKind.UNKNOWN),
        (65534, "/bin/sh", PrincipalKind.SERVICE),
        (200_001, "/bin/bash", PrincipalKind.STAFF),  # of a domain
    ],
)
def test_kind_of_an_account_is_by_number_and_shell(
    uid: int, shell: str, kind: PrincipalKind
) -> None:
    assert kind_of(_user("someone", uid, 100, shell)) is kind


def test_accounts_of_counts_the_primary_group_as_a_membership() -> None:
    accounts = accounts_of(
        "host",
        [_user("ann", 1001, 2001), _user("bob", 1002, 2009)],
        [_group("finance", 2001, "bob", "gone"), _group("sudo", 27, "ann")],
    )
    assert accounts.memberships == (
        ("gid:27", "uid:1001"),
        ("gid:2001", "uid:1001"),
        ("gid:2001", "uid:1002"),
        ("gid:2009", "uid:1002"),
    )
    assert accounts.administrator_groups == ("gid:27",)
    assert Principal("host", "gid:2009", PrincipalKind.GROUP, "") in accounts.principals


def test_read_accounts_gives_each_user_the_groups_that_id_names() -> None:
    accounts = read_accounts()
    users = [p for p in accounts.principals if p.identifier.startswith("uid:")]
    assert "uid:0" in {user.identifier for user in users}
    for user in users:
        said = subprocess.run(["id", "-G", user.name], capture_output=True, text=True, check=True)
        ours = {group for group, member in accounts.memberships if member == user.identifier}
        assert ours == {f"gid:{gid}" for gid in said.stdout.split()}, user.name


def test_read_accounts_passes_over_numbers_nobody_knows() -> None:
    assert read_accounts(["uid:3999999999", "gid:3999999999", "S-1-1-0"]) == read_accounts()
