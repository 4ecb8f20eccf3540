"""A session with a real domain controller, and with servers that are none."""

from __future__ import annotations

import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import ldap3
import pytest

from connectors.base import DirectoryUnread
from connectors.directory.address import DirectoryAddress, address_of
from connectors.directory.link import Credentials, Found, Link
from tests.servers.certificates import Certificate, write_certificate
from tests.servers.domain import BASE, Domain
from tests.servers.samba import PASSWORD

_GROUPS = "(objectCategory=group)"


@pytest.fixture(scope="module")
def office(domain: Domain) -> Domain:
    for name in ("ann", "bob", "cat", "gone", "late", "new", "locked"):
        domain.add_user(name)
    domain.disable("gone")
    domain.change("late", ldap3.MODIFY_REPLACE, "accountExpires", 116444736000000000 + 10**16)
    domain.change("new", ldap3.MODIFY_REPLACE, "pwdLastSet", 0)
    domain.add_group("team", ("ann", "bob", "cat"))
    return domain


def _linked(domain: Domain, user: str = "ann", password: str = PASSWORD) -> Link:
    return Link(_address(domain), Credentials(user, password), domain.certificate)


def _address(domain: Domain) -> DirectoryAddress:
    return address_of(f"ldaps://{domain.host}")


def _why(domain: Domain, user: str = "ann", password: str = PASSWORD) -> str:
    with pytest.raises(DirectoryUnread) as refused:
        _linked(domain, user, password)
    return str(refused.value)


@pytest.mark.parametrize("scheme", ["ldaps", "ldap"])
@pytest.mark.parametrize("user", ["ann", r"LAB\ann", "ann@lab.example", f"CN=ann,CN=Users,{BASE}"])
def test_a_session_is_encrypted_from_the_start_or_before_the_password(
    scheme: str, user: str, office: Domain
) -> None:
    address = address_of(f"{scheme}://{office.host}")
    with closing(Link(address, Credentials(user, PASSWORD), office.certificate)) as link:
        assert link.base == BASE
        assert [each.dn for each in link.search(BASE, "(sAMAccountName=bob)", ["objectSid"])] == [
            f"CN=bob,CN=Users,{BASE}"
        ]


def test_lists_are_asked_for_in_pages_and_members_in_ranges(
    office: Domain, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, object]] = []
    search = ldap3.Connection.search

    def noted(self: ldap3.Connection, *words: object, **named: object) -> object:
        asked.append((named["paged_size"], named["attributes"]))
        return search(self, *words, **named)

    monkeypatch.setattr(ldap3.Connection, "search", noted)
    who = Credentials("ann", PASSWORD)
    with closing(Link(_address(office), who, office.certificate, page=10, values=2)) as link:
        asked.clear()
        few = list(link.search(BASE, _GROUPS, ["objectSid"], ranged="member"))
    assert [pages for pages, _ in asked].count(10) == -(-len(few) // 10)
    assert asked[0] == (10, ["objectSid", "member;range=0-1"])
    assert (None, ["member;range=2-3"]) in asked
    with closing(_linked(office)) as link:
        asked.clear()
        many = list(link.search(BASE, _GROUPS, ["objectSid"], ranged="member"))
    assert asked == [(500, ["objectSid", "member;range=0-1499"])]
    assert _members(few) == _members(many)
    assert len(_members(many)[f"CN=team,CN=Users,{BASE}"]) == 3


def _members(found: list[Found]) -> dict[str, set[bytes]]:
    return {each.dn: set(each.attributes["member"]) for each in found}


@pytest.mark.parametrize(
    ("user", "password", "why"),
    [
        ("ann", "wrong", "the user name or password is wrong"),
        ("nobody", PASSWORD, "the user name or password is wrong"),
        ("gone", PASSWORD, "the account is disabled"),
        ("late", PASSWORD, "the account has expired"),
        ("new", PASSWORD, "the password must be changed first"),
        ("ann", "", "a user name and a password are needed"),
        ("", PASSWORD, "a user name and a password are needed"),
    ],
)
def test_who_is_not_let_in_is_told_why(user: str, password: str, why: str, office: Domain) -> None:
    assert _why(office, user, password) == why


def test_a_locked_account_is_told_apart_from_a_wrong_password(office: Domain) -> None:
    administrator = office.as_administrator
    administrator.modify(BASE, {"lockoutThreshold": [(ldap3.MODIFY_REPLACE, [2])]})
    for _ in range(3):
        with suppress(DirectoryUnread):
            _linked(office, "locked", "wrong")
    assert _why(office, "locked") == "the account is locked"
    administrator.modify(BASE, {"lockoutThreshold": [(ldap3.MODIFY_REPLACE, [0])]})


def test_a_server_that_does_not_answer_is_said_to(office: Domain) -> None:
    address = address_of(f"ldaps://{office.host}:1")
    with pytest.raises(DirectoryUnread, match="the controller does not answer"):
        Link(address, Credentials("ann", PASSWORD), office.certificate)


def test_neither_name_nor_password_is_shown(
    office: Domain, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    credentials = Credentials("ann.secretive", "Wr0ng-secretive")
    with pytest.raises(DirectoryUnread) as refused:
        Link(_address(office), credentials, office.certificate)
    with closing(_linked(office)) as link:
        shown = f"{credentials!r} {refused.value!r} {link!r} {vars(refused.value)} {caplog.text}"
    assert "secretive" not in shown
    assert PASSWORD not in shown


def test_a_certificate_that_this_machine_does_not_trust_is_refused(office: Domain) -> None:
    with pytest.raises(DirectoryUnread, match="signed by nobody whom this machine trusts"):
        Link(_address(office), Credentials("ann", PASSWORD))


def test_a_file_of_certificates_that_is_none_is_said_to(office: Domain, tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_text("no certificate\n")
    for name in ("empty.pem", "missing.pem"):
        with pytest.raises(DirectoryUnread, match="the file of certificates to trust"):
            Link(_address(office), Credentials("ann", PASSWORD), tmp_path / name)


@contextmanager
def _impostor(certificate: Certificate | None, *sent: bytes) -> Iterator[int]:
    """Serve one client who gets ``sent``, one for each message; return the port and what came."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError), server.accept()[0] as plain:
                plain.settimeout(2)
                session: socket.socket = plain
                if certificate is not None:
                    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                    context.load_cert_chain(certificate.certificate, certificate.key)
                    session = context.wrap_socket(plain, server_side=True)
                with session:
                    for answer in sent:
                        received.append(session.recv(65536))
                        session.sendall(answer)
                    received.append(session.recv(65536))

        received: list[bytes] = []
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            server.close()
            thread.join(20)
            assert not [each for each in received if PASSWORD.encode() in each]


@pytest.mark.parametrize(
    ("host", "days", "why"),
    [
        ("127.0.0.1", -1, "its certificate has run out, or the clock of this machine is wrong"),
        ("127.0.0.2", 30, "its certificate is for another address"),
        ("dc01.lab.example", 30, "its certificate is for another address"),
    ],
)
def test_a_certificate_for_another_or_from_another_time_is_refused(
    host: str, days: int, why: str, tmp_path: Path
) -> None:
    certificate = write_certificate(tmp_path / "tls", host, days)
    with _impostor(certificate) as port, pytest.raises(DirectoryUnread, match=why):
        _meet(f"ldaps://127.0.0.1:{port}", certificate)


_NO_START_TLS = bytes.fromhex("300c02010178070a010204000400")  # extendedResp, protocolError


def test_a_server_that_cannot_encrypt_is_sent_no_password(tmp_path: Path) -> None:
    certificate = write_certificate(tmp_path / "tls", "127.0.0.1")
    with (
        _impostor(None, _NO_START_TLS) as port,
        pytest.raises(DirectoryUnread, match="cannot encrypt: nothing was sent to it"),
    ):
        _meet(f"ldap://127.0.0.1:{port}", certificate)


def _entry(body: bytes) -> bytes:
    done = bytes.fromhex("300c02010165070a010004000400")
    return bytes([0x30, len(body) + 3, 2, 1, 1]) + body + done


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"\x30\x84\xff\xff\xff\xff",
        b"\x30\x03\x02\x01\x01",
        b"\x30\x00",
        bytes(40),
        _entry(bytes.fromhex("6406040344433d3000")),  # an entry without what was asked for
        _entry(bytes.fromhex("640404ff3000")),
        bytes.fromhex("300c02010165070a010a04000400"),  # a referral to nowhere
        bytes.fromhex("300c0201016507") + b"\x0a\x01\x20\x04\x00\x04\x00",  # no such object
    ],
)
def test_an_answer_that_is_none_is_one_clear_line(answer: bytes, tmp_path: Path) -> None:
    certificate = write_certificate(tmp_path / "tls", "127.0.0.1")
    with (
        _impostor(certificate, answer) as port,
        pytest.raises(DirectoryUnread, match=r"^the (controller|server)\b") as refused,
    ):
        _meet(f"ldaps://127.0.0.1:{port}", certificate)
    assert "\n" not in str(refused.value)


def _meet(address: str, certificate: Certificate) -> None:
    Link(address_of(address), Credentials("ann", PASSWORD), certificate.certificate).close()
