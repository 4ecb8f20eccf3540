"""Compiled patterns that are kept on disk: taken only where nobody else can have written them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from detectors.engine import Engine, kept
from detectors.registry import detectors

SOME = tuple(
    each for each in detectors() if each.entity in {"EMAIL_ADDRESS", "CREDIT_CARD", "UK_POSTCODE"}
)
TEXT = "Card 4111 1111 1111 1111, jane@example.com, SW1A 1AA"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "stocktake"


def _found() -> list[str]:
    return [each.canonical for each in Engine(SOME).session().text(TEXT)]


def test_what_is_loaded_finds_what_was_compiled(cache: Path) -> None:
    compiled = _found()
    (file,) = cache.iterdir()
    written = file.stat().st_mtime_ns
    assert _found() == compiled
    assert len(compiled) == 3
    assert file.stat().st_mtime_ns == written
    assert (cache.stat().st_mode | file.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"\0" * 4096, b"cut"])
def test_what_is_damaged_is_compiled_anew(cache: Path, damage: bytes) -> None:
    wanted = _found()
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if damage == b"cut" else damage)
    assert _found() == wanted
    assert file.read_bytes() == whole


@pytest.mark.parametrize("place", ["file", "folder"])
def test_what_others_may_write_is_not_taken(cache: Path, place: str) -> None:
    kept.keep("one", b"patterns")
    assert kept.load("one") == b"patterns"
    os.chmod(cache if place == "folder" else cache / "patterns-one", 0o720)
    assert kept.load("one") is None


def test_other_words_leave_what_takes_long_to_compile(cache: Path) -> None:
    health = next(each for each in detectors() if each.entity == "HEALTH_DATA")
    health = replace(health, forms=health.forms[:1])
    Engine((*SOME, health))
    first = set(cache.iterdir())
    Engine((*SOME, replace(health, supporting=("kept in the ward book",))))
    every = set(cache.iterdir())
    assert (len(first), len(every)) == (2, 3)
    assert first < every


def test_few_versions_are_kept(cache: Path) -> None:
    for number in range(9):
        kept.keep(f"{number}", b"")
        os.utime(cache / f"patterns-{number}", (number, number))
    assert sorted(path.name for path in cache.iterdir()) == [f"patterns-{n}" for n in range(1, 9)]


def test_where_nothing_can_be_written_all_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert len(_found()) == 3
    assert kept.load("one") is None
