"""What would be lost, held against a real change of ACLs and groups and what the kernel does."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.reports.cli.calling import says, stocktake
from tests.reports.guarded_share import (
    GIDS,
    GROUPS,
    SERVICE,
    UIDS,
    Guarded,
    guarded_share,
    scan_with_people,
)

_TRIED = {"read": "<", "write": ">>"}
_Groups = Mapping[str, tuple[str, ...]]


def _asked(guarded: Guarded, *words: str | Path) -> str:
    done = stocktake("what-if", *words, "--database", guarded.database)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def _predicted(guarded: Guarded, effect: str, *words: str | Path) -> Counter[tuple[str, str]]:
    """Return how many files each person loses or gains, by right."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in _asked(guarded, *words, "--format=jsonl").splitlines():
        row = json.loads(line)
        if row["effect"] == effect:
            counts[row["person"], row["right"]] += row["files"]
    return counts


def _allowed(guarded: Guarded, groups: _Groups = GROUPS) -> dict[tuple[str, str], set[str]]:
    return {
        (who, right): guarded.may(who, tried, groups)
        for who in UIDS
        for right, tried in _TRIED.items()
    }


def _answered(guarded: Guarded) -> Counter[tuple[str, str]]:
    """Return how many files each person can open by the catalogue."""
    counts: Counter[tuple[str, str]] = Counter()
    for who in UIDS:
        done = stocktake(
            "reach-of", who, "--reason=test", "--format=jsonl", "--database", guarded.database
        )
        for row in map(json.loads, done.stdout.splitlines()):
            for right in _TRIED:
                counts[who, right] += row["files"] * (right in row["opens"].split(" and "))
    return counts


@pytest.mark.parametrize(
    ("trustee", "place"),
    [
        ("housing", "Housing"),
        ("housing", "Housing/Rents/4.txt"),
        ("housing", "Housing/Rents"),
        ("payroll", "Payroll"),
        ("cat", "Housing/Private"),
    ],
)
def test_without_an_ace_as_many_files_are_lost_as_when_it_is_really_removed(
    trustee: str, place: str
) -> None:
    with guarded_share() as guarded:
        path = guarded.root / place
        before, answered = _allowed(guarded), _answered(guarded)
        lost = _predicted(guarded, "loses", "remove-ace", trustee, path)
        entry = f"u:{UIDS[trustee]}" if trustee in UIDS else f"g:{GIDS[trustee]}"
        subprocess.run(["setfacl", "-x", entry, path], check=True)
        after = _allowed(guarded)
        scan_with_people(guarded.root.parent, guarded.root)
        really = Counter({who: len(before[who] - after[who]) for who in before})
        assert lost == +really
        assert answered - _answered(guarded) == +really
        again = ("what-if", "remove-ace", trustee, path, "--database", guarded.database)
        says(stocktake(*again), 2, "no entry that names")


@pytest.mark.parametrize(
    ("member", "group"), [("ann", "payroll"), ("ann", "housing"), ("bob", "housing")]
)
def test_without_a_member_as_many_files_are_lost_as_when_the_group_really_changes(
    member: str, group: str
) -> None:
    changed = {**GROUPS, group: tuple(each for each in GROUPS[group] if each != member)}
    with guarded_share() as guarded:
        before, answered = _allowed(guarded), _answered(guarded)
        lost = _predicted(guarded, "loses", "remove-member", member, group)
        scan_with_people(guarded.root.parent, guarded.root, changed)
        after = _allowed(guarded, changed)
        really = Counter({who: len(before[who] - after[who]) for who in before})
        assert lost == +really != Counter()
        assert answered - _answered(guarded) == +really


def test_a_system_account_that_loses_its_access_is_told() -> None:
    groups = {**GROUPS, "housing": (*GROUPS["housing"], SERVICE)}
    with guarded_share() as guarded:
        scan_with_people(guarded.root.parent, guarded.root, groups)
        lost = _predicted(guarded, "loses", "remove-member", SERVICE, "housing")
        may = guarded.may
        really = Counter(
            {
                (SERVICE, right): len(may(SERVICE, tried, groups) - may(SERVICE, tried))
                for right, tried in _TRIED.items()
            }
        )
        assert lost == +really != Counter()
        said = _asked(guarded, "remove-member", SERVICE, "housing")
        assert f"{SERVICE} (service) could no longer read" in said


def test_text_and_csv_say_who_loses_what_and_by_which_grant() -> None:
    with guarded_share() as guarded:
        said = _asked(guarded, "remove-member", "bob", "housing")
        assert "bob (staff) could no longer read 2 files about 1 to 2 people in" in said
        assert "    now: member of group housing, which may pass a folder on the way" in said
        cells = list(
            csv.DictReader(
                io.StringIO(_asked(guarded, "remove-member", "bob", "housing", "--format=csv"))
            )
        )
        assert {(row["effect"], row["person"]) for row in cells} == {("loses", "bob")}


def test_what_is_not_there_is_said_with_what_is() -> None:
    with guarded_share() as guarded:
        asked = ("--database", guarded.database)
        says(stocktake("what-if", "remove-member", "cat", "housing", *asked), 2, "ann, bob")
        says(stocktake("what-if", "remove-member", "nan", "housing", *asked), 2, "ann")
        place = guarded.root / "Housing"
        says(stocktake("what-if", "remove-ace", "dan", place, *asked), 2, "no entry that names")
        share = ("remove-ace", "dan", guarded.root, "--of-share")
        says(stocktake("what-if", *share, *asked), 2, "share itself")
