"""The scripts for administrators of Windows: whole, read-only, and of one mind with our reader.

Nothing here runs PowerShell, which these machines have not; the scripts are read as its grammar has
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

from connectors.smb.collected import FORMAT
from tests.connectors.smb.collecting import collected, member

_FOLDER = Path(__file__).parent.parent / "docs" / "windows"
_SCRIPTS = sorted(_FOLDER.glob("*.ps1"))
_CHANGES = (
    "Set-Acl",
    "New-Item",
    "Move-Item",
    "Copy-Item",
    "Invoke-",
    "Set-Smb",
    "Grant-",
    "icacls",
)


def _parsed(path: Path) -> Node:
    return Parser(Language(tree_sitter_powershell.language())).parse(path.read_bytes()).root_node


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _text(node: Node) -> str:
    assert node.text is not None
    return node.text.decode()


def _hashes(path: Path) -> set[frozenset[str]]:
    """Return the keys of each table of names and values that a script writes out."""
    return {
        frozenset(
            _text(key) for key in _nodes(each) if key.type == "key_expression" and _of(key, each)
        )
        for each in _nodes(_parsed(path))
        if each.type == "hash_literal_expression"
    }


def _of(key: Node, table: Node) -> bool:
    """Return whether a key stands in this table, and in none within it."""
    above = key.parent
    while above is not None and above.type != "hash_literal_expression":
        above = above.parent
    return above == table


@pytest.mark.parametrize("path", _SCRIPTS, ids=lambda path: path.name)
def test_it_is_whole_and_changes_nothing(path: Path) -> None:
    assert not _parsed(path).has_error
    text = path.read_text("ascii")
    assert not [each for each in _CHANGES if each in text]


def test_the_collector_writes_what_is_read() -> None:
    file = collected({"Rents": "D:"})
    shares = file["shares"]
    assert isinstance(shares, list)
    wanted = [
        file,
        shares[0],
        member("", ""),
        {"sid", "name", "members"},
        {"sid", "name", "enabled"},
    ]
    written = _hashes(_FOLDER / "collect-permissions.ps1")
    assert {frozenset(each) for each in wanted} <= written
    assert f"'{FORMAT}'" in (_FOLDER / "collect-permissions.ps1").read_text("ascii")


def test_the_recorder_writes_what_the_vectors_are_read_from() -> None:
    told = frozenset(("mark", "version", "sddl", "user", "groups", "right", "granted"))
    assert told in _hashes(_FOLDER / "record-answers.ps1")
