"""A real smbd that has joined a domain of tests/servers/domain.py, on an address of its own.

    with running_member(folder, domain, aliases={"rents": ("payroll",)}) as member:
        client = Client(445, "LAB\\ann", PASSWORD, host=member.host)

Its local groups hold users and groups of the domain, as on a council's file server. It finds its
controller by files of its own: no name service and no Kerberos settings of the machine are used.
A clock that is ahead needs the Debian package faketime.
"""

from __future__ import annotations

import contextlib
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.servers import processes
from tests.servers.domain import (
    ADMINISTRATOR,
    LABEL,
    REALM,
    Domain,
    answers,
    environment_for,
    free_host,
    kerberos_settings,
    run_for,
    write_accounts,
)
from tests.servers.samba import PASSWORD, SambaUnavailable, check

_START_SECONDS = 30
_FIRST_UID, _LAST_UID = 800_000, 899_999
_FIRST_ALIAS_GID = 740_001


@dataclass(frozen=True, slots=True)
class Member:
    """A server that answers: the folder its shares show, and the SIDs of its local groups."""

    host: str
    folder: Path
    sids: Mapping[str, str]


@contextlib.contextmanager
def running_member(
    base: Path,
    domain: Domain,
    aliases: Mapping[str, tuple[str, ...]],
    ahead_seconds: int = 0,
) -> Iterator[Member]:
    """Join a server to a domain, with its state in ``base``, and end it afterwards.

    ``aliases`` are its local groups with the domain's users and groups in them; its smbd's clock
    is ``ahead_seconds`` ahead. Raises SambaUnavailable.
    """
    check(base)
    base.chmod(0o755)
    folder = base / "share"
    for name in ("private", "state", "cache", "lock", "run", "ncalrpc", "share"):
        (base / name).mkdir()
    folder.chmod(0o777)
    host = free_host()
    _configure(base, host, domain)
    _write_users(base, domain, aliases)
    _run(base, "net", "ads", "join", "-S", "labdc.lab.example", "--no-dns-updates", *_AS)
    with contextlib.ExitStack() as started:
        _start(started, base, "winbindd", (base / "winbindd" / "pipe").exists)
        sids = {
            name: _local_group(base, name, domain, members) for name, members in aliases.items()
        }
        clock = ("faketime", "-f", f"+{ahead_seconds}s") if ahead_seconds else ()
        _start(started, base, "smbd", lambda: answers(host, 445), clock)
        yield Member(host, folder, sids)


_AS = ("-U", f"{ADMINISTRATOR}%{PASSWORD}")


def _start(
    started: contextlib.ExitStack,
    base: Path,
    program: str,
    is_ready: Callable[[], bool],
    under: tuple[str, ...] = (),
) -> None:
    """Start a server in the foreground ``under`` another program; wait until it is ready."""
    settings = str(base / "smb.conf")
    with (base / f"{program}.out").open("wb") as output:
        process = subprocess.Popen(
            [*under, f"/usr/sbin/{program}", "-F", "--no-process-group", "-s", settings],
            stdin=subprocess.PIPE,  # it ends when this pipe does
            stdout=output,
            stderr=output,
            env=_environment(base),
            start_new_session=True,
        )
    started.callback(processes.end, process, base)
    deadline = time.monotonic() + _START_SECONDS
    while not is_ready():
        if time.monotonic() > deadline or process.poll() is not None:
            said = (base / f"{program}.out").read_text()[-500:]
            raise SambaUnavailable(f"{program} does not answer: {said}")
        time.sleep(0.05)


def _local_group(base: Path, name: str, domain: Domain, members: tuple[str, ...]) -> str:
    mapping = (f"ntgroup={name}", f"unixgroup={name}", "type=local")
    _run(base, "net", "groupmap", "add", *mapping)
    listed = _run(base, "net", "groupmap", "list", f"ntgroup={name}")
    sid = re.search(r"S-1-5-21-[0-9-]+", listed)
    assert sid is not None, listed
    for member in members:
        _run(base, "net", "groupmap", "addmem", sid[0], domain.sids[member])
    return sid[0]


def _run(base: Path, *command: str) -> str:
    return run_for(base, _environment(base), *command)


def _environment(base: Path) -> dict[str, str]:
    return {
        **environment_for(base),
        "KRB5_CONFIG": str(base / "krb5.conf"),
        "NSS_WRAPPER_HOSTS": str(base / "hosts"),
        "NSS_WRAPPER_HOSTNAME": "files01.lab.example",
    }


def _write_users(base: Path, domain: Domain, aliases: Mapping[str, tuple[str, ...]]) -> None:
    """Write the Unix users of the domain's, by the numbers that winbindd makes of their SIDs."""
    write_accounts(base)
    known = {ADMINISTRATOR: f"{domain.sid}-500", **domain.sids}
    with (base / "passwd").open("a") as passwd:
        for name, sid in known.items():
            uid = _FIRST_UID + int(sid.rpartition("-")[2])
            passwd.write(f"{LABEL}\\{name}:x:{uid}:100::/:/bin/false\n")
    with (base / "group").open("a") as group:
        for place, name in enumerate(aliases):
            group.write(f"{name}:x:{_FIRST_ALIAS_GID + place}:\n")


def _configure(base: Path, host: str, domain: Domain) -> None:
    (base / "hosts").write_text(
        f"{domain.host} labdc.lab.example labdc lab.example\n{host} files01.lab.example files01\n"
    )
    (base / "krb5.conf").write_text(kerberos_settings(domain.host))
    lines = [
        "[global]",
        "netbios name = FILES01",
        f"workgroup = {LABEL}",
        f"realm = {REALM}",
        "security = ads",
        "server role = member server",
        f"password server = {domain.host}",
        f"interfaces = {host}/8",
        "bind interfaces only = yes",
        "smb ports = 445",
        "disable netbios = yes",
        "name resolve order = host",
        f"private dir = {base}/private",
        f"lock directory = {base}/lock",
        f"state directory = {base}/state",
        f"cache directory = {base}/cache",
        f"pid directory = {base}/run",
        f"ncalrpc dir = {base}/ncalrpc",
        f"winbindd socket directory = {base}/winbindd",
        f"log file = {base}/log.%m",
        "idmap config * : backend = tdb",
        "idmap config * : range = 900000-999999",
        f"idmap config {LABEL} : backend = rid",
        f"idmap config {LABEL} : range = {_FIRST_UID}-{_LAST_UID}",
        "load printers = no",
        "disable spoolss = yes",
        "vfs objects = acl_xattr",
        "acl_xattr:ignore system acls = yes",
        "map archive = no",
        "create mask = 0666",
        "directory mask = 0777",
        f"admin users = {LABEL}\\{ADMINISTRATOR}",
        "[docs]",
        f"path = {base}/share",
        "read only = no",
    ]
    (base / "smb.conf").write_text("\n".join(lines) + "\n")
