"""Local folders: who may read what, what reading leaves behind, and our own files."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from connectors.base import (
    Cause,
    Exclusion,
    Listing,
    Ref,
    ShareUnreachable,
)
from connectors.local import LocalFolder
from tests.connectors.contract import (
    listings,
    read,
)
from tests.connectors.local_share import (
    OTHER,
    acting_as,
    acting_as_root,
    excluded,
    names,
    needs_root,
)


@needs_root
@pytest.mark.parametrize("mode", [0o700, 0o711])
def test_a_folder_of_another_user_is_denied_and_its_siblings_are_read(
    share: Path, mode: int
) -> None:
    for name in ("hers", "open"):
        (share / name).mkdir()
        (share / name / "a.txt").write_text("text")
    (share / "hers").chmod(mode)
    with acting_as(OTHER), closing(LocalFolder(share)) as connector:
        found = listings(connector)
        assert read(connector, Ref(("open",), "a.txt")) == b"text"
    assert found["hers",] == Listing(("hers",), cause=Cause.DENIED)
    assert names(found["open",]) == ["a.txt"]


@needs_root
def test_names_that_may_be_listed_and_not_looked_at_are_gaps_each(share: Path) -> None:
    (share / "names").mkdir()
    for name in ("b.txt", "a.txt"):
        (share / "names" / name).write_text("text")
    (share / "names" / "below").mkdir()
    (share / "names").chmod(0o744)  # read without search: names, and nothing of what they name
    with acting_as(OTHER), closing(LocalFolder(share)) as connector:
        listing = listings(connector)["names",]
    assert listing.gaps == tuple((name, Cause.DENIED) for name in ("a.txt", "b.txt", "below"))
    assert (listing.entries, listing.subfolders, listing.cause) == ((), (), None)


@needs_root
def test_a_share_whose_root_may_not_be_listed_is_unreachable(share: Path) -> None:
    share.chmod(0o711)
    with acting_as(OTHER), pytest.raises(ShareUnreachable, match="Permission denied"):
        LocalFolder(share)


@needs_root
def test_a_root_that_loses_its_rights_during_the_night_is_not_an_empty_one(share: Path) -> None:
    (share / "a.txt").write_text("text")
    with acting_as(OTHER), closing(LocalFolder(share)) as connector:
        assert names(next(connector.walk())) == ["a.txt"]
        with acting_as_root():
            share.chmod(0o700)
        (listing,) = connector.walk()
    assert listing.gaps == (("a.txt", Cause.DENIED),)


@needs_root
def test_who_is_not_the_owner_reads_without_the_right_to_spare_access_times(share: Path) -> None:
    (share / "a.txt").write_text("text")
    with acting_as(OTHER), closing(LocalFolder(share)) as connector:
        assert names(next(connector.walk())) == ["a.txt"]
        assert read(connector, Ref((), "a.txt")) == b"text"


def _long_ago(path: Path) -> None:
    """Set a last-access time that relatime moves at the next ordinary read."""
    os.utime(path, ns=(1_000_000_000, path.stat().st_mtime_ns))


def test_last_access_times_stay_as_they_were(share: Path) -> None:
    (share / "a").mkdir()
    kept = [share, share / "a", share / "a" / "1.txt", share / "2.txt"]
    for path in (kept[2], kept[3], share.parent / "control.txt"):
        path.write_text("text")
    for path in (*kept, share.parent / "control.txt"):
        _long_ago(path)
    with closing(LocalFolder(share)) as connector:
        for folder, listing in listings(connector).items():
            for name in names(listing):
                assert read(connector, Ref(folder, name)) == b"text"
                connector.security(Ref(folder, name))
        connector.way()
    assert [path.stat().st_atime_ns for path in kept] == [1_000_000_000] * len(kept)
    (share.parent / "control.txt").read_text()
    moved = (share.parent / "control.txt").stat().st_atime_ns
    assert moved != 1_000_000_000, "mounted noatime: nothing was tested; set TMPDIR elsewhere"


def test_nothing_is_written(share: Path) -> None:
    (share / "a").mkdir()
    (share / "a" / "1.txt").write_text("text")

    def state() -> dict[Path, tuple[int, ...]]:
        return {
            path: (status.st_mtime_ns, status.st_ctime_ns, status.st_mode, status.st_size)
            for path in (share, *share.rglob("*"))
            if (status := path.stat())
        }

    before = state()
    with closing(LocalFolder(share)) as connector:
        for folder, listing in listings(connector).items():
            for name in names(listing):
                read(connector, Ref(folder, name))
                connector.security(Ref(folder, name))
    assert state() == before


def test_own_files_and_folders_are_excluded_where_they_lie_and_nowhere_else(share: Path) -> None:
    for folder in (share / "data", share / "data" / "reports", share / "other"):
        folder.mkdir()
        for name in ("catalogue.sqlite", "a.txt"):
            (folder / name).write_text("text")
    own = (share / "data" / "catalogue.sqlite", share / "data" / "reports", Path("/elsewhere/x"))
    with closing(LocalFolder(share, own)) as connector:
        found = listings(connector)
    assert excluded(found["data",]) == {
        "catalogue.sqlite": Exclusion.OWN_FILES,
        "reports": Exclusion.OWN_FILES,
    }
    assert names(found["data",]) == ["a.txt"]
    assert names(found["other",]) == ["a.txt", "catalogue.sqlite"]
    assert set(found) == {(), ("data",), ("other",)}


def test_own_files_are_known_when_named_through_a_symlink(share: Path) -> None:
    (share / "settings").mkdir()
    for name in ("token.key", "a.txt"):
        (share / "settings" / name).write_text("text")
    home = share.parent / "home"
    home.symlink_to(share)  # as /home may lead to a disk of its own
    with closing(LocalFolder(share, (home / "settings" / "token.key",))) as connector:
        listing = listings(connector)["settings",]
    assert excluded(listing) == {"token.key": Exclusion.OWN_FILES}
    assert names(listing) == ["a.txt"]
