"""Content of SharePoint with an export in each format: who can reach it, from end to end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from connectors.base import Ref
from connectors.sharepoint.share import Content, SharePointFolder
from scanner.access.answers import ANYONE, Grant, Reach
from scanner.access.directory import directory
from scanner.access.gate import OPEN, encode
from scanner.access.reach import reach
from tests.connectors.sharepoint.exports import EXPORTS, FILES, LETTER, make_content, text
from tests.scanner.reaching import held
from tests.scanner.scanning import HOUSE, Stocktake

_MEMBERS: dict[str, tuple[str, ...]] = {
    name: () if name.startswith(("sharing", "Graph")) else ("bob",) for name in EXPORTS
}
"""Who is told to be in the group Housing Members: two formats do not expand groups."""


def _reaches(name: str, folder: Path) -> list[Reach]:
    """Return who can reach the letter, the list of rents and the plan by an export."""
    root = make_content(folder)
    with closing(SharePointFolder(Content(root, (EXPORTS[name](folder),)))) as connector:
        known = directory(connector.accounts(()))
        found = []
        for path in FILES:
            *above, last = path.split("/")
            guard = connector.security(Ref(tuple(above), last))
            answer = reach(encode(OPEN), guard, known)
            assert isinstance(answer, Reach)
            found.append(answer)
        return found


def _people(grants: Iterable[Grant]) -> set[str]:
    """Return first names: by address, or by display name where that is all that is told."""
    named = (grant.principal.identifier.removeprefix("name:") for grant in grants)
    return {re.split(r"[@_ ]", each)[0] for each in named}


def _asked(stocktake: Stocktake, path: Path, *more: str) -> str:
    done = stocktake.run("who-can-reach", str(path), *more)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def _grants(shown: str) -> set[tuple[str, str]]:
    return {(re.split(r"[@_ ]", name)[0].capitalize(), right) for name, right in held(shown)}


def _scanned(stocktake: Stocktake, root: Path, *exports: Path, status: int = 0) -> str:
    words = [word for export in exports for word in ("--sharepoint", str(export))]
    done = stocktake.run("scan", str(root), *words, "--jobs", "1")
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("name", EXPORTS)
def test_each_format_gives_the_same_reach(name: str, tmp_path: Path) -> None:
    letter, rents, plan = _reaches(name, tmp_path)
    assert _people(letter.readers) == {"ann", "gus"}
    assert _people(letter.writers) == {"ann"}
    assert _people(rents.readers) - {"bill"} == {"cat", *_MEMBERS[name]}
    assert _people(rents.writers) - {"bill"} == set(_MEMBERS[name])
    assert {"ann", "cat"} <= _people(plan.readers)
    assert _people(plan.writers) == {"ann"}
    assert {each.name for each in plan.broad} == {"everyone in the organisation"}
    assert rents.broad == ()
    untold = "How many people are in group Housing Members is not known"
    assert any(untold in each for each in rents.statement) != bool(_MEMBERS[name])
    for found in (letter, rents, plan):
        assert any("administers SharePoint" in each for each in found.statement)


@pytest.mark.parametrize("name", [name for name in EXPORTS if "package" not in name])
def test_a_link_for_anyone_is_flagged_and_those_who_used_it_are_named(
    name: str, tmp_path: Path
) -> None:
    letter, *_ = _reaches(name, tmp_path)
    assert {each.name for each in letter.broad} == {ANYONE}
    (guest,) = (grant for grant in letter.readers if _people([grant]) == {"gus"})
    assert "has a link for anyone" in guest.path[-1]
    assert guest.principal.kind == ("unknown" if name == "Diary" else "guest")
    assert any("How many have a link for anyone is not known" in each for each in letter.statement)


@pytest.mark.parametrize("name", ["Diary", "package"])
def test_administrators_of_the_site_stand_apart_everywhere_in_it(name: str, tmp_path: Path) -> None:
    for found in _reaches(name, tmp_path):
        assert [grant.principal.name for grant in found.administrators] == ["Sue Admin"]
        assert "sue" not in _people(found.writers)


def test_a_deleted_account_stands_apart(tmp_path: Path) -> None:
    _, rents, _ = _reaches("package", tmp_path)
    assert _people(rents.disabled) == {"gone"}


def test_the_answers_of_the_commands_tell_the_path_of_each_grant(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root = make_content(tmp_path)
    said = _scanned(stocktake, root, EXPORTS["PnP"](tmp_path))
    assert "Taken to be /sites/Housing/Shared Documents in SharePoint" in said
    assert "0 are not in the folder" in said
    assert "some of it can be read by anyone with a link" in " ".join(said.split())
    shown = _asked(stocktake, root / "Rents" / "list.txt")
    assert (
        "Bob Example (unknown) can write: permissions of the folder"
        " /sites/Housing/Shared Documents/Rents → member of group Housing Members, which may"
        " change (Edit)"
    ) in shown
    done = stocktake.run("reach-of", "--reason=test", "cat@council.example")
    assert "can read 2 files" in done.stdout
    assert "member of group Everyone except external users, which may read (Read)" in done.stdout
    assert "anyone with a link" in stocktake.run("exposure").stdout
    page = tmp_path / "page.html"
    assert stocktake.run("report", "html", "--output", str(page)).returncode == 0
    assert "Some of it can be read by anyone with a link." in page.read_text()


def test_a_change_of_the_export_alone_is_seen_and_opens_no_file(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root = make_content(tmp_path)
    export = EXPORTS["sharing report"](tmp_path)
    _scanned(stocktake, root, export)
    with stocktake.connected() as connection:  # as if the first scan had been years ago
        connection.execute("UPDATE share_run SET finished = '2020-01-01T00:00:00+00:00'")
    theirs = "A Letter.txt,txt,Contribute,Ann Example,ann@council.example"
    changed = "A Letter.txt,txt,Read,Dan Example,dan@council.example"
    assert theirs in text("sharing.csv")
    export.write_text(text("sharing.csv").replace(theirs, changed))
    _scanned(stocktake, root, export)
    assert set(stocktake.states().values()) == {("unchanged", None)}
    assert _grants(_asked(stocktake, root / LETTER)) == {("Dan", "read"), ("Gus", "read")}
    before = _grants(_asked(stocktake, root / LETTER, "--as-of", "2020-06-01"))
    assert before == {("Ann", "read"), ("Ann", "write"), ("Gus", "read")}


def test_a_change_of_the_export_is_seen_in_the_night_in_which_settings_change_too(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root, export = make_content(tmp_path), EXPORTS["sharing report"](tmp_path)
    _scanned(stocktake, root, export)
    export.write_text(export.read_text().replace("Cat Example,cat@", "Dan Example,dan@"))
    done = stocktake.run(
        *("scan", str(root), "--sharepoint", str(export), "--jobs", "1"),
        *("--settings", str(HOUSE / "docs" / "stocktake.example.toml")),
    )
    assert done.returncode == 0, done.stderr
    assert "Detectors, settings or extractors changed" in done.stdout
    assert _grants(_asked(stocktake, root / "Rents" / "list.txt")) == {("Dan", "read")}


def test_what_is_listed_and_not_here_is_a_gap_until_it_is_downloaded(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root = make_content(tmp_path)
    (root / LETTER).unlink()
    export = EXPORTS["sharing report"](tmp_path)
    said = _scanned(stocktake, root, export, status=1)
    assert "1 is not in the folder (gaps, offline)" in said
    assert "recall or download it" in said
    gone = "Rents/2026/A Letter.txt"
    assert stocktake.states()[gone] == ("gap", "offline")
    assert _grants(_asked(stocktake, root / gone)) >= {("Ann", "write"), ("Gus", "read")}
    (root / gone).write_text("NI number: QQ 12 34 56 C\n")
    _scanned(stocktake, root, export)
    assert stocktake.states()[gone] == ("examined", None)


def test_each_row_below_a_folder_that_is_not_here_is_a_gap_with_its_own_permissions(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root, export = make_content(tmp_path), EXPORTS["sharing report"](tmp_path)
    row = "sites/Housing/Shared Documents/Gone/{},docx,Read,{},{}@council.example,,,,\r\n"
    rows = (("Deep/a.docx", "Ann"), ("Deep/b.docx", "Bob"), ("c.docx", "Cat"))
    with export.open("a", newline="") as file:
        file.writelines(row.format(name, who, who) for name, who in rows)
    for _ in range(2):
        said = _scanned(stocktake, root, export, status=1)
        assert "3 are not in the folder (gaps, offline)" in said
        assert stocktake.coverage()["gaps"] == 3
        gaps = sorted(str(each["path"]) for each in stocktake.export("gaps"))
        assert gaps == [f"Gone/{name}" for name, _ in rows]
        for name, who in rows:
            assert (who, "read") in _grants(_asked(stocktake, root / "Gone" / name))
        assert "can write" in _asked(stocktake, root / "Gone" / "Deep"), "as the library"
    done = stocktake.run("what-if", "remove-ace", "bob@council.example", str(root / "Gone"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not worked out for content of SharePoint" in done.stderr
    (root / "Gone").mkdir()
    (root / "Gone" / "c.docx").write_text("NI number: QQ 12 34 56 C\n")
    assert "2 are not in the folder" in _scanned(stocktake, root, export, status=1)
    assert stocktake.states()["Gone/c.docx"] == ("examined", None)
    assert stocktake.coverage()["gaps"] == 2


def test_files_without_a_row_are_not_known_and_never_nobodys(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root = make_content(tmp_path)
    export = tmp_path / "export.csv"
    head, *lines = text("sharing.csv").splitlines()
    export.write_text("\n".join([head, *(line for line in lines if "Letter" in line)]))
    said = _scanned(stocktake, root, export, status=1)
    assert "2 files: no row of the export is about them" in said
    assert stocktake.states()["Plans/plan.txt"] == ("examined", None)
    shown = _asked(stocktake, root / "Plans" / "plan.txt")
    assert "Who can reach this is not known." in shown
    assert "no row about this" in shown
    assert "No person's account" not in shown
    assert "not known who can read it" in stocktake.run("exposure").stdout
    assert _grants(_asked(stocktake, root / LETTER)) >= {("Ann", "write")}


def test_the_report_of_sites_names_nobody_and_adds_its_counts_to_another(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root = make_content(tmp_path)
    counts = tmp_path / "sites.csv"
    counts.write_text(text("site_counts.csv"))
    said = _scanned(stocktake, root, counts, status=1)
    assert "Taken to be /sites/Housing in SharePoint" in said
    shown = _asked(stocktake, root / LETTER)
    assert "Who can reach this is not known." in shown
    assert "links for anyone 3, people with access 412" in shown
    _scanned(stocktake, root, EXPORTS["PnP"](tmp_path), counts)
    assert _grants(_asked(stocktake, root / LETTER)) >= {("Ann", "write")}


def test_another_export_ends_no_membership_that_this_one_tells(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root, export = make_content(tmp_path), EXPORTS["PnP"](tmp_path)
    _scanned(stocktake, root, export)
    (tmp_path / "other").mkdir()
    other = make_content(tmp_path / "other")
    theirs = text("pnp.csv").replace("ousing", "ighways")
    export.write_text(theirs.replace("Bob", "Bea").replace("bob@", "bea@"))
    _scanned(stocktake, other, export)
    with stocktake.connected() as connection:
        (ended,) = connection.execute("SELECT count(until) FROM membership").fetchone()
    assert ended == 0
    assert ("Bob", "write") in _grants(_asked(stocktake, root / "Rents" / "list.txt"))
    assert ("Bea", "write") in _grants(_asked(stocktake, other / "Rents" / "list.txt"))


def test_a_change_of_a_group_is_seen_without_touching_a_file(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root, export = make_content(tmp_path), EXPORTS["PnP"](tmp_path)
    _scanned(stocktake, root, export)
    lines = export.read_text().splitlines()
    export.write_text("\n".join(line for line in lines if "Bob Example" not in line))
    _scanned(stocktake, root, export)
    shown = _asked(stocktake, root / "Rents" / "list.txt")
    assert _grants(shown) == {("Cat", "read")}
    assert "How many people are in group Housing Members is not known" in shown


def test_a_folder_is_one_share_with_or_without_an_export(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root = make_content(tmp_path)
    _scanned(stocktake, root, EXPORTS["PnP"](tmp_path))
    done = stocktake.run("scan", str(root))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "with --sharepoint again" in done.stderr
    done = stocktake.run("scan", str(root / "Rents"))
    assert done.returncode == 2
    assert "counted twice" in done.stderr


def test_an_export_that_cannot_be_used_ends_with_one_line_and_loses_nothing(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    root = make_content(tmp_path)
    export = EXPORTS["PnP"](tmp_path)
    _scanned(stocktake, root, export)
    whole, before = export.read_bytes(), _asked(stocktake, root / LETTER)
    for content, said in (
        (whole[:-60], "cut short"),
        (b"", "empty"),
        (b"\x00\x01\x02" * 99, "no text"),
        (b"Colour,Size\r\na,b\r\n", "no export that is known"),
        (whole.replace(b'"Roles"', b'"Role s of"'), "no column Roles"),
    ):
        export.write_bytes(content)
        done = stocktake.run("scan", str(root), "--sharepoint", str(export))
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert said in done.stderr
        assert str(export) in done.stderr
    assert _asked(stocktake, root / LETTER) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--sharepoint-url", "https://council.sharepoint.com/sites/Housing"),
        ("--sharepoint", "/no/such/export.csv"),
    ],
)
def test_options_that_say_nothing_alone_are_refused(
    words: tuple[str, str], stocktake: Stocktake, tmp_path: Path
) -> None:
    done = stocktake.run("scan", str(make_content(tmp_path)), *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert not stocktake.database.exists()


def test_an_export_does_not_go_with_a_share_of_a_server(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    export = EXPORTS["PnP"](tmp_path)
    done = stocktake.run("scan", "smb://files01/docs", "--sharepoint", str(export))
    assert done.returncode == 2
    assert "folder of this machine" in done.stderr
