"""SMB shares: the contract over a real smbd, and what only a server does."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from connectors.base import Cause, Connector, DescriptorKind, Exclusion, Ref, ShareUnreachable
from connectors.smb.address import SmbAddress
from connectors.smb.link import Credentials
from connectors.smb.share import SmbShare
from tests.connectors.contract import ConnectorContract, Ground, listings, read, unreadable
from tests.connectors.smb.ground import USER, SmbGround
from tests.servers.samba import PASSWORD


class TestSmb(ConnectorContract):
    asks_ahead = True

    @pytest.fixture
    def ground(self, share: SmbGround) -> Ground:
        return share


def test_a_share_is_a_connector_with_nt_descriptors(share: SmbGround) -> None:
    share.write(Ref((), "a.txt"), b"content")
    with share.connected() as connected:
        connector: Connector = connected
        assert connector.way() == ()
        assert connector.security(Ref((), "a.txt")).kind is DescriptorKind.NT
        assert listings(connector)[()].descriptor is not None


@pytest.mark.parametrize("ended", ["sessions", "server"])
def test_a_lost_session_is_made_again_and_nothing_looks_gone(share: SmbGround, ended: str) -> None:
    for folder in ("a", "b", "c"):
        share.make_folder((folder,))
        share.write(Ref((folder,), "1.txt"), b"content")
    patient = SmbGround(share.samba, patience_seconds=30.0)
    with patient.connected() as connector:
        found = {}
        for listing in connector.walk():
            found[listing.folder] = listing
            if ended == "sessions":
                share.samba.smbd.end_sessions()
            else:
                share.samba.smbd.stop()
                share.samba.smbd.start()
            for row in listing.entries:
                assert read(connector, Ref(listing.folder, row[0])) == b"content"
    assert set(found) == {(), ("a",), ("b",), ("c",)}
    assert all(len(found[folder,].entries) == 1 for folder in ("a", "b", "c"))


def test_a_server_that_hangs_up_in_a_walk_makes_the_share_unreachable(share: SmbGround) -> None:
    share.make_folder(("a", "b", "c"))
    with share.connected() as connector:
        walk = connector.walk()
        assert next(walk).subfolders == ("a",)
        share.samba.smbd.stop()
        with pytest.raises(ShareUnreachable, match="lost"):
            list(walk)


@pytest.mark.parametrize(
    ("name", "password", "share_name", "said"),
    [
        (USER, "Wr0ng-Passw0rd", "docs", "user name or password is wrong"),
        ("nobody-known", "Any-Passw0rd", "docs", "user name or password is wrong|no access"),
        (USER, PASSWORD, "none", "no such share"),
    ],
)
def test_who_is_refused_is_told_why_at_once(
    share: SmbGround, name: str, password: str, share_name: str, said: str
) -> None:
    address = SmbAddress("127.0.0.1", share.samba.port, share_name)
    began = time.monotonic()
    with pytest.raises(ShareUnreachable, match=said) as caught:
        SmbShare(address, Credentials(name, password)).identity()
    assert password not in str(caught.value)
    assert time.monotonic() - began < 30  # asked once: more would lock the account


def test_a_file_locked_by_its_user_is_in_use_and_its_permissions_known(share: SmbGround) -> None:
    share.write(Ref((), "open.xlsx"), b"content")
    with share.connected() as connector:
        with share.held_alone("open.xlsx"):
            assert unreadable(connector, Ref((), "open.xlsx")) is Cause.IN_USE
            assert connector.security(Ref((), "open.xlsx")).raw
        assert read(connector, Ref((), "open.xlsx")) == b"content"


def test_links_of_the_server_lead_nowhere(share: SmbGround, tmp_path: Path) -> None:
    share.write(Ref((), "a.txt"), b"content")
    os.symlink(tmp_path, share.root / "out")
    os.symlink("a.txt", share.root / "alias.txt")
    with share.connected() as connector:
        listing = listings(connector)[()]
    held = {row[0] for row in listing.entries} | set(listing.subfolders)
    assert "out" not in held
    assert all(rule is Exclusion.SYMLINK for _, rule in listing.excluded)


def test_reading_leaves_no_trace_in_last_access_times_that_listing_and_opening_made(
    share: SmbGround,
) -> None:
    share.write(Ref((), "a.txt"), b"content")
    path = share.root / "a.txt"
    os.utime(path, ns=(10**18, 10**18))
    before = path.stat()
    with share.connected() as connector:
        listings(connector)
        connector.security(Ref((), "a.txt"))
    after = path.stat()
    assert (after.st_atime_ns, after.st_mtime_ns) == (before.st_atime_ns, before.st_mtime_ns)
