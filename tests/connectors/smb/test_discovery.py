"""What a real server lists, to whom, and what of it holds files."""

from __future__ import annotations

import pytest

from connectors.base import ShareUnreachable
from connectors.smb.address import SmbServer
from connectors.smb.discovery import NoFiles, offer_in, offer_of
from connectors.smb.link import Credentials
from connectors.smb.rpc.srvsvc import Listed
from tests.servers.lent import lent_samba
from tests.servers.samba import PASSWORD, World


def test_a_server_lists_what_it_shows_to_the_account() -> None:
    many = [f"share{number:03}" for number in range(200)]  # more than one fragment holds
    world = World(
        users=("ann", "bob"),
        shares={**dict.fromkeys((*many, "C$", "printer", "kept")), "pay": "D:(A;;FA;;;{ann})"},
        settings={
            "printer": ("printable = yes",),
            "kept": ("browseable = no",),
            "pay": ("access based share enum = yes",),
        },
    )
    with lent_samba(world) as samba:
        server = SmbServer("127.0.0.1", samba.port)
        offers = {name: offer_of(server, Credentials(name, PASSWORD)) for name in world.users}
        with pytest.raises(ShareUnreachable, match="password is wrong"):
            offer_of(server, Credentials("ann", "Wr0ng-Passw0rd"))
    assert offers["ann"].shares == tuple(sorted((*many, "pay")))
    assert offers["bob"].shares == tuple(many)
    assert offers["bob"].left_out == (
        ("C$", NoFiles.ADMINISTRATIVE),
        ("IPC$", NoFiles.PIPES),
        ("printer", NoFiles.PRINTER),
    )


def test_what_is_listed_is_told_apart_by_its_kind_and_name() -> None:
    listed = [
        Listed("users$", 0),  # hidden from people's eyes, and full of their files
        Listed("Cluster", 0x0200_0000),
        Listed("D$", 0x8000_0000),
        Listed("ADMIN$", 0),
        Listed("FAX", 1),
        Listed("print$", 0),
        Listed("COM1", 2),
        Listed("IPC$", 0x8000_0003),
        Listed("a/b", 0),
        Listed("..", 0),
    ]
    offer = offer_in(listed)
    assert offer.shares == ("Cluster", "users$")
    assert dict(offer.left_out) == {
        "D$": NoFiles.ADMINISTRATIVE,
        "ADMIN$": NoFiles.ADMINISTRATIVE,
        "FAX": NoFiles.PRINTER,
        "print$": NoFiles.PRINTER,
        "COM1": NoFiles.PIPES,
        "IPC$": NoFiles.PIPES,
        "a/b": NoFiles.NAME,
        "..": NoFiles.NAME,
    }
