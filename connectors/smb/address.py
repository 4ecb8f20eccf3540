r"""Where an SMB share lies, as people write it.

>>> address_of(r"\\files01\housing\Rents")
SmbAddress(host='files01', port=445, share='housing', folder=('Rents',))
>>> address_of("smb://files01:1445/housing").port
1445
>>> address_of("/srv/files") is None
True
>>> server_of("smb://files01")
SmbServer(host='files01', port=445)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from connectors.base import FolderPath

PORT = 445
_URL = re.compile(
    r"smb://(?P<host>[^/\\:@\[\]]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?(?:/(?P<path>.*))?",
    re.DOTALL,
)
_USER = re.compile(r"//.*@", re.DOTALL)
_SERVER = re.compile(r"\\\\(?P<host>[^/\\@]+)\\?")
_UNC = re.compile(r"(?:\\\\|//)(?P<host>[^/\\@]+)[/\\](?P<path>.*)", re.DOTALL)
_STEPS = re.compile(r"[/\\]+")
_MOST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class SmbServer:
    """A server, for all that it shares."""

    host: str
    port: int

    def __str__(self) -> str:
        """Return the server as ``smb://`` writes it."""
        return f"smb://{_spelt(self.host, self.port)}"

    def share(self, name: str) -> SmbAddress:
        """Return the address of a share of it."""
        return SmbAddress(self.host, self.port, name)


@dataclass(frozen=True, slots=True)
class SmbAddress:
    """A share on a server, or a folder in it."""

    host: str
    port: int
    share: str
    folder: FolderPath = ()

    def __str__(self) -> str:
        """Return the address as ``smb://`` writes it: one spelling for each share."""
        return "/".join((f"smb://{self.server}", self.share, *self.folder))

    @property
    def server(self) -> str:
        """The server alone: its host, and its port where that is not the usual one."""
        return _spelt(self.host, self.port)

    @property
    def on(self) -> SmbServer:
        """The server that has it."""
        return SmbServer(self.host, self.port)

    @property
    def key(self) -> tuple[str, int, str, FolderPath]:
        """What all spellings of it have in common: servers and shares know no case."""
        return self.host.lower(), self.port, self.share.lower(), self.folder

    def overlaps(self, other: SmbAddress) -> bool:
        """Whether one of the two lies in the other, or they are one."""
        (*share, folder), (*same, inside) = self.key, other.key
        depth = min(len(folder), len(inside))
        return share == same and folder[:depth] == inside[:depth]


def server_of(text: str) -> SmbServer | None:
    r"""Return the server that ``text`` names without a share on it, or None.

    ``smb://server[:port]`` and ``\\server`` are known. Raises ValueError for a port that is none.
    """
    found = _URL.fullmatch(text)
    if found is None or _STEPS.sub("", found["path"] or ""):
        found = _SERVER.fullmatch(text)
    return None if found is None else SmbServer(found["host"].strip("[]"), _port(found))


def address_of(text: str) -> SmbAddress | None:
    r"""Return the address that ``text`` gives, or None if it is no SMB address at all.

    ``smb://server[:port]/share[/folder]``, ``\\server\share`` and ``//server/share`` are known.
    Raises ValueError, in words for a person, for one that names no share or holds a password.
    """
    found = _URL.fullmatch(text) or _UNC.fullmatch(text)
    if found is None:
        if text.startswith("smb://"):
            raise ValueError(
                "it is no smb://server/share (a user and password do not belong in it)"
            )
        return None
    share, *folder = [step for step in _STEPS.split(found["path"] or "") if step] or [""]
    if not share:
        raise ValueError("it names a server and no share: give smb://server/share")
    if {"..", "."} & {share, *folder}:
        raise ValueError("it has steps of dots in it: give the folder by its own name")
    return SmbAddress(found["host"].strip("[]"), _port(found), share, tuple(folder))


def without_password(text: str) -> str:
    """Return an address as it may be shown: what stands before an ``@`` in it may be a password.

    >>> without_password("smb://scan:secret@files01/docs")
    'smb://...@files01/docs'
    """
    return _USER.sub("//...@", text)


def _port(found: re.Match[str]) -> int:
    port = int(found.groupdict().get("port") or PORT)
    if not 0 < port <= _MOST_PORT:
        raise ValueError(f"there is no port {port}")
    return port


def _spelt(host: str, port: int) -> str:
    host = (f"[{host}]" if ":" in host else host).lower()
    return host if port == PORT else f"{host}:{port}"
