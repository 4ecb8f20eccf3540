"""A real Active Directory domain of its own on loopback: Samba's domain controller.

    with running_domain(folder, shares=("docs",)) as domain:
        domain.add_user("ann")
        domain.add_group("payroll", members=("ann",))
        client = Client(domain.port, "ann", PASSWORD, host=domain.host)

It answers LDAP, LDAPS, Kerberos and SMB on their usual ports of a loopback address that nothing
else uses, so that several can run beside each other. Users of files are shown to its smbd by
nss_wrapper, and its winbindd has a socket of its own: the machine's accounts and name service stay
as they are. Needs root and the Debian packages samba-ad-dc, samba-ad-provision,
samba-dsdb-modules, winbind and libnss-wrapper.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import random
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

import ldap3
from ldap3.utils.dn import escape_rdn

from tests.servers.certificates import Certificate, write_certificate
from tests.servers.processes import end
from tests.servers.samba import PASSWORD, WRAPPER, SambaUnavailable, check

ADMINISTRATOR = "Administrator"
"""Is held back by no permission, and writes those that a test wants."""

BASE = "DC=lab,DC=example"
CONTROLLER = f"CN=LABDC,OU=Domain Controllers,{BASE}"
LABEL = "LAB"
REALM = "LAB.EXAMPLE"
_START_SECONDS = 60
_FIRST_UID = 730_001
_USERS_GID = 100
_ORDINARY, _DISABLED = 0x200, 0x202  # userAccountControl
_SECURITY = -0x80000000  # groupType
_SERVICES = (88, 389, 445, 636)
_PROGRAMS = ("samba", "samba-tool", "winbindd")


class Scope(IntEnum):
    """Where a group counts, as its type says."""

    GLOBAL = 2
    DOMAIN_LOCAL = 4
    UNIVERSAL = 8


@dataclass(slots=True)
class Domain:
    """A domain that answers, and its one controller, whose shares all show ``folder``.

    ``sids`` holds the SID of each user and group that was added here.
    """

    host: str
    folder: Path
    certificate: Path
    sid: str
    as_administrator: ldap3.Connection
    sids: dict[str, str] = field(default_factory=dict)
    port: int = 445
    _base: Path = Path()

    def add_user(self, name: str, **attributes: object) -> str:
        """Add a user who may log on with PASSWORD, and return the SID."""
        uid = _FIRST_UID + len(self.sids)
        login = name.replace(",", "")
        # A token needs a Unix user, by the number that the directory tells.
        with (self._base / "passwd").open("a") as passwd:
            passwd.write(f"{LABEL}\\{login}:x:{uid}:{_USERS_GID}::/:/bin/false\n")
        given = {
            "sAMAccountName": login,
            "userAccountControl": _ORDINARY,
            "unicodePwd": f'"{PASSWORD}"'.encode("utf-16-le"),
            "uidNumber": uid,
            **attributes,
        }
        return self.add(name, "user", given)

    def add_group(
        self,
        name: str,
        members: Iterable[str] = (),
        scope: Scope = Scope.GLOBAL,
        kind: int = _SECURITY,
    ) -> str:
        """Add a group and return its SID; of ``kind`` 0 it is a distribution list."""
        given = {"sAMAccountName": name, "groupType": kind + scope}
        named = [_dn(member) for member in members]
        return self.add(name, "group", {**given, "member": named} if named else given)

    def add(self, name: str, what: str, attributes: Mapping[str, object]) -> str:
        """Add an object of a class, and return its SID."""
        self._done(self.as_administrator.add(_dn(name), [what], dict(attributes)))
        self.sids[name] = self._sid_of(_dn(name))
        return self.sids[name]

    def change(self, name: str, how: str, attribute: str, *values: object) -> None:
        """Change an attribute of an object: ``how`` is one of ldap3's MODIFY words."""
        given = {attribute: [(how, list(values))]}
        self._done(self.as_administrator.modify(_dn(name), given))

    def add_member(self, group: str, member: str) -> None:
        """Put a user or group into a group."""
        self.change(group, ldap3.MODIFY_ADD, "member", _dn(member))

    def remove_member(self, group: str, member: str) -> None:
        """Take a user or group out of a group."""
        self.change(group, ldap3.MODIFY_DELETE, "member", _dn(member))

    def disable(self, name: str) -> None:
        """Let a user log on no more."""
        self.change(name, ldap3.MODIFY_REPLACE, "userAccountControl", _DISABLED)

    def remove(self, name: str) -> None:
        """Remove a user or group."""
        self._done(self.as_administrator.delete(_dn(name)))

    def answer_to(self, *services: str, computer: str = CONTROLLER) -> None:
        """Let a computer be asked by Kerberos under these names too, such as cifs/127.0.0.1."""
        given = {"servicePrincipalName": [(ldap3.MODIFY_ADD, list(services))]}
        self._done(self.as_administrator.modify(computer, given))

    def keytab(self, name: str) -> Path:
        """Return a new file with the keys that an account has now."""
        path = self._base / f"{time.monotonic_ns()}.keytab"
        _run(self._base, "samba-tool", "domain", "exportkeytab", str(path), f"--principal={name}")
        return path

    def exported(self, attributes: Sequence[str]) -> str:
        """Return the domain as LDIF."""
        wanted = "(|(objectSid=*)(objectClass=contact)(objectClass=trustedDomain))"
        asked = self.as_administrator
        self._done(asked.search(BASE, wanted, ldap3.SUBTREE, attributes=list(attributes)))
        text: str = asked.response_to_ldif()
        return text

    def guard_share(self, share: str, sddl: str) -> None:
        """Set the permissions of a share itself, in which ``{ann}`` stands for the SID of ann."""
        _run(self._base, "sharesec", share, f"--setsddl={sddl.format(**self.sids)}")

    def _sid_of(self, dn: str) -> str:
        asked = self.as_administrator
        self._done(asked.search(dn, "(objectClass=*)", ldap3.BASE, attributes=["objectSid"]))
        return _sid_text(asked.response[0]["raw_attributes"]["objectSid"][0])

    def _done(self, done: object) -> None:
        assert done, self.as_administrator.result


@contextlib.contextmanager
def running_domain(base: Path, shares: Sequence[str] = ("docs",)) -> Iterator[Domain]:
    """Make a domain with its state in ``base``, an empty folder, and end it afterwards.

    Each folder above ``base`` must let everyone pass. Raises SambaUnavailable.
    """
    check(base)
    for program in _PROGRAMS:
        if shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin") is None:
            raise SambaUnavailable(f"needs {program}: the packages of a domain controller")
    base.chmod(0o755)
    folder = base / "share"
    folder.mkdir()
    folder.chmod(0o777)
    host = free_host()
    certificate = write_certificate(base / "tls", host)
    write_accounts(base)
    shutil.copytree(_provisioned(), base / "dc")
    _configure(base, host, certificate, shares)
    with (base / "samba.out").open("wb") as output:
        process = subprocess.Popen(
            ["samba", "-F", "--no-process-group", "-s", str(base / "smb.conf")],
            stdin=subprocess.PIPE,  # the server ends when this pipe does
            stdout=output,
            stderr=output,
            env=environment_for(base),
            start_new_session=True,
        )
    try:
        _wait_for(base, host, process)
        connection = _administrator(host)
        domain = Domain(host, folder, certificate.certificate, "", connection, _base=base)
        domain.sid = domain._sid_of(BASE)
        yield domain
        connection.unbind()
    finally:
        end(process, base)


def environment_for(base: Path) -> dict[str, str]:
    """Return the environment of a server that serves from ``base``."""
    return {
        **os.environ,
        "PATH": f"{os.environ['PATH']}:/usr/sbin",
        "LD_PRELOAD": WRAPPER,
        "NSS_WRAPPER_PASSWD": str(base / "passwd"),
        "NSS_WRAPPER_GROUP": str(base / "group"),
        # Samba's client of winbindd asks here, and only under nss_wrapper, as its own tests do.
        "SELFTEST_WINBINDD_SOCKET_DIR": str(base / "winbindd"),
    }


def run_for(base: Path, environment: Mapping[str, str], *command: str) -> str:
    """Run one of Samba's programs with the settings in ``base`` and return what it prints."""
    done = subprocess.run(
        [*command, "-s", str(base / "smb.conf")],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode != 0:
        raise SambaUnavailable(f"{' '.join(command)}: {(done.stderr or done.stdout)[-1000:]}")
    return done.stdout


def _run(base: Path, *command: str) -> None:
    run_for(base, environment_for(base), *command)


def kerberos_settings(controller: str, port: int = 88, **more: object) -> str:
    """Return a krb5.conf that knows the domain alone, and looks nothing up."""
    lines = {
        "default_realm": REALM,
        "dns_lookup_kdc": "false",
        "dns_lookup_realm": "false",
        "dns_canonicalize_hostname": "false",
        "rdns": "false",
        "udp_preference_limit": 1,
        **more,
    }
    defaults = "".join(f"{name} = {value}\n" for name, value in lines.items())
    return f"[libdefaults]\n{defaults}[realms]\n{REALM} = {{\n kdc = {controller}:{port}\n}}\n"


@functools.cache
def _provisioned() -> Path:
    """Return the state of a domain that nobody has used: making it is most of the time it takes."""
    base = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, base)
    write_accounts(base)
    (base / "smb.conf").write_text("")
    options = ("interfaces=127.0.0.1/8", "bind interfaces only=yes", "vfs objects=acl_xattr")
    _run(
        base,
        *("samba-tool", "domain", "provision", "--server-role=dc", "--dns-backend=NONE"),
        *(f"--realm={REALM}", f"--domain={LABEL}", f"--adminpass={PASSWORD}"),
        *(f"--targetdir={base}/dc", "--host-name=labdc", "--host-ip=127.0.0.1"),
        *(f"--option={option}" for option in options),
    )
    return base / "dc"


def write_accounts(base: Path) -> None:
    """Write the Unix accounts that the controller sees, apart from those of the domain's users."""
    (base / "passwd").write_text("root:x:0:0::/:/bin/false\nnobody:x:65534:65534::/:/bin/false\n")
    (base / "group").write_text(f"root:x:0:\nnogroup:x:65534:\nusers:x:{_USERS_GID}:\n")


def _configure(base: Path, host: str, certificate: Certificate, shares: Sequence[str]) -> None:
    for name in ("run", "ncalrpc"):
        (base / name).mkdir()
    lines = [
        "[global]",
        "netbios name = LABDC",
        f"realm = {REALM}",
        f"workgroup = {LABEL}",
        "server role = active directory domain controller",
        "server services = s3fs, rpc, ldap, cldap, kdc, winbindd",
        "prefork children = 1",
        f"interfaces = {host}/8",
        "bind interfaces only = yes",
        "smb ports = 445",
        "disable netbios = yes",
        f"private dir = {base}/dc/private",
        f"lock directory = {base}/dc",
        f"cache directory = {base}/dc/cache",
        f"state directory = {base}/dc/state",
        f"binddns dir = {base}/dc/bind-dns",
        f"pid directory = {base}/run",
        f"ncalrpc dir = {base}/ncalrpc",
        f"winbindd socket directory = {base}/winbindd",
        f"log file = {base}/samba.log",
        f"tls certfile = {certificate.certificate}",
        f"tls keyfile = {certificate.key}",
        f"tls cafile = {certificate.certificate}",
        "idmap_ldb:use rfc2307 = yes",
        "load printers = no",
        "disable spoolss = yes",
        "vfs objects = dfs_samba4 acl_xattr",
        "acl_xattr:ignore system acls = yes",
        "map archive = no",
        "create mask = 0666",
        "directory mask = 0777",
        f"admin users = {ADMINISTRATOR}",
    ]
    for name in shares:
        lines += [f"[{name}]", f"path = {base}/share", "read only = no"]
    (base / "smb.conf").write_text("\n".join(lines) + "\n")


def _wait_for(base: Path, host: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    waiting = list(_SERVICES)
    pipe = base / "winbindd" / "pipe"
    while time.monotonic() < deadline and process.poll() is None:
        waiting = [port for port in waiting if not answers(host, port)]
        if not waiting and pipe.exists():
            return
        time.sleep(0.05)
    said = (base / "samba.out").read_text()[-500:]
    raise SambaUnavailable(f"the domain controller does not answer: {said}")


def answers(host: str, port: int) -> bool:
    """Return whether something takes connections there."""
    with contextlib.suppress(OSError), socket.create_connection((host, port), 1):
        return True
    return False


def _administrator(host: str) -> ldap3.Connection:
    tls = ldap3.Tls(validate=ssl.CERT_NONE)  # whose certificate it is, is the product's to ask
    server = ldap3.Server(host, 636, use_ssl=True, tls=tls, get_info=ldap3.NONE)
    who = f"{LABEL}\\{ADMINISTRATOR}"
    return ldap3.Connection(server, who, PASSWORD, auto_bind=True, auto_referrals=False)


def _dn(name: str) -> str:
    return f"CN={escape_rdn(name)},CN=Users,{BASE}"


def _sid_text(raw: bytes) -> str:
    authority = int.from_bytes(raw[2:8], "big")
    parts = (int.from_bytes(raw[at : at + 4], "little") for at in range(8, len(raw), 4))
    return "-".join(("S", str(raw[0]), str(authority), *map(str, parts)))


def free_host() -> str:
    """Return a loopback address on which nothing answers the ports of a controller."""
    for _ in range(100):
        host = f"127.{random.randint(64, 254)}.{random.randint(1, 254)}.{random.randint(1, 254)}"
        with contextlib.suppress(OSError), contextlib.ExitStack() as held:
            for port in _SERVICES:
                held.enter_context(socket.create_server((host, port)))
            return host
    raise SambaUnavailable("no loopback address has the ports of a domain controller free")
