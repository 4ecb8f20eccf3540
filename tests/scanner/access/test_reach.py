"""Each kind of descriptor is answered by its own rules, or said not to be known."""

from __future__ import annotations

import struct

from connectors.base import DescriptorKind, SecurityDescriptor
from scanner.access.answers import NotKnown, Reach
from scanner.access.gate import OPEN, below, encode
from scanner.access.reach import reach
from tests.scanner.access.nt.small_office import office, raw

_OPEN = encode(OPEN)
_CLOSED_FOLDER = SecurityDescriptor(DescriptorKind.POSIX, struct.pack("<BBHII", 1, 1, 0, 0, 0))


def _nt(sddl: str) -> SecurityDescriptor:
    return SecurityDescriptor(DescriptorKind.NT, raw(sddl))


def test_nt_permissions_are_asked_with_the_shares() -> None:
    own, share = _nt("D:(A;;FR;;;WD)"), _nt("D:(A;;FR;;;{payroll})")
    found = reach(_OPEN, own, office(), share=share)
    assert isinstance(found, Reach)
    assert [grant.principal.name for grant in found.readers] == ["ann"]


def test_nt_permissions_do_not_ask_about_folders_on_the_way() -> None:
    gate = encode(below(OPEN, _CLOSED_FOLDER))
    found = reach(gate, _nt("D:(A;;FR;;;WD)"), office())
    assert isinstance(found, Reach)
    assert len(found.readers) == 2


def test_posix_permissions_do() -> None:
    gate = encode(below(OPEN, _CLOSED_FOLDER))
    anyone = SecurityDescriptor(DescriptorKind.POSIX, struct.pack("<BBHII", 1, 0, 0o666, 0, 0))
    found = reach(gate, anyone, office())
    assert isinstance(found, Reach)
    assert found.readers == ()


def test_sharepoint_permissions_that_are_damaged_are_not_known() -> None:
    for damaged in (b"", b"\x01\x00", b"[]", b'{"version": 2}', b'{"version": 1}'):
        found = reach(_OPEN, SecurityDescriptor(DescriptorKind.SHAREPOINT, damaged), office())
        assert isinstance(found, NotKnown)
        assert "damaged" in found.statement[0]
