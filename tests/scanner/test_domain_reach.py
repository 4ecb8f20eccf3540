"""Who can reach a share in a real domain: the command's answers, held against who can open it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import ldap3
import pytest

from connectors.directory.objects import ATTRIBUTES, MEMBER
from reports.cli.catalogue import opened
from reports.doctor.directory import checked
from scanner import domain as directory
from scanner.catalogue.queries.access import shares, who_can_reach
from scanner.shares import PASSWORD as PASSWORD_VARIABLE
from scanner.shares import USER as USER_VARIABLE
from tests.scanner.access.nt.small_office import raw
from tests.scanner.reaching import asked, grants
from tests.scanner.scanning import Stocktake
from tests.servers.descriptors import (
    ALLOW,
    CONTAINER_INHERIT,
    DENY,
    INHERIT_ONLY,
    INHERITED,
    OBJECT_INHERIT,
    AceBytes,
    encode,
)
from tests.servers.domain import ADMINISTRATOR, Domain, Scope
from tests.servers.lent import lent_domain
from tests.servers.samba import PASSWORD
from tests.servers.smb_client import READ_DATA, WRITE_DATA, Client

_MAY_LOG_ON = ("ann", "bob", "cat", "dan", "eve", "moved")
_IN_2001 = 116444736000000000 + 10**16
_ALL = "D:(A;;FA;;;WD)"
_SHARES: dict[str, str | None] = {
    "docs": None,
    "few": "D:(D;;FA;;;{bob})(A;;FA;;;{finance})(A;;0x1200a9;;;{own})(A;;FA;;;{loop})(A;;FA;;;BA)",
    "people": "D:(A;;0x1200a9;;;{everybody})(A;;FA;;;BA)",
}
_FILES = {
    "everyone.txt": "D:(A;;FR;;;WD)",
    "authenticated.txt": "D:(A;;FA;;;AU)",
    "users.txt": "D:(A;;FR;;;BU)",
    "everybody.txt": "D:(A;;FR;;;{everybody})",
    "finance.txt": "D:(A;;FR;;;{finance})(A;;FA;;;{dan})",
    "readers.txt": "D:(A;;FA;;;{readers})",
    "loop.txt": "D:(A;;FR;;;{loop})",
    "own.txt": "D:(A;;FA;;;{own})",
    "denied.txt": "D:(D;;FA;;;{payroll})(A;;FA;;;{everybody})",
    "too late.txt": "D:(A;;FR;;;{finance})(D;;FA;;;{payroll})(A;;FA;;;{cat})",
    "letters.txt": "D:(A;;FA;;;{letters})(A;;FA;;;{through})(A;;FR;;;{eve})",
    "leavers.txt": "D:(A;;FA;;;{gone})(A;;FA;;;{late})",
    "owned.txt": "O:{finance}D:(A;;FR;;;OW)(A;;FA;;;{moved})",
    "nobody.txt": "D:",
}


@dataclass(frozen=True)
class Council:
    """A domain whose controller serves a file for each rule of ``_FILES`` in the folder Rents."""

    domain: Domain

    def address(self, share: str) -> str:
        return f"smb://{self.domain.host}/{share}"

    def may(self, share: str, files: tuple[str, ...]) -> dict[str, set[tuple[str, str]]]:
        """Return who can open each file for what, by trying."""
        found: dict[str, set[tuple[str, str]]] = {name: set() for name in files}
        for user in _MAY_LOG_ON:
            with Client(self.domain.port, user, PASSWORD, self.domain.host) as client:
                if not client.may_connect(share):
                    continue
                for name in files:
                    for right, what in (("read", READ_DATA), ("write", WRITE_DATA)):
                        if client.may(share, rf"Rents\{name}", what):
                            found[name].add((user, right))
        return found

    def guard(self, name: str, descriptor: bytes) -> None:
        path = self.domain.folder / "Rents" / name
        path.write_bytes(b"NI number: QQ 12 34 56 C\n")
        path.chmod(0o666)
        with self.administrator() as client:
            client.set_descriptor("docs", rf"Rents\{name}", descriptor)

    def administrator(self) -> Client:
        return Client(self.domain.port, ADMINISTRATOR, PASSWORD, self.domain.host)


@pytest.fixture(scope="module")
def council() -> Iterator[Council]:
    with lent_domain(tuple(_SHARES)) as domain:
        for name in (*_MAY_LOG_ON, "gone"):
            domain.add_user(name, department=f"{name}'s department")
        domain.add_user("late", accountExpires=_IN_2001)
        domain.disable("gone")
        domain.add_group("payroll", ("ann", "gone", "late"))
        domain.add_group("finance", ("payroll", "bob"), Scope.UNIVERSAL)
        domain.add_group("readers", ("finance", "cat"), Scope.DOMAIN_LOCAL)
        domain.add_group("loop", ("readers",), Scope.DOMAIN_LOCAL)
        domain.add_member("readers", "loop")
        domain.add_group("letters", ("dan",), kind=0)
        domain.add_group("through", ("letters",))
        domain.add_group("own", ("moved",))
        own = domain.sids["own"].rpartition("-")[2]
        domain.change("moved", ldap3.MODIFY_REPLACE, "primaryGroupID", own)
        domain.sids["everybody"] = f"{domain.sid}-513"
        for share, sddl in _SHARES.items():
            if sddl is not None:
                domain.guard_share(share, sddl.replace("BA", "S-1-5-32-544"))
        made = Council(domain)
        folder = domain.folder / "Rents"
        folder.mkdir()
        folder.chmod(0o777)
        with made.administrator() as client:
            for place in ("", "Rents"):
                client.set_descriptor("docs", place, raw(_ALL))
        for name, sddl in _FILES.items():
            made.guard(name, raw(sddl, domain.sids))
        yield made


@pytest.fixture(autouse=True)
def _asked_as_administrator(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER_VARIABLE, ADMINISTRATOR)
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    monkeypatch.setenv(directory.DIRECTORY, f"ldaps://{council.domain.host}")
    monkeypatch.setenv(directory.AUTHORITY, str(council.domain.certificate))


@pytest.mark.parametrize("share", _SHARES)
def test_the_answer_is_who_can_really_open_it(
    share: str, council: Council, stocktake: Stocktake
) -> None:
    done = stocktake.run("scan", council.address(share))
    assert (done.returncode, done.stderr) == (0, "")
    may = council.may(share, tuple(_FILES))
    for name in _FILES:
        shown = asked(stocktake, f"{council.address(share)}/Rents/{name}")
        assert grants(shown) == may[name], f"{name}: {shown}"
        assert "not known" not in shown, shown
    assert may["denied.txt"], "the trial itself tells people apart"


_TRUSTEES = (*_MAY_LOG_ON, "payroll", "finance", "readers", "loop", "letters", "through", "own",
             "everybody", "gone")  # fmt: skip
_EVERYWHERE = ("S-1-1-0", "S-1-5-11", "S-1-5-2", "S-1-5-32-545", "S-1-5-4", "S-1-3-4")
_MASKS = (0x1F01FF, 0x1301BF, 0x1200A9, 0x120089, 0x120116, 0x1, 0x2, 0x3, 0x10000000, 0x80000000)


def _random_descriptor(chance: random.Random, sids: dict[str, str]) -> bytes:
    """Return a descriptor of up to seven ACEs in any order; one in twenty has none at all."""
    owner = sids[chance.choice(_TRUSTEES[: -len(("everybody", "gone"))])]
    if chance.random() < 0.05:
        return encode(owner, "", chance.choice(((), None)))
    aces = [
        AceBytes(
            chance.choice((ALLOW, ALLOW, DENY)),
            chance.choice((0, 0, 0, INHERITED, INHERIT_ONLY | CONTAINER_INHERIT | OBJECT_INHERIT)),
            chance.choice(_MASKS),
            chance.choice((*(sids[each] for each in _TRUSTEES), *_EVERYWHERE)),
        )
        for _ in range(chance.randint(1, 7))
    ]
    return encode(owner, "", aces)


def _told(
    stocktake: Stocktake, address: str, names: tuple[str, ...]
) -> dict[str, set[tuple[str, str]]]:
    """Return who of those who may log on can do what with each file, as the catalogue has it."""
    told = {}
    with opened(stocktake.database) as connection:
        (share_id,) = (number for number, root in shares(connection) if root == address)
        for name in names:
            found = who_can_reach(connection, share_id, "Rents", name)
            assert found is not None
            people = ((each.person.removeprefix("LAB\\"), each.right) for each in found.grants)
            told[name] = {each for each in people if each[0] in _MAY_LOG_ON}
    return told


def test_random_permissions_are_answered_as_the_server_decides(
    council: Council, stocktake: Stocktake
) -> None:
    chance = random.Random(20261126)
    names = tuple(f"random {number:02}.txt" for number in range(60))
    for name in names:
        council.guard(name, _random_descriptor(chance, council.domain.sids))
    opened_by: set[int] = set()
    for share in _SHARES:
        assert stocktake.run("scan", council.address(share)).returncode == 0
        may = council.may(share, names)
        told = _told(stocktake, council.address(share), names)
        for name in names:
            assert told[name] == may[name], (share, name)
            opened_by.add(len(told[name]))
    assert len(opened_by) > 5, "the trials tell people apart"
    for name in names:
        (council.domain.folder / "Rents" / name).unlink()


def test_the_path_of_a_grant_goes_from_the_share_through_the_domain_s_groups(
    council: Council, stocktake: Stocktake
) -> None:
    assert stocktake.run("scan", council.address("few")).returncode == 0
    shown = asked(stocktake, f"{council.address('few')}/Rents/readers.txt")
    assert (
        r"LAB\ann (unknown) can read: member of group LAB\payroll, which is in group LAB\finance,"
        r" which may read through the share → member of group LAB\payroll, which is in group"
        r" LAB\finance, which is in group LAB\readers, which may read"
        "\n"
    ) in shown
    everyone = asked(stocktake, f"{council.address('few')}/Rents/everyone.txt")
    assert "Broad:" not in everyone, "the share lets few in"


def test_people_are_of_the_kind_of_their_group_and_shown_with_their_department(
    council: Council, stocktake: Stocktake, tmp_path: Path
) -> None:
    settings = tmp_path / "stocktake.toml"
    settings.write_text('[[people]]\nkind = "member"\ngroups = ["finance"]\n')
    address = council.address("docs")
    assert stocktake.run("scan", address, "--settings", str(settings)).returncode == 0
    shown = asked(stocktake, f"{address}/Rents/readers.txt")
    assert r"LAB\ann (member) can read" in shown
    assert r"LAB\cat (unknown) can read" in shown
    done = stocktake.run("reach-of", "--reason=test", r"LAB\ann")
    sid = council.domain.sids["ann"]
    assert done.stdout.startswith(rf"LAB\ann ({sid}), member, ann's department")
    for table in ("principals", "access"):
        rows = map(json.loads, stocktake.run("export", table).stdout.splitlines())
        told = {row["department"] for row in rows if row["identifier"] == sid}
        assert told == {"ann's department"}, table
    enabled = {row["identifier"]: row["enabled"] for row in stocktake.export("principals")}
    sids = council.domain.sids
    assert {name: enabled[sids[name]] for name in ("ann", "gone", "late", "finance")} == {
        "ann": True,
        "gone": False,
        "late": False,
        "finance": None,
    }


def test_a_controller_asked_without_its_directory_tells_who_is_disabled(
    council: Council, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(directory.DIRECTORY)
    assert stocktake.run("scan", council.address("docs")).returncode == 0
    shown = asked(stocktake, f"{council.address('docs')}/Rents/leavers.txt")
    assert "gone (" not in shown, shown


def test_everyone_and_domain_users_are_broad_and_count_the_domain_s_people(
    council: Council, stocktake: Stocktake
) -> None:
    assert stocktake.run("scan", council.address("docs")).returncode == 0
    for name, broad in (("everyone", "everyone with an account"), ("everybody", "group LAB")):
        shown = asked(stocktake, f"{council.address('docs')}/Rents/{name}.txt")
        assert f"Broad: {broad}" in shown, shown
    assert r"Broad: group LAB\Domain Users can read this." in shown
    assert {("ann", "read"), ("eve", "read")} <= grants(shown)


def test_a_change_of_a_group_shows_in_the_next_scan_though_no_file_was_touched(
    council: Council, stocktake: Stocktake
) -> None:
    path = f"{council.address('docs')}/Rents/own.txt"
    assert stocktake.run("scan", council.address("docs")).returncode == 0
    assert grants(asked(stocktake, path)) == {("moved", "read"), ("moved", "write")}
    council.domain.add_member("own", "readers")
    council.domain.disable("cat")
    try:
        assert stocktake.run("scan", council.address("docs")).returncode == 0
        now = grants(asked(stocktake, path))
    finally:
        council.domain.remove_member("own", "readers")
        council.domain.change("cat", ldap3.MODIFY_REPLACE, "userAccountControl", 0x200)
    assert {user for user, _ in now} == {"moved", "ann", "bob"}
    with stocktake.connected() as connection:
        (ended,) = connection.execute("SELECT count(*) FROM membership WHERE until IS NOT NULL")
    assert ended == (0,)
    assert stocktake.run("scan", council.address("docs")).returncode == 0
    assert grants(asked(stocktake, path)) == {("moved", "read"), ("moved", "write")}


def test_a_refresh_brings_a_change_into_every_answer_and_enters_no_share(
    council: Council, stocktake: Stocktake
) -> None:
    addresses = [council.address(share) for share in ("docs", "few")]
    for address in addresses:
        assert stocktake.run("scan", address).returncode == 0
    before = stocktake.comparable()
    folder = council.domain.folder
    council.domain.add_member("own", "readers")
    council.domain.guard_share("few", "D:(A;;0x1200a9;;;{own})(A;;FA;;;S-1-5-32-544)")
    try:
        folder.rename(folder.with_name("away"))  # nothing in it could be opened or listed
        try:
            done = stocktake.run("refresh-access")
        finally:
            folder.with_name("away").rename(folder)
        assert (done.returncode, done.stderr) == (0, "")
        for share, address in zip(("docs", "few"), addresses, strict=True):
            may = council.may(share, tuple(_FILES))
            assert _told(stocktake, address, tuple(_FILES)) == may
        assert may["own.txt"] == {(user, "read") for user in ("ann", "bob", "cat", "moved")}
    finally:
        council.domain.remove_member("own", "readers")
        council.domain.guard_share("few", (_SHARES["few"] or "").replace("BA", "S-1-5-32-544"))
    assert done.stdout == (
        f"{addresses[0]}: 6 people can read files in it, 6 before; 3 can read more than before.\n"
        f"{addresses[1]}: 4 people can read files in it, 3 before; 3 can read more than before.\n"
    )
    assert stocktake.comparable() == before, "it says nothing of files"
    done = stocktake.run("refresh-access", f"{addresses[1]}/Rents")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 2, "all shares of the server"
    today = datetime.now().astimezone().date().isoformat()
    path = f"{addresses[0]}/Rents/own.txt"
    assert grants(asked(stocktake, path)) == {("moved", "read"), ("moved", "write")}
    shown = stocktake.run("who-can-reach", path, "--between", today, today).stdout
    assert re.search(
        r"^LAB\\ann \(unknown\) could read from the refresh of .* until the refresh of", shown, re.M
    ), shown


def test_an_export_of_the_directory_gives_the_same_answers(
    council: Council, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paths = [f"{council.address('few')}/Rents/{name}" for name in ("readers.txt", "denied.txt")]
    leaver = council.domain.add_user("leaver")
    assert stocktake.run("scan", council.address("few")).returncode == 0
    council.domain.remove("leaver")
    asked_by_ldap = [asked(stocktake, path) for path in paths]
    export = tmp_path / "lab.ldif"
    export.write_text(council.domain.exported((*ATTRIBUTES, MEMBER)), "utf-8")
    monkeypatch.setenv(directory.DIRECTORY, str(export))
    done = stocktake.run("scan", council.address("few"))
    assert (done.returncode, done.stderr) == (0, "")
    assert [asked(stocktake, path) for path in paths] == asked_by_ldap
    assert r"LAB\payroll" in asked_by_ldap[0]
    removed = [row for row in stocktake.export("principals") if row["removed"]]
    assert [(row["identifier"], row["enabled"]) for row in removed] == [(leaver, False)]
    assert (
        "\nThis account has been removed: the scan of "
        in stocktake.run("reach-of", "--reason=test", leaver).stdout
    )


def test_a_directory_that_cannot_be_read_is_said_and_what_was_known_stays(
    council: Council, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"{council.address('docs')}/Rents/finance.txt"
    why = "The directory of the domain could not be read (the user name or password is wrong)"
    for variable, value in ((directory.USER, "ann"), (directory.PASSWORD, "Wr0ng-secretive")):
        monkeypatch.setenv(variable, value)
    done = stocktake.run("scan", council.address("docs"))
    assert done.returncode == 1
    assert done.stderr == f"stocktake: {why}: who can reach the files is no newer than it was.\n"
    shown = asked(stocktake, path)
    assert shown == (
        f"Who can reach this is not known.\n{why}: who can reach this is not known yet.\n"
    )
    monkeypatch.setenv(directory.PASSWORD, PASSWORD)
    assert stocktake.run("scan", council.address("docs")).returncode == 0
    known = asked(stocktake, path)
    monkeypatch.setenv(directory.PASSWORD, "Wr0ng-secretive")
    for _ in range(2):
        assert stocktake.run("scan", council.address("docs")).returncode == 1
        kept = asked(stocktake, path)
        assert kept == f"{known}{why}: who can reach this is as it was known before.\n"
    assert checked().said.endswith("cannot be read: the user name or password is wrong")
    done = stocktake.run("refresh-access")
    assert done.returncode == 1
    assert done.stderr == (
        f"stocktake: smb://{council.domain.host}: {why}: who can reach the files is no newer than"
        " it was.\n"
    )
    assert asked(stocktake, path) == kept
    monkeypatch.setenv(directory.PASSWORD, PASSWORD)
    assert stocktake.run("refresh-access").returncode == 0
    assert asked(stocktake, path) == known
    assert checked().said == f"ldaps://{council.domain.host} tells of domain LAB"
    for written in stocktake.home.rglob("*"):
        if written.is_file():
            assert b"secretive" not in written.read_bytes()
