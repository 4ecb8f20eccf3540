"""A session with a domain controller that is signed and encrypted by Kerberos, without TLS.

ldap3 logs on by Kerberos, but seals nothing, which a controller asks for: its messages go through
a socket that does.

Source  RFC 4752 (the mechanism GSSAPI), RFC 4422 3.7 (sealed buffers, each after its length); read
        2026-11-27.
"""

from __future__ import annotations

import socket
import struct

import ldap3
from ldap3.protocol.sasl.sasl import send_sasl_negotiation
from spnego import ContextProxy
from spnego.exceptions import SpnegoError

from connectors.kerberos import NoTicket, Tickets, said

_SERVICE = "ldap"
_LENGTH = struct.Struct(">I")
_CONFIDENTIALITY = 4  # RFC 4752 3.3: the layers that are offered, then the largest buffer
_LAYERS = struct.Struct(">I")
_MOST_BYTES = 0xFFFFFF  # of a buffer: three bytes tell it
_SUCCESS, _IN_PROGRESS = 0, 14  # RFC 4511 A.1


def log_on(connection: ldap3.Connection, tickets: Tickets) -> int:
    """Log on and seal the connection; return LDAP's result, 0 where it is done.

    Raises NoTicket, and what ldap3 does.
    """
    connection.sasl_mechanism = "GSSAPI"
    with said():
        context = tickets.context(_SERVICE, connection.server.host)
        token, code = context.step(), _IN_PROGRESS
        while not context.complete and code == _IN_PROGRESS:
            code, answer = _sent(connection, token or b"")
            token = context.step(answer) if code == _IN_PROGRESS else None
        if code == _IN_PROGRESS:
            code, answer = _sent(connection, token or b"")
        if code != _IN_PROGRESS:
            return code
        layers = context.unwrap(answer).data
        if len(layers) != _LAYERS.size or not layers[0] & _CONFIDENTIALITY:
            raise NoTicket("the controller does not encrypt by Kerberos")
        chosen = _LAYERS.pack(_CONFIDENTIALITY << 24 | _MOST_BYTES)
        code, _ = _sent(connection, context.wrap(chosen, encrypt=False).data)
    if code == _SUCCESS:
        connection.socket = Sealed(connection.socket, context)
    return code


def _sent(connection: ldap3.Connection, token: bytes) -> tuple[int, bytes]:
    """Send a part of the log-on and return the result and the controller's part."""
    result = send_sasl_negotiation(connection, None, token)
    return result["result"], result.get("saslCreds") or b""


class Sealed:
    """A socket, as ldap3 uses one, through which nothing passes that is not encrypted."""

    def __init__(self, inner: socket.socket, context: ContextProxy) -> None:
        self._inner = inner
        self._context = context
        self._ready = b""  # of a buffer that was opened

    def sendall(self, data: bytes) -> None:
        """Send all of ``data`` in one buffer. Raises OSError."""
        sealed = self._context.wrap(data).data
        self._inner.sendall(_LENGTH.pack(len(sealed)) + sealed)

    def recv(self, most_bytes: int) -> bytes:
        """Return bytes that came, none where the controller has closed. Raises OSError."""
        if not self._ready:
            self._ready = self._opened()
        data, self._ready = self._ready[:most_bytes], self._ready[most_bytes:]
        return data

    def shutdown(self, how: int) -> None:
        """Say that nothing more is sent or read."""
        self._inner.shutdown(how)

    def close(self) -> None:
        """Close the socket."""
        self._inner.close()

    def _opened(self) -> bytes:
        head = self._exactly(_LENGTH.size)
        if not head:
            return b""
        (length,) = _LENGTH.unpack(head)
        if length > _MOST_BYTES:
            raise OSError("a buffer that is longer than was agreed")
        try:
            told = self._context.unwrap(self._exactly(length))
        except SpnegoError as error:
            raise OSError("a buffer that the controller did not seal") from error
        if not told.encrypted:
            raise OSError("a buffer that is not encrypted")
        return told.data

    def _exactly(self, length: int) -> bytes:
        """Return so many bytes, none where the controller has closed."""
        data = b""
        while len(data) < length:
            part = self._inner.recv(length - len(data))
            if not part:
                return b""
            data += part
        return data
