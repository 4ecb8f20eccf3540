"""A local folder as a share for tests, and acting as the users whom modes bind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from connectors.base import (
    Exclusion,
    FolderPath,
    Listing,
    Ref,
)
from connectors.local import LocalFolder

HOUSE = Path(__file__).parents[2]
NOBODY = 65534
OTHER = 65533  # a user who owns nothing
IN_CI = os.environ.get("STOCKTAKE_CI") == "1"
needs_root = pytest.mark.skipif(
    os.geteuid() != 0 and not IN_CI, reason="only root can become another user"
)


class LocalGround:
    """A folder as a share: a ``Ground`` of the contract."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @contextmanager
    def connected(self) -> Iterator[LocalFolder]:
        with closing(LocalFolder(self.root)) as connector:
            yield connector

    def path(self, ref: Ref) -> Path:
        return self.root.joinpath(*ref.folder, ref.name)

    def make_folder(self, folder: FolderPath) -> None:
        self.root.joinpath(*folder).mkdir(parents=True, exist_ok=True)

    def write(self, ref: Ref, content: bytes) -> None:
        self.path(ref).write_bytes(content)

    def remove(self, ref: Ref) -> None:
        path = self.path(ref)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()

    def deny(self, ref: Ref) -> None:
        self.path(ref).chmod(0)

    def drop(self) -> None:
        shutil.rmtree(self.root)


@contextmanager
def acting_as(uid: int) -> Iterator[None]:
    """Act as another user, where that can be; who is not root is bound by modes as it is."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(uid)
    os.seteuid(uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@contextmanager
def acting_as_root() -> Iterator[None]:
    uid = os.geteuid()
    os.seteuid(0)
    try:
        yield
    finally:
        os.seteuid(uid)


def excluded(listing: Listing) -> dict[str, Exclusion]:
    return dict(listing.excluded)


def names(listing: Listing) -> list[str]:
    return [row[0] for row in listing.entries]
