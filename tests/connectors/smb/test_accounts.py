"""What a real server tells of its accounts, and what it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from connectors.base import Accounts, Principal, PrincipalKind
from connectors.smb.address import SmbAddress
from connectors.smb.link import Credentials
from connectors.smb.share import SmbShare
from tests.servers.lent import lent_samba
from tests.servers.samba import ADMIN, PASSWORD, Samba, World

_ADMINISTRATORS = "S-1-5-32-544"
_ORPHAN = "S-1-5-21-1-2-3-1104"
_WORLD = World(
    users=("ann", "bob", "gone"),
    groups={"payroll": ("ann",)},
    aliases={"finance": ("payroll", "bob")},
    disabled=("gone",),
    builtin={"heads": (_ADMINISTRATORS, ("finance",))},
)


@pytest.fixture(scope="module")
def samba() -> Iterator[Samba]:
    with lent_samba(_WORLD) as server:
        yield server


@pytest.fixture(scope="module")
def told(samba: Samba) -> Accounts:
    address = SmbAddress("127.0.0.1", samba.port, "docs")
    seen = (samba.sids["ann"], _ORPHAN, "gid:65534", "uid:730001", "S-1-1-0", "S-1-5-32-545")
    with closing(SmbShare(address, Credentials("ann", PASSWORD), 5)) as share:
        return share.accounts(seen)


def _by_name(told: Accounts) -> dict[str, Principal]:
    return {each.name: each for each in told.principals}


def test_users_are_told_with_whether_they_may_log_on(samba: Samba, told: Accounts) -> None:
    found = _by_name(told)
    for name in (ADMIN, *_WORLD.users):
        expected = Principal(
            samba.domain, samba.sids[name], PrincipalKind.UNKNOWN, name, name != "gone"
        )
        assert found[name] == expected
    assert told.authority == f"127.0.0.1:{samba.port}"
    assert told.complete
    assert told.asker == samba.sids["ann"]
    assert told.whole == (samba.domain,)


def test_groups_in_local_groups_and_in_the_builtin_ones_are_told(
    samba: Samba, told: Accounts
) -> None:
    sids = samba.sids
    assert set(told.memberships) == {
        (sids["payroll"], sids["ann"]),
        (sids["finance"], sids["payroll"]),
        (sids["finance"], sids["bob"]),
        (_ADMINISTRATORS, sids["finance"]),
    }
    groups = {each.identifier for each in told.principals if each.kind is PrincipalKind.GROUP}
    assert groups == {sids["payroll"], sids["finance"], _ADMINISTRATORS, "gid:65534"}


def test_who_is_in_a_group_of_another_authority_is_not_told(told: Accounts) -> None:
    assert _by_name(told)[r"Unix Group\nogroup"].identifier == "gid:65534"
    assert told.untold == ("gid:65534",)


def test_a_removed_account_and_what_everyone_holds_are_no_principals(told: Accounts) -> None:
    known = {each.identifier for each in told.principals}
    assert known.isdisjoint({_ORPHAN, "S-1-1-0", "S-1-5-32-545", "uid:730001"})
