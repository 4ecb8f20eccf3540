"""Copies of files of a real server: whole, or told not to be."""

from __future__ import annotations

import os
import threading

from connectors.base import Cause, Ref
from tests.connectors.contract import read, unreadable
from tests.connectors.smb.ground import SmbGround


def test_a_copy_is_whole_below_and_above_what_is_read_with_the_opening(share: SmbGround) -> None:
    for size in (0, 1, 256 * 1024, 256 * 1024 + 1, 5_500_000):
        share.write(Ref((), "file.bin"), content := os.urandom(size))
        with share.connected() as connector:
            assert read(connector, Ref((), "file.bin")) == content


def test_a_file_that_becomes_shorter_while_it_is_read_is_told(share: SmbGround) -> None:
    share.write(Ref((), "large.bin"), b"x")
    path = share.root / "large.bin"
    os.truncate(path, 300 << 20)  # a hole, read through over the wire all the same
    cut = threading.Timer(0.1, lambda: os.truncate(path, 1 << 20))
    with share.connected() as connector:
        connector.identity()
        cut.start()
        assert unreadable(connector, Ref((), "large.bin")) is Cause.CHANGED_WHILE_READ
    cut.join()
