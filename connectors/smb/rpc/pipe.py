"""One pipe of a server: bound to an interface, then calls in and results out.

Every loop is bounded: a server that answers without end or sense gives NotTold.
"""

from __future__ import annotations

import struct
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from connectors.smb import messages, replies
from connectors.smb.lane import Lane
from connectors.smb.replies import BadReply
from connectors.smb.rpc.errors import NotTold
from connectors.smb.status import ACCESS_DENIED, SUCCESS

_READ_AND_WRITE = 0x0012019F  # of the pipe: a question is written to it and its answer read
_NO_OPTIONS = 0
_TRANSCEIVE = 0x0011C017  # [MS-FSCC] 2.3: FSCTL_PIPE_TRANSCEIVE
_HEADER = struct.Struct("<BBBB4sHHI")
_FIRST_AND_LAST, _LAST = 0x03, 0x02
_LITTLE_ENDIAN = b"\x10\0\0\0"
_REQUEST, _RESPONSE, _FAULT, _BIND, _BIND_ACK = 0, 2, 3, 11, 12
_CALL = struct.Struct("<IHH")  # room, context, number of the call; of a response likewise
_BINDING = struct.Struct("<HHIB3xHBx")
_FRAGMENT_BYTES = 4280
_PIPE_BYTES = 65_536
_MOST_BYTES = 64 << 20
_NDR = uuid.UUID("8a885d04-1ceb-11c9-9fe8-08002b104860").bytes_le + struct.pack("<I", 2)
_ANSWER = struct.Struct("<HHI16sIIII")  # of IOCTL: size, reserved, code, file, input, output
_SMB_HEADER_BYTES = 64
_ACCEPTED = b"\0\0"
_CALL_ID = 1


@dataclass(frozen=True, slots=True)
class Interface:
    """What is asked for behind a pipe: the pipe's name, the interface and its version."""

    pipe: str
    identity: uuid.UUID
    version: int


class Pipe:
    """An open pipe that is bound to an interface."""

    def __init__(self, lane: Lane, file_id: bytes) -> None:
        self._lane = lane
        self._file_id = file_id

    def call(self, number: int, arguments: bytes) -> bytes:
        """Return the results of a call. Raises NotTold."""
        body = _CALL.pack(len(arguments), 0, number) + arguments
        if _HEADER.size + len(body) > _FRAGMENT_BYTES:
            raise ValueError("more than one fragment: ask for less at a time")
        return self._answered(_REQUEST, body, _RESPONSE)

    def bind(self, interface: Interface) -> None:
        """Say what is to be asked. Raises NotTold."""
        body = _BINDING.pack(_FRAGMENT_BYTES, _FRAGMENT_BYTES, 0, 1, 0, 1)
        body += interface.identity.bytes_le + struct.pack("<I", interface.version) + _NDR
        self._answered(_BIND, body, _BIND_ACK)

    def _answered(self, kind: int, body: bytes, expected: int) -> bytes:
        head = _HEADER.pack(
            *(5, 0, kind, _FIRST_AND_LAST, _LITTLE_ENDIAN, _HEADER.size + len(body), 0, _CALL_ID)
        )
        fragment = self._sent(head + body)
        whole = bytearray()
        while True:
            is_last, part = part_of(fragment, expected)
            whole += part
            if is_last:
                return bytes(whole)
            if not part or len(whole) > _MOST_BYTES:
                raise NotTold("an answer without end")
            fragment = self._read()

    def _sent(self, data: bytes) -> bytes:
        message = messages.control(_TRANSCEIVE, self._file_id, data, _PIPE_BYTES)
        (answer,) = self._lane.exchange([message])
        _raise_unless_done(answer.status)
        return transceived(answer.body)

    def _read(self) -> bytes:
        (answer,) = self._lane.exchange([messages.reading(0, _PIPE_BYTES, self._file_id)])
        _raise_unless_done(answer.status)
        try:
            return bytes(replies.read_data(answer.body))
        except BadReply as error:
            raise NotTold(str(error)) from error


@contextmanager
def opened(lane: Lane, interface: Interface) -> Iterator[Pipe]:
    """Open a pipe of IPC$ and bind it. Raises NotTold."""
    opening = messages.opening((interface.pipe,), _READ_AND_WRITE, _NO_OPTIONS)
    (answer,) = lane.exchange([opening])
    _raise_unless_done(answer.status)
    try:
        file_id = replies.created(answer.body).file_id
    except BadReply as error:
        raise NotTold(str(error)) from error
    pipe = Pipe(lane, file_id)
    pipe.bind(interface)
    try:
        yield pipe
    finally:
        lane.exchange([messages.closing(file_id)])


def transceived(body: bytes) -> bytes:
    """Return what a pipe answered, from a reply to IOCTL. Raises NotTold."""
    try:
        *_, offset, length = _ANSWER.unpack_from(body)
    except struct.error as error:
        raise NotTold("a reply of a pipe that is cut short") from error
    start = offset - _SMB_HEADER_BYTES
    if start < 0 or start + length > len(body):
        raise NotTold("a reply of a pipe whose lengths lie")
    return body[start : start + length]


def part_of(fragment: bytes, expected: int) -> tuple[bool, bytes]:
    """Return whether a fragment is the last, and what it holds. Raises NotTold."""
    try:
        _, _, kind, flags, order, size, secret, _ = _HEADER.unpack_from(fragment)
        if order != _LITTLE_ENDIAN or secret or size != len(fragment):
            raise NotTold("an answer that is not of the kind that was asked for")
        body = fragment[_HEADER.size :]
        if kind == _FAULT:
            (code,) = struct.unpack_from("<I", body, _CALL.size)
            raise NotTold(f"the call is refused (fault 0x{code:08x})")
        if kind != expected:
            raise NotTold(f"the call is not answered (PDU of type {kind})")
        if kind == _BIND_ACK:
            _raise_unless_accepted(body)
        _CALL.unpack_from(body)
    except struct.error as error:
        raise NotTold("an answer that is cut short") from error
    return bool(flags & _LAST), body[_CALL.size :]


def _raise_unless_accepted(body: bytes) -> None:
    (name_bytes,) = struct.unpack_from("<H", body, 8)
    results = (10 + name_bytes + 3) // 4 * 4 + 4
    if body[results : results + 2] != _ACCEPTED:
        raise NotTold("the server does not offer this interface")


def _raise_unless_done(status: int) -> None:
    if status == ACCESS_DENIED:
        raise NotTold("the account may not ask")
    if status != SUCCESS:
        raise NotTold(f"the pipe cannot be used (status 0x{status:08x})")
