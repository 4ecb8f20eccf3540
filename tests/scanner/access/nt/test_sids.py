"""SIDs that mean the same everywhere."""

from __future__ import annotations

import pytest

from scanner.access.nt.sids import identifier, is_broad, is_guest, name_of, never_people


@pytest.mark.parametrize(
    ("sid", "name"),
    [
        ("S-1-1-0", "Everyone"),
        ("S-1-5-32-545", "Users"),
        ("S-1-5-21-1-2-3-512", "Domain Admins"),
        ("S-1-5-21-1-2-3-1512", ""),
        ("S-1-5-99", ""),
    ],
)
def test_names(sid: str, name: str) -> None:
    assert name_of(sid) == name


@pytest.mark.parametrize(
    ("sid", "broad"),
    [
        ("S-1-5-11", True),
        ("S-1-5-21-1-2-3-513", True),
        ("S-1-5-21-1-2-3-514", True),
        ("S-1-5-32-546", True),
        ("S-1-5-32-544", False),
        ("S-1-5-21-1-2-3-1513", False),
    ],
)
def test_broad(sid: str, broad: bool) -> None:
    assert is_broad(sid) is broad


def test_only_a_domains_501_is_the_guest_account() -> None:
    assert is_guest("S-1-5-21-1-2-3-501")
    assert not is_guest("S-1-5-21-1-2-3-1501")
    assert not is_guest("S-1-5-32-501")


def test_services_and_apps_are_never_people_and_groups_of_a_domain_may_be() -> None:
    assert never_people("S-1-5-80-1-2-3-4-5")
    assert never_people("S-1-15-2-1")
    assert not never_people("S-1-5-21-80-1-2-3")


def test_unix_sids_stand_for_unix_users_and_groups() -> None:
    assert identifier("S-1-22-1-1000") == "uid:1000"
    assert identifier("S-1-22-2-100") == "gid:100"
