"""A session with a domain controller: encrypted, its certificate verified, and only read from.

The password goes over TLS alone: by LDAPS, or after StartTLS, and to no server that another one
refers to. Who has tickets sends no password, and Kerberos encrypts instead of TLS. Lists are asked
for in pages and the members of a group in ranges, as Active Directory wants it: without, it gives
the first thousand and no more.

Source  [MS-ADTS] 3.1.1.3.1.3.3 (ranged attributes), 3.1.1.3.4.6 (MaxPageSize, MaxValRange);
        RFC 2696 (paged results); RFC 4511 4.1.9 (result codes); read 2026-11-26.
"""

from __future__ import annotations

import logging
import re
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeAlias

import ldap3
from ldap3.core.exceptions import LDAPException
from pyasn1.error import PyAsn1Error

from connectors.base import DirectoryUnread
from connectors.directory import sealed
from connectors.directory.address import DirectoryAddress
from connectors.kerberos import NoTicket, Tickets

logger = logging.getLogger(__name__)

Attributes: TypeAlias = Mapping[str, Sequence[bytes]]
_CONNECT_SECONDS = 10
_ANSWER_SECONDS = 60
PAGE = 500  # objects; Active Directory gives a thousand at most
RANGE = 1500  # values of an attribute; Active Directory gives no more at a time
_MOST_PAGES = 100_000
_MOST_RANGES = 10_000
_PAGED = "1.2.840.113556.1.4.319"
_RANGED = re.compile(r"(?P<name>[^;]+);range=(?P<first>[0-9]+)-(?P<last>[0-9]+|\*)", re.IGNORECASE)
_SUCCESS, _REFERRAL, _NOT_LET_IN = 0, 10, 49
_UNINTELLIGIBLE = (PyAsn1Error, ValueError, TypeError, LookupError, AttributeError)
"""What ldap3 and pyasn1 raise of replies that are none."""

_REFUSED: Mapping[str, str] = {
    "525": "there is no such user",
    "52e": "the user name or password is wrong",
    "530": "the account may not log on at this hour",
    "531": "the account may not log on from here",
    "532": "the password has expired",
    "533": "the account is disabled",
    "701": "the account has expired",
    "773": "the password must be changed first",
    "775": "the account is locked",
}
"""What the number in a refusal means: the low half of a Windows error, [MS-ERREF] 2.2."""

_RESULTS: Mapping[int, str] = {
    3: "it took longer than the controller allows",
    4: "it is more than the controller allows to be listed",
    8: "the controller wants another way to log on",
    11: "it is more than the controller allows to be listed",
    13: "the controller wants an encrypted session and does not take this one",
    49: "the user name or password is wrong",
    50: "the account may not read the directory",
    51: "the controller is busy",
    52: "the controller is not available",
    53: "the controller does not do it",
}


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks; nothing of it is shown, logged or stored."""

    user: str = field(repr=False)
    password: str = field(repr=False)


class Found(NamedTuple):
    """An object of the directory: its name there, and the attributes that were asked for."""

    dn: str
    attributes: Attributes


class Link:
    """A session with one domain controller. Every method may raise DirectoryUnread."""

    def __init__(
        self,
        address: DirectoryAddress,
        credentials: Credentials | Tickets,
        authority: Path | None = None,
        page: int = PAGE,
        values: int = RANGE,
    ) -> None:
        """Log on. ``authority`` is the file of certificates to trust; None: the machine's.

        With tickets there is no TLS: the address must be one without, at which TLS may be started.
        """
        self._page = page
        self._values = values
        self._tls = _Tls(authority)
        server = ldap3.Server(
            address.host,
            address.port,
            use_ssl=not address.start_tls,
            tls=self._tls,
            get_info=ldap3.NONE,
            connect_timeout=_CONNECT_SECONDS,
        )
        self._connection = ldap3.Connection(
            server,
            raise_exceptions=False,
            auto_referrals=False,  # our password is for this server alone
            auto_range=False,
            receive_timeout=_ANSWER_SECONDS,
            return_empty_attributes=False,
        )
        with ExitStack() as undone:
            undone.callback(self.close)
            if isinstance(credentials, Tickets):
                self._open(start_tls=False)
                self._log_on_sealed(credentials)
                self.base, self.configuration = self._root()
            else:
                self._open(start_tls=address.start_tls)
                self.base, self.configuration = self._root()
                self._log_on(credentials)
            undone.pop_all()

    def close(self) -> None:
        """End the session."""
        try:
            self._connection.unbind()
        except (LDAPException, OSError, *_UNINTELLIGIBLE):
            logger.debug("The session with the directory was gone before it was ended")
        finally:
            if self._connection.socket is not None:  # ldap3 leaves it open where it did not connect
                self._connection.socket.close()

    def search(
        self, base: str, wanted: str, attributes: Sequence[str], ranged: str = ""
    ) -> Iterator[Found]:
        """Yield the objects below ``base`` that a filter finds, by pages.

        ``ranged`` is an attribute of which an object may have more values than are given at once;
        all of them come with the object.
        """
        asked = [*attributes, *([f"{ranged};range=0-{self._values - 1}"] if ranged else [])]
        cookie: bytes | None = None
        for _ in range(_MOST_PAGES):
            entries, cookie = self._asked(base, wanted, ldap3.SUBTREE, asked, cookie, paged=True)
            for found in entries:
                yield self._whole(found, ranged) if ranged else found
            if not cookie:
                return
        raise DirectoryUnread("the controller sends a list without end")

    def one(self, dn: str, attributes: Sequence[str]) -> Attributes:
        """Return attributes of the object of this name."""
        entries, _ = self._asked(dn, "(objectClass=*)", ldap3.BASE, attributes)
        if len(entries) != 1:
            raise DirectoryUnread("the controller does not show what the account asks for")
        return entries[0].attributes

    def _open(self, *, start_tls: bool) -> None:
        try:
            self._connection.open(read_server_info=False)
            if start_tls and not self._connection.start_tls(read_server_info=False):
                raise DirectoryUnread("the controller cannot encrypt: nothing was sent to it")
        except (LDAPException, OSError, *_UNINTELLIGIBLE) as error:
            if self._tls.refused is not None:
                raise DirectoryUnread(_certificate_words(self._tls.refused)) from None
            why = (
                "the controller cannot encrypt: nothing was sent to it"
                if start_tls and self._connection.listening
                else "the controller does not answer"
            )
            raise DirectoryUnread(why) from error

    def _root(self) -> tuple[str, str]:
        """Return where the domain and the forest's configuration begin; anyone may ask that."""
        root = self.one("", ["defaultNamingContext", "configurationNamingContext"])
        try:
            return (
                root["defaultNamingContext"][0].decode(),
                root["configurationNamingContext"][0].decode(),
            )
        except (LookupError, ValueError) as error:
            raise DirectoryUnread("the server is no Active Directory domain controller") from error

    def _log_on(self, credentials: Credentials) -> None:
        if not credentials.user or not credentials.password:  # LDAP takes that for nobody: it works
            raise DirectoryUnread("a user name and a password are needed")
        try:
            self._connection.rebind(
                user=_full_name(credentials.user, self.base),
                password=credentials.password,
                authentication=ldap3.SIMPLE,
                read_server_info=False,
            )
        except (LDAPException, OSError, *_UNINTELLIGIBLE) as error:
            logger.debug("Logging on to the directory failed", extra={"kind": type(error).__name__})
            # What ldap3 has to say of it may hold the name.
            raise DirectoryUnread("the controller broke off while we logged on") from None
        result = self._connection.result
        if result["result"] != _SUCCESS:
            number = re.search(r"data ([0-9a-f]+)", str(result.get("message", "")))
            why = _REFUSED.get(number[1] if number else "")
            raise DirectoryUnread(why or _result_words(result["result"]))

    def _log_on_sealed(self, tickets: Tickets) -> None:
        try:
            code = sealed.log_on(self._connection, tickets)
        except NoTicket as error:
            raise DirectoryUnread(str(error)) from error
        except (LDAPException, OSError, *_UNINTELLIGIBLE) as error:
            logger.debug("Logging on to the directory failed", extra={"kind": type(error).__name__})
            raise DirectoryUnread("the controller broke off while we logged on") from None
        if code != _SUCCESS:
            raise DirectoryUnread(
                "the controller does not take the ticket"
                if code == _NOT_LET_IN
                else _result_words(code)
            )

    def _whole(self, found: Found, ranged: str) -> Found:
        """Return an object with all values of its ranged attribute, asked for until the last."""
        attributes = dict(found.attributes)
        values: list[bytes] = []
        part = _take_part(attributes, ranged)
        for _ in range(_MOST_RANGES):
            if part is None:
                break
            values += part.values
            if part.is_last or not part.values:
                break
            first = len(values)
            asked = f"{ranged};range={first}-{first + self._values - 1}"
            part = _take_part(dict(self.one(found.dn, [asked])), ranged)
        return Found(found.dn, {**attributes, ranged: values})

    def _asked(
        self,
        base: str,
        wanted: str,
        scope: str,
        attributes: Sequence[str],
        cookie: bytes | None = None,
        *,
        paged: bool = False,
    ) -> tuple[list[Found], bytes | None]:
        """Return the objects of one answer, and the cookie of the next page."""
        connection = self._connection
        try:
            connection.search(
                base,
                wanted,
                scope,
                attributes=list(attributes),
                paged_size=self._page if paged else None,
                paged_cookie=cookie,
            )
            result = connection.result
            if result["result"] != _SUCCESS:
                raise DirectoryUnread(_result_words(result["result"]))
            entries = [
                Found(each["raw_dn"].decode(), each["raw_attributes"])
                for each in connection.response
                if each["type"] == "searchResEntry"  # not referrals to other domains
            ]
            control = (result.get("controls") or {}).get(_PAGED)
            return entries, control["value"]["cookie"] if control else None
        except (LDAPException, OSError) as error:
            raise DirectoryUnread("the controller broke off while it answered") from error
        except _UNINTELLIGIBLE as error:
            raise DirectoryUnread("the controller's answer cannot be understood") from error


class _Tls(ldap3.Tls):  # type: ignore[misc]  # publishes no types
    """TLS that verifies the certificate and the name, and keeps why it did not."""

    def __init__(self, authority: Path | None) -> None:
        try:
            self._context = ssl.create_default_context(cafile=authority)
        except (OSError, ssl.SSLError) as error:
            raise DirectoryUnread("the file of certificates to trust cannot be read") from error
        self._context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.refused: ssl.SSLError | None = None
        super().__init__(validate=ssl.CERT_REQUIRED)

    def wrap_socket(self, connection: ldap3.Connection, do_handshake: bool = False) -> None:  # noqa: FBT001, FBT002 - ldap3's
        """Encrypt a connection's socket; called by ldap3."""
        try:
            connection.socket = self._context.wrap_socket(
                connection.socket,
                do_handshake_on_connect=do_handshake,
                server_hostname=connection.server.host,
            )
        except ssl.SSLError as error:
            self.refused = error
            raise


class _Part(NamedTuple):
    values: Sequence[bytes]
    is_last: bool


def _take_part(attributes: dict[str, Sequence[bytes]], ranged: str) -> _Part | None:
    """Take a part of a ranged attribute out of an answer; None where there is none."""
    for name in list(attributes):
        found = _RANGED.fullmatch(name)
        if found is not None and found["name"].lower() == ranged.lower():
            return _Part(attributes.pop(name), is_last=found["last"] == "*")
    values = attributes.pop(ranged, ())
    return _Part(values, is_last=True) if values else None


def _full_name(user: str, base: str) -> str:
    r"""Return a user's name as a controller takes it: LAB\ann and ann@lab.example as they are.

    >>> _full_name("ann", "DC=lab,DC=example")
    'ann@lab.example'
    """
    if any(mark in user for mark in "\\@="):
        return user
    labels = [part.partition("=")[2] for part in base.split(",")]
    return f"{user}@{'.'.join(labels)}"


def _result_words(code: int) -> str:
    if code == _REFERRAL:
        return "the server refers to another one: name a controller of the domain itself"
    return _RESULTS.get(code, f"the controller refuses (LDAP result {code})")


def _certificate_words(error: ssl.SSLError) -> str:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return "no encrypted session can be made with the server"
    return {
        9: "its certificate is not valid yet, or the clock of this machine is wrong",
        10: "its certificate has run out, or the clock of this machine is wrong",
        62: "its certificate is for another name: give the server as the certificate has it",
        64: "its certificate is for another address: give the server as the certificate has it",
    }.get(error.verify_code, "its certificate is signed by nobody whom this machine trusts")
