"""Where a domain controller answers, as people write it. It is never asked in clear.

>>> address_of("ldaps://dc01.example")
DirectoryAddress(host='dc01.example', port=636, start_tls=False)
>>> address_of("ldap://dc01.example:1389").start_tls
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PORTS = {"ldaps": 636, "ldap": 389}
_URL = re.compile(
    r"(?P<scheme>ldaps?)://(?P<host>[^/\\:@\[\]\s]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?/?"
)
_MOST_PORT = 65_535
_EXPORTS = (".csv", ".ldf", ".ldif")


@dataclass(frozen=True, slots=True)
class DirectoryAddress:
    """A domain controller. With ``start_tls`` the session is encrypted after it is opened."""

    host: str
    port: int
    start_tls: bool


def is_export(text: str) -> bool:
    """Return whether ``text`` names an export to a file instead, by how it ends.

    >>> is_export("Domain.CSV"), is_export("ldaps://dc01.example")
    (True, False)
    """
    return text.lower().endswith(_EXPORTS)


def address_of(text: str) -> DirectoryAddress:
    """Return the address that ``text`` gives. Raises ValueError, in words for a person."""
    found = _URL.fullmatch(text)
    if found is None:
        raise ValueError(
            "it is no ldaps://server (a user and password do not belong in it), nor an export that"
            f" ends in {', '.join(_EXPORTS)}"
        )
    port = int(found["port"] or _PORTS[found["scheme"]])
    if not 0 < port <= _MOST_PORT:
        raise ValueError(f"there is no port {port}")
    return DirectoryAddress(found["host"].strip("[]"), port, start_tls=found["scheme"] == "ldap")
