from __future__ import annotations

import os
import time
from contextlib import closing
from dataclasses import replace

from connectors.base import Cause
from connectors.smb.share import SmbShare
from tests.connectors.contract import listings
from tests.connectors.smb.ground import WHO, SmbGround
from tests.servers.relay import relay


def test_a_folder_larger_than_one_answer_is_listed_whole(share: SmbGround) -> None:
    share.make_folder(("large",))
    names = {f"{number:05} {'n' * 200}" for number in range(6_000)}  # 460 bytes each
    for name in names:
        (share.root / "large" / name).touch()
    with share.connected() as connector:
        found = listings(connector)
    assert {row[0] for row in found["large",].entries} == names
    assert found["large",].descriptor is not None


def test_folders_that_come_next_are_asked_for_again_over_a_new_session(share: SmbGround) -> None:
    folders = {("a",), ("b",), ("b", "c"), ("b", "d"), *((f"e{n}",) for n in range(12))}
    for folder in folders:
        share.make_folder(folder)
    patient = SmbGround(share.samba, patience_seconds=30.0)
    with patient.connected() as connector:
        seen = []
        for listing in connector.walk():
            seen.append(listing.folder)
            if listing.folder in {("b",), ("e3",)}:
                share.samba.smbd.end_sessions()
    assert set(seen) == {(), *folders}
    assert len(seen) == len(set(seen))


def test_a_folder_that_went_meanwhile_is_told(share: SmbGround) -> None:
    for number in range(20):
        share.make_folder((f"{number:02}",))
    with share.connected() as connector:
        walk = connector.walk()
        next(walk)
        os.rmdir(share.root / "15")
        causes = {listing.folder: listing.cause for listing in walk}
    assert {folder for folder, cause in causes.items() if cause} == {("15",)}
    assert causes["15",] is Cause.VANISHED


def test_folders_side_by_side_cost_one_way_there_and_back_for_many(share: SmbGround) -> None:
    for number in range(40):
        share.make_folder((f"{number:02}",))
    delay_seconds = 0.05
    with (
        relay(share.samba.port, delay_seconds=delay_seconds) as way,
        closing(SmbShare(replace(share.address, port=way), WHO)) as connector,
    ):
        connector.identity()  # connects
        began = time.monotonic()
        assert len(list(connector.walk())) == 41
        taken_seconds = time.monotonic() - began
    assert taken_seconds < 40 * delay_seconds  # one by one, without any work
