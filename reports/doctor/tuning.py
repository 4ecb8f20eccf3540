"""What is set for the council, and from which file."""

from __future__ import annotations

from pathlib import Path

from reports.doctor.base import Checked, State
from scanner.errors import SettingsError
from scanner.settings.read import settings, settings_path


def checked(given: Path | None) -> Checked:
    """Return what the settings in ``given``, or in the usual place, hold or what is wrong there."""
    path = settings_path() if given is None else given
    try:
        found = settings(given)
    except SettingsError as error:
        return Checked(State.MISSING, "settings", str(error))
    if given is None and not path.exists():
        return Checked(State.OK, "settings", f"none at {path}, and none are needed")
    said = f"{path}: {len(found.detector)} own detectors, own words for {len(found.words)} entities"
    return Checked(State.OK, "settings", said)
