from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from scanner.extractors.base import Budget, Extractor, Part, Source
from scanner.extractors.registry import by_media_type, extractor_for, extractors, versions


def nothing(source: Source, budget: Budget) -> Iterator[Part]:
    return iter(())


def module(name: str, *media_types: str) -> ModuleType:
    made = ModuleType(name)
    if media_types:
        made.EXTRACTOR = Extractor(frozenset(media_types), nothing)  # type: ignore[attr-defined]  # a module made for the test
    return made


def test_registry_when_a_module_declares_nothing_then_it_is_refused() -> None:
    with pytest.raises(ValueError, match="silent declares no EXTRACTOR"):
        by_media_type([module("silent")])


def test_registry_when_two_modules_claim_a_type_then_it_is_refused() -> None:
    with pytest.raises(ValueError, match="text/x is read by another"):
        by_media_type([module("one", "text/x"), module("two", "text/x")])


def test_registry_when_asked_then_every_format_of_the_package_is_found() -> None:
    assert {"text/plain", "text/csv"} <= set(extractors())
    assert extractor_for("application/x-nobody-reads-this") is None


def test_a_version_tells_a_change_of_the_extractor_and_of_those_whose_code_it_uses() -> None:
    known = {
        "text/x": Extractor(frozenset({"text/x"}), nothing, version=2),
        "text/y": Extractor(frozenset({"text/y"}), nothing, uses=("text/x",)),
        "text/z": Extractor(frozenset({"text/z"}), nothing, uses=("text/y",)),
    }
    assert versions(known) == (
        ("text/x", "2"),
        ("text/y", "1; text/x 2"),
        ("text/z", "1; text/x 2; text/y 1"),
    )
