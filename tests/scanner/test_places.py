"""All shares of a real server: found, scanned each as its own, and what is not scanned is said."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from connectors.smb.address import SmbAddress, SmbServer
from connectors.smb.discovery import NoFiles, Offer
from scanner.places import Asked, Places
from scanner.shares import PASSWORD, USER
from tests.scanner.scanning import Stocktake
from tests.servers import samba
from tests.servers.lent import lent_samba
from tests.servers.samba import Samba, World

_SCANS = "scan"
_LETTER = b"NI number: AB 12 34 56 C\nDear Ms Invented\n"
_SHARES = ("housing", "HR$", "C$", "kept", "print$", "few")


def _own(share: str) -> str:
    return f"path = {{folder}}/{share}"


_WORLD = World(
    users=(_SCANS, "ann"),
    shares={**dict.fromkeys(_SHARES), "payroll": "D:(A;;FA;;;{ann})"},
    settings={
        **{name: (_own(name),) for name in (*_SHARES, "payroll")},
        "kept": (_own("kept"), "browseable = no"),
        "few": (_own("few"), "hide unreadable = yes"),
    },
)
_FILTERED = "Listing filtered by the server: completeness cannot be proved"


@dataclass(frozen=True)
class Office:
    """A server whose shares each have a folder with a letter in it."""

    samba: Samba

    @property
    def server(self) -> str:
        return f"smb://127.0.0.1:{self.samba.port}"

    def write(self, share: str, name: str, content: bytes = _LETTER) -> Path:
        folder = self.samba.folder / share
        folder.mkdir(exist_ok=True)
        folder.chmod(0o777)
        path = folder / name
        path.write_bytes(content)
        path.chmod(0o666)
        return path

    def without(self, *shares: str, **settings: tuple[str, ...]) -> None:
        """Take shares away, and give others other settings."""
        left = {name: sddl for name, sddl in _WORLD.shares.items() if name not in shares}
        kept = {name: lines for name, lines in _WORLD.settings.items() if name not in shares}
        self.samba.smbd.change(replace(_WORLD, shares=left, settings={**kept, **settings}))


@pytest.fixture(scope="module")
def running() -> Iterator[Samba]:
    with lent_samba(_WORLD) as made:
        yield made


@pytest.fixture
def office(running: Samba, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv(USER, _SCANS)
    monkeypatch.setenv(PASSWORD, samba.PASSWORD)
    office = Office(running)
    for share in (*_SHARES, "payroll"):
        office.write(share, "letter.txt")
    yield office
    running.smbd.change(_WORLD)


def _ended(stocktake: Stocktake) -> dict[str, object]:
    """Return how the last scan of each share ended, by its name."""
    return {
        str(row["share"]).rpartition("/")[2]: row["outcome"] for row in stocktake.export("coverage")
    }


def test_all_shares_that_a_server_lists_are_scanned_in_one_run(
    stocktake: Stocktake, office: Office
) -> None:
    done = stocktake.run("scan", office.server)
    assert done.returncode == 3, done.stderr
    assert _ended(stocktake) == {
        "housing": "complete",
        "HR$": "complete",
        "few": "complete",
        "payroll": "incomplete",
    }
    assert len({row["run"] for row in stocktake.export("coverage")}) == 1
    found = {(row["share"], row["entity"]) for row in stocktake.export("occurrences")}
    assert {(f"{office.server}/{name}", "UK_NINO") for name in ("housing", "HR$", "few")} <= found
    for line in ("C$ (administrative)", "IPC$ (not files)", "print$ (printing)"):
        assert f"Left out of {office.server}: {line}.\n" in done.stdout
    assert done.stderr == (
        f"stocktake: {office.server}/payroll: not complete: the share could not be opened:"
        " the account has no access to the share.\n"
    )
    with stocktake.connected() as connection:
        (finished,) = connection.execute("SELECT finished IS NOT NULL FROM run").fetchall()
    assert finished == (1,)


def test_a_filtered_listing_is_said_everywhere(stocktake: Stocktake, office: Office) -> None:
    closed = office.write("few", "closed.txt")
    closed.chmod(0o600)
    done = stocktake.run("scan", f"{office.server}/few", f"{office.server}/HR$")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(_FILTERED) == 1
    assert "few/closed.txt" not in done.stdout
    kept = {row["share"]: row["filtered"] for row in stocktake.export("coverage")}
    assert kept == {f"{office.server}/few": True, f"{office.server}/HR$": False}
    assert stocktake.run("coverage").stdout.count(_FILTERED) == 1
    page = stocktake.run("report", "html", "--output", str(stocktake.home / "page.html"))
    assert page.returncode == 0, page.stderr
    assert (stocktake.home / "page.html").read_text().count(_FILTERED) == 1


def test_a_hidden_share_is_scanned_by_its_name_and_then_with_its_server(
    stocktake: Stocktake, office: Office
) -> None:
    assert stocktake.run("scan", f"{office.server}/kept").returncode == 0
    done = stocktake.run("scan", office.server)
    assert _ended(stocktake)["kept"] == "complete"
    assert f"{office.server} no longer lists {office.server}/kept" in done.stdout
    assert len([row for row in stocktake.export("coverage") if "kept" in str(row["share"])]) == 2


def test_a_share_that_is_no_longer_listed_loses_nothing_and_is_said(
    stocktake: Stocktake, office: Office
) -> None:
    stocktake.run("scan", office.server)
    before = stocktake.export("occurrences")
    office.without("housing")
    done = stocktake.run("scan", office.server)
    assert done.returncode == 3
    assert f"{office.server} no longer lists {office.server}/housing" in done.stdout
    assert (
        f"stocktake: {office.server}/housing: not complete: the server no longer lists it, and the"
        " share could not be opened: there is no such share.\n"
    ) in done.stderr
    assert stocktake.export("occurrences") == before
    states = {
        (row["share"], row["state"], row["cause"])
        for row in stocktake.export("entries")
        if "housing" in str(row["share"])
    }
    assert states == {(f"{office.server}/housing", "gap", "unreachable")}
    office.without()
    stocktake.run("scan", office.server)
    assert _ended(stocktake)["housing"] == "complete"
    assert stocktake.export("occurrences") == before


def test_shares_and_those_left_out_are_named_in_the_settings(
    stocktake: Stocktake, office: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "local"
    folder.mkdir()
    (folder / "letter.txt").write_bytes(_LETTER)
    settings = tmp_path / "stocktake.toml"
    settings.write_text(
        f'[[share]]\npath = "{folder}"\n[[share]]\npath = "{office.server}"\n'
        'without = ["Payroll", "hr$", "gone"]\nwhy = "kept by the payroll team"\n'
    )
    done = stocktake.run("scan", "--settings", str(settings))
    assert done.returncode == 0, done.stderr
    assert set(_ended(stocktake)) == {"local", "housing", "few"}
    assert f"Left out of {office.server}: HR$, payroll (by the settings).\n" in done.stdout
    checked = stocktake.run("doctor", "--settings", str(settings)).stdout
    assert f"ok       share: {folder} can be listed" in checked
    assert f"ok       share: {office.server} lists 4 shares with files" in checked
    without = stocktake.run("scan", "--settings", os.devnull)
    assert without.returncode == 2
    assert "give a PATH" in without.stderr


def test_a_server_that_cannot_be_asked_is_told_in_one_line(
    stocktake: Stocktake, office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # taken, and not listening
        away = f"smb://127.0.0.1:{held.getsockname()[1]}"
        cases = {away: "refused", "smb://no-such-server.invalid": "no-such-server.invalid"}
        for server, said in cases.items():
            done = stocktake.run("scan", server)
            assert (done.returncode, done.stdout) == (2, "")
            assert f"Cannot scan {server}: " in done.stderr
            assert said in done.stderr
            assert not stocktake.database.exists()
        done = stocktake.run("scan", f"{office.server}/housing", away)
        assert done.returncode == 3
        assert "1 listed = 1 examined" in done.stdout
        assert f"Cannot scan {away}: " in done.stderr
        settings = tmp_path / "stocktake.toml"
        settings.write_text(f'[[share]]\npath = "{away}"\n')
        checked = stocktake.run("doctor", "--settings", str(settings))
        assert checked.returncode == 1
        assert f"missing  share: {away}: the server is lost" in checked.stdout
    office.without(**{"IPC$": ("invalid users = scan",)})
    done = stocktake.run("scan", office.server)
    assert (done.returncode, done.stdout) == (2, "")
    assert "may not ask for its shares; name each of them: " in done.stderr
    monkeypatch.setenv(PASSWORD, "Wr0ng-Passw0rd")
    done = stocktake.run("scan", office.server)
    assert done.returncode == 2
    assert "user name or password is wrong" in done.stderr


def test_a_wrong_password_is_tried_once_on_a_server_and_locks_nobody_out(
    stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(users=(_SCANS,), shares=dict.fromkeys("abcde"), lock_after=3)
    with lent_samba(world) as locking:
        office = Office(locking)
        office.write("docs", "letter.txt")
        shares = [f"{office.server}/{name}" for name in world.shares]
        monkeypatch.setenv(USER, _SCANS)
        monkeypatch.setenv(PASSWORD, "Wr0ng-Passw0rd")
        done = stocktake.run("scan", *shares)
        assert done.returncode == 2
        assert done.stderr.count("\nstocktake: Cannot scan") == 4, "each has its line"
        assert done.stderr.count("asking on may lock the account") == 4
        monkeypatch.setenv(PASSWORD, samba.PASSWORD)
        done = stocktake.run("scan", shares[0])
        assert done.returncode == 0, done.stderr


def test_a_password_that_one_server_refuses_is_tried_on_no_other(
    stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(users=(_SCANS,), shares={"docs": None}, lock_after=1)
    monkeypatch.setenv(USER, _SCANS)
    monkeypatch.setenv(PASSWORD, samba.PASSWORD)
    with lent_samba(world) as locking, lent_samba(world) as other:
        first, second = sorted(f"smb://127.0.0.1:{each.port}" for each in (locking, other))
        for each in (locking, other):
            Office(each).write("docs", "letter.txt")
        shares = (f"{first}/docs", f"{second}/docs")
        assert stocktake.run("scan", *shares).returncode == 0
        monkeypatch.setenv(PASSWORD, "Wr0ng-Passw0rd")
        refreshed = stocktake.run("refresh-access")
        done = stocktake.run("scan", *shares)
        monkeypatch.setenv(PASSWORD, samba.PASSWORD)
        asked = {each: stocktake.run("refresh-access", each).returncode for each in (first, second)}
    assert sum(asked.values()) == 1, "one of them locked the account, for it alone was asked"
    assert (refreshed.returncode, done.returncode) == (1, 2)
    asking_on = "not asked, for asking on may lock the account: smb://127.0.0.1:"
    assert refreshed.stderr.count(asking_on) == 1
    assert refreshed.stdout == "", "nothing is known anew of what was not asked"
    assert done.stderr.count(asking_on) == 1


_SERVER = SmbServer("files01", 445)


def _places(asked: Asked, *roots: str, **left_out: frozenset[str]) -> tuple[list[str], list[str]]:
    places = Places(asked, roots, {f"smb://{name}": each for name, each in left_out.items()})
    found = []
    while (place := places.next()) is not None:
        found.append(str(place.where))
    return found, list(places.said)


def _listed(*names: str) -> Asked:
    return Asked((), ((_SERVER, Offer(names, (("C$", NoFiles.ADMINISTRATIVE),))),), ())


def test_a_known_share_keeps_its_spelling_and_is_scanned_once() -> None:
    twice = replace(_listed("Rents"), shares=(SmbAddress("FILES01", 445, "rents"),))
    found, _ = _places(twice, "smb://files01/RENTS")
    assert found == ["smb://files01/rents"]
    assert _places(_listed("Rents"), "smb://files01/RENTS")[0] == ["smb://files01/RENTS"]


def test_a_share_of_which_folders_are_known_is_not_counted_twice() -> None:
    found, said = _places(_listed("Rents"), "smb://files01/rents/2025", "smb://files01/rents/2026")
    assert found == ["smb://files01/rents/2025", "smb://files01/rents/2026"]
    assert "smb://files01/Rents is not scanned as a whole: smb://files01/rents/2025 is" in said[0]


def test_what_the_settings_leave_out_is_not_asked_for_though_it_is_known() -> None:
    found, said = _places(
        _listed("Rents", "Pay"), "smb://files01/pay", "smb://files02/x", files01=frozenset({"pay"})
    )
    assert found == ["smb://files01/Rents"]
    assert "Left out of smb://files01: Pay (by the settings)" in said


def test_what_links_lead_to_comes_after_the_rest_and_once() -> None:
    places = Places(_listed("Rents"), ("smb://files01/Debts",), {})
    target = SmbAddress("files01", 445, "debts", ("2026",))
    places.add((target, SmbAddress("files01", 445, "rents"), target))
    found = []
    while (place := places.next()) is not None:
        found.append(str(place.where))
    assert found == ["smb://files01/Rents", "smb://files01/Debts"]
    inside = SmbAddress("files01", 445, "RENTS", ("2026",))
    assert places.knows(inside)
    places.add((inside,))
    assert places.next() is None
    assert not any("as a whole" in line for line in places.said)


def test_a_server_that_has_nothing_but_administrative_shares_is_nothing_to_scan(
    stocktake: Stocktake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(USER, _SCANS)
    monkeypatch.setenv(PASSWORD, samba.PASSWORD)
    with lent_samba(World(users=(_SCANS,), shares={"C$": None})) as bare:
        done = stocktake.run("scan", Office(bare).server)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no share with files is listed" in done.stderr
