"""The directory of the domain: whether it can be read as it is set, by asking it."""

from __future__ import annotations

import os

from connectors.base import DirectoryUnread
from reports.doctor.base import Checked, State
from scanner.domain import DIRECTORY, tried
from scanner.errors import SettingsError
from scanner.shares import PASSWORD, USER, tickets

_WHAT = "directory"


def checked() -> Checked:
    """Return how the directory stands that is set: who would scan logs on to it once."""
    asked = os.environ.get
    wanted = asked(DIRECTORY, "")
    if not wanted:
        return Checked(
            State.OK, _WHAT, f"{DIRECTORY} is not set: a domain's groups have no members"
        )
    try:
        domain = tried(asked(USER, ""), asked(PASSWORD, ""), tickets())
    except SettingsError as error:
        return Checked(State.MISSING, _WHAT, str(error).rstrip("."))
    except DirectoryUnread as error:
        return Checked(State.MISSING, _WHAT, f"{wanted} cannot be read: {error}")
    return Checked(State.OK, _WHAT, f"{wanted} tells of domain {domain}")
