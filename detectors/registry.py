"""All detectors: the constant ``DETECTOR`` of each module that looks for an entity."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache
from types import ModuleType

import detectors as room
from detectors.base import Detector
from detectors.engine import columns, plan, weigh
from detectors.engine.database import ENGINE

_NOT_ENTITIES = frozenset(
    {
        *("base", "bank_pair", "check_digits", "registry", "presidio", "engine", "data", "names"),
        *("address", "after_words", "secret_spans", "special"),
    }
)
_SPECIAL = (
    "adult_safeguarding", "biometric_data", "child_safeguarding", "criminal_offence_data",
    "ethnicity_data", "health_data", "political_data", "religion_data", "sexual_life_data",
    "union_data",
)  # fmt: skip
_IN_PACKAGES = ("detectors.names.person", *(f"detectors.special.{name}" for name in _SPECIAL))


@cache
def detectors() -> tuple[Detector, ...]:
    """Return every detector, in order of entity. Raises ValueError for a module without one."""
    names = [each.name for each in pkgutil.iter_modules(room.__path__)]
    modules = [f"detectors.{name}" for name in names if name not in _NOT_ENTITIES]
    return collected(map(importlib.import_module, (*modules, *_IN_PACKAGES)))


def collected(modules: Iterable[ModuleType]) -> tuple[Detector, ...]:
    """Return the detector of each module, in order of entity.

    Raises ValueError for a module without one, and for two with one entity.
    """
    found: dict[str, Detector] = {}
    for module in modules:
        detector = getattr(module, "DETECTOR", None)
        if not isinstance(detector, Detector):
            message = f"{module.__name__} declares no DETECTOR"
            raise ValueError(message)
        if detector.entity in found:
            message = f"{module.__name__} declares {detector.entity}, as another module does"
            raise ValueError(message)
        found[detector.entity] = detector
    return tuple(found[entity] for entity in sorted(found))


def set_digest(declared: Sequence[Detector] | None = None) -> str:
    """Return the digest, in hexadecimal, of all that decides what is found and how sure it is.

    Entries examined under another digest are examined again.
    """
    digest = hashlib.sha256()
    for detector in detectors() if declared is None else declared:
        digest.update(declaration(detector).encode())
    digest.update(
        repr(
            (ENGINE, plan.VERSION, columns.VERSION, sorted(weigh.WEIGHTS.items()), weigh.KEPT_FROM)
        ).encode()
    )
    return digest.hexdigest()


def declaration(detector: Detector) -> str:
    """Return a detector's declared values as text; of functions only whether they are there."""
    values = {name: getattr(detector, name) for name in sorted(Detector.__slots__)}
    forms = [
        (form.name, form.patterns, form.bare, form.scan.value, form.beside_bytes)
        for form in (*detector.forms, *detector.near)
    ]
    plain = {name: value for name, value in values.items() if name not in ("forms", "near")}
    shown = {name: callable(value) or value for name, value in plain.items()}
    return repr((forms, sorted((name, repr(value)) for name, value in shown.items())))
