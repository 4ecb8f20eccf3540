"""Trials against the kernel: random trees with random permissions, opened as random users.

As root, files and folders get random owners, groups, modes and ACLs. A process of its own then
becomes each user in turn (setgroups, setgid, setuid) and tries; what the kernel answers is what
effective access is held to. Ids are invented and need no account. Needs root and a file system
with POSIX ACLs.

Run as a program it is that process: it reads a list of users and paths from standard input.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FIRST_UID, _FIRST_GID = 710_001, 720_001  # far from any account of a real machine
_USERS, _GROUPS = 24, 8
_ACL = "system.posix_acl_access"
_NO_ID = 0xFFFFFFFF
READ, WRITE, EXECUTE, READ_WRITE = "read", "write", "execute", "read-write"
QUESTIONS = (READ, WRITE, EXECUTE, READ_WRITE)


class KernelUnavailable(Exception):
    """Trials cannot be held here; the message says why."""


@dataclass(frozen=True, slots=True)
class User:
    """One user as the kernel sees it; ``gids`` starts with the primary group."""

    uid: int
    gids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Trials:
    """What was made and what the kernel answered.

    ``paths`` are relative to ``base``, from whose descriptor on permissions count; ``answers``
    holds, for (user's place, path's place), the set of questions answered with yes.
    """

    base: Path
    users: tuple[User, ...]
    paths: tuple[tuple[str, ...], ...]
    answers: dict[tuple[int, int], frozenset[str]]


def random_users(dice: random.Random) -> tuple[User, ...]:
    """Return the superuser and others with one to four groups each."""
    gids = range(_FIRST_GID, _FIRST_GID + _GROUPS)
    others = (
        User(uid, tuple(dice.sample(gids, dice.randint(1, 4))))
        for uid in range(_FIRST_UID, _FIRST_UID + _USERS)
    )
    return (User(0, (0,)), *others)


def hold_trials(base: Path, seed: int, files: int) -> Trials:
    """Make ``files`` files in folders up to four deep, and ask the kernel about all of them.

    ``base`` must be empty. Raises KernelUnavailable without root or without ACLs.
    """
    if os.geteuid() != 0:
        raise KernelUnavailable("needs root, to become other users")
    dice = random.Random(seed)
    base.chmod(0o755)
    paths = tuple(_grow(base, dice, files))
    users = random_users(dice)
    return Trials(base, users, paths, _ask(base, users, paths))


def _grow(base: Path, dice: random.Random, files: int) -> Iterator[tuple[str, ...]]:
    """Make the tree and yield the path of each folder and file, parents first."""
    folders: list[tuple[str, ...]] = [()]
    for number in range(files):
        if number % 3 == 0:
            parent = dice.choice([folder for folder in folders[-8:] if len(folder) < 4] or [()])
            folder = (*parent, f"f{number}")
            base.joinpath(*folder).mkdir()
            _guard(base.joinpath(*folder), dice, likely=0o111)
            folders.append(folder)
            yield folder
        path = (*folders[-1], f"d{number}")
        base.joinpath(*path).write_bytes(b"")
        _guard(base.joinpath(*path), dice, likely=0)
        yield path


def _guard(path: Path, dice: random.Random, likely: int) -> None:
    """Give a path a random owner, group, mode and, in two of three cases, ACL.

    The bits in ``likely`` are set more often, so that not all trials end at the first folder.
    """
    uids = range(_FIRST_UID, _FIRST_UID + _USERS)
    gids = range(_FIRST_GID, _FIRST_GID + _GROUPS)
    owner = 0 if dice.random() < 0.1 else dice.choice(uids)
    os.chown(path, owner, dice.choice(gids))

    def bits() -> int:
        return dice.randrange(8) | (likely & 7 if dice.random() < 0.8 else 0)

    path.chmod(bits() << 6 | bits() << 3 | bits())
    if dice.random() < 0.67:
        mask = 0 if dice.random() < 0.2 else bits()
        named_users = sorted(dice.sample([0, *uids], dice.randint(0, 4)))
        named_groups = sorted(dice.sample(gids, dice.randint(0, 4)))
        entries = [
            (1, bits(), _NO_ID),
            *((2, bits(), uid) for uid in named_users),
            (4, bits(), _NO_ID),
            *((8, bits(), gid) for gid in named_groups),
            (16, mask, _NO_ID),
            (32, bits(), _NO_ID),
        ]
        raw = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
        try:
            os.setxattr(path, _ACL, raw)
        except OSError as error:
            if error.errno == errno.EOPNOTSUPP:
                raise KernelUnavailable("needs a file system with POSIX ACLs") from error
            raise


def _ask(
    base: Path, users: tuple[User, ...], paths: tuple[tuple[str, ...], ...]
) -> dict[tuple[int, int], frozenset[str]]:
    """Return the kernel's answers. A fresh process asks: one with threads must not fork."""
    question = {
        "users": [(user.uid, user.gids) for user in users],
        "paths": ["/".join(path) for path in paths],
    }
    # Working in ``base`` lets users start there even if they could not pass the folders above.
    asked = subprocess.run(
        [sys.executable, "-I", "-S", os.path.abspath(__file__)],
        input=json.dumps(question),
        stdout=subprocess.PIPE,
        cwd=base,
        text=True,
        check=True,
    )
    answers: dict[tuple[int, int], frozenset[str]] = {}
    for user, line in enumerate(asked.stdout.splitlines()):
        for path, answer in enumerate(bytes.fromhex(line)):
            yes = frozenset(q for place, q in enumerate(QUESTIONS) if answer >> place & 1)
            answers[user, path] = yes
    if len(answers) != len(users) * len(paths):
        raise RuntimeError("the process that asks the kernel ended early")
    return answers


def _try_all(paths: list[str]) -> bytes:
    """Return one byte per path with a bit per question that the kernel answers with yes."""
    return bytes(
        sum(_try(path, question) << place for place, question in enumerate(QUESTIONS))
        for path in paths
    )


def _try(path: str, question: str) -> bool:
    """Return whether the kernel lets this process do it, by doing it. Changes nothing."""
    if question == EXECUTE:
        return os.access(path, os.X_OK)
    how = {READ: os.O_RDONLY, WRITE: os.O_WRONLY, READ_WRITE: os.O_RDWR}[question]
    if question != READ and os.path.basename(path).startswith("f"):
        how |= os.O_TMPFILE  # the nameless file that shows whether a folder takes new ones
    try:
        os.close(os.open(path, how))
    except PermissionError:
        return False
    return True


def _become_each_and_try() -> None:
    question = json.loads(sys.stdin.read())
    for uid, gids in question["users"]:
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BrokenPipeError):
                os.setgroups(gids)
                os.setgid(gids[0])
                os.setuid(uid)
                line = _try_all(question["paths"]).hex() + "\n"
                sys.stdout.write(line)
                sys.stdout.flush()
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    _become_each_and_try()
