"""Local folders: a tree on a disk of this machine, walked over directory descriptors.

Every folder is opened from its parent's descriptor without following links, so that no path is
ever too long, names may be any bytes, and a folder swapped for a link in the night is not
followed out of the share. O_NOATIME leaves last-access times alone where the system lets us
(owner or CAP_FOWNER); elsewhere the open falls back to an ordinary one.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from connectors.accounts import read_accounts
from connectors.base import (
    Accounts,
    Cause,
    EntryRow,
    EntryUnreadable,
    Exclusion,
    FolderPath,
    LeftOut,
    Listing,
    Ref,
    RootIdentity,
    SecurityDescriptor,
    ShareUnreachable,
    entry_row,
)
from connectors.posix_descriptor import read_descriptor, read_way
from connectors.walk import parents_first

_CAUSES: Mapping[int, Cause] = {
    errno.EACCES: Cause.DENIED,
    errno.EPERM: Cause.DENIED,
    errno.ENOENT: Cause.VANISHED,
    errno.ENOTDIR: Cause.VANISHED,
    errno.ELOOP: Cause.VANISHED,  # a file or folder became a symlink after it was listed
    errno.ENXIO: Cause.VANISHED,  # it became a socket
    errno.EBUSY: Cause.IN_USE,
    errno.EAGAIN: Cause.IN_USE,
    errno.ETXTBSY: Cause.IN_USE,
    errno.ENAMETOOLONG: Cause.UNREPRESENTABLE,
}

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # a FIFO must not block

_KEPT_OPEN = 200  # folder descriptors kept on the way down; deeper trees are reopened step by step


def cause_of(error: OSError) -> Cause:
    """Return the cause of a gap for an error of the operating system."""
    return _CAUSES.get(error.errno or 0, Cause.UNREACHABLE)


class LocalFolder:
    """One share: the tree below ``root``. Holds descriptors until closed.

    ``own`` are absolute paths of Stocktake's own files and folders, excluded by name.
    Raises ShareUnreachable where the root cannot be opened.
    """

    def __init__(
        self, root: Path, own: tuple[Path, ...] = (), left_out: LeftOut | None = None
    ) -> None:
        self._left_out = left_out
        try:
            self.root = root.resolve(strict=True)
            self._root = open_without_atime(os.fspath(self.root), _FOLDER, None)
        except OSError as error:
            raise ShareUnreachable(os.strerror(error.errno or 0)) from error
        self._device = os.fstat(self._root).st_dev
        self._way: list[tuple[str, int]] = []
        # Resolved, as the root is: what is named through a symlink is still ours.
        self._own = _below(self.root, tuple(Path(os.path.realpath(path)) for path in own))
        self._mounts = _below(self.root, _mount_points())

    def close(self) -> None:
        """Give back all descriptors."""
        self._keep(0)
        os.close(self._root)

    def identity(self) -> RootIdentity:
        """Return the file system's id and whether the root is a mount of its own.

        Both survive a reboot, and a root that was made anew on the same disk. The second tells
        a bind mount that was dropped: what lies under it may be of the same file system.
        """
        kind = "mount" if self.root in _mount_points() else "folder"
        return RootIdentity(f"{os.statvfs(self._root).f_fsid:x}:{kind}")

    def holds(self, folder: Path) -> bool:
        """Tell whether ``folder`` lies below the root and is walked with it."""
        if folder == self.root or not folder.is_relative_to(self.root):
            return False
        mounts = set(_mount_points())
        between = (folder, *folder.parents)[: len(folder.parts) - len(self.root.parts)]
        return mounts.isdisjoint(between)

    def walk(self) -> Iterator[Listing]:
        """Yield each folder with its entries sorted by name, parents first, one at a time."""
        return parents_first(self._list, self._left_out)

    def way(self) -> tuple[SecurityDescriptor, ...]:
        """Return the descriptors of the folders above the root, from / down."""
        try:
            return read_way(self.root)
        except OSError as error:
            raise ShareUnreachable(os.strerror(error.errno or 0)) from error

    def expect(self, entries: Iterable[tuple[Ref, int]]) -> None:
        """Do nothing: the kernel reads ahead."""

    def expect_security(self, refs: Sequence[Ref]) -> None:
        """Do nothing: asking costs no way."""

    def open(self, ref: Ref) -> int:
        """Return a read-only descriptor of an entry's bytes. Raises EntryUnreadable."""
        try:
            descriptor = open_without_atime(ref.name, _FILE, self._folder(ref.folder))
        except OSError as error:
            raise EntryUnreadable(cause_of(error)) from error
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise EntryUnreadable(Cause.VANISHED)
        return descriptor

    def security(self, ref: Ref) -> SecurityDescriptor:
        """Return owner, group, mode and ACL of a file or folder. Raises EntryUnreadable."""
        try:
            return read_descriptor(ref.name, self._folder(ref.folder))
        except OSError as error:
            raise EntryUnreadable(cause_of(error)) from error

    def share_security(self) -> None:
        """Return nothing: a folder is guarded by itself and by those above it."""

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return this machine's accounts, and those of ``identifiers`` it does not list."""
        return read_accounts(identifiers)

    def _list(self, folder: FolderPath) -> Listing:
        entries: list[EntryRow] = []
        subfolders: list[str] = []
        excluded: list[tuple[str, Exclusion]] = []
        gaps: list[tuple[str, Cause]] = []
        own = self._own.get(folder, frozenset())
        mounts = self._mounts.get(folder, frozenset())
        try:
            opened = self._folder(folder)
            descriptor = read_descriptor("", opened)
            with os.scandir(opened) as found:
                for item in found:
                    name = item.name
                    try:
                        # A symlink's or folder's own stat; scandir already knows the type.
                        status = item.stat(follow_symlinks=False)
                    except OSError as error:
                        gaps.append((name, cause_of(error)))
                        continue
                    mode = status.st_mode
                    if name in own:
                        excluded.append((name, Exclusion.OWN_FILES))
                    elif stat.S_ISREG(mode):
                        entries.append(
                            entry_row(
                                name,
                                status.st_size,
                                status.st_mtime_ns,
                                status.st_ctime_ns,
                                status.st_ino,
                                status.st_atime_ns,
                            )
                        )
                    elif stat.S_ISDIR(mode):
                        if status.st_dev != self._device or name in mounts:
                            excluded.append((name, Exclusion.MOUNT_POINT))
                        else:
                            subfolders.append(name)
                    elif stat.S_ISLNK(mode):
                        excluded.append((name, Exclusion.SYMLINK))
                    else:
                        excluded.append((name, Exclusion.SPECIAL_FILE))
        except OSError as error:
            if not folder:
                raise ShareUnreachable(os.strerror(error.errno or 0)) from error
            return Listing(folder, cause=cause_of(error))
        entries.sort()
        subfolders.sort()
        excluded.sort()
        gaps.sort()
        return Listing(
            folder,
            tuple(entries),
            tuple(subfolders),
            tuple(excluded),
            tuple(gaps),
            descriptor=descriptor,
        )

    def _folder(self, folder: FolderPath) -> int:
        """Return a descriptor of ``folder``, kept open for its children. Raises OSError."""
        if len(folder) > _KEPT_OPEN:
            return self._deep(folder)
        shared = 0
        for (name, _), wanted in zip(self._way, folder, strict=False):
            if name != wanted:
                break
            shared += 1
        self._keep(shared)
        for name in folder[shared:]:
            parent = self._way[-1][1] if self._way else self._root
            self._way.append((name, open_without_atime(name, _FOLDER, parent)))
        return self._way[-1][1] if self._way else self._root

    def _deep(self, folder: FolderPath) -> int:
        """Return a descriptor of a folder too deep to keep all the way to it open."""
        descriptor = os.dup(self._folder(folder[:_KEPT_OPEN]))
        for name in folder[_KEPT_OPEN:]:
            try:
                below = open_without_atime(name, _FOLDER, descriptor)
            finally:
                os.close(descriptor)
            descriptor = below
        self._way.append(("", descriptor))  # no name equals "": closed at the next step
        return descriptor

    def _keep(self, count: int) -> None:
        for _, descriptor in self._way[count:]:
            os.close(descriptor)
        del self._way[count:]


def open_without_atime(name: str, flags: int, parent: int | None = None) -> int:
    """Return a descriptor; last-access times stay where that is allowed. Raises OSError."""
    try:
        return os.open(name, flags | os.O_NOATIME, dir_fd=parent)
    except PermissionError as error:
        if error.errno != errno.EPERM:  # EPERM: not the owner, so O_NOATIME is not ours to ask
            raise
        return os.open(name, flags, dir_fd=parent)


def _below(root: Path, paths: tuple[Path, ...]) -> dict[FolderPath, frozenset[str]]:
    """Return, per folder of the share, the names in it that are among ``paths``."""
    names: dict[FolderPath, frozenset[str]] = {}
    for path in paths:
        if path != root and path.is_relative_to(root):
            *folder, name = path.relative_to(root).parts
            names[tuple(folder)] = names.get(tuple(folder), frozenset()) | {name}
    return names


def _mount_points() -> tuple[Path, ...]:
    """Return where this machine has something mounted: proc(5), mountinfo, field 5.

    A bind mount of the same file system has the same device number, so stat alone misses it.
    """
    try:
        lines = Path("/proc/self/mountinfo").read_bytes().splitlines()
    except OSError:
        return ()
    return tuple(Path(_unescaped(line.split(b" ")[4])) for line in lines)


def _unescaped(field: bytes) -> str:
    """Return a path of mountinfo with its octal escapes of blanks and backslashes undone."""
    for code, plain in ((b"\\040", b" "), (b"\\011", b"\t"), (b"\\012", b"\n")):
        field = field.replace(code, plain)
    return os.fsdecode(field.replace(b"\\134", b"\\"))
