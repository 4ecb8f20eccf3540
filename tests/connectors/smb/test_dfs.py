"""Links of a real namespace, and referrals that were damaged on the way."""

from __future__ import annotations

import os
import struct
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import ShareUnreachable
from connectors.smb.address import SmbAddress
from connectors.smb.dfs import targets_in
from connectors.smb.replies import BadReply
from connectors.smb.share import SmbShare
from tests.connectors.smb.ground import USER, WHO
from tests.servers.lent import lent_samba
from tests.servers.samba import World

_SPACE = World(users=(USER,), shares={"space": None}, settings={"space": ("msdfs root = yes",)})


def _referral(*names: str, version: int = 4, flags: int = 0) -> bytes:
    """Return a referral as [MS-DFSC] lays it out, its names behind all entries."""
    head = 8 if version == 1 else 34
    entries, texts = b"", b""
    for place, name in enumerate(names):
        text = (name + "\0").encode("utf-16-le")
        address = head * (len(names) - place) + len(texts)
        if version == 1:
            entries += struct.pack("<HHHH", 1, head + len(text), 0, 0) + text
            continue
        gap = {2: 8, 3: 4, 4: 4}[version]
        entry = struct.pack("<HHHH", version, head, 0, flags) + bytes(gap)
        entries += (entry + struct.pack("<HHH", 0, 0, address)).ljust(head, b"\0")
        texts += text
    return struct.pack("<HHI", 4, len(names), 0) + entries + texts


def test_links_are_listed_with_what_they_lead_to() -> None:
    with lent_samba(_SPACE) as samba:
        (samba.folder / "plain").mkdir(mode=0o777)
        (samba.folder / "plain" / "a.txt").write_text("x")
        os.symlink(r"msdfs:127.0.0.1\docs", samba.folder / "Docs")
        os.symlink(r"msdfs:other.example\fin\sub,127.0.0.2\fin", samba.folder / "plain" / "Fin")
        address = SmbAddress("127.0.0.1", samba.port, "space")
        with closing(SmbShare(address, WHO, 5)) as share:
            found = {each.folder: each for each in share.walk()}
        behind = SmbAddress("127.0.0.1", samba.port, "space", ("plain", "Fin", "2026"))
        with (
            closing(SmbShare(behind, WHO, 5)) as share,
            pytest.raises(ShareUnreachable, match=r"link.*to \\\\other.example\\fin\\sub: scan"),
        ):
            share.identity()
    assert found[()].links == (("Docs", (r"\\127.0.0.1\docs",)),)
    assert found["plain",].links == (("Fin", (r"\\other.example\fin\sub", r"\\127.0.0.2\fin")),)
    assert set(found) == {(), ("plain",)}
    assert not found[()].excluded
    assert not found[()].gaps


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_each_version_of_a_referral_is_read(version: int) -> None:
    referral = _referral(r"\files02\rents", r"\files03\rents\a", r"\files02\rents", version=version)
    assert targets_in(referral) == (r"\\files02\rents", r"\\files03\rents\a")


def test_a_list_of_controllers_leads_to_no_share() -> None:
    assert targets_in(_referral(r"\council.example", version=3, flags=2)) == ()


def test_a_referral_that_is_cut_short_or_turns_round_is_refused() -> None:
    whole = _referral(r"\files02\rents")
    for length in range(len(whole)):
        with pytest.raises(BadReply):
            targets_in(whole[:length])
    with pytest.raises(BadReply, match="lengths lie"):
        targets_in(struct.pack("<HHIHHHH", 4, 9, 0, 7, 0, 0, 0))


@given(st.binary(max_size=200))
def test_whatever_comes_is_a_referral_or_refused(referral: bytes) -> None:
    try:
        found = targets_in(referral)
    except BadReply:
        return
    assert all(each.startswith("\\\\") for each in found)
