"""A real smbd on a loopback port, with a share that tests change from below."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from smbprotocol.connection import Connection
from smbprotocol.open import CreateDisposition, ImpersonationLevel, Open
from smbprotocol.session import Session
from smbprotocol.tree import TreeConnect

from connectors.base import FolderPath, Ref
from connectors.smb.address import SmbAddress
from connectors.smb.link import Credentials
from connectors.smb.share import SmbShare

needs_server = pytest.mark.skipif(
    os.geteuid() != 0 and os.environ.get("STOCKTAKE_CI") != "1",
    reason="only root can make the accounts of a server",
)
USER, PASSWORD = "stocktake-scan", "Scan-Passw0rd!"
_START_SECONDS = 20.0
_CONF = """
[global]
  netbios name = LABSRV
  workgroup = LABGRP
  server role = standalone server
  interfaces = 127.0.0.1/8
  bind interfaces only = yes
  smb ports = {port}
  disable netbios = yes
  load printers = no
  disable spoolss = yes
  private dir = {lab}/private
  state directory = {lab}/state
  cache directory = {lab}/cache
  lock directory = {lab}/lock
  pid directory = {lab}/run
  ncalrpc dir = {lab}/ncalrpc
  log file = {lab}/log
  passdb backend = tdbsam:{lab}/private/passdb.tdb
  vfs objects = acl_xattr
  acl_xattr:ignore system acls = yes
  map archive = no
[docs]
  path = {lab}/share
  read only = no
[hidden]
  path = {lab}/share
  access based share enum = yes
  hide unreadable = yes
"""


@contextmanager
def running_server() -> Iterator[Smbd]:
    """Run a server; its state is gone afterwards.

    Not below pytest's folder: each run of pytest shuts that to all but its own account.
    """
    lab = Path(tempfile.mkdtemp(prefix="stocktake-smbd-"))
    server = Smbd(lab)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(lab)


class Smbd:
    """One server with its state below ``lab``; ``share`` is the folder of the share "docs"."""

    def __init__(self, lab: Path) -> None:
        self._lab = lab
        self.share = lab / "share"
        self.port = _free_port()
        self._running: subprocess.Popen[bytes] | None = None
        for name in ("private", "state", "cache", "lock", "run", "ncalrpc", "share"):
            (lab / name).mkdir()
        self.share.chmod(0o777)
        lab.chmod(0o711)  # Samba still asks for x on the way
        self._conf = lab / "smb.conf"
        self._conf.write_text(_CONF.format(lab=lab, port=self.port))
        add_user(USER)
        subprocess.run(
            ["smbpasswd", "-c", str(self._conf), "-s", "-a", USER],
            input=f"{PASSWORD}\n{PASSWORD}\n".encode(),
            stdout=subprocess.DEVNULL,
            check=True,
        )

    @property
    def running(self) -> bool:
        """Whether the server was started and not stopped."""
        return self._running is not None

    @property
    def address(self) -> SmbAddress:
        """Where the share lies."""
        return SmbAddress("127.0.0.1", self.port, "docs")

    def start(self) -> None:
        """Start the server and wait until it answers. It ends with this process' pipe."""
        self._running = subprocess.Popen(
            ["smbd", "-F", "--no-process-group", "-s", str(self._conf)],
            stdin=subprocess.PIPE,  # it ends where this is closed
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "_NO_WINBINDD": "1"},
            start_new_session=True,
        )
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise TimeoutError("smbd does not answer")

    def stop(self) -> None:
        """Kill the server and all that it started, and wait until none of them is left.

        One that lives on would keep the old state from being cleared at the next start.
        """
        if self._running is None:
            return
        below = _children(self._running.pid)
        os.killpg(self._running.pid, signal.SIGKILL)
        _kill(below)
        self._running.wait()
        if self._running.stdin is not None:
            self._running.stdin.close()
        while any(Path(f"/proc/{pid}").exists() for pid in below):
            time.sleep(0.01)
        self._running = None

    def end_sessions(self) -> None:
        """Kill the processes that serve clients; the server goes on."""
        assert self._running is not None
        _kill(_children(self._running.pid))


class SmbGround:
    """The share of a server: a ``Ground`` of the contract."""

    def __init__(self, server: Smbd, patience_seconds: float = 3.0) -> None:
        self.server = server
        self.root = server.share
        self._patience_seconds = patience_seconds

    @contextmanager
    def connected(self) -> Iterator[SmbShare]:
        who = Credentials(USER, PASSWORD)
        connector = SmbShare(self.server.address, who, self._patience_seconds)
        with closing(connector):
            yield connector

    def path(self, ref: Ref) -> Path:
        return self.root.joinpath(*ref.folder, ref.name)

    def make_folder(self, folder: FolderPath) -> None:
        for depth in range(1, len(folder) + 1):
            path = self.root.joinpath(*folder[:depth])
            if not path.exists():
                path.mkdir()
                _give(path)

    def write(self, ref: Ref, content: bytes) -> None:
        path = self.path(ref)
        path.write_bytes(content)
        _give(path)

    def remove(self, ref: Ref) -> None:
        path = self.path(ref)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()

    def deny(self, ref: Ref) -> None:
        self.path(ref).chmod(0)

    def drop(self) -> None:
        self.server.stop()

    @contextmanager
    def held_alone(self, name: str) -> Iterator[None]:
        """Keep a file open as a program does that lets nobody else in."""
        connection = Connection(uuid.uuid4(), "127.0.0.1", self.server.port)
        connection.connect()
        try:
            session = Session(connection, USER, PASSWORD, require_encryption=False)
            session.connect()
            tree = TreeConnect(session, r"\\127.0.0.1\docs")
            tree.connect()
            file = Open(tree, name)
            file.create(
                ImpersonationLevel.Impersonation,
                0x0012019F,
                0,
                0,
                CreateDisposition.FILE_OPEN,
                0x40,
            )
            yield
            file.close()
        finally:
            connection.disconnect()


def add_user(name: str) -> None:
    """Make an account of this machine, which a Samba account needs."""
    try:
        pwd.getpwnam(name)
    except KeyError:
        subprocess.run(["useradd", "-M", "-N", "-g", "nogroup", name], check=True)


def _give(path: Path) -> None:
    """Let the account that scans own what a test made."""
    account = pwd.getpwnam(USER)
    os.chown(path, account.pw_uid, account.pw_gid)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _kill(pids: list[int]) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _children(parent: int) -> list[int]:
    """Return all processes below ``parent``, nearest first; one may end while they are counted."""
    try:
        found = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):
        return []
    below = []
    for child in found:
        below += [int(child), *_children(int(child))]
    return below
