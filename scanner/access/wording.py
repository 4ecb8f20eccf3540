"""The steps of a grant in plain English, for managers: no mode bits, no jargon.

>>> from scanner.access.posix import NoAcl
>>> words_for(Posix(0, 100, 0o640, NoAcl(), is_folder=False), "read").verb
'may read'
"""

from __future__ import annotations

import stat
from dataclasses import dataclass

from scanner.access.directory import Directory
from scanner.access.nt.sids import name_of
from scanner.access.posix import Clause, Posix, Who

_FILE = {"read": "may read", "write": "may change"}
_FOLDER = {"read": "may list", "write": "may add to and delete from"}
_STICKY = {**_FOLDER, "write": "may add to, and delete from only what is their own"}


@dataclass(frozen=True, slots=True)
class Words:
    """How the clauses of one question read: about a file, a folder, or passing a folder."""

    verb: str
    owner: str
    named: str
    owner_verb: str = ""  # where it is another than the others'

    def step(self, clause: Clause, known: Directory) -> str:
        """Return one step of a path of a grant."""
        match clause.who:
            case Who.OWNER:
                return f"{self.owner}, who {self.owner_verb or self.verb}"
            case Who.USER:
                return f"{self.named}, who {self.verb}"
            case Who.OWNING_GROUP | Who.GROUP:
                gid = f"gid:{clause.identifier}"
                return f"member of {group(gid, known)}, which {self.verb}"
            case Who.SUPERUSER:
                return root()
            case Who.OTHER:
                return f"anyone with an account on {known.authority} {self.verb}"


def words_for(posix: Posix, right: str) -> Words:
    """Return the words for a right, "read" or "write", on a file or folder."""
    if posix.is_folder:
        verbs = _STICKY if posix.mode & stat.S_ISVTX else _FOLDER
        # The sticky bit leaves the folder's owner the right to delete what is others'.
        return Words(
            verbs[right], "owner of the folder", "person named on the folder", _FOLDER[right]
        )
    return Words(_FILE[right], "owner of the file", "person named on the file")


def passing() -> Words:
    """Return the words for being let through a folder above."""
    named = "owner of a folder on the way or named on it"
    return Words("may pass a folder on the way", named, named)


def group(identifier: str, known: Directory) -> str:
    """Return a group by name, or by number where no name is known."""
    name = known.group_names.get(identifier) or name_of(identifier)
    return f"group {name}" if name else f"group number {identifier.removeprefix('gid:')}"


def root() -> str:
    """Return the step of the superuser."""
    return "root, whom no permission holds back"
