"""What is set for the council, and from which file."""

from __future__ import annotations

from pathlib import Path

from detectors.names.model import OFF
from reports.doctor.base import Checked, State
from scanner.declared import declared_with
from scanner.errors import SettingsError
from scanner.settings.read import settings, settings_path


def checked(given: Path | None) -> Checked:
    """Return what the settings in ``given``, or in the usual place, hold or what is wrong there."""
    path = settings_path() if given is None else given
    try:
        found = settings(given)
        declared_with(OFF, found)  # the files that they name, too
    except SettingsError as error:
        return Checked(State.MISSING, "settings", str(error))
    if given is None and not path.exists():
        return Checked(State.OK, "settings", f"none at {path}, and none are needed")
    said = f"{path}: {len(found.detector)} own detectors, own words for {len(found.words)} entities"
    if found.modulus_check is not None:
        said += "; bank accounts are held against the banks' table"
    return Checked(State.OK, "settings", said)
