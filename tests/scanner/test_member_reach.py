"""A server that has joined a domain: its local groups hold the domain's, and it knows no more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from scanner import domain as directory
from scanner.shares import PASSWORD as PASSWORD_VARIABLE
from scanner.shares import USER as USER_VARIABLE
from tests.scanner.access.nt.small_office import raw
from tests.scanner.reaching import asked, grants
from tests.scanner.scanning import Stocktake
from tests.servers.domain import ADMINISTRATOR, Domain, Scope
from tests.servers.lent import lent_domain, lent_member
from tests.servers.member import Member
from tests.servers.samba import PASSWORD
from tests.servers.smb_client import READ_DATA, WRITE_DATA, Client

_MAY_LOG_ON = ("ann", "bob", "cat", "dan")
_FILES = {
    "everyone.txt": "D:(A;;FR;;;WD)",
    "users.txt": "D:(A;;FA;;;BU)",
    "everybody.txt": "D:(A;;FR;;;{everybody})",
    "rents.txt": "D:(A;;FR;;;{rents})",
    "denied.txt": "D:(D;;FA;;;{rents})(A;;FR;;;AU)(A;;FA;;;{dan})",
    "local.txt": "D:(A;;FA;;;{readers})",
}


@dataclass(frozen=True)
class Council:
    domain: Domain
    member: Member

    @property
    def address(self) -> str:
        return f"smb://{self.member.host}/docs"

    def client(self, user: str) -> Client:
        return Client(445, rf"LAB\{user}", PASSWORD, self.member.host)


@pytest.fixture(scope="module")
def council() -> Iterator[Council]:
    with lent_domain() as domain:
        for name in (*_MAY_LOG_ON, "gone"):
            domain.add_user(name)
        domain.disable("gone")
        domain.add_group("payroll", ("ann", "gone"))
        domain.add_group("finance", ("payroll",), Scope.UNIVERSAL)
        domain.add_group("readers", ("finance", "cat"), Scope.DOMAIN_LOCAL)
        with lent_member(domain, {"rents": ("finance", "bob")}) as member:
            sids = {**domain.sids, **member.sids, "everybody": f"{domain.sid}-513"}
            made = Council(domain, member)
            with made.client(ADMINISTRATOR) as client:
                client.set_descriptor("docs", "", raw("D:(A;;FA;;;WD)"))
                for name, sddl in _FILES.items():
                    (member.folder / name).write_bytes(b"NI number: QQ 12 34 56 C\n")
                    (member.folder / name).chmod(0o666)
                    client.set_descriptor("docs", name, raw(sddl, sids))
            yield made


@pytest.fixture(autouse=True)
def _asked_as_administrator(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER_VARIABLE, rf"LAB\{ADMINISTRATOR}")
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)


def test_the_answer_is_who_of_the_domain_can_really_open_it(
    council: Council, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(directory.DIRECTORY, f"ldaps://{council.domain.host}")
    monkeypatch.setenv(directory.AUTHORITY, str(council.domain.certificate))
    done = stocktake.run("scan", council.address)
    assert (done.returncode, done.stderr) == (0, "")
    may: dict[str, set[tuple[str, str]]] = {name: set() for name in _FILES}
    for user in _MAY_LOG_ON:
        with council.client(user) as client:
            for name, found in may.items():
                for right, what in (("read", READ_DATA), ("write", WRITE_DATA)):
                    if client.may("docs", name, what):
                        found.add((user, right))
    for name in _FILES:
        shown = asked(stocktake, f"{council.address}/{name}")
        assert grants(shown) == may[name], f"{name}: {shown}"
        assert "Not all" not in shown, shown
    assert may["rents.txt"] == {("ann", "read"), ("bob", "read")}
    assert (
        r"LAB\ann (unknown) can read: anyone with an account on"
        f" {council.member.host} may read through the share → member of group LAB\\payroll, which"
        r" is in group LAB\finance, which is in group rents, which may read"
    ) in asked(stocktake, f"{council.address}/rents.txt")


def test_without_a_directory_it_is_said_that_the_domain_s_people_are_not_known(
    council: Council, stocktake: Stocktake
) -> None:
    assert stocktake.run("scan", council.address).returncode == 0
    for name, who in (
        ("everyone", "Everyone"),
        ("users", "Users"),
        ("everybody", r"LAB\Domain Users"),
        ("rents", "rents"),
        ("local", r"LAB\readers"),
    ):
        shown = asked(stocktake, f"{council.address}/{name}.txt")
        assert f"Not all members of {who} are known: people may be let in by it" in shown
    places = [
        json.loads(line)
        for line in stocktake.run("exposure", "--format", "jsonl").stdout.splitlines()
    ]
    assert sum(place["files"] for place in places if not place["known"]) == 1  # local.txt
    assert all(place["more"] and place["exposure"] > 0 for place in places)
    shown = stocktake.run("findings").stdout
    assert re.search(r"rents\.txt +1 +1 or more", shown)
    assert re.search(r"local\.txt +1 +not known", shown)
    assert "but administrators" not in stocktake.run("exposure").stdout


def test_what_if_a_domain_s_group_loses_a_member_tells_of_all_its_servers(
    council: Council, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(directory.DIRECTORY, f"ldaps://{council.domain.host}")
    monkeypatch.setenv(directory.AUTHORITY, str(council.domain.certificate))
    place = council.domain.folder / "payroll.txt"
    place.write_bytes(b"NI number: QQ 12 34 56 C\n")
    place.chmod(0o666)
    with Client(445, ADMINISTRATOR, PASSWORD, council.domain.host) as client:
        for name, sddl in (("", "D:(A;;FA;;;WD)"), ("payroll.txt", "D:(A;;FR;;;{payroll})")):
            client.set_descriptor("docs", name, raw(sddl, council.domain.sids))
    other = f"smb://{council.domain.host}/docs"
    done = stocktake.run("scan", council.address, other)
    assert (done.returncode, done.stderr) == (0, "")
    shown = stocktake.run("what-if", "remove-member", "ann", "payroll", "--format=jsonl")
    lost = [json.loads(line) for line in shown.stdout.splitlines()]
    loses = {(each["share"], each["person"]) for each in lost if each["effect"] == "loses"}
    assert loses == {(council.address, r"LAB\ann"), (other, r"LAB\ann")}


def test_what_if_a_group_that_each_server_has_loses_a_member_tells_of_all_or_of_one(
    council: Council, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(directory.DIRECTORY, f"ldaps://{council.domain.host}")
    monkeypatch.setenv(directory.AUTHORITY, str(council.domain.certificate))
    assert (
        stocktake.run("scan", council.address, f"smb://{council.domain.host}/docs").returncode == 0
    )
    for group in ("Administrators", "S-1-5-32-544", rf"{council.member.host}\Administrators"):
        shown = stocktake.run("what-if", "remove-member", r"LAB\Domain Admins", group)
        assert (shown.returncode, shown.stderr) == (0, ""), group
