from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.base import Ref
from connectors.smb.address import SmbAddress, SmbServer, address_of
from reports.cli.asked import asked, shares_on
from reports.cli.catalogue import opened
from scanner.catalogue.engine import Connection
from scanner.catalogue.queries.guards import Target, target
from scanner.errors import SettingsError
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import Catalogue


def test_a_path_is_a_folder_or_else_a_file_of_its_share(share: Path, scanned_share: Path) -> None:
    with opened(scanned_share) as connection:
        folder = asked(connection, share / "Pensions", target, "")
        file = asked(connection, share / "Pensions" / "broken.zip", target, "")
    assert (folder.folder, folder.name) == ("Pensions", None)
    assert file == Target(folder.share_id, "Pensions", "broken.zip")


def test_what_is_not_known_is_refused_by_when_it_was_asked_for(
    share: Path, scanned_share: Path
) -> None:
    with opened(scanned_share) as connection:
        with pytest.raises(SettingsError, match="scan its folder first"):
            asked(connection, share / "nowhere", target, "")
        with pytest.raises(SettingsError, match="was not known on 2020-01-01"):
            asked(connection, share / "nowhere", target, "on 2020-01-01")


@pytest.fixture
def on_a_server(tmp_path: Path) -> Iterator[Connection]:
    """Give a catalogue of a share on which two files and two folders differ by case alone."""
    share = MemoryShare()
    share.make_folder(("Wohnen",))
    share.make_folder(("Wohnen", "Straße"))
    for path in (("Wohnen", "Straße", "Brief.TXT"), ("note.txt",), ("NOTE.TXT",)):
        share.write(Ref(path[:-1], path[-1]), b"")
    for name in ("Old", "OLD"):
        share.make_folder((name,))
    share.write(Ref(("Old",), "one.txt"), b"")
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    catalogue.night(share, "smb://files01/Docs")
    with catalogue.reading() as connection:
        yield connection


def _address(text: str) -> SmbAddress:
    address = address_of(text)
    assert address
    return address


@pytest.mark.parametrize(
    ("typed", "folder", "name"),
    [
        ("smb://FILES01/docs/WOHNEN/straße/brief.txt", "Wohnen/Straße", "Brief.TXT"),
        (r"\\Files01\DOCS\wohnen\STRAßE", "Wohnen/Straße", None),
        ("smb://files01/docs", "", None),
        ("smb://files01/docs/note.txt", "", "note.txt"),
        ("smb://files01/docs/NOTE.TXT", "", "NOTE.TXT"),
        ("smb://files01/docs/OLD/ONE.TXT", None, None),  # OLD itself is empty, and exactly so
        ("smb://files01/docs/old/ONE.TXT", "Old", "one.txt"),
        ("smb://files01/docs/wohnen/strasse", None, None),  # Windows tells ß and ss apart
        ("smb://files02/docs/note.txt", None, None),
    ],
)
def test_on_a_server_case_means_nothing_but_the_exact_name_comes_first(
    typed: str, folder: str | None, name: str | None, on_a_server: Connection
) -> None:
    if folder is None:
        with pytest.raises(SettingsError, match="not in the catalogue"):
            asked(on_a_server, _address(typed), target, "")
    else:
        found = asked(on_a_server, _address(typed), target, "")
        assert (found.folder, found.name) == (folder, name)


def test_a_server_is_known_by_its_shares_on_the_same_port(on_a_server: Connection) -> None:
    assert shares_on(on_a_server, SmbServer("files01", 445)) == (1,)
    for other in (SmbServer("files01", 1445), SmbServer("files02", 445)):
        with pytest.raises(SettingsError, match="No share of smb://files0"):
            shares_on(on_a_server, other)


def test_what_may_be_two_names_is_not_guessed(on_a_server: Connection) -> None:
    with pytest.raises(SettingsError, match=r"note\.txt: write it as it is") as raised:
        asked(on_a_server, _address("smb://files01/docs/Note.txt"), target, "")
    assert "may be smb://files01/Docs/NOTE.TXT or smb://files01/Docs/note.txt" in str(raised.value)


def test_on_a_local_disk_case_tells_names_apart(share: Path, scanned_share: Path) -> None:
    with opened(scanned_share) as connection, pytest.raises(SettingsError, match="catalogue"):
        asked(connection, share / "PENSIONS", target, "")


def test_below_a_folder_that_could_not_be_listed_it_is_said_which(tmp_path: Path) -> None:
    share = MemoryShare()
    share.make_folder(("HR",))
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    catalogue.night(share, "smb://files01/Docs")
    with catalogue.writing() as writer:
        writer.connection.exec_driver_sql("UPDATE folder SET cause = 'denied' WHERE path = 'HR'")
        writer.commit()
    with catalogue.reading() as connection:
        for path in ("HR/Cases/a.txt", "HR/a.txt"):
            with pytest.raises(SettingsError, match=r"Docs/HR could not be listed \(denied\)"):
                asked(connection, _address(f"smb://files01/Docs/{path}"), target, "")
        with pytest.raises(SettingsError, match="scan its folder first"):
            asked(connection, _address("smb://files01/Docs/HR2/a.txt"), target, "")
