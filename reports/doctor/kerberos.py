"""Kerberos: whether servers and the directory can be asked by it."""

from __future__ import annotations

from importlib.metadata import version

from connectors.kerberos import INSTALL, NoTicket, is_installed
from reports.doctor.base import Checked, State
from scanner.errors import SettingsError
from scanner.shares import KERBEROS, tickets

_WHAT = "Kerberos"


def checked() -> Checked:
    """Return whether Kerberos can be used, and where it is set whether there is a ticket."""
    try:
        source = tickets()
    except SettingsError as error:
        return Checked(State.MISSING, _WHAT, str(error).rstrip("."))
    if not is_installed():
        return Checked(State.OK, _WHAT, f"{KERBEROS} is not set, so it is not needed. {INSTALL}")
    libraries = f"gssapi {version('gssapi')}, krb5 {version('krb5')}"
    if source is None:
        return Checked(State.OK, _WHAT, f"{libraries}; {KERBEROS} is not set")
    try:
        source.check()
    except NoTicket as error:
        return Checked(State.MISSING, _WHAT, str(error))
    return Checked(State.OK, _WHAT, f"{libraries}; there is a ticket")
