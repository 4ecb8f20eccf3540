"""What is no export, or was cut short, is refused in one line; any encoding is read."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from connectors.sharepoint.permissions import Permissions
from connectors.sharepoint.read import read_export
from connectors.sharepoint.rows import ExportUnread
from tests.connectors.sharepoint.exports import DATA, EXPORTS, text


def _given(folder: Path, content: bytes, name: str = "export.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _read(path: Path) -> Permissions:
    permissions = Permissions()
    read_export(path, permissions)
    return permissions


@pytest.mark.parametrize(
    "name", ["sharing.csv", "pnp.csv", "diary.csv", "novapoint.csv", "plain.tsv"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_of_windows_gives_the_same_places(
    name: str, encoding: str, tmp_path: Path
) -> None:
    content = text(name).replace("Ann Example", "Zoë Example").replace("\n", "\r\n")
    found = _read(_given(tmp_path, content.encode(encoding))).accounts()
    assert "Zoë Example" in {each.name for each in found.principals} or "Zoë" not in content


@pytest.mark.parametrize(
    "name", ["sharing.csv", "pnp.csv", "diary.csv", "novapoint.csv", "plain.tsv"]
)
def test_a_table_that_was_cut_within_a_line_is_refused_wherever(name: str, tmp_path: Path) -> None:
    whole = text(name).encode()
    second = whole.index(b"\n", whole.index(b"\n", 60) + 1)
    for end in range(second + 2, second + 40, 3):
        cut = whole[:end]
        with pytest.raises(ExportUnread, match="cut short"):
            _read(_given(tmp_path, cut))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\r\n", "empty"),
        (b"\x00\x01", "no text"),
        (b"\xff\xfeR\x00e\x00", "no export that is known"),
        (b"\xff\xfeR\x00e\x00s", "breaks off"),
        (b"Colour\nred\n", "no export that is known"),
        (b"#TYPE x\r\n", "no table"),
        (
            b"Resource Path,Item Type,User Name\n",
            "site sharing report, but has no column Permission",
        ),
        (b"{", "cut short"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"value": []}', "no column permissions"),
        (b'[{"permissions": []}, {"name": "a"}]', "without its permissions"),
        (b'{"value": [], "@odata.nextLink": "x"}', "first page"),
        (b'{"permissions": 5}', "without its permissions"),
    ],
)
def test_what_is_no_export_is_refused_by_what_is_missing(
    content: bytes, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportUnread, match=said) as caught:
        _read(_given(tmp_path, content))
    assert "\n" not in str(caught.value)


def test_a_package_that_is_broken_or_lacks_a_file_is_refused(tmp_path: Path) -> None:
    manifest, users = (DATA / "package" / n for n in ("Manifest.xml", "UserGroupMap.xml"))
    cases: dict[str, dict[str, bytes]] = {
        "no Manifest.xml": {"UserGroupMap.xml": users.read_bytes()},
        "no UserGroupMap.xml": {"Manifest.xml": manifest.read_bytes()},
        "breaks off at line": {
            "Manifest.xml": manifest.read_bytes()[:700],
            "UserGroupMap.xml": users.read_bytes(),
        },
        "document type": {
            "Manifest.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "UserGroupMap.xml": users.read_bytes(),
        },
        "save it as CSV": {"[Content_Types].xml": b"<Types/>"},
    }
    for said, files in cases.items():
        path = tmp_path / "package.zip"
        with zipfile.ZipFile(path, "w") as packed:
            for name, content in files.items():
                packed.writestr(name, content)
        with pytest.raises(ExportUnread, match=said):
            _read(path)


def test_an_archive_that_is_damaged_is_refused(tmp_path: Path) -> None:
    whole = bytearray(EXPORTS["packed package"](tmp_path).read_bytes())
    whole[60:90] = bytes(30)
    with pytest.raises(ExportUnread, match=r"damaged|breaks off"):
        _read(_given(tmp_path, bytes(whole), "damaged.zip"))


def test_an_export_that_is_gone_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(ExportUnread, match="cannot be read"):
        _read(tmp_path / "none.csv")


def test_items_may_come_one_a_line(tmp_path: Path) -> None:
    items = json.loads(text("items.json"))["value"]
    lines = "\n".join(json.dumps(each) for each in items)
    together = _read(_given(tmp_path, text("items.json").encode()))
    assert _read(_given(tmp_path, lines.encode())).listed.keys() == together.listed.keys()
    with pytest.raises(ExportUnread, match="line 3 is no JSON"):
        _read(_given(tmp_path, lines[:-20].encode()))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda item: item.update(webUrl=None, parentReference=None),
        lambda item: item.update(webUrl="https://c.sharepoint.com/_layouts/15/Doc.aspx", name=""),
        lambda item: item["permissions"].append({"roles": ["read"]}),
        lambda item: item["permissions"].append("nonsense"),
    ],
)
def test_an_item_that_names_no_place_or_nobody_is_a_row_not_understood(
    spoil: Callable[[dict[str, object]], None], tmp_path: Path
) -> None:
    items = json.loads(text("items.json"))["value"]
    spoil(items[2])
    assert _read(_given(tmp_path, json.dumps(items).encode())).not_understood
    assert not _read(_given(tmp_path, text("items.json").encode())).not_understood


def test_a_link_for_those_who_are_let_in_already_lets_nobody_in(tmp_path: Path) -> None:
    content = text("items.json").replace('"anonymous"', '"existingAccess"')
    found = _read(_given(tmp_path, content.encode())).accounts()
    assert not [each for each in found.principals if each.identifier.startswith("link:")]


def test_a_name_may_hold_what_ends_a_line_elsewhere(tmp_path: Path) -> None:
    content = text("sharing.csv").replace("Cat Example", "Cat\u2028\x0bExample")
    assert _read(_given(tmp_path, content.encode())).not_understood == 0


def test_half_a_character_in_a_name_can_be_stored(tmp_path: Path) -> None:
    content = text("items.json").replace('"Cat Example"', '"Cat \\ud800 \\u0000"')
    for each in _read(_given(tmp_path, content.encode())).accounts().principals:
        assert each.name.encode()
        assert "\0" not in each.name


def test_a_separator_that_is_said_is_taken_and_a_long_list_is_one_cell(tmp_path: Path) -> None:
    users = "; ".join(f"Person {number}" for number in range(20_000))
    content = text("diary.csv").replace("Bob Example; Bill Example", users)
    found = _read(_given(tmp_path, content.encode())).accounts()
    assert len(found.memberships) > 20_000
    said = "sep=|\r\n" + text("novapoint.csv").replace(";", "|")
    assert _read(_given(tmp_path, said.encode())).listed
