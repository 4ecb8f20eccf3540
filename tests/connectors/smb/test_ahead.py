"""Files that are expected, fetched ahead from a real smbd."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace

from connectors.base import Cause, DescriptorKind, Ref
from connectors.smb.share import SmbShare
from tests.connectors.contract import read, unreadable
from tests.connectors.smb.ground import WHO, SmbGround
from tests.servers.relay import relay


def _expected(share: SmbGround, count: int) -> dict[Ref, bytes]:
    files = {Ref((), f"{n:02}.txt"): b"content %d" % n for n in range(count)}
    for ref, content in files.items():
        share.write(ref, content)
    return files


def test_what_was_under_way_is_asked_for_again_over_a_new_session(share: SmbGround) -> None:
    files = _expected(share, 30)
    patient = SmbGround(share.samba, patience_seconds=30.0)
    with patient.connected() as connector:
        connector.expect((ref, len(content)) for ref, content in files.items())
        for number, (ref, content) in enumerate(files.items()):
            if number in (5, 6, 20):
                share.samba.smbd.end_sessions()
            assert read(connector, ref) == content


def test_one_of_the_expected_is_in_use_and_its_permissions_are_known(share: SmbGround) -> None:
    files = _expected(share, 12)
    locked = Ref((), "05.txt")
    with share.connected() as connector, share.held_alone(locked.name):
        connector.expect((ref, len(content)) for ref, content in files.items())
        for ref, content in files.items():
            if ref == locked:
                assert unreadable(connector, ref) is Cause.IN_USE
            else:
                assert read(connector, ref) == content
            assert connector.security(ref).kind is DescriptorKind.NT


def test_one_that_grew_since_it_was_listed_is_read_whole(share: SmbGround) -> None:
    files = _expected(share, 3)
    grown = Ref((), "01.txt")
    share.write(grown, b"much more" * 100_000)
    with share.connected() as connector:
        connector.expect((ref, len(content)) for ref, content in files.items())
        assert read(connector, grown) == b"much more" * 100_000


def test_expected_files_cost_one_way_there_and_back_for_many(share: SmbGround) -> None:
    files = _expected(share, 40)
    delay_seconds = 0.05
    with relay(share.samba.port, delay_seconds=delay_seconds) as way:
        far = replace(share.address, port=way)
        with closing(SmbShare(far, WHO)) as connector:
            connector.identity()  # connects
            connector.expect((ref, len(content)) for ref, content in files.items())
            began = time.monotonic()
            for ref, content in files.items():
                assert read(connector, ref) == content
                connector.security(ref)
            taken_seconds = time.monotonic() - began
    one_by_one = len(files) * delay_seconds  # of the answers alone, without any work
    assert taken_seconds < one_by_one
