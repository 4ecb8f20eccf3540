"""Trials against smbd: random NT permissions on files, folders and shares, tried as random users.

A real server gets users, groups, local groups with groups in them, and shares with random
permissions of their own. Each file or empty folder gets a random descriptor and lies in a folder
that has one, too. Then each user connects and tries to open each for reading, for writing, for
deleting and for changing its permissions; never MAXIMUM_ALLOWED, whose answer Samba gets wrong
for NULL DACLs.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.access.nt.evaluate import FileRight
from scanner.access.nt.sids import ADMINISTRATORS, BACKUP_OPERATORS, USERS
from tests.servers.descriptors import (
    ALLOW,
    CONTAINER_INHERIT,
    DENY,
    INHERIT_ONLY,
    INHERITED,
    OBJECT_INHERIT,
    AceBytes,
    encode,
    to_sddl,
)
from tests.servers.samba import ADMIN, PASSWORD, Samba, World, running_samba
from tests.servers.smb_client import Client

RIGHTS = (FileRight.READ_DATA, FileRight.WRITE_DATA, FileRight.DELETE, FileRight.WRITE_DAC)
OPEN_SHARE = "all"
_USERS = ("ann", "bob", "cat", "dan", "eve", "fay", "gus")
_GROUPS = {
    "payroll": ("ann", "bob"),
    "housing": ("bob", "cat", "dan"),
    "members": ("eve",),
    "projects": ("ann", "dan", "fay"),
}
_ALIASES = {
    "finance": ("payroll", "gus"),
    "services": ("housing", "projects"),
    "councillors": ("members",),
}
_SHARES = 8  # with permissions of their own, beside one that is open
_FOLDERS = 24
_FOLDERS_OFTEN = 0.15  # an empty folder in place of a file
_OPEN_OFTEN = 0.4
_CANONICAL = 0.5  # how often ACEs stand as Windows' own dialogues put them

_EVERYONE, _AUTHENTICATED, _NETWORK = "S-1-1-0", "S-1-5-11", "S-1-5-2"
_BROAD = (_EVERYONE, _AUTHENTICATED, _NETWORK)
_NOT_HELD = ("S-1-5-4", "S-1-3-0", "S-1-3-1", "S-1-5-10", "S-1-5-21-1-2-3-4567")
_OWNER_RIGHTS = "S-1-3-4"
_READ, _CHANGE, _FULL = 0x1200A9, 0x1301BF, 0x1F01FF
_MASKS = (
    *(_READ, _CHANGE, _FULL, 0x120089, 0x120116, 0x1301BF),
    *(0x80000000, 0x40000000, 0xC0000000, 0x10000000, 0xE0010000),
    *(0x1, 0x2, 0x40, 0x10000, 0x20000, 0x40000, 0x80000, 0x10003, 0x60000),
)


@dataclass(frozen=True, slots=True)
class Trial:
    """One file or folder: where it lies, and what guards it, as the server stores it."""

    path: str
    share: str
    own: bytes
    folder: bytes


@dataclass(frozen=True, slots=True)
class SmbTrials:
    """What was made and what the server answered.

    ``shares`` holds the descriptor of each share; ``answers`` holds, for (user, path), the
    rights that the server gave.
    """

    accounts: Accounts
    users: tuple[str, ...]
    shares: dict[str, bytes]
    trials: tuple[Trial, ...]
    answers: dict[tuple[str, str], frozenset[FileRight]]


def hold_smb_trials(base: Path, seed: int, files: int) -> SmbTrials:
    """Try ``files`` random descriptors as every user. Raises SambaUnavailable."""
    dice = random.Random(seed)
    named = [f"{{{name}}}" for name in (*_USERS, *_GROUPS, *_ALIASES)]
    share_aces = {f"share{number}": _share_aces(dice, named) for number in range(_SHARES)}
    shares = {name: to_sddl(aces) for name, aces in share_aces.items()}
    world = World(_USERS, _GROUPS, _ALIASES, {OPEN_SHARE: None, **shares})
    with running_samba(base, world) as samba:
        descriptors = {
            name: encode("", "", [a._replace(sid=a.sid.format(**samba.sids)) for a in aces])
            for name, aces in share_aces.items()
        }
        descriptors[OPEN_SHARE] = encode("", "", [AceBytes(ALLOW, 0, _FULL, _EVERYONE)])
        trials = tuple(_made(samba, dice, sorted(descriptors), files))
        answers = dict(_answers(samba, trials))
    return SmbTrials(_accounts(samba), _USERS, descriptors, trials, answers)


def _made(samba: Samba, dice: random.Random, shares: list[str], files: int) -> Iterator[Trial]:
    """Make folders, and in them files and folders with random descriptors; yield the latter."""
    sids = [samba.sids[name] for name in (*_USERS, *_GROUPS, *_ALIASES)]
    owners = [samba.sids[name] for name in (*_USERS, *_GROUPS)]
    with Client(samba.port, ADMIN, PASSWORD) as client:
        folders: dict[str, bytes] = {}
        for number in range(_FOLDERS):
            _make_folder(_place(samba, f"d{number}"))
            folders[f"d{number}"] = _stored(client, f"d{number}", _random(dice, sids, owners))
        for number in range(files):
            folder = dice.choice(sorted(folders))
            path = f"{folder}\\f{number}"
            make = _make_folder if dice.random() < _FOLDERS_OFTEN else _make_file
            make(_place(samba, path))
            own = _stored(client, path, _random(dice, sids, owners))
            share = OPEN_SHARE if dice.random() < _OPEN_OFTEN else dice.choice(shares)
            yield Trial(path, share, own, folders[folder])


def _make_folder(path: Path) -> None:
    path.mkdir()
    path.chmod(0o777)  # here and below: else the kernel refuses what smbd allows


def _make_file(path: Path) -> None:
    path.write_bytes(b"")
    path.chmod(0o666)


def _place(samba: Samba, path: str) -> Path:
    return samba.folder.joinpath(*path.split("\\"))


def _stored(client: Client, path: str, raw: bytes) -> bytes:
    """Have the server store a descriptor; return it as the server gives it, as a scan would."""
    client.set_descriptor(OPEN_SHARE, path, raw)
    return client.descriptor(OPEN_SHARE, path)


def _answers(
    samba: Samba, trials: tuple[Trial, ...]
) -> Iterator[tuple[tuple[str, str], frozenset[FileRight]]]:
    for user in _USERS:
        with Client(samba.port, user, PASSWORD) as client:
            for trial in trials:
                given = (r for r in RIGHTS if client.may(trial.share, trial.path, r))
                yield (user, trial.path), frozenset(given)


def _random(dice: random.Random, sids: list[str], owners: list[str]) -> bytes:
    """Return a random descriptor: now and then with a NULL or an empty DACL."""
    owner = dice.choice(owners)
    kind = dice.random()
    if kind < 0.03:
        return encode(owner, sids[0], None)
    aces = [] if kind < 0.06 else [_random_ace(dice, sids) for _ in range(dice.randint(1, 7))]
    if dice.random() < _CANONICAL:
        aces.sort(key=lambda ace: (ace.flags & INHERITED, ace.kind != DENY))
    return encode(owner, sids[0], aces)


def _random_ace(dice: random.Random, sids: list[str]) -> AceBytes:
    kind = dice.random()
    if kind < 0.6:
        sid = dice.choice(sids)
    elif kind < 0.8:
        sid = dice.choice(_BROAD)
    else:
        sid = _OWNER_RIGHTS if kind < 0.88 else dice.choice(_NOT_HELD)
    flags = INHERITED if dice.random() < 0.25 else 0
    flags |= INHERIT_ONLY | OBJECT_INHERIT | CONTAINER_INHERIT if dice.random() < 0.2 else 0
    return AceBytes(DENY if dice.random() < 0.3 else ALLOW, flags, dice.choice(_MASKS), sid)


def _share_aces(dice: random.Random, named: list[str]) -> list[AceBytes]:
    """Return a share's permissions: Read, Change and Full, which is all that Windows offers."""
    aces = [
        AceBytes(
            DENY if dice.random() < 0.3 else ALLOW,
            0,
            dice.choice((_READ, _CHANGE, _FULL)),
            dice.choice(named if dice.random() < 0.7 else _BROAD),
        )
        for _ in range(dice.randint(1, 4))
    ]
    if dice.random() < 0.5:
        aces.append(AceBytes(ALLOW, 0, dice.choice((_READ, _CHANGE, _FULL)), _EVERYONE))
    return aces


def _accounts(samba: Samba) -> Accounts:
    """Return the server's accounts, as a source of accounts would give them."""
    groups = {**_GROUPS, **_ALIASES}
    empty = {ADMINISTRATORS: "Administrators", BACKUP_OPERATORS: "Backup Operators", USERS: "Users"}

    def principal(identifier: str, name: str, kind: PrincipalKind) -> Principal:
        return Principal(samba.domain, identifier, kind, name)

    return Accounts(
        samba.domain,
        (
            *(principal(samba.sids[name], name, PrincipalKind.STAFF) for name in _USERS),
            *(principal(samba.sids[name], name, PrincipalKind.GROUP) for name in groups),
            *(principal(sid, name, PrincipalKind.GROUP) for sid, name in empty.items()),
        ),
        tuple(
            (samba.sids[group], samba.sids[member])
            for group, members in groups.items()
            for member in members
        ),
    )
