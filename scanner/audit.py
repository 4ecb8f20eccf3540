"""The record of watched acts: who looked up what one person can open, when, and why.

A file of JSON lines beside the catalogue, that is only ever added to. It is no table: a scan holds
the right to write into the catalogue for hours, and an answer must not wait for it.
"""

from __future__ import annotations

import json
import os
import pwd
from contextlib import closing
from pathlib import Path

from scanner.catalogue.queries.principals import Account
from scanner.catalogue.writer import utc_now
from scanner.errors import SettingsError


def audit_path(database: Path) -> Path:
    """Return where the record of a catalogue lies: beside it."""
    return database.with_name(database.name + ".audit")


def record(database: Path, act: str, about: Account, asked: str, reason: str) -> None:
    """Add that ``act`` was done about an account, for which days, and why; it lasts at once.

    Raises SettingsError where that cannot be written: then the act must not be done.
    """
    told = {
        "at": utc_now(),
        "by": _user(),
        "sudo": os.environ.get("SUDO_USER"),  # who became another by it
        "act": act,
        "authority": about.authority,
        "identifier": about.identifier,
        "asked": asked,
        "reason": reason,
    }
    line = json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace")
    path = audit_path(database)
    try:
        descriptor = os.open(
            path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600
        )
        with closing(os.fdopen(descriptor, "wb", buffering=0)) as file:
            file.write(line + b"\n")  # in one: two that look up at once do not mix
            os.fsync(descriptor)
    except OSError as error:
        raise SettingsError(
            f"Cannot record the look-up in {path}: {os.strerror(error.errno or 0)}. Nothing was"
            " looked up: make it writable."
        ) from error


def _user() -> str:
    number = os.getuid()
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"uid:{number}"
