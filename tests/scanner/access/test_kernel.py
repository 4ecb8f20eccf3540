"""Decisions and reach against the real kernel: needs root, which CI has."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.access_truth import compare_decisions, compare_reach, described, directory_of
from benchmarks.kernel_trials import READ, READ_WRITE, WRITE, KernelUnavailable, Trials, hold_trials
from scanner.access.answers import NotKnown
from scanner.access.gate import OPEN, encode
from scanner.access.posix import NoAcl, Posix, Tag, decode
from scanner.access.reach import reach

_BUILD = Path(__file__).parents[3] / "build"


@pytest.fixture(scope="module")
def trials() -> Iterator[Trials]:
    _BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_BUILD) as base:
        try:
            held = hold_trials(Path(base), seed=20261125, files=240)
        except KernelUnavailable as reason:
            if os.environ.get("STOCKTAKE_CI") == "1":
                pytest.fail(f"CI must compare with the kernel: {reason}")
            pytest.skip(f"comparison with the kernel: {reason}")
        yield held


def test_every_single_decision_equals_the_kernels(trials: Trials) -> None:
    compared, differences = compare_decisions(trials)
    assert compared >= 10_000
    assert differences == []


def test_reach_through_encoder_and_gate_equals_the_kernel(trials: Trials) -> None:
    compared, differences = compare_reach(trials)
    assert compared >= 5_000
    assert differences == []


def test_the_trials_hold_both_answers_often_enough(trials: Trials) -> None:
    for question in (READ, WRITE):
        yes = sum(question in answer for answer in trials.answers.values())
        assert 0.1 < yes / len(trials.answers) < 0.6


def test_the_trials_notice_when_folders_on_the_way_are_forgotten(trials: Trials) -> None:
    known = directory_of(trials.users)
    forgotten = 0
    for place, descriptor, _ in described(trials):
        found = reach(encode(OPEN), descriptor, known)
        assert not isinstance(found, NotKnown)
        kernel = sum(READ in trials.answers[user, place] for user in range(1, len(trials.users)))
        forgotten += len(found.readers) != kernel
    assert forgotten > 10


def test_the_trials_hold_people_whose_groups_read_and_write_only_one_at_a_time(
    trials: Trials,
) -> None:
    one_at_a_time = [
        place
        for place, answer in trials.answers.items()
        if {READ, WRITE} <= answer and READ_WRITE not in answer
    ]
    assert one_at_a_time != []


def test_the_trials_hold_people_whom_an_empty_mask_lets_in_against_their_entry(
    trials: Trials,
) -> None:
    let_in = 0
    for place, descriptor, _ in described(trials):
        decoded = decode(descriptor.raw)
        assert isinstance(decoded, Posix)
        if isinstance(decoded.acl, NoAcl) or decoded.mode & 0o070:
            continue
        named = {entry.identifier for entry in decoded.acl if entry.tag == Tag.USER}
        for number, user in enumerate(trials.users[1:], start=1):
            is_named = user.uid in named and user.uid != decoded.owner
            let_in += is_named and READ in trials.answers[number, place]
    assert let_in > 0
