"""Reach: people with the path of each grant, broad groups, and what is not known."""

from __future__ import annotations

import struct

import pytest

from connectors.base import Accounts, DescriptorKind, Principal, PrincipalKind, SecurityDescriptor
from scanner.access.answers import Broad, Grant, NotKnown, Reach, Right
from scanner.access.directory import Directory, directory
from scanner.access.gate import OPEN, below, encode
from scanner.access.reach import reach

_FINANCE, _HR, _STAFF, _SUDO, _NOBODYS = 2001, 2002, 2003, 27, 2999
_OPEN = encode(OPEN)


def _posix(
    mode: int, group: int = _FINANCE, flags: int = 0, acl: tuple[tuple[int, int, int], ...] = ()
) -> SecurityDescriptor:
    raw = struct.pack("<BBHII", 1, flags | (2 if acl else 0), mode, 1001, group)
    raw += b"".join(struct.pack("<HHI", *entry) for entry in acl)
    return SecurityDescriptor(DescriptorKind.POSIX, raw)


def _council() -> Directory:
    """Ann owns, Bob is in finance, Cat in hr and sudo, and twenty more are in staff only."""
    people = {1001: "ann", 1002: "bob", 1003: "cat"} | {n: f"clerk{n}" for n in range(1101, 1121)}
    groups = {_FINANCE: "finance", _HR: "hr", _STAFF: "staff", _SUDO: "sudo"}
    return directory(
        Accounts(
            "fileserver",
            (
                Principal("fileserver", "uid:0", PrincipalKind.SERVICE, "root"),
                Principal("fileserver", "uid:33", PrincipalKind.SERVICE, "www-data"),
                *(
                    Principal("fileserver", f"uid:{uid}", PrincipalKind.STAFF, name)
                    for uid, name in people.items()
                ),
                *(
                    Principal("fileserver", f"gid:{gid}", PrincipalKind.GROUP, name)
                    for gid, name in groups.items()
                ),
            ),
            (
                (f"gid:{_FINANCE}", "uid:1002"),
                (f"gid:{_HR}", "uid:1003"),
                (f"gid:{_SUDO}", "uid:1003"),
                *((f"gid:{_STAFF}", f"uid:{uid}") for uid in people),
            ),
            (f"gid:{_SUDO}",),
        )
    )


def _known(found: Reach | NotKnown) -> Reach:
    assert isinstance(found, Reach)
    return found


def _paths(grants: tuple[Grant, ...]) -> dict[str, tuple[str, ...]]:
    return {grant.principal.name: grant.path for grant in grants}


def test_reach_gives_each_person_with_the_path_of_the_grant() -> None:
    named = ((1, 6, 0), (2, 4, 1003), (4, 4, 0), (16, 4, 0), (32, 0, 0))
    found = _known(reach(_OPEN, _posix(0o640, acl=named), _council()))
    assert _paths(found.readers) == {
        "ann": ("owner of the file, who may read",),
        "bob": ("member of group finance, which may read",),
        "cat": ("person named on the file, who may read",),
    }
    assert _paths(found.writers) == {"ann": ("owner of the file, who may change",)}
    assert found.statement == ()


def test_reach_behind_a_closed_folder_is_for_those_it_lets_through() -> None:
    gate = encode(below(OPEN, _posix(0o750, flags=1)))
    found = _known(reach(gate, _posix(0o644, group=_HR), _council()))
    assert _paths(found.readers) == {
        "ann": (
            "owner of a folder on the way or named on it, who may pass a folder on the way",
            "owner of the file, who may read",
        ),
        "bob": (
            "member of group finance, which may pass a folder on the way",
            "anyone with an account on fileserver may read",
        ),
    }
    assert found.broad == ()


def test_reach_of_a_file_open_to_all_is_broad_and_keeps_services_apart() -> None:
    found = _known(reach(_OPEN, _posix(0o644), _council()))
    assert found.broad == (Broad("everyone with an account", Right.READ, 21),)
    assert len(found.readers) == 23
    assert _paths(found.services) == {
        "www-data": ("anyone with an account on fileserver may read",)
    }


@pytest.mark.parametrize(
    ("descriptor", "name"),
    [
        (_posix(0o044), "everyone with an account but ann"),  # the owner is asked first
        (_posix(0o604), "everyone with an account but bob"),  # then the group
        (_posix(0o604, group=_STAFF), "everyone with an account but 22 people"),
        (
            _posix(0o644, acl=((1, 6, 0), (2, 0, 1003), (4, 4, 0), (16, 7, 0), (32, 4, 0))),
            "everyone with an account but cat",
        ),
    ],
)
def test_everyone_is_not_everyone_where_somebody_is_shut_out(
    descriptor: SecurityDescriptor, name: str
) -> None:
    found = _known(reach(_OPEN, descriptor, _council()))
    (broad,) = (each for each in found.broad if each.right is Right.READ)
    assert broad.name == name


def test_what_everyone_can_change_is_broad_too() -> None:
    found = _known(reach(_OPEN, _posix(0o602), _council()))
    assert found.broad == (Broad("everyone with an account but bob", Right.WRITE, 21),)


@pytest.mark.parametrize(
    ("mode", "verb"),
    [
        (0o777, "may add to and delete from"),
        (0o1777, "may add to, and delete from only what is their own"),
    ],
)
def test_in_a_sticky_folder_only_ones_own_can_be_deleted(mode: int, verb: str) -> None:
    found = _known(reach(_OPEN, _posix(mode, flags=1), _council()))
    assert _paths(found.writers)["cat"] == (f"anyone with an account on fileserver {verb}",)
    assert _paths(found.writers)["ann"] == ("owner of the folder, who may add to and delete from",)


@pytest.mark.parametrize(
    ("group", "share", "broad"),
    [
        (_STAFF, 0.5, (Broad("group staff", Right.READ, 22),)),
        (_STAFF, 0.99, ()),
        (_HR, 0.01, ()),  # one person is a small group, whatever the share
    ],
)
def test_reach_by_a_group_is_broad_from_the_set_share_of_all_people(
    group: int, share: float, broad: tuple[Broad, ...]
) -> None:
    assert _known(reach(_OPEN, _posix(0o640, group=group), _council(), share)).broad == broad


def test_reach_names_administrators_apart_and_once() -> None:
    found = _known(reach(_OPEN, _posix(0o600), _council()))
    assert _paths(found.readers).keys() == {"ann"}
    assert _paths(found.administrators) == {
        "root": ("root, whom no permission holds back",),
        "cat": ("member of group sudo, which may by custom become root",),
    }


def test_reach_of_a_folder_changes_it_only_with_the_right_to_pass_too() -> None:
    found = _known(reach(_OPEN, _posix(0o720, flags=1), _council()))
    assert _paths(found.writers) == {
        "ann": ("owner of the folder, who may add to and delete from",)
    }
    assert _paths(found.readers) == {"ann": ("owner of the folder, who may list",)}


def test_reach_says_when_a_group_that_is_granted_access_is_not_known() -> None:
    found = _known(reach(_OPEN, _posix(0o640, group=_NOBODYS), _council()))
    assert found.statement == (
        "Group 2999 is granted access but is not known here: its members are not counted.",
    )


def test_reach_says_when_an_owner_has_no_account() -> None:
    nobody = directory(Accounts("fileserver", (), ()))
    found = _known(reach(_OPEN, _posix(0o600), nobody))
    assert found.statement == (
        "User 1001 is granted access but is not a known account: perhaps one removed.",
    )


@pytest.mark.parametrize(
    ("gate", "descriptor"),
    [
        (_OPEN, _posix(0o644, flags=4)),
        (encode(below(OPEN, _posix(0o755, flags=5))), _posix(0o644)),
    ],
)
def test_reach_of_an_unsupported_model_is_not_known_and_never_nobody(
    gate: bytes, descriptor: SecurityDescriptor
) -> None:
    found = reach(gate, descriptor, _council())
    assert isinstance(found, NotKnown)
    assert "not known" in found.statement[0]
    assert _paths(found.administrators).keys() == {"root", "cat"}
