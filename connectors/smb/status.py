"""What a server's answer means: the cause of a gap, or a session that must be made anew.

Source: [MS-ERREF] 2.3.1, NTSTATUS values; read 2026-11-25.
"""

from __future__ import annotations

from collections.abc import Mapping

from connectors.base import Cause

SUCCESS = 0
PENDING = 0x00000103
NO_MORE_FILES = 0x80000006
END_OF_FILE = 0xC0000011
ACCESS_DENIED = 0xC0000022
NOT_COVERED = 0xC0000257  # PATH_NOT_COVERED: it lies behind a link of a DFS namespace
NO_SUCH_SHARE = 0xC00000CC  # BAD_NETWORK_NAME
NO_SUCH_FILE = 0xC000000F  # of a listing: an empty root on some servers

_CAUSES: Mapping[int, Cause] = {
    ACCESS_DENIED: Cause.DENIED,
    0xC0000061: Cause.DENIED,  # PRIVILEGE_NOT_HELD
    0xC0000043: Cause.IN_USE,  # SHARING_VIOLATION
    0xC0000054: Cause.IN_USE,  # FILE_LOCK_CONFLICT
    0xC0000055: Cause.IN_USE,  # LOCK_NOT_GRANTED
    NO_SUCH_FILE: Cause.VANISHED,
    0xC0000034: Cause.VANISHED,  # OBJECT_NAME_NOT_FOUND
    0xC000003A: Cause.VANISHED,  # OBJECT_PATH_NOT_FOUND
    0xC0000056: Cause.VANISHED,  # DELETE_PENDING
    0xC0000123: Cause.VANISHED,  # FILE_DELETED
    0xC0000103: Cause.VANISHED,  # NOT_A_DIRECTORY: it was swapped after it was listed
    0xC00000BA: Cause.VANISHED,  # FILE_IS_A_DIRECTORY: the same
    0x8000002D: Cause.VANISHED,  # STOPPED_ON_SYMLINK: the same
    0xC0000033: Cause.UNREPRESENTABLE,  # OBJECT_NAME_INVALID
    0xC0000039: Cause.UNREPRESENTABLE,  # OBJECT_PATH_INVALID
    0xC000003B: Cause.UNREPRESENTABLE,  # OBJECT_PATH_SYNTAX_BAD
    0xC0000106: Cause.UNREPRESENTABLE,  # NAME_TOO_LONG
    0xC0000267: Cause.OFFLINE,  # FILE_IS_OFFLINE
    0xC0000102: Cause.CORRUPT,  # FILE_CORRUPT_ERROR
    0xC0000279: Cause.UNSUPPORTED,  # IO_REPARSE_TAG_NOT_HANDLED
}
_CLOUD_FIRST, _CLOUD_LAST = 0xC000CF00, 0xC000CFFF  # what a cloud provider's filter answers

SESSION_ENDED = frozenset(
    {
        0xC00000C9,  # NETWORK_NAME_DELETED
        0xC0000203,  # USER_SESSION_DELETED
        0xC000035C,  # NETWORK_SESSION_EXPIRED
        0xC000020C,  # CONNECTION_DISCONNECTED
        0xC000020D,  # CONNECTION_RESET
        0xC00000B0,  # PIPE_DISCONNECTED
        0xC0000128,  # FILE_CLOSED: the handle went with the session
        0xC000009A,  # INSUFFICIENT_RESOURCES: the server asks for patience
        0xC0000205,  # INSUFF_SERVER_RESOURCES
    }
)
"""Statuses after which the same question is asked again over a new session."""

LOGON_REFUSED: Mapping[int, str] = {
    0xC000006D: "the user name or password is wrong",
    0xC000006A: "the password is wrong",
    0xC0000064: "there is no such user",
    0xC0000072: "the account is disabled",
    0xC0000193: "the account has expired",
    0xC0000071: "the password has expired",
    0xC0000224: "the password must be changed first",
    0xC0000234: "the account is locked",
    0xC000006E: "the account may not log on from here",
    0xC000006F: "the account may not log on at this hour",
    0xC000015B: "the account may not log on over the network",
}
"""Why a server does not let an account in, in words: asking again may lock the account."""

PASSWORD_REFUSED = frozenset({0xC000006D, 0xC000006A, 0xC0000234})
"""Those that count towards the locking of an account, and that it is locked."""

TICKET_REFUSED: Mapping[int, str] = {
    **LOGON_REFUSED,
    0xC000006D: "the server does not take the ticket: it is no member of the domain, or left it",
}
"""The same where a Kerberos ticket was shown."""

REFUSED: Mapping[int, str] = {
    **LOGON_REFUSED,
    NO_SUCH_SHARE: "there is no such share",
    0xC00000BE: "the server is not found",
    0xC0000133: "the clocks of this machine and of the server differ too much",
    ACCESS_DENIED: "the account has no access to the share",
}
"""Why nothing of a server or share is shown, in words: asking again would not help."""


def cause_of(status: int) -> Cause:
    """Return the cause of the gap where a server answers ``status`` for one entry."""
    if _CLOUD_FIRST <= status <= _CLOUD_LAST:
        return Cause.OFFLINE
    return _CAUSES.get(status, Cause.UNREACHABLE)
