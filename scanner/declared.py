"""The detectors of a scan: all that are declared, as the settings and a name model have them."""

from __future__ import annotations

from pathlib import Path

from detectors.base import Detector
from detectors.names.model import ModelMissing
from detectors.names.second import with_name_model
from detectors.registry import detectors
from scanner.errors import SettingsError
from scanner.settings import NOTHING_SET, Settings
from scanner.settings.tuned import tuned


def _with_own(declared: tuple[Detector, ...], recognisers: Path) -> tuple[Detector, ...]:
    """Return ``declared`` and a detector for each entity of the Presidio recognisers in a file.

    Raises SettingsError for a file that cannot be used.
    """
    from detectors.presidio.own import (  # presidio takes seconds
        RecognisersRefused,
        own_detectors,
    )

    try:
        own = own_detectors(recognisers, frozenset(each.entity for each in declared))
    except RecognisersRefused as error:
        raise SettingsError(f"Cannot use the recognisers: {error}") from error
    return (*declared, *own)


def declared_with(name_model: str, settings: Settings = NOTHING_SET) -> tuple[Detector, ...]:
    """Return every detector as set, the one for people with ``name_model`` unless that is "off".

    Raises SettingsError for a model or recognisers that are not there.
    """
    declared = tuned(detectors(), settings)
    if settings.recognisers is not None:
        declared = _with_own(declared, settings.recognisers)
    try:
        return with_name_model(declared, name_model)
    except ModelMissing as error:
        raise SettingsError(
            f"Cannot use the name model: {error}. Install it, give its path, or give off."
        ) from error
