"""Content of SharePoint as a share: the contract, and how folder and export are joined."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from connectors.base import Cause, Connector, FolderPath, Listing, Ref
from connectors.sharepoint.rows import ExportUnread
from connectors.sharepoint.share import Content, SharePointFolder
from tests.connectors.contract import ConnectorContract, Ground, listings
from tests.connectors.local_share import NOBODY, LocalGround, acting_as
from tests.connectors.sharepoint.exports import EXPORTS, LETTER, make_content, text

_SITE = "Address,Place,Title,Name,Levels\n/sites/Housing,Site,Housing,ann@council.example,Read\n"
_LIBRARY = "https://council.sharepoint.com/sites/Housing/Shared%20Documents"


class SharePointGround(LocalGround):
    """A folder with an export that lists its site alone."""

    def __init__(self, root: Path, export: Path) -> None:
        super().__init__(root)
        self._export = export

    @contextmanager
    def connected(self) -> Iterator[SharePointFolder]:  # type: ignore[override]  # another share
        with closing(SharePointFolder(Content(self.root, (self._export,)))) as connector:
            yield connector


class TestSharePoint(ConnectorContract):
    @pytest.fixture
    def ground(self, share: Path) -> Iterator[Ground]:
        export = share.parent / "export.csv"
        export.write_text(_SITE)
        if os.geteuid() == 0:
            for path in (share.parent, share, export):
                os.chown(path, NOBODY, NOBODY)
        with acting_as(NOBODY):
            yield SharePointGround(share, export)


@contextmanager
def _joined(
    folder: Path, content: str, root: Path | None = None, url: str | None = None
) -> Iterator[tuple[SharePointFolder, dict[FolderPath, Listing]]]:
    export = folder / "given.csv"
    export.write_text(content)
    wanted = Content(root or make_content(folder), (export,), url)
    with closing(SharePointFolder(wanted)) as connector:
        held: Connector = connector  # by mypy
        yield connector, listings(held)


def _levels(connector: SharePointFolder, path: str) -> set[tuple[str, str]]:
    """Return who has which levels at a path, as the descriptor has them."""
    *folder, name = path.split("/")
    found = json.loads(connector.security(Ref(tuple(folder), name)).raw)
    return {(who, name) for who, levels, _, _ in found["aces"] for name, _ in levels}


def test_a_listing_tells_what_guards_names_otherwise_than_their_folder(tmp_path: Path) -> None:
    with _joined(tmp_path, text("sharing.csv")) as (connector, found):
        assert found[()].guards == ()
        assert found["Rents", "2026"].descriptor == connector.security(Ref(("Rents",), ""))
        (guard,) = found["Rents", "2026"].guards or ()
        assert guard == ("a letter.txt", connector.security(Ref(("Rents", "2026"), "a letter.txt")))


def test_what_a_folder_does_not_hold_is_a_gap_with_what_guards_it(tmp_path: Path) -> None:
    more = text("sharing.csv") + (
        "sites/Housing/Shared Documents/Rents/Old/x.docx,docx,Read,Dan,dan@x.example,,,,\n"
        "sites/Other/Shared Documents/x.docx,docx,Read,Dan,dan@council.example,Guest,,,\n"
    )
    with _joined(tmp_path, more) as (connector, found):
        assert (found["Rents",].gaps, found["Rents",].subfolders) == ((), ("2026", "Old"))
        old = found["Rents", "Old"]
        assert (old.gaps, old.descriptor) == (
            (("x.docx", Cause.OFFLINE),),
            found["Rents",].descriptor,
        )
        assert [name for name, _ in old.guards or ()] == ["x.docx"]
        joined = connector.joined()
        assert (joined.here, joined.absent, joined.elsewhere) == (3, 1, 1)


@pytest.mark.parametrize("name", ["old rents", "OLD RENTS", "Old%20Rents"])
def test_case_means_nothing_and_a_name_may_be_as_its_address_has_it(
    name: str, tmp_path: Path
) -> None:
    content = "Address,Place,Title,Name,Levels\n/sites/H/Docs/Old Rents,Folder,,Dan,Read\n"
    (tmp_path / "Docs" / name).mkdir(parents=True)
    (tmp_path / "Docs" / name / "a.txt").write_text("a")
    url = "/sites/H/Docs"
    with _joined(tmp_path, content, tmp_path / "Docs", url) as (connector, _):
        assert _levels(connector, f"{name}/a.txt") == {("name:dan", "Read")}


def test_a_library_goes_by_its_title_or_its_address(tmp_path: Path) -> None:
    for called in ("Documents", "Shared Documents"):
        root = tmp_path / called.replace(" ", "_")
        make_content(root, called)
        with _joined(tmp_path, text("pnp.csv"), root) as (connector, _):
            assert connector.joined().place == "/sites/Housing"
            assert ("cat@council.example", "View Only") in _levels(
                connector, f"{called}/Rents/list.txt"
            )


def test_several_exports_are_one(tmp_path: Path) -> None:
    root, pnp = make_content(tmp_path), EXPORTS["PnP"](tmp_path)
    other = tmp_path / "other.csv"
    other.write_text(
        _SITE.replace("/sites/Housing,Site,Housing", "/sites/Housing/Shared Documents,Library,")
    )
    with closing(SharePointFolder(Content(root, (pnp, other)))) as connector:
        found = _levels(connector, "Plans/plan.txt")
    assert {("ann@council.example", "Contribute"), ("ann@council.example", "Read")} <= found


def test_limited_access_lets_nobody_in_and_hides_nothing_of_what_lies_above(
    tmp_path: Path,
) -> None:
    limited = "sites/Housing/Shared Documents/Plans,Folder,Limited Access,Dan,dan@x.example,,,,\n"
    with _joined(tmp_path, text("sharing.csv") + limited) as (connector, _):
        found = _levels(connector, "Plans/plan.txt")
    assert ("ann@council.example", "Contribute") in found
    assert not [who for who, _ in found if who.startswith("dan")]


def test_links_alone_are_added_to_what_lies_above(tmp_path: Path) -> None:
    link = "sites/Housing/Shared Documents/Plans,Folder,Read,SharingLink,,,9,Company,\n"
    with _joined(tmp_path, text("sharing.csv") + link) as (connector, _):
        assert {("link:9", "Read"), ("ann@council.example", "Contribute")} <= _levels(
            connector, "Plans/plan.txt"
        )
        raw = json.loads(connector.security(Ref(("Plans",), "plan.txt")).raw)
        assert raw["told"] == "links"


def test_the_place_is_found_out_or_said_and_never_guessed(tmp_path: Path) -> None:
    rows = "Address,Place,Title,Name,Levels\n"
    two = rows + "/sites/A/Docs/Rents,Folder,,Dan,Read\n/sites/B/Docs/Rents,Folder,,Dan,Edit\n"
    said = "may be /sites/A/Docs or /sites/B/Docs: say which"
    with pytest.raises(ExportUnread, match=said), _joined(tmp_path, two):
        pass
    with _joined(tmp_path, two, url="https://c.sharepoint.com/sites/B/Docs") as (connector, _):
        assert _levels(connector, "Rents/list.txt") == {("name:dan", "Edit")}
    none = rows + "/sites/A/Docs/Nowhere,Folder,,Dan,Read\n/sites/A,Site,,Dan,Read\n"
    with pytest.raises(ExportUnread, match="none of the places"), _joined(tmp_path, none):
        pass
    said = "no row is about /sites/C"
    with pytest.raises(ExportUnread, match=said), _joined(tmp_path, two, url="/sites/C"):
        pass
    named = rows + "/sites/A/Docs,Library,Documents,Dan,Read\n/sites/A/Maps,Library,,Dan,Read\n"
    with _joined(tmp_path, named) as (connector, _):  # the folder is "Housing - Documents"
        assert connector.joined().place == "/sites/A/Docs"
    also = named.replace("Maps", "Plans")  # which is a folder in it, too
    said = "may be /sites/A/Docs or /sites/A: say which"
    with pytest.raises(ExportUnread, match=said), _joined(tmp_path, also):
        pass


def test_rows_that_name_no_place_or_nobody_are_counted_and_said_in_each_answer(
    tmp_path: Path,
) -> None:
    lost = (
        ",Folder,Read,Dan,dan@council.example,Guest,,,\n../x,Folder,Read,Dan,d@x.example,Guest,,,\n"
    )
    lost += "sites/Housing/Shared Documents/Plans,Folder,Read,,,Guest,,,\n"
    with _joined(tmp_path, text("sharing.csv") + lost) as (connector, _):
        assert connector.joined().not_understood == 3
        assert json.loads(connector.security(Ref((), "Plans")).raw)["lost"] == 3


def test_an_export_that_lists_no_place_is_refused(tmp_path: Path) -> None:
    empty = text("sharing.csv").splitlines()[0] + "\n"
    with pytest.raises(ExportUnread, match="lists no place"), _joined(tmp_path, empty):
        pass


def test_without_any_row_files_are_counted(tmp_path: Path) -> None:
    only = "Address,Place,Title,Name,Levels\n/sites/H/Docs/Rents,Folder,,Dan,Read\n"
    with _joined(tmp_path, only, url=_LIBRARY.replace("Housing/Shared%20Documents", "H/Docs")) as (
        connector,
        _,
    ):
        assert connector.joined().without_row == 1
        assert _levels(connector, LETTER) == {("name:dan", "Read")}
        assert _levels(connector, "Plans/plan.txt") == set()
