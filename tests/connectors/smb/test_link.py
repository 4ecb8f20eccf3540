from __future__ import annotations

import logging
import socket
import threading

import pytest

from connectors.base import ShareUnreachable
from connectors.smb import messages
from connectors.smb.address import SmbAddress
from connectors.smb.lane import Lane, Reply
from connectors.smb.link import Credentials, Link, share_flags
from connectors.smb.status import SUCCESS
from tests.connectors.smb.ground import USER, WHO, SmbGround
from tests.servers.lent import lent_samba
from tests.servers.samba import PASSWORD, World


def _asked(link: Link) -> int:
    def opened(lane: Lane) -> list[Reply]:
        opening = lane.opening((), messages.LIST, messages.FOLDER)
        return lane.exchange([opening, messages.closing()])

    return link.ask(opened)[0].status


def test_a_question_is_answered_and_asked_again_over_a_new_session(
    share: SmbGround, caplog: pytest.LogCaptureFixture
) -> None:
    link = Link(share.address, WHO)
    try:
        assert _asked(link) == SUCCESS
        assert "made again" not in caplog.text
        share.samba.smbd.end_sessions()
        assert _asked(link) == SUCCESS
        assert "The session with the server is made again" in caplog.text
    finally:
        link.drop()


def test_an_encrypted_session_answers_the_same(share: SmbGround) -> None:
    link = Link(share.address, Credentials(USER, PASSWORD, encrypt=True))
    try:
        assert _asked(link) == SUCCESS
    finally:
        link.drop()


@pytest.mark.parametrize("backup", [True, False])
def test_files_are_opened_as_for_a_backup_where_that_is_asked_for(
    share: SmbGround, *, backup: bool
) -> None:
    link = Link(share.address, Credentials(USER, PASSWORD, backup=backup))
    try:
        assert _asked(link) == SUCCESS
        opening = link.ask(lambda lane: lane.opening(("a.txt",), messages.READ, messages.FILE))
    finally:
        link.drop()
    options = messages.FILE | messages.BACKUP_INTENT if backup else messages.FILE
    assert opening == messages.opening(("a.txt",), messages.READ, options)


def test_a_server_that_cannot_encrypt_is_not_read_where_encryption_is_asked_for() -> None:
    with lent_samba(World(users=(USER,), unencrypted=True)) as samba:
        address = SmbAddress("127.0.0.1", samba.port, "docs")
        with pytest.raises(ShareUnreachable, match="does not encrypt"):
            _asked(Link(address, Credentials(USER, PASSWORD, encrypt=True)))


def test_nobody_at_the_port_is_told_once_patience_ends() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # taken, and not listening
        address = SmbAddress("127.0.0.1", held.getsockname()[1], "docs")
        with pytest.raises(ShareUnreachable, match="refused"):
            _asked(Link(address, Credentials(USER, PASSWORD), patience_seconds=0.5))


def test_what_talks_another_language_is_no_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:

        def babble() -> None:
            client, _ = held.accept()
            client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" * 40)
            client.close()

        threading.Thread(target=babble, daemon=True).start()
        address = SmbAddress("127.0.0.1", held.getsockname()[1], "docs")
        with pytest.raises(ShareUnreachable, match="lost"):
            _asked(Link(address, Credentials(USER, PASSWORD), patience_seconds=0.0))


def test_a_name_that_is_no_servers_is_told() -> None:
    address = SmbAddress("no-such-server.invalid", 445, "docs")
    with pytest.raises(ShareUnreachable, match="no-such-server"):
        _asked(Link(address, Credentials(USER, PASSWORD), patience_seconds=0.0))


def test_credentials_are_shown_nowhere() -> None:
    assert PASSWORD not in repr(WHO)
    assert USER not in repr(WHO)
    # The library writes names of files at lower levels.
    assert logging.getLogger("smbprotocol").level >= logging.CRITICAL


def test_the_flags_of_a_share_are_those_of_its_server() -> None:
    shares = {"plain": None, "filtered": None, "space": None}
    settings = {"filtered": ("hide unreadable = yes",), "space": ("msdfs root = yes",)}
    with lent_samba(World(users=(USER,), shares=shares, settings=settings)) as samba:
        found = {}
        for name in shares:
            link = Link(SmbAddress("127.0.0.1", samba.port, name), WHO)
            found[name] = link.ask(share_flags) & 0x0803
            link.drop()
    assert found == {"plain": 0, "filtered": 0x0800, "space": 0x0003}
