"""Swaps between the listing and the look: each is a gap, and none leads out of the share."""

from __future__ import annotations

import os
from pathlib import Path

from connectors.base import (
    Cause,
    Listing,
    Ref,
)
from connectors.local import LocalFolder
from tests.connectors.contract import (
    unreadable,
)
from tests.connectors.local_share import (
    names,
)


def test_a_file_replaced_by_a_symlink_is_not_followed(connector: LocalFolder, share: Path) -> None:
    (share.parent / "secret.txt").write_text("outside")
    (share / "a.txt").write_text("text")
    assert names(next(connector.walk())) == ["a.txt"]
    (share / "a.txt").unlink()
    (share / "a.txt").symlink_to(share.parent / "secret.txt")
    assert unreadable(connector, Ref((), "a.txt")) is Cause.VANISHED


def test_a_folder_replaced_by_a_symlink_is_not_followed(
    connector: LocalFolder, share: Path
) -> None:
    (share.parent / "outside").mkdir()
    (share.parent / "outside" / "secret.txt").write_text("outside")
    (share / "a").mkdir()
    walk = connector.walk()
    assert next(walk).subfolders == ("a",)
    (share / "a").rmdir()
    (share / "a").symlink_to(share.parent / "outside")
    assert next(walk) == Listing(("a",), cause=Cause.VANISHED)
    assert unreadable(connector, Ref(("a",), "secret.txt")) is Cause.VANISHED


def test_a_file_replaced_by_a_pipe_does_not_stop_the_walk(
    connector: LocalFolder, share: Path
) -> None:
    (share / "a.txt").write_text("text")
    list(connector.walk())
    (share / "a.txt").unlink()
    os.mkfifo(share / "a.txt")
    assert unreadable(connector, Ref((), "a.txt")) is Cause.VANISHED


def test_a_folder_replaced_by_a_file_has_vanished(connector: LocalFolder, share: Path) -> None:
    (share / "a").mkdir()
    walk = connector.walk()
    next(walk)
    (share / "a").rmdir()
    (share / "a").write_text("text")
    assert next(walk) == Listing(("a",), cause=Cause.VANISHED)
