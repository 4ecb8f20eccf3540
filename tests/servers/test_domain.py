"""The domain that tests are lent: it answers, knows who is who, and leaves nothing behind."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from smbprotocol.exceptions import LogonFailure

from tests.scanner.access.nt.small_office import raw
from tests.servers.domain import ADMINISTRATOR, Domain, Scope
from tests.servers.lent import lent_domain, lent_member
from tests.servers.processes import started_for
from tests.servers.samba import PASSWORD
from tests.servers.smb_client import READ_DATA, Client


@pytest.fixture(scope="module")
def domain() -> Iterator[Domain]:
    with lent_domain(("docs", "few")) as made:
        made.add_user("ann")
        made.add_user("bob")
        made.add_group("payroll", ("ann",))
        made.add_group("finance", ("payroll",), Scope.DOMAIN_LOCAL)
        yield made


def test_each_user_and_group_has_a_sid_of_the_domain(domain: Domain) -> None:
    assert domain.sids.keys() == {"ann", "bob", "payroll", "finance"}
    assert len(set(domain.sids.values())) == 4
    assert all(sid.startswith(f"{domain.sid}-") for sid in domain.sids.values())


def test_a_file_and_a_share_let_in_whom_nested_groups_name(domain: Domain) -> None:
    (domain.folder / "letter").write_bytes(b"Bins.\n")
    (domain.folder / "letter").chmod(0o666)
    domain.guard_share("few", "D:(A;;FA;;;{payroll})")
    with Client(domain.port, ADMINISTRATOR, PASSWORD, domain.host) as admin:
        admin.set_descriptor("docs", "letter", raw("D:(A;;FR;;;{finance})", domain.sids))
    for user, may in (("ann", True), ("bob", False)):
        with Client(domain.port, user, PASSWORD, domain.host) as client:
            assert client.may_connect("docs")
            assert client.may_connect("few") == may
            assert client.may("docs", "letter", READ_DATA) == may


def test_a_wrong_password_is_refused(domain: Domain) -> None:
    with pytest.raises(LogonFailure):
        Client(domain.port, "ann", "wrong", domain.host)


def test_a_server_that_has_joined_knows_the_domain_and_is_gone_when_it_is_given_back(
    domain: Domain,
) -> None:
    with lent_member(domain, {"rents": ("payroll",)}) as member:
        base = member.folder.parent
        (member.folder / "letter").write_bytes(b"Bins.\n")
        (member.folder / "letter").chmod(0o666)
        with Client(445, rf"LAB\{ADMINISTRATOR}", PASSWORD, member.host) as admin:
            admin.set_descriptor("docs", "letter", raw("D:(A;;FR;;;{rents})", member.sids))
        for user, may in ((r"LAB\ann", True), (r"LAB\bob", False)):
            with Client(445, user, PASSWORD, member.host) as client:
                assert client.may("docs", "letter", READ_DATA) == may
        assert started_for(base)
    assert not started_for(base)
    assert not base.exists()


def test_a_domain_that_is_given_back_leaves_no_process_and_no_folder() -> None:
    with lent_domain() as made:
        base = made.folder.parent
        assert started_for(base)
    assert not started_for(base)
    assert not base.exists()
    for port in (389, 445, 636):
        with (
            pytest.raises(ConnectionRefusedError),
            socket.create_connection((made.host, port)),
        ):
            pass
