"""All detectors: the constant ``DETECTOR`` of each module that looks for an entity."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import NamedTuple

import detectors as room
from detectors.base import Detector
from detectors.engine import columns, plan, weigh
from detectors.engine.database import ENGINE

_NOT_ENTITIES = frozenset(
    {
        *("base", "bank_pair", "check_digits", "registry", "presidio", "engine", "data", "names"),
        *("address", "after_words", "births", "examples", "modulus", "secret_spans", "special"),
        *("birth_spans", "goods", "written_dates"),
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


def engine_digest() -> str:
    """Return the digest of what decides for all detectors alike: the engine, and its weights."""
    weights = sorted(weigh.WEIGHTS.items())
    return _digest((ENGINE, plan.VERSION, columns.VERSION, weights, weigh.KEPT_FROM))


class Part(NamedTuple):
    """What one detector adds to a set of detectors: digests, each of which tells a change.

    ``in_text`` is of what decides where in a text anything is its business, and ``in_tables`` of
    what its headings and guesses decide for whole tables, other detectors' columns included; "" of
    one that has none. ``whole`` is of all that is declared. ``opposing`` are its words against
    values, since these can be part of a heading or of a longer word for any detector.
    """

    entity: str
    in_text: str
    in_tables: str
    whole: str
    opposing: tuple[str, ...]


def parts(declared: Sequence[Detector]) -> tuple[Part, ...]:
    """Return what each of ``declared`` adds to all that decides what is found and how sure it is.

    What was examined under other parts is examined again, unless none that differs had to do with
    it. Of functions only whether they are there can be told, and the detector's version.
    """
    versions = {each.entity: each.version for each in declared}
    return tuple(_part(each, versions) for each in declared)


def _part(detector: Detector, versions: Mapping[str, int]) -> Part:
    # Not its weak forms: they are tried after its own labels only, and these are told.
    hit = [(form.patterns, form.scan.value, form.triggers) for form in detector.forms]
    looks = (detector.look is not None, detector.further is not None)
    headings = (
        *(detector.headers, detector.opposing_headers, detector.opposing),
        *(*detector.part_headers, *detector.opposed_beside),
        *(detector.companion, detector.companion_headers, detector.summary_headers),
        *(detector.doubtful_headers, detector.under_doubtful is not None),
        *(detector.typed_by is not None, detector.typed_beside is not None),
        *(detector.among_people is not None, detector.parts_typed_by is not None),
        *(detector.noted is not None, detector.among_relatives is not None),
        *((True,) if detector.denied_by else ()),
    )
    used = [versions.get(entity) for entity in detector.uses]
    return Part(
        detector.entity,
        _digest((hit, detector.supporting, detector.opposing, looks)),
        _digest((headings, detector.strength.value)) if any(headings) else "",
        _digest((declaration(detector), used)),
        detector.opposing,
    )


def _digest(made_of: object) -> str:
    return hashlib.blake2b(repr(made_of).encode(), digest_size=16).hexdigest()


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
