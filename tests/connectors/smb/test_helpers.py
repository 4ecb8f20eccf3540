"""Files read over several connections to a real smbd, some of which are refused or cut."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from connectors.base import LogonRefused, Ref
from connectors.smb.share import SmbShare
from tests.connectors.contract import read
from tests.connectors.smb.ground import USER, WHO, SmbGround
from tests.servers.relay import relay

_FILES = 60
_TO_LOG_ON = 6  # answers: negotiation, log-on in two steps, the share twice, credits


class _Way:
    """Counts the answers of each connection; each but the first is cut after ``most``."""

    def __init__(self, most: int = 10**6) -> None:
        self.answers: dict[threading.Thread, int] = {}
        self._most = most

    def __call__(self, frame: bytes) -> bytes:
        connection = threading.current_thread()
        count = self.answers[connection] = self.answers.get(connection, 0) + 1
        if count > self._most and connection != next(iter(self.answers)):
            raise OSError
        return frame


@pytest.fixture
def files(share: SmbGround) -> dict[Ref, bytes]:
    found = {Ref((), f"{n:02}.txt"): b"content %d" % n for n in range(_FILES)}
    for ref, content in found.items():
        share.write(ref, content)
    return found


@contextmanager
def _over(share: SmbGround, connections: int, way: _Way) -> Iterator[SmbShare]:
    """Read the share over up to so many connections, by a way that somebody watches."""
    with relay(share.samba.port, way) as port:
        address = replace(share.address, port=port)
        with closing(SmbShare(address, WHO, 30.0, connections=connections)) as connector:
            connector.identity()
            yield connector


def _all_read(connector: SmbShare, files: dict[Ref, bytes]) -> list[bytes]:
    """Read all files, and return what guards them."""
    connector.expect((ref, len(content)) for ref, content in files.items())
    guards = []
    for ref, content in files.items():
        assert read(connector, ref) == content
        guards.append(connector.security(ref).raw)
    return guards


def test_all_of_several_connections_read_and_give_what_one_gives(
    share: SmbGround, files: dict[Ref, bytes]
) -> None:
    found = {}
    for connections in (1, 3):
        way = _Way()
        with _over(share, connections, way) as connector:
            found[connections] = _all_read(connector, files)
        assert len(way.answers) == connections
        assert min(way.answers.values()) > _FILES // 3
    assert found[1] == found[3]


def test_few_files_are_worth_no_further_connection(
    share: SmbGround, files: dict[Ref, bytes]
) -> None:
    way = _Way()
    with _over(share, 3, way) as connector:
        _all_read(connector, dict(list(files.items())[:15]))
    assert len(way.answers) == 1


@pytest.mark.parametrize("most", [0, 1, 3])
def test_a_server_that_takes_one_connection_is_read_over_one(
    share: SmbGround, files: dict[Ref, bytes], most: int
) -> None:
    way = _Way(most)
    with _over(share, 3, way) as connector:
        for _ in range(2):
            _all_read(connector, files)
    assert len(way.answers) == 2  # and is not asked for another a second time


def test_what_a_lost_connection_had_under_way_is_read_over_the_others(
    share: SmbGround, files: dict[Ref, bytes], caplog: pytest.LogCaptureFixture
) -> None:
    way = _Way(_TO_LOG_ON + 5)
    with _over(share, 3, way) as connector:
        for reading in range(1, 4):
            _all_read(connector, files)
            assert len(way.answers) == 1 + 2 * reading  # those that were lost are made again
    assert "made again" not in caplog.text  # the session that the share is walked by was not lost


def test_where_all_are_lost_the_share_is_read_to_its_end(
    share: SmbGround, files: dict[Ref, bytes]
) -> None:
    way = _Way()
    with _over(share, 3, way) as connector:
        connector.expect((ref, len(content)) for ref, content in files.items())
        for number, (ref, content) in enumerate(files.items()):
            if number in (5, 6, 40):
                share.samba.smbd.end_sessions()
            assert read(connector, ref) == content
        _all_read(connector, files)
    assert len(way.answers) > 3


def test_an_account_that_was_disabled_meanwhile_is_refused_once(
    share: SmbGround, files: dict[Ref, bytes]
) -> None:
    way = _Way()
    with _over(share, 4, way) as connector:
        share.samba.smbd.tell("pdbedit", "-u", USER, "-c", "[D]")
        try:
            with pytest.raises(LogonRefused, match="disabled"):
                _all_read(connector, files)
        finally:
            share.samba.smbd.tell("pdbedit", "-u", USER, "-c", "[]")
        assert len(way.answers) == 2
