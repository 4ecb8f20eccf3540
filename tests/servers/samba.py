"""A real smbd of its own on loopback, with invented users, groups and shares.

    with running_samba(folder, World(users=..., groups=..., shares=...)) as samba:
        client = Client(samba.port, "ann", PASSWORD)

Users and groups live in two files that nss_wrapper shows to smbd, so that the machine's own
accounts stay as they are. Permissions are NT ones alone (acl_xattr, ignore system acls). Needs
root, to become the users, and the Debian packages samba, samba-vfs-modules and libnss-wrapper.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import socket
import stat
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers.processes import below, end, kill

PASSWORD = "Invented-Passw0rd"
ADMIN = "labadmin"
"""Is held back by no permission, and writes those that a test wants."""

_FIRST_UID, _FIRST_GID, _OWN_GID = 730_001, 740_001, 739_999  # far from any account of a machine
_START_SECONDS = 20
_SMBD = "/usr/sbin/smbd"
_FIRST_RID = 90_000
WRAPPER = "libnss_wrapper.so"


class SambaUnavailable(Exception):
    """No server can be started here; the message says why."""


@dataclass(frozen=True, slots=True)
class World:
    """Who and what is there.

    ``groups`` are Unix groups by name with their users, each with a SID of its own; ``aliases``
    are the server's local groups with the users and groups in them; ``shares`` are names with
    the SDDL of the share's permissions, or None for none, in which ``{ann}`` stands for the SID
    of the user, group or alias ann; ``unix_shares`` are guarded by Unix permissions, of which
    the server makes NT ones up. All show the same folder. ``disabled`` are users who may not log
    on; ``settings`` are lines of smb.conf by section, a share's own or another, in which
    ``{folder}`` stands for that folder; ``builtin`` groups, by the name of the Unix group they
    stand on and as SIDs, hold users and groups like aliases. A server that is ``unencrypted``
    refuses to encrypt; ``lock_after`` so many wrong passwords it locks an account.
    """

    users: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shares: Mapping[str, str | None] = field(default_factory=lambda: {"docs": None})
    unix_shares: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()
    unencrypted: bool = False
    lock_after: int = 0
    settings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    builtin: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Samba:
    """A server that answers: its port and the folder its shares show.

    ``sids`` holds the SID of each user, group and alias, ``numbers`` the uid or gid; ``domain``
    is the SID that all of these start with, ``smbd`` the server itself.
    """

    port: int
    folder: Path
    sids: Mapping[str, str]
    numbers: Mapping[str, int]
    domain: str
    smbd: Smbd


class _Preparation:
    """The settings, accounts and groups of a server that is not started yet."""

    def __init__(self, base: Path) -> None:
        check(base)
        base.chmod(0o755)
        self.base = base
        self.folder = base / "share"
        self.folder.mkdir()
        self.folder.chmod(0o777)
        for name in ("private", "state", "cache", "lock", "run", "ncalrpc"):
            (base / name).mkdir()
        self.port = _free_port()
        self.settings = base / "smb.conf"
        self.environment = {
            **os.environ,
            "LD_PRELOAD": WRAPPER,
            "NSS_WRAPPER_PASSWD": str(base / "passwd"),
            "NSS_WRAPPER_GROUP": str(base / "group"),
            "_NO_WINBINDD": "1",
        }

    def accounts(self, world: World) -> dict[str, int]:
        """Write the files of users and groups, and return the number of each.

        Each local group stands on an empty Unix group.
        """
        empty = (*world.aliases, *world.builtin)
        groups = {**world.groups, **dict.fromkeys(empty, ())}
        uids = {name: _FIRST_UID + place for place, name in enumerate((ADMIN, *world.users))}
        gids = {name: _FIRST_GID + place for place, name in enumerate(groups)}
        passwd = ["root:x:0:0::/:/bin/false", "nobody:x:65534:65534::/:/bin/false"]
        passwd += [f"{name}:x:{uid}:{_OWN_GID}::/:/bin/false" for name, uid in uids.items()]
        group = ["root:x:0:", "nogroup:x:65534:", f"labown:x:{_OWN_GID}:"]
        group += [f"{name}:x:{gid}:{','.join(groups[name])}" for name, gid in gids.items()]
        (self.base / "passwd").write_text("\n".join(passwd) + "\n")
        (self.base / "group").write_text("\n".join(group) + "\n")
        return {**uids, **gids}

    def configure(self, world: World) -> None:
        """Write smb.conf."""
        base = self.base
        lines = [
            "[global]",
            "netbios name = LABSRV",
            "workgroup = LABGRP",
            "server role = standalone server",
            "interfaces = 127.0.0.1/8",
            "bind interfaces only = yes",
            f"smb ports = {self.port}",
            "disable netbios = yes",
            f"private dir = {base}/private",
            f"state directory = {base}/state",
            f"cache directory = {base}/cache",
            f"lock directory = {base}/lock",
            f"pid directory = {base}/run",
            f"ncalrpc dir = {base}/ncalrpc",
            f"log file = {base}/smbd.log",
            f"passdb backend = tdbsam:{base}/private/passdb.tdb",
            "load printers = no",
            "disable spoolss = yes",
            "vfs objects = acl_xattr",
            "acl_xattr:ignore system acls = yes",
            "map archive = no",
            "create mask = 0666",
            "directory mask = 0777",
            f"admin users = {ADMIN}",
            f"server smb encrypt = {'off' if world.unencrypted else 'default'}",
        ]
        for name in (*world.shares, *world.unix_shares):
            lines += [f"[{name}]", f"path = {self.folder}", "read only = no"]
            lines += ["vfs objects ="] if name in world.unix_shares else []
        for name, more in world.settings.items():
            lines += [f"[{name}]", *(line.format(folder=self.folder) for line in more)]
        self.settings.write_text("\n".join(lines) + "\n")

    def run(self, *command: str, typed: str = "") -> str:
        """Run one of Samba's programs with these settings and return what it prints."""
        done = subprocess.run(
            [command[0], "-s", str(self.settings), *command[1:]],
            input=typed,
            capture_output=True,
            text=True,
            env=self.environment,
            check=False,
        )
        if done.returncode != 0:
            raise SambaUnavailable(f"{' '.join(command)}: {done.stderr or done.stdout}")
        return done.stdout


@contextlib.contextmanager
def running_samba(base: Path, world: World) -> Iterator[Samba]:
    """Start a server with its state in ``base``, an empty folder, and end it afterwards.

    Each folder above ``base`` must let everyone pass. Raises SambaUnavailable.
    """
    made = _Preparation(base)
    numbers = made.accounts(world)
    made.configure(world)
    for name in (ADMIN, *world.users):
        made.run("pdbedit", "-a", "-t", "-u", name, typed=f"{PASSWORD}\n{PASSWORD}\n")
    listed = made.run("pdbedit", "-L", "-v")
    sids = dict(re.findall(r"Unix username: +(\S+)[\s\S]*?User SID: +(\S+)", listed))
    domain = sids[ADMIN].rpartition("-")[0]
    for place, name in enumerate((*world.groups, *world.aliases)):
        sids[name] = f"{domain}-{_FIRST_RID + place}"
        kind = "local" if name in world.aliases else "domain"
        mapping = (f"sid={sids[name]}", f"unixgroup={name}", f"ntgroup={name}", f"type={kind}")
        made.run("net", "groupmap", "add", *mapping)
    for name, members in world.aliases.items():
        for member in members:
            made.run("net", "groupmap", "addmem", sids[name], sids[member])
    for name, (sid, members) in world.builtin.items():
        mapping = (f"sid={sid}", f"unixgroup={name}", f"ntgroup={name}", "type=local")
        made.run("net", "groupmap", "add", *mapping)
        for member in members:
            made.run("net", "groupmap", "addmem", sid, sids[member])
    if world.lock_after:
        made.run("pdbedit", "-P", "bad lockout attempt", "-C", str(world.lock_after))
    for name in world.disabled:
        made.run("pdbedit", "-u", name, "-c", "[D]")
    for name, sddl in world.shares.items():
        if sddl is not None:
            made.run("sharesec", name, f"--setsddl={sddl.format(**sids)}")
    smbd = Smbd(made)
    smbd.start()
    try:
        yield Samba(made.port, made.folder, sids, numbers, domain, smbd)
    finally:
        smbd.stop()


class Smbd:
    """The server as a process, which a test may stop and start again."""

    def __init__(self, made: _Preparation) -> None:
        self._made = made
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether it was started and not stopped."""
        return self._process is not None

    def start(self) -> None:
        """Start the server and wait until it answers. It ends when this process does: see stdin."""
        made = self._made
        with (made.base / "smbd.out").open("wb") as output:
            self._process = subprocess.Popen(
                [_SMBD, "-F", "--no-process-group", "-s", str(made.settings)],
                stdin=subprocess.PIPE,  # smbd ends when this pipe does
                stdout=output,
                stderr=output,
                env=made.environment,
                start_new_session=True,
            )
        try:
            _wait_for(made, self._process)
        except SambaUnavailable:
            self.stop()
            raise

    def stop(self) -> None:
        """Kill the server and what it started: samba-dcerpcd and its like outlive it otherwise."""
        process, self._process = self._process, None
        if process is not None:
            end(process, self._made.base)

    def change(self, world: World) -> None:
        """Start the server anew with the shares and settings of another world, same accounts."""
        self.stop()
        self._made.configure(world)
        self.start()

    def tell(self, *command: str) -> None:
        """Run one of Samba's programs, such as net, on the accounts and shares of this server."""
        self._made.run(*command)

    def end_sessions(self) -> None:
        """Kill the processes that serve clients; the server goes on."""
        if self._process is not None:
            kill(below(self._process.pid))


def _wait_for(made: _Preparation, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", made.port), 1):
            return
        time.sleep(0.05)
    said = (made.base / "smbd.out").read_text()[-500:]
    raise SambaUnavailable(f"smbd does not answer: {said}")


def check(base: Path) -> None:
    """Raise SambaUnavailable where no server can be started with its state in ``base``."""
    if os.geteuid() != 0:
        raise SambaUnavailable("needs root, to become the users")
    if not os.access(_SMBD, os.X_OK):
        raise SambaUnavailable("needs the Debian packages samba and samba-vfs-modules")
    if not all(folder.stat().st_mode & stat.S_IXOTH for folder in base.resolve().parents):
        raise SambaUnavailable(f"needs folders above {base} that everyone may pass")
    try:
        ctypes.CDLL(WRAPPER)
    except OSError as error:
        raise SambaUnavailable("needs the Debian package libnss-wrapper") from error


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port
