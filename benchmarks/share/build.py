"""Writes the share: places each file in a department's tree, names it, dates it, guards it."""

from __future__ import annotations

import os
from collections import Counter, deque
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks.share import made as content
from benchmarks.share.desk import DEPARTMENTS, Desk
from benchmarks.share.drafts import Planted
from benchmarks.share.made import KINDS, Made, Role, slug
from benchmarks.share.people import Population, folded, populate
from benchmarks.share.permissions import Guarding, guard, lock
from benchmarks.share.truth import rows_of, write_rows
from benchmarks.share.values import Value

_COPY_CHANCE = 0.03
_COPIES_FROM = 100  # recent files a copy is drawn from
_DENIED = ("denied",)
_NEWEST = date(2026, 9, 30)  # files date back from here, not from the clock
_YEARS = tuple(str(year) for year in range(2017, 2027))


@dataclass(frozen=True, slots=True)
class Built:
    """What was written: files per role and bytes in all."""

    roles: Counter[Role]
    size_bytes: int


def truth_path(destination: Path) -> Path:
    """Return where the truth about a share lies: beside it, never in it."""
    return destination.with_name(f"{destination.name}.truth.jsonl")


def build(
    destination: Path,
    files: int,
    seed: int,
    guarding: Guarding = Guarding.NONE,
    locked: int = 0,
) -> Built:
    """Write ``files`` files below ``destination`` and their truth beside it.

    The last ``locked`` of them nobody but root may read; to a scan by another they are denied.
    Raises FileExistsError if the destination holds anything.
    """
    if destination.exists() and any(destination.iterdir()):
        raise FileExistsError(f"{destination} is not empty: remove it or name another folder")
    destination.mkdir(parents=True, exist_ok=True)
    population = populate(Random(f"{seed}:people"), max(60, files // 4))
    recent: deque[Made] = deque(maxlen=_COPIES_FROM)
    taken: set[str] = set()
    roles: Counter[Role] = Counter()
    size_bytes, closed = 0, []
    with truth_path(destination).open("w", encoding="utf-8") as truth:
        for index in range(files):
            desk = _desk(Random(f"{seed}:{index}"), population)
            one = _make(desk, index, recent)
            path = _place(desk, one, taken)
            if index >= files - locked:
                one = replace(one, role=Role.UNREADABLE, planted=[], traps=[], causes=_DENIED)
                closed.append(destination / path)
            write_rows(truth, rows_of(path, one))
            _store(destination / path, one.data, desk)
            roles[one.role] += 1
            size_bytes += len(one.data)
    guard(destination, Random(f"{seed}:guard"), guarding)
    lock(closed)
    return Built(roles, size_bytes)


def _desk(rng: Random, population: Population) -> Desk:
    today = _NEWEST - timedelta(days=int(rng.expovariate(1 / 700)))
    return Desk(rng, population, rng.choice(DEPARTMENTS), max(today, date(2015, 1, 1)))


def _make(desk: Desk, index: int, recent: deque[Made]) -> Made:
    """Return the content of file ``index``; the first files show every kind once."""
    if index < len(content.SPOILT):
        return content.SPOILT[index](desk)
    if index < len(content.SPOILT) + len(KINDS):
        one = KINDS[index - len(content.SPOILT)][0](desk)
    elif recent and desk.coin(_COPY_CHANCE):
        return replace(desk.rng.choice(recent))
    else:
        makers, weights = zip(*KINDS, strict=True)
        one = desk.rng.choices(makers, weights)[0](desk)
    if one.data and one.role is not Role.UNREADABLE:
        recent.append(replace(one, planted=list(one.planted)))
    if one.role is Role.PLANTED and desk.coin(0.12):
        _name_after_somebody(desk, one)
    return one


def _name_after_somebody(desk: Desk, one: Made) -> None:
    """Put a person's name into the file's name, as caseworkers do."""
    who = desk.resident()
    text = desk.rng.choice((f"{who.last} {who.first}", f"{who.first} {who.last}"))
    form = "first and last name" if text.startswith(who.first) else "last and first name"
    value = Value("PERSON", folded(f"{who.first} {who.last}"), text, form)
    one.stem = f"{text} - {one.stem}"
    one.planted.append(Planted(value, "file name"))


def _place(desk: Desk, one: Made, taken: set[str]) -> str:
    """Return a free path for a file, "/"-separated and relative to the share."""
    rng = desk.rng
    folders = [desk.department.folder]
    if not desk.coin(0.1):
        folders.append(rng.choice(desk.department.subfolders))
    if desk.coin(0.6):
        folders.append(rng.choice(_YEARS))
    if desk.coin(0.15):
        folders.append(rng.choice(("Archive", "old", "DO NOT DELETE", "To file", "Scans & misc")))
    stem = slug(one.stem)
    if desk.coin(0.3):
        stem += rng.choice((" v2", " FINAL", " (1)", " - Copy", f" {desk.today:%Y-%m}"))
    path, number = f"{'/'.join(folders)}/{stem}.{one.format}", 1
    while path in taken:
        number += 1
        path = f"{'/'.join(folders)}/{stem} {number}.{one.format}"
    taken.add(path)
    return path


def _store(path: Path, data: bytes, desk: Desk) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    noon = datetime(desk.today.year, desk.today.month, desk.today.day, 12, tzinfo=UTC)
    os.utime(path, (noon.timestamp(), noon.timestamp()))
