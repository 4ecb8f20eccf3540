"""One connection to one share, made again when it is lost.

A dropped session, a server that restarts or a ticket that ran out must not make files look gone:
what was asked is asked again over a new session, until the server has been away for too long.
"""

from __future__ import annotations

import logging
import struct
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from smbprotocol.connection import Connection
from smbprotocol.exceptions import SMBAuthenticationError, SMBException, SMBResponseException
from smbprotocol.session import Session
from smbprotocol.tree import SMB2TreeConnectRequest, SMB2TreeConnectResponse, TreeConnect
from spnego.exceptions import SpnegoError

from connectors.base import LogonRefused, PasswordRefused, ShareUnreachable
from connectors.kerberos import PROTOCOL, NoTicket, NotNow, Tickets, said
from connectors.smb.address import SmbAddress
from connectors.smb.lane import ANSWER_SECONDS, Lane, Lost
from connectors.smb.messages import BACKUP_INTENT
from connectors.smb.replies import BadReply
from connectors.smb.status import LOGON_REFUSED, PASSWORD_REFUSED, REFUSED, TICKET_REFUSED

logger = logging.getLogger(__name__)

_T = TypeVar("_T")
_PAUSES = (0.0, 1.0, 2.0, 4.0, 8.0, 15.0)  # seconds before each new attempt, the last one repeated
PATIENCE_SECONDS = 120.0  # for a server that restarts
_FIRST_PATIENCE_SECONDS = 5.0  # for one that never answered: most likely its name is wrong
_CREDITS = 512  # 32 MiB under way at most: a session begins with fewer

for _name in ("smbprotocol", "spnego"):  # at lower levels they write names of files
    logging.getLogger(_name).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks; nothing of it is shown, logged or stored.

    With ``tickets`` it is asked by Kerberos and neither ``user`` nor ``password`` counts. With
    ``encrypt``, a server that cannot encrypt is not read from. With ``backup`` files are opened as
    for a backup: on Windows who holds that privilege may then read what no permission grants.
    """

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    encrypt: bool = False
    tickets: Tickets | None = None
    backup: bool = False


class Link:
    """A share as a place to ask: messages in, replies out."""

    def __init__(
        self,
        address: SmbAddress,
        credentials: Credentials,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._address = address
        self._credentials = credentials
        self._patience_seconds = patience_seconds
        self._lane: Lane | None = None
        self._met = False  # whether the server ever answered

    def ask(self, work: Callable[[Lane], _T]) -> _T:
        """Return what ``work`` makes of the share, begun anew where the session is lost.

        Raises ShareUnreachable where the server stays away or refuses us.
        """
        patience = self._patience_seconds
        deadline = time.monotonic() + (
            patience if self._met else min(patience, _FIRST_PATIENCE_SECONDS)
        )
        attempt = 0
        while True:
            try:
                return work(self._connected())
            except (Lost, BadReply) as error:
                self.drop()
                pause = _PAUSES[min(attempt, len(_PAUSES) - 1)]
                attempt += 1
                if time.monotonic() + pause > deadline:
                    raise ShareUnreachable(f"the server is lost: {error}") from error
                if self._met:
                    logger.warning("The session with the server is made again")
                time.sleep(pause)

    def drop(self) -> None:
        """Forget the session; the next question makes another."""
        lane, self._lane = self._lane, None
        if lane is not None:
            _close(lane.connection)

    def _connected(self) -> Lane:
        if self._lane is None:
            self._lane = self._connect()
            self._met = True
        return self._lane

    def _connect(self) -> Lane:
        """Return a new connection to the share. Raises Lost and ShareUnreachable."""
        address, who = self._address, self._credentials
        connection = Connection(uuid.uuid4(), address.host, address.port)
        try:
            connection.connect(timeout=ANSWER_SECONDS)
            if who.encrypt and not connection.supports_encryption:
                raise ShareUnreachable("it does not encrypt, and encryption is asked for")
            session = _session(connection, who)
            tree = TreeConnect(session, rf"\\{address.host}\{address.share}")
            tree.connect()
            lane = Lane(tree, BACKUP_INTENT if who.backup else 0)
            connection.echo(session.session_id, ANSWER_SECONDS, _CREDITS)
        except SMBResponseException as error:
            _close(connection)
            if error.status in LOGON_REFUSED:
                if who.tickets is not None:
                    raise LogonRefused(TICKET_REFUSED[error.status]) from error
                kind = PasswordRefused if error.status in PASSWORD_REFUSED else LogonRefused
                raise kind(LOGON_REFUSED[error.status]) from error
            if error.status in REFUSED:
                raise ShareUnreachable(REFUSED[error.status]) from error
            raise Lost(f"status 0x{error.status:08x}") from error
        except NotNow as error:
            _close(connection)
            raise Lost(str(error)) from error
        except NoTicket as error:
            _close(connection)
            raise LogonRefused(str(error)) from error
        except SpnegoError as error:
            _close(connection)
            raise ShareUnreachable(f"no way to log on: {_first_line(error)}") from error
        except (SMBException, ValueError, OSError, struct.error) as error:
            _close(connection)
            raise Lost(_first_line(error)) from error
        return lane


def _session(connection: Connection, who: Credentials) -> Session:
    """Return a session in which ``who`` is logged on. Raises NoTicket, and what smbprotocol does.

    A password goes by NTLM alone: tried by Kerberos too, a wrong one would count twice.
    """
    if who.tickets is None:
        session = Session(connection, who.user, who.password, who.encrypt, auth_protocol="ntlm")
        session.connect()
        return session
    with said():
        credential = who.tickets.credential()
        session = Session(connection, credential, None, who.encrypt, auth_protocol=PROTOCOL)
        try:
            session.connect()
        except SMBAuthenticationError as error:  # which hides what it is about
            raise error.__cause__ or error from None
    return session


def share_flags(lane: Lane) -> int:
    """Return the flags of a share, [MS-SMB2] 2.2.10. Raises Lost.

    It is connected to once more for them, until the session ends: smbprotocol keeps none.
    """
    session = lane.tree.session
    message, told = SMB2TreeConnectRequest(), SMB2TreeConnectResponse()
    message["buffer"] = lane.tree.share_name.encode("utf-16-le")
    try:
        request = session.connection.send(message, session.session_id)
        reply = session.connection.receive(request, timeout=ANSWER_SECONDS)
        told.unpack(reply["data"].get_value())
    except (SMBException, OSError, ValueError, struct.error, KeyError) as error:
        raise Lost(_first_line(error)) from error
    return int(told["share_flags"].get_value())


def _close(connection: Connection) -> None:
    try:
        connection.disconnect(close=False, timeout=1)
    except (SMBException, OSError, ValueError):
        return


def _first_line(error: BaseException) -> str:
    """Return what went wrong in one line; such messages name hosts and ports, never passwords."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
