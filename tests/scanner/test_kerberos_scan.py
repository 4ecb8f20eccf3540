"""Scans by Kerberos as a user runs them: by keytab and ticket cache, over tickets that run out."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scanner import domain as directory
from scanner.shares import CACHE, KERBEROS, PASSWORD, USER
from tests.scanner.access.nt.small_office import raw
from tests.scanner.reaching import asked, grants
from tests.scanner.scanning import Stocktake
from tests.servers import samba
from tests.servers.domain import ADMINISTRATOR, BASE
from tests.servers.kerberos import LEAST_SECONDS, Realm, realm_of
from tests.servers.lent import lent_domain, lent_member
from tests.servers.relay import relay
from tests.servers.smb_client import Client

_LETTER = b"NI number: AB 12 34 56 C\nDear Ms Invented\n"
_FOLDERS, _FILES = 4, 20
_ALL = _FOLDERS * _FILES
_TICKET_SECONDS = 8
_MIDST = 30  # frames of the server's: some files were read, and some not
_AGAIN = "WARNING connectors.smb.link The session with the server is made again"
_KEPT = (
    "path, name, state, fingerprint, raw FROM entry JOIN folder ON folder.id = folder_id"
    " JOIN content ON content.id = content_id JOIN descriptor ON descriptor.id = descriptor_id",
    "token, count, masked, locator FROM occurrence",
    "authority, identifier, kind, name FROM principal",
    "one.identifier, other.identifier FROM membership JOIN principal AS one ON one.id = group_id"
    " JOIN principal AS other ON other.id = member_id",
    "name, right, steps FROM reach JOIN principal ON principal.id = principal_id",
)
_VARIABLES = (KERBEROS, USER, PASSWORD, directory.DIRECTORY, directory.USER, directory.PASSWORD)


@pytest.fixture(scope="module")
def realm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Realm]:
    with lent_domain() as domain, realm_of(domain, tmp_path_factory.mktemp("kerberos")) as realm:
        domain.answer_to(f"cifs/{domain.host}", f"ldap/{domain.host}")
        domain.add_user("ann")
        domain.add_user("bob")
        domain.add_group("payroll", ("ann",))
        _write(domain.folder)
        with Client(domain.port, ADMINISTRATOR, samba.PASSWORD, domain.host) as client:
            guard = raw("D:(A;;FA;;;{payroll})(A;;FR;;;{bob})", domain.sids)
            client.set_descriptor("docs", r"0\00.txt", guard)
        yield realm


@pytest.fixture(scope="module")
def keytab(realm: Realm) -> Path:
    return realm.domain.keytab("ann")


@pytest.fixture(autouse=True)
def _nothing_set(realm: Realm, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for variable in _VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    yield
    realm.cache.unlink(missing_ok=True)
    realm.set()


def _write(folder: Path) -> None:
    for number in range(_FOLDERS):
        (folder / str(number)).mkdir(exist_ok=True)
        (folder / str(number)).chmod(0o777)
        for name in range(_FILES):
            path = folder / str(number) / f"{name:02}.txt"
            path.write_bytes(_LETTER + b"Reference %d\n" % time.monotonic_ns())
            path.chmod(0o666)


class _Way:
    """Lets frames of the server's pass, but in the midst of a scan waits until a ticket is over."""

    def __init__(self) -> None:
        self.left: int | None = None  # frames until then; None: never

    def __call__(self, frame: bytes) -> bytes:
        if self.left is not None:
            self.left -= 1
            if self.left == 0:
                time.sleep(_TICKET_SECONDS + 1)
        return frame


def _kept(stocktake: Stocktake) -> list[list[str]]:
    """Return what a scan found of files, what is in them, permissions, accounts and reach."""
    with stocktake.connected() as connection:
        return [sorted(map(repr, connection.execute(f"SELECT {each}"))) for each in _KEPT]


def _ended(stocktake: Stocktake) -> tuple[str, int, int]:
    """Return how the last scan ended, how many files there are and how many are gaps."""
    with stocktake.connected() as connection:
        (outcome,) = connection.execute("SELECT outcome FROM share_run ORDER BY id").fetchall()[-1]
        causes = [cause for (cause,) in connection.execute("SELECT cause FROM entry")]
    assert "vanished" not in causes
    return outcome, len(causes), len(causes) - causes.count(None)


def test_a_scan_by_keytab_or_ticket_cache_equals_one_by_a_password(
    realm: Realm, keytab: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = realm.domain.host
    realm.kinit(keytab, "ann")
    ways = {
        "password": {
            USER: r"LAB\ann",
            PASSWORD: samba.PASSWORD,
            directory.DIRECTORY: f"ldaps://{host}",
            directory.AUTHORITY: str(realm.domain.certificate),
        },
        "keytab": {KERBEROS: str(keytab), directory.DIRECTORY: f"ldap://{host}"},
        "cache": {KERBEROS: CACHE, directory.DIRECTORY: f"ldap://{host}"},
    }
    found = {}
    monkeypatch.setenv("STOCKTAKE_TOKEN_KEY", "5a" * 32)
    for way, variables in ways.items():
        stocktake = Stocktake(tmp_path / way)
        stocktake.home.mkdir()
        with monkeypatch.context() as set_:
            for variable, value in variables.items():
                set_.setenv(variable, value)
            done = stocktake.run("scan", f"smb://{host}/docs")
        assert done.returncode == 0, done.stderr
        found[way] = _kept(stocktake)
        for path in stocktake.home.rglob("*"):
            held = path.read_bytes() if path.is_file() else b""
            assert samba.PASSWORD.encode() not in held
            assert b"ann@" not in held
            assert str(keytab).encode() not in held
    reach = asked(stocktake, f"smb://{host}/docs/0/00.txt")
    assert grants(reach) == {("bob", "read")}
    assert "System accounts that can read it: LAB\\ann (the account that scans)" in reach
    assert len(found["keytab"][0]) == _ALL
    assert min(map(len, found["keytab"])) > 2
    assert found["keytab"] == found["password"]
    assert found["cache"] == found["password"]


def test_a_cache_that_runs_out_in_the_night_makes_nothing_look_gone(
    realm: Realm, keytab: Path, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KERBEROS, CACHE)
    host, way = realm.domain.host, _Way()
    with relay(445, way, host=host) as port:
        address = f"smb://{host}:{port}/docs"
        realm.kinit(keytab, "ann")
        assert stocktake.run("scan", address).returncode == 0
        _write(realm.domain.folder)
        realm.kinit(keytab, "ann", LEAST_SECONDS + _TICKET_SECONDS)
        realm.take("cifs", _TICKET_SECONDS)
        way.left = _MIDST
        done = stocktake.run("scan", address)
        assert done.returncode == 3
        (said,) = [each for each in done.stderr.splitlines() if not each.endswith(_AGAIN)]
        assert re.fullmatch(  # opened: where this machine is so slow that it runs out before
            "stocktake: not complete: the share could not be (read|opened):"
            " the ticket has run out: run kinit again, or set a keytab.",
            said,
        )
        outcome, listed, gaps = _ended(stocktake)
        assert (outcome, listed) == ("incomplete", _ALL)
        assert 0 < gaps <= _ALL
        realm.kinit(keytab, "ann")
        assert stocktake.run("scan", address).returncode == 0
        assert _ended(stocktake) == ("complete", _ALL, 0)


def test_a_keytab_carries_a_scan_on_over_tickets_that_run_out(
    realm: Realm, keytab: Path, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KERBEROS, str(keytab))
    ahead = LEAST_SECONDS  # the server's clock: a ticket ends sooner there
    with lent_member(realm.domain, {}, ahead) as member:
        realm.domain.answer_to(f"cifs/{member.host}", computer="CN=FILES01,CN=Computers," + BASE)
        realm.set(ticket_lifetime=f"{ahead + _TICKET_SECONDS}s")
        _write(member.folder)
        way = _Way()
        way.left = _MIDST
        with relay(445, way, host=member.host) as port:
            done = stocktake.run("scan", f"smb://{member.host}:{port}/docs")
    assert done.returncode == 0, done.stderr
    assert done.stderr
    assert all(line.endswith(_AGAIN) for line in done.stderr.splitlines())
    assert _ended(stocktake) == ("complete", _ALL, 0)


def test_what_stands_in_the_way_of_a_scan_is_one_line(
    realm: Realm, keytab: Path, stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"smb://{realm.domain.host}/docs"

    def refused(variables: dict[str, str], under: tuple[str, ...] = ()) -> str:
        with monkeypatch.context() as set_:
            for variable, value in variables.items():
                set_.setenv(variable, value)
            done = stocktake.run("scan", address, under=under)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
        return done.stderr.removeprefix(f"stocktake: Cannot scan {address}: ")

    by_keytab, by_cache = {KERBEROS: str(keytab)}, {KERBEROS: CACHE}
    assert refused(by_cache).startswith("there is no ticket: run kinit")
    assert "the keytab holds no key of the account" in refused({**by_keytab, USER: "bob"})
    assert f"Set {KERBEROS} or {PASSWORD}" in refused({**by_cache, PASSWORD: "other"})
    assert "names no keytab that can be read." in refused({KERBEROS: "/none"})
    over_tls = {**by_keytab, directory.DIRECTORY: f"ldaps://{realm.domain.host}"}
    assert f"give ldap://{realm.domain.host}" in refused(over_tls)
    realm.set(kdc_timesync=0)
    clock = ("faketime", "-f", "+600s")
    assert "the clocks of this machine and of the domain" in refused(by_keytab, clock)
    realm.set(port=1)
    assert "no domain controller answers to give a ticket" in refused(by_keytab)
