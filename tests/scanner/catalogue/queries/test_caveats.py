"""What is said of permissions beside who can: of which day they are, and from where."""

from __future__ import annotations

import stat

import pytest

from connectors.base import Ref
from scanner.catalogue.queries.access import shares
from scanner.catalogue.queries.caveats import caveats
from tests.connectors.memory import MemoryShare
from tests.scanner.access.nt.small_office import raw
from tests.scanner.catalogue.nights import Catalogue

_FOLDER, _FILE = ("Rents",), "a.txt"


@pytest.fixture
def scanned(catalogue: Catalogue, share: MemoryShare) -> Catalogue:
    """Return the catalogue of a file in a folder, each guarded by a descriptor of its own."""
    share.times_tell = False
    share.make_folder(_FOLDER)
    share.write(Ref(_FOLDER, _FILE), b"")
    share.folder(_FOLDER).mode = stat.S_IFDIR | 0o750
    catalogue.night(share)
    return catalogue


def _said(catalogue: Catalogue, folder: str, name: str | None) -> list[str]:
    with catalogue.reading() as connection:
        ((share_id, _root),) = shares(connection)
        return list(caveats(connection, share_id, folder, name))


def _guard(catalogue: Catalogue, **sddl: str) -> None:
    """Guard the root, the folder and the file by NT permissions."""
    of = {
        "root": "SELECT descriptor_id FROM folder_access JOIN folder ON id = folder_id"
        " WHERE path = ''",
        "folder": "SELECT descriptor_id FROM folder_access JOIN folder ON id = folder_id"
        " WHERE path = 'Rents'",
        "file": "SELECT descriptor_id FROM entry",
    }
    with catalogue.writing() as writer:
        for place, text in sddl.items():
            writer.connection.exec_driver_sql(
                f"UPDATE descriptor SET kind = 'nt', raw = ? WHERE id = ({of[place]})",  # noqa: S608 - constants
                (raw(text),),
            )
        writer.commit()


_ANN = "D:(A;OICI;FR;;;{ann})"


@pytest.mark.parametrize(
    ("file", "begins"),
    [
        ("D:(A;ID;FR;;;{ann})", None),
        ("D:(A;;FR;;;{bob})", None),  # its own
        ("D:(A;ID;FR;;;{bob})", "1 of its permissions was inherited elsewhere"),
        ("D:(A;ID;FR;;;{bob})(A;ID;FW;;;{bob})", "2 of its permissions were inherited elsewhere"),
    ],
)
def test_permissions_from_another_folder_are_said_of_a_file(
    scanned: Catalogue, file: str, begins: str | None
) -> None:
    _guard(scanned, folder=_ANN, file=file)
    said = _said(scanned, "Rents", _FILE)
    assert [each.startswith(begins or "-") for each in said] == [True] * bool(begins)


def test_they_are_said_of_a_folder_too_and_of_the_root_nothing(scanned: Catalogue) -> None:
    _guard(scanned, root=_ANN, folder="D:(A;OICIID;FR;;;{bob})")
    assert len(_said(scanned, "Rents", None)) == 1
    assert _said(scanned, "", None) == []


def test_damaged_permissions_say_nothing_here(scanned: Catalogue) -> None:
    _guard(scanned, folder=_ANN, file="D:(A;ID;FR;;;{bob})")
    with scanned.writing() as writer:
        writer.connection.exec_driver_sql("UPDATE descriptor SET raw = x'01' WHERE kind = 'nt'")
        writer.commit()
    assert _said(scanned, "Rents", _FILE) == []


def test_a_file_whose_permissions_are_older_than_the_last_scan_says_of_which_day(
    scanned: Catalogue, share: MemoryShare
) -> None:
    assert _said(scanned, "Rents", _FILE) == []
    scanned.night(share)
    with scanned.writing() as writer:
        writer.connection.exec_driver_sql(
            "UPDATE share_run SET started = '2026-03-01' WHERE id = 1"
        )
        writer.commit()
    (said,) = _said(scanned, "Rents", _FILE)
    assert said.startswith("Its permissions were last read on 2026-03-01:")
    assert _said(scanned, "Rents", None) == [], "a folder's are read each night"
