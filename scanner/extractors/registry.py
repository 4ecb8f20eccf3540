"""Which module reads which media type.

Every module of this package that is not named below declares one ``EXTRACTOR``; packages beneath
hold what several of them share.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType, ModuleType

import scanner.extractors
from scanner.extractors.base import Extractor

_NOT_FORMATS = frozenset({"base", "encoding", "holes", "registry", "router", "sniff"})


def extractor_for(media_type: str) -> Extractor | None:
    """Return the extractor that reads ``media_type``, or None where there is none."""
    return extractors().get(media_type)


@cache
def extractors() -> Mapping[str, Extractor]:
    """Return every extractor by media type."""
    return by_media_type(map(importlib.import_module, modules()))


def modules() -> list[str]:
    """Return the full names of the modules that each read a format."""
    return sorted(
        f"scanner.extractors.{module.name}"
        for module in pkgutil.iter_modules(scanner.extractors.__path__)
        if not module.ispkg and module.name not in _NOT_FORMATS
    )


def by_media_type(modules: Iterable[ModuleType]) -> Mapping[str, Extractor]:
    """Return the extractors of ``modules`` by media type.

    Raises ValueError for a module that declares none, and for two that claim one media type.
    """
    found: dict[str, Extractor] = {}
    for module in modules:
        declared = getattr(module, "EXTRACTOR", None)
        if not isinstance(declared, Extractor):
            raise ValueError(f"{module.__name__} declares no EXTRACTOR")
        for media_type in sorted(declared.media_types):
            if media_type in found:
                raise ValueError(f"{module.__name__}: {media_type} is read by another module too")
            found[media_type] = declared
    return MappingProxyType(found)


def versions(known: Mapping[str, Extractor]) -> tuple[tuple[str, str], ...]:
    """Return each media type and what tells one version of its extractor from another, in order.

    Under another one than last time, entries in which such a document lies are read again.
    """
    return tuple((each, _version(each, known)) for each in sorted(known))


def _version(media_type: str, known: Mapping[str, Extractor]) -> str:
    """Return an extractor's version and those of the extractors whose code it uses."""
    used, left = {media_type}, [media_type]
    while left:
        more = set(known[left.pop()].uses) - used
        used |= more
        left += more
    others = sorted(f"{each} {known[each].version}" for each in used - {media_type})
    return "; ".join([str(known[media_type].version), *others])
