"""What a person may name to be scanned: folders and shares on a real server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.base import Ref, ShareUnreachable
from scanner.shares import BACKUP, ENCRYPT, PASSWORD, USER, Known, credentials, opened
from tests.connectors.smb.ground import USER as SCANS
from tests.connectors.smb.ground import WORLD, SmbGround
from tests.scanner.scanning import Stocktake
from tests.servers import samba
from tests.servers.lent import lent_samba

_LETTER = b"NI number: AB 12 34 56 C\nDear Ms Invented\n"


@pytest.fixture(scope="module")
def server() -> Iterator[samba.Samba]:
    with lent_samba(WORLD) as made:
        yield made


@pytest.fixture
def ground(server: samba.Samba, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmbGround]:
    monkeypatch.setenv(USER, SCANS)
    monkeypatch.setenv(PASSWORD, samba.PASSWORD)
    ground = SmbGround(server)
    yield ground
    ground.clear()


def test_a_share_of_a_server_is_scanned_like_a_folder(
    stocktake: Stocktake, ground: SmbGround
) -> None:
    ground.make_folder(("Rents", "2026"))
    ground.write(Ref(("Rents", "2026"), "a letter.txt"), _LETTER)
    ground.write(Ref((), "note.txt"), b"Nothing to see.\n")
    ground.write(Ref((), "closed.txt"), _LETTER)
    ground.deny(Ref((), "closed.txt"))
    address = str(ground.address)
    done = stocktake.run("scan", address)
    assert done.returncode == 1, done.stderr
    assert address in done.stdout
    assert stocktake.states() == {
        "Rents/2026/a letter.txt": ("examined", None),
        "note.txt": ("examined", None),
        "closed.txt": ("gap", "denied"),
    }
    found = {(row["path"], row["entity"]) for row in stocktake.export("occurrences")}
    assert ("Rents/2026/a letter.txt", "UK_NINO") in found
    again = stocktake.run("scan", address)
    assert again.returncode == 1, again.stderr
    assert stocktake.states()["note.txt"] == ("unchanged", None)
    for path in stocktake.home.rglob("*"):
        if path.is_file():
            assert samba.PASSWORD.encode() not in path.read_bytes()


def test_a_server_that_goes_away_in_the_night_makes_nothing_look_gone(
    stocktake: Stocktake, ground: SmbGround, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        ground.make_folder((f"{number}",))
        ground.write(Ref((f"{number}",), "a.txt"), _LETTER)
    address = str(ground.address)
    assert stocktake.run("scan", address).returncode == 0
    before = stocktake.export("occurrences")
    ground.samba.smbd.stop()
    done = stocktake.run("scan", address)
    assert done.returncode == 2
    assert "server" in done.stderr
    assert stocktake.export("occurrences") == before
    ground.samba.smbd.start()
    assert stocktake.run("scan", address).returncode == 0
    assert set(stocktake.states().values()) == {("unchanged", None)}


def test_what_is_wrong_with_a_share_is_said_in_one_line(
    stocktake: Stocktake, ground: SmbGround, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = str(ground.address)
    cases = {
        address.replace("docs", "none"): "there is no such share",
        f"{address}/no/such": "there is no such folder on the share",
        "smb://127.0.0.1:0": "no port 0",
    }
    for name, said in cases.items():
        done = stocktake.run("scan", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
        assert len(done.stderr.splitlines()) == 1
    monkeypatch.setenv(PASSWORD, "Wr0ng-Passw0rd")
    done = stocktake.run("scan", address)
    assert done.returncode == 2
    assert "user name or password is wrong" in done.stderr
    assert "Wr0ng-Passw0rd" not in done.stderr
    assert not stocktake.database.exists() or stocktake.export("coverage") == []


@pytest.mark.parametrize(("told", "wanted"), [("1", True), ("0", False), ("", False)])
def test_backup_intent_and_encryption_are_asked_for_by_the_environment(
    told: str, monkeypatch: pytest.MonkeyPatch, *, wanted: bool
) -> None:
    for name, value in ((USER, "scans"), (PASSWORD, "none"), (ENCRYPT, told), (BACKUP, told)):
        monkeypatch.setenv(name, value)
    who = credentials(Path("/"))
    assert (who.encrypt, who.backup) == (wanted, wanted)


def test_a_folder_of_a_share_that_is_known_is_refused(
    stocktake: Stocktake, ground: SmbGround
) -> None:
    ground.make_folder(("Rents",))
    ground.write(Ref(("Rents",), "a.txt"), _LETTER)
    address = str(ground.address)
    assert stocktake.run("scan", address).returncode == 0
    done = stocktake.run("scan", f"{address}/Rents")
    assert done.returncode == 2
    assert "counted twice" in done.stderr


def test_a_local_folder_is_known_by_its_resolved_path(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    os.symlink("a", tmp_path / "alias")
    with opened(tmp_path / "alias", ()) as share:
        assert share.known == Known("local", str(tmp_path / "a"), "a", "local")
    with pytest.raises(ShareUnreachable), opened(tmp_path / "none", ()):
        pass
