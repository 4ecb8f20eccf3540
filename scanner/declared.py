"""The detectors of a scan: all that are declared, as the settings and a name model have them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from detectors.base import Detector
from detectors.modulus import TableRefused, table
from detectors.names.model import ModelMissing
from detectors.names.second import with_name_model
from detectors.registry import detectors
from scanner.errors import SettingsError
from scanner.settings import NOTHING_SET, Settings
from scanner.settings.shape import ModulusCheck
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


def _with_table(declared: tuple[Detector, ...], files: ModulusCheck) -> tuple[Detector, ...]:
    """Return ``declared``, bank accounts held against the table in the council's files.

    Raises SettingsError for files that hold no such table.
    """
    weights, substitutes = _text(files.weights), _text(files.substitutes)
    try:
        banks = table(weights, substitutes)
    except TableRefused as error:
        raise SettingsError(f"Cannot use the modulus check of the settings: {error}.") from error
    made_from = hashlib.blake2b(repr((weights, substitutes)).encode(), digest_size=16).hexdigest()
    fits = {"UK_SORT_CODE": banks.agree, "UK_BANK_ACCOUNT": banks.account_agrees}
    return tuple(
        replace(each, fits_companion=fits[each.entity], fits_by=made_from)
        if each.entity in fits
        else each
        for each in declared
    )


def _text(file: Path | None) -> str:
    try:
        return "" if file is None else file.read_text("ascii")
    except OSError as error:
        raise SettingsError(f"Cannot read {file} of the settings: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} of the settings is no table: it is not plain text.") from error


def declared_with(name_model: str, settings: Settings = NOTHING_SET) -> tuple[Detector, ...]:
    """Return every detector as set, the one for people with ``name_model`` unless that is "off".

    Raises SettingsError for a model, recognisers or a table that are not there.
    """
    declared = tuned(detectors(), settings)
    if settings.modulus_check is not None:
        declared = _with_table(declared, settings.modulus_check)
    if settings.recognisers is not None:
        declared = _with_own(declared, settings.recognisers)
    try:
        return with_name_model(declared, name_model)
    except ModelMissing as error:
        raise SettingsError(
            f"Cannot use the name model: {error}. Install it, give its path, or give off."
        ) from error
