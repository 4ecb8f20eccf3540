from __future__ import annotations

import os
import struct

import pytest

from connectors.base import Accounts, DescriptorKind, SecurityDescriptor
from connectors.posix_descriptor import NoAcl, encode
from scanner.access.changed import inherits, names, without_member, without_trustee
from scanner.access.nt.descriptor import NoDacl, decode
from tests.scanner.access.nt.small_office import SIDS, raw

_ANN, _PAYROLL = SIDS["ann"], SIDS["payroll"]


def _nt(sddl: str) -> SecurityDescriptor:
    return SecurityDescriptor(DescriptorKind.NT, raw(sddl))


def _aces(descriptor: SecurityDescriptor) -> list[tuple[str, bool]]:
    dacl = decode(descriptor.raw).dacl
    assert not isinstance(dacl, NoDacl)
    return [(ace.sid, ace.inherited) for ace in dacl]


def _posix(*entries: tuple[int, int, int], mode: int = 0o640) -> SecurityDescriptor:
    status = os.stat_result((mode, 0, 0, 0, 1000, 100, 0, 0, 0, 0))
    acl = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *each) for each in entries)
    return encode(status, acl if entries else NoAcl())


@pytest.mark.parametrize(("inherited", "left"), [(False, [1, 2, 3]), (True, [0, 1, 3])])
def test_only_the_trustee_s_own_aces_go_or_only_those_from_above(
    inherited: bool,
    left: list[int],
) -> None:
    descriptor = _nt("O:{bob}D:(D;;FR;;;{ann})(A;;FA;;;{payroll})(A;ID;FA;;;{ann})(A;ID;FR;;;WD)")
    before = _aces(descriptor)
    assert before[0][0] == before[2][0] == _ANN
    after = without_trustee(descriptor, _ANN, inherited=inherited)
    assert _aces(after) == [before[each] for each in left]
    assert decode(after.raw).owner == SIDS["bob"]


def test_who_is_not_named_changes_nothing_and_the_last_ace_leaves_an_empty_list() -> None:
    descriptor = _nt("D:(A;;FR;;;{ann})")
    assert without_trustee(descriptor, _PAYROLL, inherited=False) is descriptor
    assert _aces(without_trustee(descriptor, _ANN, inherited=False)) == []
    damaged = SecurityDescriptor(DescriptorKind.NT, b"\x01")
    assert not names(damaged, _ANN, inherited=False)
    assert not inherits(damaged)


def test_what_is_protected_inherits_nothing() -> None:
    assert inherits(_nt("D:(A;;FR;;;{ann})"))
    revision, control, *_ = struct.unpack_from("<HH", raw("D:(A;;FR;;;{ann})"))
    protected = struct.pack("<HH", revision, control | 0x1000) + raw("D:(A;;FR;;;{ann})")[4:]
    assert not inherits(SecurityDescriptor(DescriptorKind.NT, protected))
    assert not inherits(_posix())


def test_without_a_posix_entry_the_mask_is_what_the_others_grant_as_setfacl_leaves_it() -> None:
    none = 0xFFFFFFFF
    entries = (
        (1, 6, none),
        (2, 7, 1001),
        (4, 4, none),
        (8, 6, 200),
        (0x10, 4, none),
        (0x20, 0, none),
    )
    after = without_trustee(_posix(*entries, mode=0o640), "uid:1001", inherited=False)
    wanted = ((1, 6, none), (4, 4, none), (8, 6, 200), (0x10, 6, none), (0x20, 0, none))
    assert after == _posix(*wanted, mode=0o660)
    assert not names(after, "uid:1001", inherited=False)
    assert not names(_posix(), "uid:1000", inherited=False)  # the owner is no entry to take away


def test_a_group_no_longer_names_a_member_and_others_stay() -> None:
    accounts = Accounts("box", (), (("g", "a"), ("g", "b"), ("h", "a")))
    assert without_member(accounts, "g", "a").memberships == (("g", "b"), ("h", "a"))
