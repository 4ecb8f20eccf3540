"""Links of a namespace: followed to servers that were named, and to no other."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.base import Cause, Exclusion, Listing
from connectors.smb.address import SmbAddress, SmbServer
from scanner.links import Links, Told
from scanner.shares import PASSWORD, USER
from tests.scanner.scanning import Stocktake
from tests.servers import samba
from tests.servers.lent import lent_samba
from tests.servers.samba import Samba, World

_SCANS = "scan"
_LETTER = b"NI number: AB 12 34 56 C\nDear Ms Invented\n"
_OTHER = "127.0.0.2"
_SPACE = World(
    users=(_SCANS,),
    shares={"space": None, "docs": None, "team": None},
    settings={
        "space": ("msdfs root = yes", "path = {folder}/space"),
        "docs": ("path = {folder}/docs",),
        # As a controller has a namespace of its domain: by name, and its root lies elsewhere.
        "team": (
            r"msdfs proxy = \files01.council.example\team",
            "msdfs root = yes",
            "browseable = no",
        ),
    },
)
_FILES = World(
    users=(_SCANS,),
    shares={"fin": None},
    settings={"global": (f"interfaces = 127.0.0.1/8 {_OTHER}/8",)},
)


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.parent.chmod(0o777)
    path.write_bytes(_LETTER)
    path.chmod(0o666)


@pytest.fixture(scope="module")
def space() -> Iterator[Samba]:
    with lent_samba(_SPACE) as server:
        _write(server.folder / "space" / "plain" / "letter.txt")
        _write(server.folder / "docs" / "letter.txt")
        (server.folder / "space").chmod(0o777)
        links = {
            "Docs": r"127.0.0.1\docs",
            "plain/Docs again": r"127.0.0.1\Docs",
            "Round": r"127.0.0.1\space",
            "Nowhere": r"127.0.0.1\no such share",
            "Finance": rf"gone.invalid\fin,{_OTHER}\fin",
        }
        for name, target in links.items():
            os.symlink(f"msdfs:{target}", server.folder / "space" / name)
        yield server


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, _SCANS)
    monkeypatch.setenv(PASSWORD, samba.PASSWORD)


@pytest.mark.usefixtures("asking")
def test_a_link_is_followed_once_on_its_own_server_and_told_where_it_leads_to_another(
    stocktake: Stocktake, space: Samba
) -> None:
    server = f"smb://127.0.0.1:{space.port}"
    with socket.create_server((_OTHER, 445)) as other:
        other.settimeout(0.1)
        done = stocktake.run("scan", f"{server}/space")
        with pytest.raises(TimeoutError):
            other.accept()  # nobody asked: nothing was sent there
    assert done.returncode == 1, done.stderr
    ended = [(row["share"], row["outcome"], row["gaps"]) for row in stocktake.export("coverage")]
    assert ended == [(f"{server}/space", "complete", 2), (f"{server}/docs", "complete", 0)]
    assert stocktake.states() == {
        "Docs": ("excluded", "mount-point"),
        "Round": ("excluded", "mount-point"),
        "plain/Docs again": ("excluded", "mount-point"),
        "Finance": ("gap", "unreachable"),
        "Nowhere": ("gap", "unreachable"),
        "plain/letter.txt": ("examined", None),
        "letter.txt": ("examined", None),
    }
    gaps = [(row["path"], row["target"]) for row in stocktake.export("gaps")]
    nowhere = f"{server}/no such share"
    assert gaps == [("Finance", r"\\gone.invalid\fin"), ("Nowhere", nowhere)]
    for line in (
        r"Finance leads to \\gone.invalid\fin, and its server was not named: scan that.",
        f"Nowhere leads to {nowhere}, and it cannot be opened: there is no such share.",
    ):
        assert f"{server}/space/{line}\n" in done.stdout


@pytest.mark.usefixtures("asking")
def test_of_a_namespace_whose_root_lies_elsewhere_is_said_where(
    stocktake: Stocktake, space: Samba
) -> None:
    done = stocktake.run("scan", f"smb://127.0.0.1:{space.port}/team")
    assert done.returncode == 2
    said = r"a DFS namespace whose root lies at \\files01.council.example\team: scan that"
    assert said in done.stderr
    done = stocktake.run("scan", f"smb://127.0.0.1:{space.port}/none")
    assert "there is no such share" in done.stderr


@pytest.mark.usefixtures("asking")
def test_a_link_to_a_server_that_was_named_is_followed_at_its_port(
    stocktake: Stocktake, space: Samba
) -> None:
    with lent_samba(_FILES) as files:
        _write(files.folder / "letter.txt")
        _write(files.folder / "2026" / "letter.txt")
        named = f"smb://{_OTHER}:{files.port}/fin"
        done = stocktake.run("scan", f"smb://127.0.0.1:{space.port}", named)
        again = stocktake.run("scan", f"smb://127.0.0.1:{space.port}", named)
    assert (done.returncode, again.returncode) == (1, 1), done.stderr + again.stderr
    shares = [str(row["share"]).partition("//")[2] for row in stocktake.export("coverage")]
    once = sorted(
        (
            f"127.0.0.1:{space.port}/docs",
            f"127.0.0.1:{space.port}/space",
            f"{_OTHER}:{files.port}/fin",
        )
    )
    assert sorted(shares) == sorted((*once, *once))
    assert [row["path"] for row in stocktake.export("gaps")] == ["Nowhere"]
    assert stocktake.states()["Finance"] == ("excluded", "mount-point")


_NAMED = (SmbServer("files01", 445), SmbServer("Files02", 1445))


def _opens(address: SmbAddress) -> str:
    return "" if address.share != "gone" else "there is no such share"


def test_the_first_target_that_may_be_asked_is_followed() -> None:
    links = Links(_NAMED, _opens)
    targets = (r"\\files09\a", r"\\FILES02\b\c", r"\\files01\a")
    settled = links.settled(Listing(("x",), links=(("here", targets),)))
    assert settled.excluded == (("here", Exclusion.MOUNT_POINT),)
    assert links.found == [SmbAddress("FILES02", 1445, "b", ("c",))]


def test_a_link_that_leads_nowhere_that_is_known_is_a_gap() -> None:
    links = Links(_NAMED, _opens)
    listing = Listing(
        ("x",),
        gaps=(("b", Cause.OFFLINE),),
        links=(
            ("c", ()),
            ("a", (r"\\files01.council.example\a",)),
            ("d", (r"\\files01\..",)),
            ("e", (r"\\files01\gone",)),
        ),
    )
    settled = links.settled(listing)
    assert settled.links == ()
    assert settled.gaps == (
        ("a", Cause.UNREACHABLE),
        ("b", Cause.OFFLINE),
        ("c", Cause.UNREACHABLE),
        ("d", Cause.UNREACHABLE),
        ("e", Cause.UNREACHABLE),
    )
    not_named = "its server was not named: scan that"
    assert links.told == [
        Told(("x", "c"), "", not_named),
        Told(("x", "a"), r"\\files01.council.example\a", not_named),
        Told(("x", "d"), r"\\files01\..", not_named),
        Told(("x", "e"), "smb://files01/gone", "there is no such share"),
    ]
    assert links.found == []
