"""Logging on by Kerberos: where the tickets come from, and in words why there are none.

Its libraries are an extra, for they are compiled on the machine: without them nothing here works,
and all else does. Which realm and controllers there are, is the machine's krb5.conf or its DNS.
What a keytab gives stays in the memory of this process, and is asked for again at each log-on.

Source  RFC 4120 7.5.9 (error codes; libkrb5 counts them from -1765328384), krb5.h of MIT krb5 1.20
        (its own codes); read 2026-11-27.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import spnego
from spnego.exceptions import SpnegoError

if TYPE_CHECKING:
    from spnego import ContextProxy, CredentialCache, KerberosKeytab

PROTOCOL = "kerberos"
INSTALL = (
    "Kerberos is not installed: pip install gssapi krb5, which needs the Debian packages gcc,"
    " python3-dev and libkrb5-dev"
)
_FIRST = -1765328384  # ERROR_TABLE_BASE_krb5
_WIDTH = 1 << 32  # GSSAPI tells the same codes without a sign
_EXPIRED = 32
_CREDENTIALS_EXPIRED, _CONTEXT_EXPIRED = 11 << 16, 12 << 16  # of GSSAPI: RFC 2744 3.9.1
_OF_SYSTEM, _JUST_NOW = -1, -2  # ours: an errno, and what passes between two seconds

_NO_FIT = "the keytab does not fit the account: its password was changed, or it is another's"
_NO_TICKET = "there is no ticket: run kinit as who runs the scan, or set a keytab"
_NO_SETTINGS = "this machine's Kerberos settings (krb5.conf) name no domain, or cannot be read"
_WHY: Mapping[int, str] = {
    6: "the domain has no account of this name",
    7: "the domain knows no such server: give the name that the domain has for it",
    12: "the account may not log on from here, or at this hour",
    14: "the account and the domain have no kind of encryption in common",
    18: "the account is disabled or locked, or has expired",
    23: "the password has expired",
    24: _NO_FIT,  # PREAUTH_FAILED
    31: _NO_FIT,  # BAD_INTEGRITY
    _EXPIRED: "the ticket has run out: run kinit again, or set a keytab",
    37: "the clocks of this machine and of the domain differ too much",
    41: "the server cannot read the ticket: its name in the domain is another machine's",
    135: _NO_SETTINGS,
    136: _NO_SETTINGS,
    141: _NO_TICKET,  # CC_NOTFOUND
    181: "the keytab holds no key of the account",
    195: _NO_TICKET,  # FCC_NOFILE
    213: "the keytab is damaged",  # KEYTAB_BADVNO
    224: _NO_SETTINGS,  # CONFIG_NODEFREALM
}
"""Why there is no ticket, by the codes of RFC 4120 and libkrb5's, counted from the same."""

_NOT_NOW: Mapping[int, str] = {
    154: "no domain controller is found to give a ticket",  # REALM_UNKNOWN
    156: "no domain controller answers to give a ticket",  # KDC_UNREACH
    220: "no domain controller is found to give a ticket",  # REALM_CANT_RESOLVE
    _JUST_NOW: "the ticket has just run out",
}


class NoTicket(Exception):
    """Kerberos does not let in who asks; the message says why, and asking on would not help."""


class NotNow(NoTicket):
    """There may be a ticket in a moment."""


@dataclass(frozen=True, slots=True)
class Tickets:
    """Where who asks has tickets from: a keytab, or without one the machine's ticket cache.

    Without a ``principal`` it is the first of the keytab, or whose the cache is.
    """

    keytab: str = ""
    principal: str = field(default="", repr=False)

    def credential(self) -> KerberosKeytab | CredentialCache:
        """Return them as pyspnego takes them. Raises NoTicket where the extra is not installed."""
        if not is_installed():
            raise NoTicket(INSTALL)
        _, _, name = self.principal.rpartition("\\")
        if self.keytab:
            return spnego.KerberosKeytab(self.keytab, name or _first_of(self.keytab))
        return spnego.CredentialCache(name or None)

    def context(self, service: str, host: str) -> ContextProxy:
        """Return the client's side of a session that Kerberos encrypts. Raises NoTicket."""
        with said():
            return spnego.client(
                self.credential(), hostname=host, service=service, protocol=PROTOCOL
            )

    def check(self) -> None:
        """Ask for a ticket with the keytab, or look into the cache. Raises NoTicket."""
        with said():
            spnego.client(self.credential(), protocol=PROTOCOL)
            if not self.keytab:
                import gssapi

                _ = gssapi.Credentials(usage="initiate").lifetime  # raises where it is over


def is_installed() -> bool:
    """Return whether the libraries are there, and the C libraries that they stand on."""
    try:
        import gssapi  # noqa: F401 - whether it can be loaded
        import krb5  # noqa: F401 - the same
    except (ImportError, OSError):
        return False
    return True


@contextmanager
def said() -> Iterator[None]:
    """Raise NoTicket, in words, for what the libraries raise within, and for nothing else.

    Their own words name the account and the files that were tried.
    """
    try:
        yield
    except _raised() as error:
        code = _code_of(error)
        if code is None:
            raise
        if code in _NOT_NOW:
            raise NotNow(_NOT_NOW[code]) from None
        if code == _OF_SYSTEM:
            raise NoTicket("the keytab or the ticket cache cannot be read") from None
        raise NoTicket(_WHY.get(code, f"Kerberos refuses (error {code})")) from None


def _raised() -> tuple[type[Exception], ...]:
    if not is_installed():
        return ()
    import gssapi
    import krb5

    return (krb5.Krb5Error, SpnegoError, gssapi.raw.GSSError)


def _code_of(error: BaseException) -> int | None:
    """Return the number of what went wrong, as in ``_WHY``; None where it was not Kerberos."""
    native = getattr(error, "base_error", None) or error
    if getattr(native, "maj_code", 0) == _CREDENTIALS_EXPIRED:
        return _EXPIRED
    if getattr(native, "maj_code", 0) == _CONTEXT_EXPIRED:
        return _JUST_NOW
    code: int | None = getattr(native, "err_code", getattr(native, "min_code", None))
    if code is None:
        return None
    signed = code - _WIDTH if code >= _WIDTH >> 1 else code
    return signed - _FIRST if signed < 0 else _OF_SYSTEM


def _first_of(keytab: str) -> str:
    """Return the principal that the first key of a keytab is of. Raises NoTicket."""
    import krb5

    with said():
        # To the last: one that is left halfway stays open.
        entries = list(krb5.kt_resolve(krb5.init_context(), keytab.encode()))
        if not entries:
            raise NoTicket("the keytab holds no key")
        return (entries[0].principal.name or b"").decode()
