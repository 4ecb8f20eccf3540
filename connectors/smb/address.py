r"""Where an SMB share lies, as people write it.

>>> address_of(r"\\files01\housing\Rents")
SmbAddress(host='files01', port=445, share='housing', folder=('Rents',))
>>> address_of("smb://files01:1445/housing").port
1445
>>> address_of("/srv/files") is None
True
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
_UNC = re.compile(r"(?:\\\\|//)(?P<host>[^/\\@]+)[/\\](?P<path>.*)", re.DOTALL)
_STEPS = re.compile(r"[/\\]+")
_MOST_PORT = 65_535


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
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host.lower() if self.port == PORT else f"{host.lower()}:{self.port}"


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
    if ".." in folder or "." in folder:
        raise ValueError("it has steps of dots in it: give the folder by its own name")
    port = int(found.groupdict().get("port") or PORT)
    if not 0 < port <= _MOST_PORT:
        raise ValueError(f"there is no port {port}")
    return SmbAddress(found["host"].strip("[]"), port, share, tuple(folder))
