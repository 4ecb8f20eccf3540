"""Reach by NT permissions: people, services, administrators and disabled accounts, with paths."""

from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.base import DescriptorKind, Principal, PrincipalKind, SecurityDescriptor
from scanner.access.answers import BROAD_SHARE, Grant, NotKnown, Reach
from scanner.access.directory import Directory
from scanner.access.nt.reach import nt_reach
from tests.scanner.access.nt.small_office import SIDS, office, raw

_OPEN_SHARE = "D:(A;;FA;;;WD)"
_BOB_OWNS = "O:{bob}G:{bob}"


def _asked(sddl: str, share: str = _OPEN_SHARE, known: Directory | None = None) -> Reach:
    at_share = SecurityDescriptor(DescriptorKind.NT, raw(share)) if share else None
    found = nt_reach(raw(sddl), at_share, known or office(), BROAD_SHARE)
    assert isinstance(found, Reach)
    return found


def _paths(grants: tuple[Grant, ...]) -> dict[str, tuple[str, ...]]:
    assert len({grant.principal for grant in grants}) == len(grants)
    return {grant.principal.name: grant.path for grant in grants}


def test_a_person_is_reached_by_share_then_file_then_group_in_group() -> None:
    found = _asked(_BOB_OWNS + "D:(A;;FR;;;{finance})")
    assert _paths(found.readers) == {
        "ann": (
            "anyone with an account on OFFICE may read through the share",
            "member of group payroll, which is in group finance, which may read",
        )
    }
    assert found.writers == ()
    assert found.statement == ()


@pytest.mark.parametrize(
    ("sddl", "step"),
    [
        ("D:(A;;FR;;;{ann})", "person named in the permissions, who may read"),
        ("D:(A;;FR;;;BU)(A;;FR;;;WD)", "anyone with an account on OFFICE may read"),
        ("D:NO_ACCESS_CONTROL", "anyone on OFFICE may read: no permissions are set at all"),
    ],
)
def test_a_step_says_by_what_a_person_has_it(sddl: str, step: str) -> None:
    assert _paths(_asked(_BOB_OWNS + sddl).readers)["ann"][-1] == step


def test_an_owner_has_what_owner_rights_say() -> None:
    found = _asked(_BOB_OWNS + "D:(A;;FW;;;OW)")
    assert _paths(found.writers)["bob"][-1] == (
        "owner, or member of the group that owns it, who may change"
    )


def test_a_share_that_is_for_few_leaves_few() -> None:
    found = _asked(_BOB_OWNS + "D:(A;;FA;;;WD)", "D:(A;;0x1200a9;;;{payroll})(A;;FA;;;{bob})")
    assert _paths(found.readers).keys() == {"ann", "bob"}
    assert _paths(found.writers).keys() == {"bob"}
    assert _paths(found.readers)["ann"][0] == (
        "member of group payroll, which may read through the share"
    )


def test_without_the_shares_permissions_the_answer_is_by_the_file_and_says_so() -> None:
    found = _asked(_BOB_OWNS + "D:(A;;FR;;;{ann})", share="")
    assert _paths(found.readers) == {"ann": ("person named in the permissions, who may read",)}
    assert "share itself are not known" in found.statement[0]


def test_damaged_permissions_of_the_share_are_not_known_ones() -> None:
    damaged = SecurityDescriptor(DescriptorKind.NT, b"\x01\x00")
    found = nt_reach(raw(_BOB_OWNS + "D:(A;;FR;;;WD)"), damaged, office(), BROAD_SHARE)
    assert isinstance(found, Reach)
    assert "share itself are not known" in found.statement[0]


def test_damaged_permissions_are_not_known_and_never_nobody() -> None:
    whole = raw(_BOB_OWNS + "D:(A;;FR;;;WD)")
    found = nt_reach(whole[:-3], None, _with_admins(), BROAD_SHARE)
    assert isinstance(found, NotKnown)
    assert "not known" in found.statement[0]
    assert _paths(found.administrators).keys() == {"dot", "ops"}


def test_disabled_accounts_and_services_are_shown_apart() -> None:
    gone = Principal("OFFICE", "S-1-5-21-10-20-30-2001", PrincipalKind.STAFF, "gone", enabled=False)
    backup = Principal("OFFICE", "S-1-5-21-10-20-30-2002", PrincipalKind.SERVICE, "svc")
    known = office(gone, backup)
    found = _asked(_BOB_OWNS + "D:(A;;FR;;;WD)", known=known)
    assert _paths(found.readers).keys() == {"ann", "bob"}
    assert _paths(found.disabled).keys() == {"gone"}
    assert _paths(found.services).keys() == {"svc"}
    assert [each.people for each in found.broad] == [2]


@pytest.mark.parametrize(
    "kind", [PrincipalKind.MEMBER, PrincipalKind.SUPPLIER, PrincipalKind.GUEST]
)
def test_members_suppliers_and_guests_are_people(kind: PrincipalKind) -> None:
    known = office(Principal("OFFICE", "S-1-5-21-10-20-30-2003", kind, "eve"))
    assert "eve" in _paths(_asked(_BOB_OWNS + "D:(A;;FR;;;AU)", known=known).readers)


def test_a_guest_account_is_said_to_count_only_where_the_server_lets_guests_in() -> None:
    nobody = Principal("OFFICE", "S-1-5-21-10-20-30-501", PrincipalKind.GUEST, "nobody")
    said = "nobody is a guest account and stands for whoever has none: it counts only where"
    known = office(nobody)
    found = _asked(_BOB_OWNS + "D:(A;;FR;;;WD)", known=known)
    assert "nobody" in _paths(found.readers)
    assert [each for each in found.statement if each.startswith(said)]
    found = _asked(_BOB_OWNS + "D:(A;;FR;;;AU)", known=known)
    assert not [each for each in found.statement if each.startswith(said)], "it may not read"
    disabled = office(replace(nobody, enabled=False))
    found = _asked(_BOB_OWNS + "D:(A;;FR;;;WD)", known=disabled)
    assert not [each for each in found.statement if each.startswith(said)]


def _with_admins() -> Directory:
    dot, ops = "S-1-5-21-10-20-30-2004", "S-1-5-21-10-20-30-2005"
    return office(
        Principal("OFFICE", dot, PrincipalKind.STAFF, "dot"),
        Principal("OFFICE", ops, PrincipalKind.STAFF, "ops"),
        memberships=(("S-1-5-32-544", dot), ("S-1-5-32-551", dot), ("S-1-5-32-551", ops)),
    )


def test_the_privileged_are_administrators_whatever_the_permissions_say() -> None:
    found = _asked(_BOB_OWNS + "D:(D;;FA;;;WD)", known=_with_admins())
    assert _paths(found.administrators) == {
        "dot": ("member of group Administrators, which can give itself any access",),
        "ops": (
            "member of group Backup Operators, which may read everything in order to back it up",
        ),
        "bob": ("owner, or member of the group that owns it, who may change who has access",),
    }
    assert found.readers == ()


@pytest.mark.parametrize(
    ("sddl", "share", "names"),
    [
        ("D:(A;;WO;;;{ann})(A;;FR;;;{bob})", _OPEN_SHARE, {"ann"}),  # takes ownership
        ("D:(A;;WD;;;{ann})(A;;FR;;;{bob})", _OPEN_SHARE, {"ann"}),
        ("D:(A;;WD;;;{ann})(A;;FR;;;{bob})", "D:(A;;0x1301bf;;;WD)", set()),  # not by this share
        ("D:(A;;FA;;;{ann})(A;;FR;;;{bob})", _OPEN_SHARE, set()),  # readers already
    ],
)
def test_who_may_give_themselves_access_stands_with_the_administrators(
    sddl: str, share: str, names: set[str]
) -> None:
    assert _paths(_asked(_BOB_OWNS + sddl, share).administrators).keys() == names


def test_a_removed_account_counts_nobody_and_is_said() -> None:
    found = _asked(_BOB_OWNS + f"D:(A;;FR;;;{SIDS['bob']}9)")
    assert found.readers == ()
    assert f"{SIDS['bob']}9 is granted access but is not known here" in found.statement[0]
