"""The detectors of a scan: all that are declared, with or without a name model beside them."""

from __future__ import annotations

from pathlib import Path

from detectors.base import Detector
from detectors.names.model import ModelMissing
from detectors.names.second import with_name_model
from detectors.registry import detectors
from scanner.errors import SettingsError


def with_own(declared: tuple[Detector, ...], recognisers: Path | None) -> tuple[Detector, ...]:
    """Return ``declared`` and a detector for each entity of the Presidio recognisers in a file.

    Raises SettingsError for a file that cannot be used.
    """
    if recognisers is None:
        return declared
    from detectors.presidio.own import (  # presidio takes seconds
        RecognisersRefused,
        own_detectors,
    )

    try:
        own = own_detectors(recognisers, frozenset(each.entity for each in declared))
    except RecognisersRefused as error:
        raise SettingsError(f"Cannot use the recognisers: {error}") from error
    return (*declared, *own)


def declared_with(name_model: str) -> tuple[Detector, ...]:
    """Return every detector, the one for people with ``name_model`` unless that is "off".

    Raises SettingsError for a model that is not there.
    """
    try:
        return with_name_model(detectors(), name_model)
    except ModelMissing as error:
        raise SettingsError(
            f"Cannot use the name model: {error}. Install it, give its path, or give off."
        ) from error
