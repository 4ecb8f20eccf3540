"""Logging on to a real domain by Kerberos: by keytab and ticket cache, and why it fails."""

from __future__ import annotations

import logging
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import ldap3
import pytest
from smbprotocol import Dialects
from smbprotocol.connection import Ciphers, Connection, SigningAlgorithms
from smbprotocol.session import Session
from smbprotocol.tree import TreeConnect

from connectors import kerberos
from connectors.base import Accounts, DirectoryUnread, LogonRefused, Ref, ShareUnreachable
from connectors.directory import link as directory
from connectors.directory.accounts import read_accounts
from connectors.directory.address import address_of
from connectors.kerberos import INSTALL, NoTicket, NotNow, Tickets
from connectors.smb import messages
from connectors.smb.address import SmbAddress
from connectors.smb.lane import Lane
from connectors.smb.link import Credentials
from connectors.smb.share import SmbShare
from connectors.smb.status import SUCCESS
from tests.servers.domain import CONTROLLER
from tests.servers.kerberos import LEAST_SECONDS, Realm, realm_of
from tests.servers.lent import lent_domain
from tests.servers.samba import PASSWORD

_HIDDEN = "hidden by this name"


@pytest.fixture(scope="module")
def realm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Realm]:
    with lent_domain() as domain, realm_of(domain, tmp_path_factory.mktemp("kerberos")) as realm:
        domain.answer_to(f"cifs/{domain.host}", f"ldap/{domain.host}")
        for user in ("ann", "gone", "left", "late", "moved"):
            domain.add_user(user)
        (domain.folder / "letter").write_bytes(b"Bins.\n")
        (domain.folder / "letter").chmod(0o666)
        yield realm


@pytest.fixture(scope="module")
def keytab(realm: Realm) -> Path:
    return realm.domain.keytab("ann")


@pytest.fixture(autouse=True)
def _no_ticket(realm: Realm) -> Iterator[None]:
    yield
    realm.cache.unlink(missing_ok=True)
    realm.set()


def _share(
    realm: Realm, tickets: Tickets, *, encrypt: bool = False, patience_seconds: float = 0.0
) -> SmbShare:
    address = SmbAddress(realm.domain.host, 445, "docs")
    return SmbShare(address, Credentials(encrypt=encrypt, tickets=tickets), patience_seconds)


def _listed(realm: Realm, tickets: Tickets, *, encrypt: bool = False) -> list[str]:
    with closing(_share(realm, tickets, encrypt=encrypt)) as share:
        assert share.security(Ref((), "letter"))
        return [entry[0] for listing in share.walk() for entry in listing.entries]


def _accounts(realm: Realm, who: Tickets | directory.Credentials) -> Accounts:
    address = address_of(f"ldap://{realm.domain.host}")
    with closing(directory.Link(address, who, realm.domain.certificate, 10, 2)) as link:
        return read_accounts(link, datetime.now(UTC))


@pytest.mark.parametrize("encrypt", [False, True])
def test_a_share_is_read_by_keytab_and_by_ticket_cache(
    encrypt: bool, realm: Realm, keytab: Path
) -> None:
    realm.kinit(keytab, "ann")
    sources = [
        Tickets(str(keytab)),
        Tickets(str(keytab), r"LAB\ann"),
        Tickets(),
        Tickets("", "ann"),
    ]
    for tickets in sources:
        assert _listed(realm, tickets, encrypt=encrypt) == ["letter"]


def test_a_directory_tells_the_same_as_by_a_password(realm: Realm, keytab: Path) -> None:
    realm.kinit(keytab, "ann")
    told = _accounts(realm, directory.Credentials("ann", PASSWORD))
    assert len(told.principals) > 10
    assert _accounts(realm, Tickets(str(keytab))) == told
    assert _accounts(realm, Tickets()) == told


@pytest.mark.parametrize(
    ("dialect", "signing", "cipher"),
    [
        (Dialects.SMB_2_0_2, None, None),
        (Dialects.SMB_2_1_0, None, None),
        (Dialects.SMB_3_0_0, None, None),
        (Dialects.SMB_3_0_2, None, None),
        (Dialects.SMB_3_0_2, None, Ciphers.AES_128_CCM),
        (Dialects.SMB_3_1_1, SigningAlgorithms.HMAC_SHA256, None),
        (Dialects.SMB_3_1_1, SigningAlgorithms.AES_CMAC, None),
        (Dialects.SMB_3_1_1, SigningAlgorithms.AES_GMAC, None),
        (Dialects.SMB_3_1_1, None, Ciphers.AES_128_CCM),
        (Dialects.SMB_3_1_1, None, Ciphers.AES_128_GCM),
        (Dialects.SMB_3_1_1, None, Ciphers.AES_256_CCM),
        (Dialects.SMB_3_1_1, None, Ciphers.AES_256_GCM),
    ],
)
def test_each_dialect_is_signed_and_encrypted_with_the_key_of_the_ticket(
    dialect: int, signing: int | None, cipher: int | None, realm: Realm, keytab: Path
) -> None:
    host = realm.domain.host
    connection = Connection(uuid.uuid4(), host)
    connection.connect(
        dialect,
        preferred_signing_algos=None if signing is None else [signing],
        preferred_encryption_algos=None if cipher is None else [cipher],
    )
    who = Tickets(str(keytab)).credential()
    session = Session(connection, who, None, cipher is not None, auth_protocol=kerberos.PROTOCOL)
    session.connect()
    tree = TreeConnect(session, rf"\\{host}\docs")
    tree.connect()
    opening = messages.opening(("letter",), messages.READ_CONTROL, messages.FILE)
    lane = Lane(tree)
    connection.echo(session.session_id)  # as Link does: the library's thread then comes to us
    answers = lane.exchange([opening, messages.descriptor(), messages.closing()])
    connection.disconnect(close=False)
    assert [each.status for each in answers] == [SUCCESS] * 3
    assert (connection.dialect, len(session.full_session_key)) == (dialect, 32)
    if dialect == Dialects.SMB_3_1_1:
        assert signing in (None, connection.signing_algorithm_id)
        assert cipher in (None, connection.cipher_id)


def _refused(realm: Realm, tickets: Tickets) -> str:
    """Return why neither the share nor the directory lets in who has these tickets."""
    with pytest.raises(LogonRefused) as by_share:
        _listed(realm, tickets)
    with pytest.raises(DirectoryUnread) as by_directory:
        _accounts(realm, tickets)
    with pytest.raises(NoTicket) as by_check:
        tickets.check()
    why = {str(each.value) for each in (by_share, by_directory, by_check)}
    assert len(why) == 1
    return why.pop()


def test_who_has_no_ticket_is_told_why(realm: Realm, keytab: Path, tmp_path: Path) -> None:
    assert _refused(realm, Tickets()).startswith("there is no ticket: run kinit")
    assert _refused(realm, Tickets(str(keytab), "bob")) == "the keytab holds no key of the account"
    assert _refused(realm, Tickets("/no/such")) == "the keytab or the ticket cache cannot be read"
    damaged, empty = tmp_path / "damaged", tmp_path / "empty"
    damaged.write_bytes(b"no keytab")
    empty.write_bytes(b"\5\2")
    assert _refused(realm, Tickets(str(damaged))) == "the keytab is damaged"
    assert _refused(realm, Tickets(str(empty))) == "the keytab holds no key"


def test_an_account_that_may_not_log_on_is_told_why(realm: Realm) -> None:
    domain = realm.domain
    keytabs = {name: Tickets(str(domain.keytab(name))) for name in ("gone", "left", "late")}
    domain.disable("gone")
    domain.remove("left")
    new = f'"{PASSWORD}-2"'.encode("utf-16-le")
    domain.change("late", ldap3.MODIFY_REPLACE, "unicodePwd", new)
    said = {name: _refused(realm, tickets) for name, tickets in keytabs.items()}
    assert said == {
        "gone": "the account is disabled or locked, or has expired",
        "left": "the domain has no account of this name",
        "late": "the keytab does not fit the account: its password was changed, or it is another's",
    }


def test_a_ticket_that_has_run_out_is_told_and_none_is_lost(realm: Realm, keytab: Path) -> None:
    realm.kinit(keytab, "ann", LEAST_SECONDS + 4)
    realm.take("cifs", 4)
    with closing(_share(realm, Tickets(), patience_seconds=3.0)) as share:
        assert share.identity()
        time.sleep(5)
        with pytest.raises(LogonRefused, match="the ticket has run out: run kinit again"):
            share.identity()
        realm.kinit(keytab, "ann")
        assert share.identity()


def test_a_server_that_the_domain_does_not_know_by_this_name_is_told(
    realm: Realm, keytab: Path
) -> None:
    domain = realm.domain
    services = [f"cifs/{domain.host}", f"ldap/{domain.host}"]
    for how in (ldap3.MODIFY_DELETE, ldap3.MODIFY_ADD):
        given = {"servicePrincipalName": [(how, services)]}
        assert domain.as_administrator.modify(CONTROLLER, given)
        if how == ldap3.MODIFY_DELETE:
            with pytest.raises(LogonRefused, match="the domain knows no such server"):
                _listed(realm, Tickets(str(keytab)))
            with pytest.raises(DirectoryUnread, match="the domain knows no such server"):
                _accounts(realm, Tickets(str(keytab)))
    assert _listed(realm, Tickets(str(keytab))) == ["letter"]


def test_a_controller_that_does_not_answer_may_answer_in_a_moment(
    realm: Realm, keytab: Path
) -> None:
    realm.set(port=1)
    tickets = Tickets(str(keytab))
    with pytest.raises(NotNow, match="no domain controller answers to give a ticket"):
        tickets.check()
    with pytest.raises(ShareUnreachable, match="the server is lost: no domain controller answers"):
        _listed(realm, tickets)
    with pytest.raises(DirectoryUnread, match="no domain controller answers"):
        _accounts(realm, tickets)


def test_without_the_libraries_what_to_install_is_told(
    realm: Realm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "gssapi", None)  # importing it raises ImportError, as there
    assert not kerberos.is_installed()
    assert _refused(realm, Tickets()) == INSTALL


def test_the_account_is_shown_nowhere(
    realm: Realm, keytab: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    realm.kinit(keytab, "ann")
    tickets = Tickets(str(keytab), _HIDDEN)
    shown = f"{tickets!r} {Credentials(tickets=tickets)!r} {_refused(realm, tickets)}"
    assert _HIDDEN not in shown + caplog.text
    _accounts(realm, Tickets())
    assert "ann@" not in caplog.text
