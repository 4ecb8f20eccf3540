"""What a connector hands over: listings, causes of gaps, raw descriptors and errors.

A connector is a read-only view of one share. Everything it yields is a plain value, so that a
million entries cost seconds; nothing here knows of detectors, the catalogue or reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol


class Cause(StrEnum):
    """Why something that should have been read was not. The same words everywhere."""

    DENIED = "denied"
    IN_USE = "in-use"
    ENCRYPTED = "encrypted"
    RIGHTS_MANAGED = "rights-managed"
    CORRUPT = "corrupt"
    PARTIAL = "partial"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too-large"
    LIMIT = "limit"
    NEEDS_OCR = "needs-ocr"
    TIMED_OUT = "timed-out"
    MEMORY = "memory"
    CRASHED = "crashed"
    OFFLINE = "offline"
    VANISHED = "vanished"
    CHANGED_WHILE_READ = "changed-while-read"
    UNREPRESENTABLE = "unrepresentable"
    UNREACHABLE = "unreachable"
    NOT_REACHED = "not-reached"


LASTING = frozenset(
    {
        Cause.ENCRYPTED,
        Cause.RIGHTS_MANAGED,
        Cause.CORRUPT,
        Cause.PARTIAL,
        Cause.UNSUPPORTED,
        Cause.TOO_LARGE,
        Cause.LIMIT,
        Cause.NEEDS_OCR,
        Cause.UNREPRESENTABLE,
    }
)
"""Causes that lie in the bytes: carried over as gaps until the entry changes. All others pass
with time and are tried again in every run."""


class Exclusion(StrEnum):
    """The named rules by which something listed is not read, and is counted as excluded."""

    MOUNT_POINT = "mount-point"
    SYMLINK = "symlink"
    SPECIAL_FILE = "special-file"
    OWN_FILES = "own-files"
    SETTINGS = "settings"


EntryRow = tuple[str, int, int, int, int, int]
"""One file as listed: name, size in bytes, modified and changed times in nanoseconds since 1970
UTC, file id, last-access time (0: the source keeps none), which says nothing of a change. A plain
tuple, since a night makes millions of them. The name is a str with surrogate escapes for bytes
that are not UTF-8 (os.fsdecode)."""

_MOST = (1 << 63) - 1


def entry_row(
    name: str,
    size_bytes: int,
    modified_ns: int,
    changed_ns: int,
    file_id: int,
    accessed_ns: int,
) -> EntryRow:
    """Return a row with numbers of 64 bits and a sign, which is what a catalogue holds.

    Sizes and times that lie outside, before 1677 or after 2262, become its ends; a file id keeps
    its bits.
    """
    if file_id > _MOST:
        file_id -= 1 << 64
    if not (
        -_MOST <= modified_ns <= _MOST
        and -_MOST <= changed_ns <= _MOST
        and -_MOST <= accessed_ns <= _MOST
    ):
        modified_ns, changed_ns, accessed_ns = (
            min(max(each, -_MOST), _MOST) for each in (modified_ns, changed_ns, accessed_ns)
        )
    return name, min(size_bytes, _MOST), modified_ns, changed_ns, file_id, accessed_ns


FolderPath = tuple[str, ...]
"""The names from the share's root down to a folder; the root itself is ()."""


LeftOut = Callable[[FolderPath], Callable[[str], bool] | None]
"""Gives for a folder what tells which names in it the settings leave out, None where they leave
out nothing: these are listed as excluded, and what lies in such a folder is not walked."""


class Ref(NamedTuple):
    """Where an entry lies in its share; ``name`` is empty for the folder itself."""

    folder: FolderPath
    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One folder as the connector saw it, complete unless ``cause`` says why it is not.

    ``gaps`` holds names that were listed and then could not be looked at, ``links`` names that
    lead to other shares, with the addresses of what they lead to: several hold the same, and none
    are known where nobody tells. A link stands in no other of these. Where
    the source tells with the listing what guards entries and gaps, ``guards`` are those of names
    that are not guarded by the folder's own descriptor; None: it is asked about each entry.
    ``times_tell`` False: nothing here shows that a change of permissions moves a file's times.
    """

    folder: FolderPath
    entries: tuple[EntryRow, ...] = ()
    subfolders: tuple[str, ...] = ()
    excluded: tuple[tuple[str, Exclusion], ...] = ()
    gaps: tuple[tuple[str, Cause], ...] = ()
    cause: Cause | None = None
    descriptor: SecurityDescriptor | None = None  # the folder's own
    links: tuple[tuple[str, tuple[str, ...]], ...] = ()
    guards: tuple[tuple[str, SecurityDescriptor], ...] | None = None
    times_tell: bool = True


class DescriptorKind(StrEnum):
    """Which model of permission the raw bytes of a security descriptor follow."""

    NT = "nt"
    POSIX = "posix"
    SHAREPOINT = "sharepoint"


@dataclass(frozen=True, slots=True)
class SecurityDescriptor:
    """The descriptor that guards one file or folder, as the source stores it, undecoded."""

    kind: DescriptorKind
    raw: bytes


class ConnectorError(Exception):
    """Base of what a connector raises."""


class ShareUnreachable(ConnectorError):
    """The share as a whole cannot be read; it ends as incomplete and the others go on."""


class LogonRefused(ShareUnreachable):
    """The source does not let the account in; to ask again and again may lock it."""


class PasswordRefused(LogonRefused):
    """The source counts the password as a wrong one: the domain may lock the account everywhere."""


class DirectoryUnread(ConnectorError):
    """The users and groups of a domain cannot be had now; the message says why, in one line."""


class EntryUnreadable(ConnectorError):
    """One entry cannot be read; it becomes a gap with ``cause`` and the walk goes on."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause.value)
        self.cause = cause


@dataclass(frozen=True, slots=True)
class RootIdentity:
    """What the share's root lies on, to notice that a mount was dropped or replaced.

    Of a ``filtered`` share the source lists only what the account may open: what it keeps back
    cannot be told from what is not there.
    """

    file_system: str
    filtered: bool = False


class Connector(Protocol):
    """Read-only view of one share. Any method may raise ShareUnreachable."""

    def identity(self) -> RootIdentity:
        """Return what the root lies on now."""

    def walk(self) -> Iterator[Listing]:
        """Yield each folder with its entries, subfolders and gaps, parents first."""

    def way(self) -> tuple[SecurityDescriptor, ...]:
        """Return the descriptors of what must be passed to come to the root, outermost first."""

    def expect(self, entries: Iterable[tuple[Ref, int]]) -> None:
        """Be told what will be opened next, in that order, and how many bytes each has.

        It may be fetched ahead; what was expected before and not opened no longer is.
        """

    def expect_security(self, refs: Sequence[Ref]) -> None:
        """Be told of which files alone ``security`` will be asked next, in that order."""

    def open(self, ref: Ref) -> int:
        """Return a read-only descriptor of an entry's bytes. Raises EntryUnreadable.

        The caller closes it. It can be opened again as ``/proc/<pid>/fd/<n>`` while it is open.
        """

    def security(self, ref: Ref) -> SecurityDescriptor:
        """Return the raw descriptor that guards a file or folder. Raises EntryUnreadable.

        Cheapest of what was just opened.
        """

    def share_security(self) -> SecurityDescriptor | None:
        """Return the share's own descriptor; None: it has none, or it is not told."""

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return the users and groups whom the share's permissions are about.

        ``identifiers`` stand in its descriptors: the source may know them without listing them.
        """


class PrincipalKind(StrEnum):
    """What a principal is. An account that may be a person's counts as unknown, not as service.

    A member is an elected one, a councillor; a supplier works here and is employed elsewhere.
    """

    STAFF = "staff"
    MEMBER = "member"
    SUPPLIER = "supplier"
    GUEST = "guest"
    SERVICE = "service"
    UNKNOWN = "unknown"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Principal:
    """A user or group, known by authority (a host, a domain's SID, a tenant) and identifier.

    A POSIX identifier is ``uid:1000`` or ``gid:100``, a Windows one the SID; ``name`` is empty
    where none is known. An account that is not ``enabled`` cannot be used now; None: whether it can
    is not told, and it counts as one that can.
    """

    authority: str
    identifier: str
    kind: PrincipalKind
    name: str
    enabled: bool | None = None


class Detail(NamedTuple):
    """What a directory tells of an account beside what it may do; empty where it does not.

    ``manager`` is an identifier, ``last_logon`` a day (ISO 8601) that may be two weeks too early,
    ``unit`` the organisational units that it lies in, outermost first.
    """

    department: str = ""
    manager: str = ""
    last_logon: str = ""
    unit: tuple[str, ...] = ()


class Privilege(StrEnum):
    """What Windows lets an account do past all permissions, by its name there."""

    BACKUP = "SeBackupPrivilege"
    RESTORE = "SeRestorePrivilege"
    TAKE_OWNERSHIP = "SeTakeOwnershipPrivilege"


@dataclass(frozen=True, slots=True)
class Accounts:
    """The users and groups of one authority at one moment, as its source gave them.

    ``memberships`` are pairs of identifiers, group first, with primary groups among them; a
    member may be a group, also one that everyone holds by logging on (Everyone and such), which
    is no principal here. ``administrator_groups`` are groups whose members may by custom become
    administrators, ``untold`` those of whose members the source tells nothing. Not ``complete``:
    the authority has more accounts of its own than are told. ``others`` are authorities (SIDs of
    domains) whose accounts may log on too and are not told. ``privileges`` are pairs of what goes
    past permissions and who holds it; empty: not told, and as Windows has it at first.
    ``details`` are pairs of an identifier and what is told of it; no answer depends on them.
    ``recorded`` is the day (ISO 8601) of which it is what the source did not tell now; empty: it
    told all this itself. ``asker`` is the identifier of the account that asked a server, the one
    that scans; empty: not told, or nobody was asked. ``whole`` are authorities of which all that
    are listed or asked for are told: an account or group that is not told has been removed.
    """

    authority: str
    principals: tuple[Principal, ...]
    memberships: tuple[tuple[str, str], ...]
    administrator_groups: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    complete: bool = True
    others: tuple[str, ...] = ()
    privileges: tuple[tuple[Privilege, str], ...] = ()
    recorded: str = ""
    details: tuple[tuple[str, Detail], ...] = ()
    asker: str = ""
    whole: tuple[str, ...] = ()
