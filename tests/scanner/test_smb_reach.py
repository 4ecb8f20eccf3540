"""Who can reach a share of a real server: the command's answers, held against who can open it."""

from __future__ import annotations

import os
import shutil
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from scanner.shares import PASSWORD as PASSWORD_VARIABLE
from scanner.shares import USER as USER_VARIABLE
from tests.scanner.access.nt.small_office import raw
from tests.scanner.reaching import held
from tests.scanner.scanning import Stocktake
from tests.scanner.stored import stored_rows
from tests.servers.lent import lent_samba
from tests.servers.relay import relay
from tests.servers.samba import ADMIN, PASSWORD, Samba, World
from tests.servers.smb_client import READ_DATA, WRITE_DATA, Client

_USERS = ("ann", "bob", "cat", "dan", "gone")
_MAY_LOG_ON = _USERS[:-1]
_ORPHAN = "S-1-5-21-1-2-3-1104"
_WORLD = World(
    users=_USERS,
    groups={"payroll": ("ann", "gone")},
    aliases={"finance": ("payroll", "bob")},
    shares={
        "docs": None,
        "few": "D:(D;;0x1f01ff;;;{bob})(A;;0x1f01ff;;;{finance})(A;;0x1200a9;;;{cat})"
        "(A;;0x1f01ff;;;{labadmin})",
    },
    disabled=("gone",),
)
_ALL = "D:(A;;FA;;;WD)"
_FILES = {
    "everyone.txt": "D:(A;;FR;;;WD)",
    "finance.txt": "D:(A;;FR;;;{finance})(A;;FA;;;{dan})",
    "cat.txt": "D:(A;;FA;;;{cat})",
    "denied.txt": "D:(D;;FA;;;{payroll})(A;;FA;;;AU)",
    "gone.txt": "D:(A;;FA;;;{gone})",
    "removed.txt": f"D:(A;;FR;;;{_ORPHAN})(A;;FR;;;{{ann}})",
}


@dataclass(frozen=True)
class Office:
    """A server with a file for each rule of ``_FILES`` in the folder Rents."""

    samba: Samba

    def address(self, share: str) -> str:
        return f"smb://127.0.0.1:{self.samba.port}/{share}"

    def may(self, share: str, path: str) -> set[tuple[str, str]]:
        """Return who can open a file for what, by trying."""
        found = set()
        for user in _MAY_LOG_ON:
            with Client(self.samba.port, user, PASSWORD) as client:
                for right, what in (("read", READ_DATA), ("write", WRITE_DATA)):
                    if client.may_connect(share) and client.may(share, rf"Rents\{path}", what):
                        found.add((user, right))
        return found


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    with lent_samba(_WORLD) as samba:
        folder = samba.folder / "Rents"
        folder.mkdir()
        folder.chmod(0o777)
        with Client(samba.port, ADMIN, PASSWORD) as admin:
            for place in ("", "Rents"):
                admin.set_descriptor("docs", place, raw(_ALL))
            for name, sddl in _FILES.items():
                (folder / name).write_bytes(b"NI number: QQ 12 34 56 C\n")
                (folder / name).chmod(0o666)
                admin.set_descriptor("docs", rf"Rents\{name}", raw(sddl, samba.sids))
        yield Office(samba)


_NOT_KNOWN = "Who can reach 1 file is not known, for permissions were not read"
_SHARE_UNTOLD = "The permissions of the share itself are not told to the account that scans"


def _as(user: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER_VARIABLE, user)
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)


def _asked(stocktake: Stocktake, path: str) -> str:
    done = stocktake.run("who-can-reach", path)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def _grants(shown: str) -> set[tuple[str, str]]:
    return held(shown) - {(ADMIN, right) for right in ("read", "write")}


@pytest.mark.parametrize("share", ["docs", "few"])
def test_the_answer_is_who_can_really_open_it(
    share: str, office: Office, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(ADMIN, monkeypatch)
    done = stocktake.run("scan", office.address(share))
    assert done.returncode == 0, done.stderr
    answers = {}
    for name in _FILES:
        shown = _asked(stocktake, f"{office.address(share)}/Rents/{name}")
        answers[name] = _grants(shown)
        assert answers[name] == office.may(share, name), f"{name}: {shown}"
        assert "permissions of the share itself are not known" not in shown
    shown = _asked(stocktake, f"{office.address(share)}/Rents/everyone.txt")
    assert f"System accounts that can read it: {ADMIN} (the account that scans)\n" in shown
    assert f"\n{ADMIN} (" not in shown, "nobody counts it among people"
    assert (
        answers["everyone.txt"]
        == {
            "docs": {(user, "read") for user in _MAY_LOG_ON},
            "few": {("ann", "read"), ("cat", "read")},
        }[share]
    )


def test_the_path_of_a_grant_goes_from_the_share_through_groups_to_the_person(
    office: Office, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(ADMIN, monkeypatch)
    assert stocktake.run("scan", office.address("few")).returncode == 0
    shown = _asked(stocktake, f"{office.address('few')}/Rents/finance.txt")
    assert (
        "ann (unknown) can read: member of group payroll, which is in group finance, which may"
        " read through the share → member of group payroll, which is in group finance, which may"
        " read\n"
    ) in shown
    typed = f"{office.address('FEW')}/RENTS/Finance.TXT"
    assert _asked(stocktake, typed) == shown, "case means nothing"
    unc = office.address("few").replace("smb:", "").replace(f":{office.samba.port}", "")
    server = _asked(stocktake, office.address("few").rpartition("/")[0])
    assert "widest first:\n    " in server
    assert f"{office.address('few')}/Rents" in server
    other = stocktake.run("who-can-reach", f"{unc}/Rents/finance.txt")
    assert other.returncode == 2, "the same share on the usual port is another one"


def test_removed_accounts_are_said_and_disabled_ones_not_counted(
    office: Office, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(ADMIN, monkeypatch)
    assert stocktake.run("scan", office.address("docs")).returncode == 0
    removed = _asked(stocktake, f"{office.address('docs')}/Rents/removed.txt")
    assert f"{_ORPHAN} is granted access but is not known here" in removed
    gone = _asked(stocktake, f"{office.address('docs')}/Rents/gone.txt")
    assert "gone (" not in gone
    assert "No person's account that is known can read or change this." in gone


def test_an_account_that_may_not_ask_for_the_share_s_permissions_says_they_are_not_known(
    office: Office, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as("ann", monkeypatch)
    with lent_samba(_WORLD) as samba:  # another one: no administrator has asked this one yet
        (samba.folder / "note.txt").write_bytes(b"Bins.\n")
        with Client(samba.port, ADMIN, PASSWORD) as admin:
            admin.set_descriptor("docs", "", raw(_ALL))
            admin.set_descriptor("docs", "note.txt", raw("D:(A;;FR;;;{finance})", samba.sids))
        address = Office(samba).address("few")
        done = stocktake.run("scan", address)
        assert done.returncode == 0, "usual on Windows: not each night ends with 1 for it"
        assert _SHARE_UNTOLD in " ".join(done.stdout.split())
        shown = _asked(stocktake, f"{address}/note.txt")
    assert _grants(shown) == {("bob", "read")}
    assert "System accounts that can read it: ann (the account that scans)" in shown
    assert "The permissions of the share itself are not known" in shown


def test_a_file_whose_permissions_may_not_be_read_is_not_known_to_be_closed(
    office: Office, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as("ann", monkeypatch)
    with lent_samba(World(users=("ann",))) as samba:
        (samba.folder / "note.txt").write_bytes(b"Bins.\n")
        (samba.folder / "note.txt").chmod(0o666)
        with Client(samba.port, ADMIN, PASSWORD) as admin:
            admin.set_descriptor("docs", "", raw(_ALL))
            only_data = raw("O:{labadmin}D:(A;;0x100081;;;WD)", samba.sids)
            admin.set_descriptor("docs", "note.txt", only_data)
        address = Office(samba).address("docs")
        done = stocktake.run("scan", address)
        assert done.returncode == 1, done.stderr
        for said in (done.stdout, stocktake.run("coverage").stdout):
            assert _NOT_KNOWN in " ".join(said.split())
        page = stocktake.home / "report.html"
        stocktake.run("report", "html", "--output", str(page))
        assert _NOT_KNOWN in page.read_text()
        shown = _asked(stocktake, f"{address}/note.txt")
    assert shown == (
        "Who can reach this is not known.\n"
        "Its permissions could not be read by the account that scans.\n"
    )


def test_permissions_of_a_night_that_ends_incomplete_count(
    stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(ADMIN, monkeypatch)
    with lent_samba(_WORLD) as samba:
        with Client(samba.port, ADMIN, PASSWORD) as admin:
            admin.set_descriptor("docs", "", raw(_ALL))
            for number in range(5):
                (samba.folder / f"{number}.txt").write_bytes(b"Bins.\n")
                admin.set_descriptor("docs", f"{number}.txt", raw("D:(A;;FR;;;{dan})", samba.sids))
        address = Office(samba).address("docs")
        assert stocktake.run("scan", address).returncode == 0
        assert _grants(_asked(stocktake, f"{address}/0.txt")) == {("dan", "read")}
        with Client(samba.port, ADMIN, PASSWORD) as admin:
            admin.set_descriptor("docs", "0.txt", raw("D:(A;;FR;;;{cat})", samba.sids))
        os.utime(samba.folder / "0.txt")  # Samba lists no time that new permissions alone change
        for number in range(1, 5):
            (samba.folder / f"{number}.txt").unlink()
        done = stocktake.run("scan", address)
        assert (done.returncode, "files are gone" in done.stderr) == (3, True)
        shown = _asked(stocktake, f"{address}/0.txt")
    assert _grants(shown) == {("cat", "read")}, "the server tells it as well as ever"
    assert "as it was known before" not in shown


def test_two_servers_in_one_catalogue_are_each_answered_by_their_own_accounts(
    office: Office, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(ADMIN, monkeypatch)
    assert stocktake.run("scan", office.address("docs")).returncode == 0
    path = f"{office.address('docs')}/Rents/everyone.txt"
    before = _asked(stocktake, path)
    with lent_samba(World(users=("eve",))) as samba:
        (samba.folder / "note.txt").write_bytes(b"Bins.\n")
        with Client(samba.port, ADMIN, PASSWORD) as admin:
            admin.set_descriptor("docs", "note.txt", raw(_FILES["everyone.txt"], samba.sids))
        other = Office(samba).address("docs")
        assert stocktake.run("scan", other).returncode == 0
        assert _grants(_asked(stocktake, f"{other}/note.txt")) == {("eve", "read")}
    assert _asked(stocktake, path) == before
    assert stocktake.run("scan", office.address("docs")).returncode == 0
    assert _asked(stocktake, path) == before


_CREATE, _READ = 5, 8  # commands: [MS-SMB2] 2.2.1.2
_WITHOUT_FILES = 10  # folders, the root's identity, pipes that tell of accounts and permissions
_COMMAND, _NEXT = struct.Struct("<H"), struct.Struct("<I")


def test_a_scan_over_several_connections_gives_what_one_connection_gives(
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    _as(ADMIN, monkeypatch)
    monkeypatch.setenv("STOCKTAKE_TOKEN_KEY", "5a" * 32)
    many = office.samba.folder / "many"
    request.addfinalizer(partial(shutil.rmtree, many))
    for number in range(40):
        few = many / str(number % 5)  # too few in each for another connection: read together
        few.mkdir(parents=True, exist_ok=True)
        (few / f"{number:02}.txt").write_bytes(b"NI number: QQ 12 34 %02d C\n" % number)
    (many / "large.txt").write_bytes(b"nothing\n" * 50_000)
    seen: set[threading.Thread] = set()

    def watched(frame: bytes) -> bytes:
        seen.add(threading.current_thread())
        return frame

    kept, made = {}, {}
    with relay(office.samba.port, watched) as way:
        for connections in (1, 4):
            stocktake = Stocktake(tmp_path / str(connections))
            stocktake.home.mkdir()
            settings = stocktake.home / "stocktake.toml"
            settings.write_text(f"connections_per_server = {connections}\n")
            done = stocktake.run(
                *("scan", f"smb://127.0.0.1:{way}/docs", "--settings", str(settings), "--jobs", "1")
            )
            assert done.returncode == 0, done.stderr
            kept[connections], made[connections] = stored_rows(stocktake), len(seen)
            seen.clear()
    assert kept[4] == kept[1]
    assert made[4] == made[1] + 3


@contextmanager
def _counted(office: Office) -> Iterator[tuple[str, Counter[int]]]:
    """Yield the address of the share through a way that counts what was answered, by command."""
    answered: Counter[int] = Counter()

    def counted(frame: bytes) -> bytes:
        at, following = 0, 1
        while following:
            (command,), (following,) = (
                _COMMAND.unpack_from(frame, at + 12),
                _NEXT.unpack_from(frame, at + 20),
            )
            answered[command] += 1
            at += following
        return frame

    with relay(office.samba.port, counted) as port:
        yield f"smb://127.0.0.1:{port}/docs", answered


def test_the_second_night_over_an_unchanged_share_opens_no_file(
    office: Office, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(ADMIN, monkeypatch)
    opened_ns, far_ns = 1_500_000_000 * 10**9, 2**63 * 3 // 2  # the year 2408
    os.utime(office.samba.folder / "Rents" / "cat.txt", ns=(opened_ns, far_ns))
    with _counted(office) as (address, answered):
        for reads in (len(_FILES), 0):
            answered.clear()
            assert stocktake.run("scan", address).returncode == 0
            assert answered[_READ] == reads
    assert answered[_CREATE] <= _WITHOUT_FILES
    with stocktake.connected() as connection:
        assert connection.execute(
            "SELECT accessed_ns, modified_ns FROM entry WHERE name = 'cat.txt'"
        ).fetchall() == [(opened_ns, 2**63 - 1)]


def test_permissions_that_smbd_lists_no_time_of_are_asked_for_within_days(
    office: Office, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(ADMIN, monkeypatch)
    with _counted(office) as (address, answered):
        path = f"{address}/Rents/cat.txt"
        assert stocktake.run("scan", address).returncode == 0
        assert "last read" not in _asked(stocktake, path)
        with _guarded(office, "cat.txt", "D:(A;;FR;;;{dan})"):
            assert stocktake.run("scan", address).returncode == 0
            with stocktake.connected() as connection:
                connection.execute("UPDATE share_run SET started = '2026-03-01' WHERE id = 1")
            shown = _asked(stocktake, path)
            assert _grants(shown) == {("cat", "read"), ("cat", "write")}
            assert "Its permissions were last read on 2026-03-01" in shown
            answered.clear()
            assert stocktake.run("scan", address).returncode == 0
            shown = _asked(stocktake, path)
            assert _grants(shown) == office.may("docs", "cat.txt")
    assert answered[_READ] == 0
    assert len(_FILES) < answered[_CREATE] <= _WITHOUT_FILES + len(_FILES)
    assert "last read" not in shown


def test_what_was_moved_with_the_permissions_of_where_it_was_says_so(
    stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(ADMIN, monkeypatch)
    with lent_samba(_WORLD) as samba:
        (samba.folder / "Finance").mkdir(mode=0o777)
        (samba.folder / "Finance" / "note.txt").write_bytes(b"Bins.\n")
        with Client(samba.port, ADMIN, PASSWORD) as admin:
            for place, sddl in (
                ("", "D:(A;OICI;FA;;;WD)"),
                ("Finance", "D:(A;OICI;FA;;;{finance})"),
                (r"Finance\note.txt", "D:AI(A;ID;FA;;;{finance})"),
            ):
                admin.set_descriptor("docs", place, raw(sddl, samba.sids))
        address = Office(samba).address("docs")
        assert stocktake.run("scan", address).returncode == 0
        assert "inherited elsewhere" not in _asked(stocktake, f"{address}/Finance/note.txt")
        (samba.folder / "Finance" / "note.txt").rename(samba.folder / "note.txt")
        assert stocktake.run("scan", address, "--accept-loss").returncode == 0  # all moved
        shown = _asked(stocktake, f"{address}/note.txt")
    assert _grants(shown) == {(who, how) for who in ("ann", "bob") for how in ("read", "write")}
    assert "1 of its permissions was inherited elsewhere and not from its folder" in shown


@contextmanager
def _guarded(office: Office, name: str, sddl: str) -> Iterator[None]:
    """Give a file other permissions for a while."""
    with Client(office.samba.port, ADMIN, PASSWORD) as admin:
        for each in (sddl, _FILES[name]):
            admin.set_descriptor("docs", rf"Rents\{name}", raw(each, office.samba.sids))
            if each is sddl:
                yield
