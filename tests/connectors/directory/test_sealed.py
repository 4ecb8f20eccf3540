"""What a controller says, opened only where it is sealed: between two real ends of a session."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import spnego
from spnego import ContextProxy

from connectors.directory.sealed import Sealed
from connectors.kerberos import PROTOCOL, Tickets
from tests.servers.domain import Domain
from tests.servers.kerberos import realm_of

_NAME = "labdc.lab.example"
_SAID = b"an answer of the directory" * 3


@dataclass
class Ends:
    """Our end, and the controller's: its socket and its side of the session."""

    ours: Sealed
    theirs: socket.socket
    context: ContextProxy

    def say(self, *buffers: bytes) -> None:
        """Send buffers from the controller, and close."""
        with self.theirs as ending:
            ending.sendall(b"".join(struct.pack(">I", len(each)) + each for each in buffers))


@pytest.fixture
def ends(domain: Domain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ends]:
    with realm_of(domain, tmp_path):
        monkeypatch.setenv("KRB5_KTNAME", str(domain.keytab(f"host/{_NAME}")))
        ours = Tickets(str(domain.keytab("Administrator"))).context("host", _NAME)
        theirs = spnego.server(hostname=_NAME, service="host", protocol=PROTOCOL)
        token = ours.step()
        while token:
            token = ours.step(theirs.step(token))
        assert ours.complete
        assert theirs.complete
        one, other = socket.socketpair()
        with closing(one), closing(other):
            yield Ends(Sealed(one, ours), other, theirs)


def test_what_is_sent_is_sealed_and_what_is_sealed_is_read(ends: Ends) -> None:
    ends.ours.sendall(b"a question")
    length, sealed = struct.unpack(">I", ends.theirs.recv(4))[0], ends.theirs.recv(1 << 16)
    assert len(sealed) == length
    assert b"question" not in sealed
    assert ends.context.unwrap(sealed).data == b"a question"
    ends.say(ends.context.wrap(_SAID).data, ends.context.wrap(b"and one more").data)
    read = []
    while data := ends.ours.recv(40):
        read.append(data)
    assert b"".join(read) == _SAID + b"and one more"
    assert max(map(len, read)) == 40


def test_what_is_signed_alone_is_refused(ends: Ends) -> None:
    ends.say(ends.context.wrap(_SAID, encrypt=False).data)
    with pytest.raises(OSError, match="not encrypted"):
        ends.ours.recv(4096)


def test_what_was_changed_or_never_sealed_is_refused(ends: Ends) -> None:
    changed = bytearray(ends.context.wrap(_SAID).data)
    changed[-1] ^= 1
    ends.say(bytes(changed), _SAID, os.urandom(60))
    for _ in range(3):
        with pytest.raises(OSError, match="did not seal"):
            ends.ours.recv(4096)


def test_a_length_that_lies_is_refused_and_one_cut_short_is_the_end(ends: Ends) -> None:
    ends.theirs.sendall(b"\x7f\0\0\0" + struct.pack(">I", 50) + bytes(20))
    ends.theirs.shutdown(socket.SHUT_WR)
    with pytest.raises(OSError, match="longer than was agreed"):
        ends.ours.recv(4096)
    with pytest.raises(OSError, match="did not seal"):
        ends.ours.recv(4096)
    assert ends.ours.recv(4096) == b""
