"""Logging on to a domain of tests/servers/domain.py by Kerberos, apart from the machine's settings.

    with realm_of(domain, folder) as realm:
        keytab = domain.keytab("ann")
        realm.kinit(keytab, "ann")

Needs the Debian package krb5-user, and the extra ``kerberos``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.domain import Domain, kerberos_settings
from tests.servers.lent import unavailable
from tests.servers.samba import SambaUnavailable

LEAST_SECONDS = 120
"""What a ticket must have left for Samba's controller to give another for it."""


@dataclass(frozen=True)
class Realm:
    """What this process knows of a domain: its settings, and a ticket cache of its own."""

    domain: Domain
    settings: Path
    cache: Path

    def set(self, port: int = 88, **more: object) -> None:
        """Change the settings: the controller's ``port``, and lines of libdefaults."""
        self.settings.write_text(kerberos_settings(self.domain.host, port, **more))

    def kinit(self, keytab: Path, name: str, seconds: int = 600) -> None:
        """Fill the ticket cache."""
        words = ("kinit", "-l", f"{seconds}s", "-k", "-t", str(keytab), name)
        subprocess.run(words, check=True, capture_output=True)

    def take(self, service: str, seconds: int) -> None:
        """Put a ticket for a service that lasts so long into the cache."""
        import gssapi

        name = gssapi.Name(f"{service}@{self.domain.host}", gssapi.NameType.hostbased_service)
        kerberos = gssapi.MechType.kerberos
        gssapi.SecurityContext(name=name, mech=kerberos, lifetime=seconds, usage="initiate").step()


@contextmanager
def realm_of(domain: Domain, folder: Path) -> Iterator[Realm]:
    """Let this process, and those that it starts, know a domain, with its files in ``folder``.

    Skips the test, or fails it in CI, where that cannot be.
    """
    for program in ("kinit", "faketime"):
        if shutil.which(program) is None:
            unavailable(SambaUnavailable(f"needs {program}: the packages krb5-user and faketime"))
    realm = Realm(domain, folder / "krb5.conf", folder / "tickets")
    realm.set()
    before = {name: os.environ.get(name) for name in ("KRB5_CONFIG", "KRB5CCNAME")}
    os.environ.update(KRB5_CONFIG=str(realm.settings), KRB5CCNAME=f"FILE:{realm.cache}")
    try:
        yield realm
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value
