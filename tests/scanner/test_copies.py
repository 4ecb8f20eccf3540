"""Copies are examined once, whatever the order in which entries begin and end."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from scanner.copies import Copies

SIZE = 100
ONE, TWO = b"fingerprint one", b"fingerprint two"


def test_a_size_alone_tells_whether_something_may_be_a_copy() -> None:
    copies: Copies[str] = Copies()
    assert not copies.may_be_copy(SIZE)
    copies.begin(SIZE, None)
    assert copies.may_be_copy(SIZE)
    assert not copies.may_be_copy(SIZE + 1)
    copies.end(SIZE, None)
    assert not copies.may_be_copy(SIZE)


def test_what_may_be_a_copy_of_unknown_bytes_waits_for_them() -> None:
    copies: Copies[str] = Copies()
    copies.begin(SIZE, None)
    assert copies.must_wait(SIZE, ONE, "second")
    assert copies.waiting == 1
    assert copies.end(SIZE, None) == ["second"]
    assert copies.waiting == 0
    assert not copies.must_wait(SIZE, ONE, "second")


def test_other_bytes_of_the_same_size_do_not_wait_once_both_are_known() -> None:
    copies: Copies[str] = Copies()
    copies.begin(SIZE, ONE)
    assert not copies.may_be_copy(SIZE)
    assert not copies.must_wait(SIZE, TWO, "other")
    assert copies.must_wait(SIZE, ONE, "copy")
    assert copies.end(SIZE, ONE) == ["copy"]


def test_who_waits_is_freed_only_when_the_last_of_several_ends() -> None:
    copies: Copies[str] = Copies()
    copies.begin(SIZE, None)
    copies.begin(SIZE, None)
    assert copies.must_wait(SIZE, ONE, "third")
    assert copies.end(SIZE, None) == []
    assert copies.waiting == 1
    assert copies.end(SIZE, None) == ["third"]


@pytest.mark.parametrize("seed", range(20))
def test_no_bytes_are_examined_twice_and_nobody_waits_for_ever(seed: int) -> None:
    """Play the night's own steps over random entries, in random order of what ends first."""
    rng = Random(seed)
    contents = [(rng.choice([10, 20]), bytes([rng.randrange(6)])) for _ in range(200)]
    copies: Copies[tuple[int, bytes]] = Copies()
    examined: Counter[tuple[int, bytes]] = Counter()
    settled = 0
    at_work: list[tuple[tuple[int, bytes], bytes | None]] = []  # with what it began under

    def fingerprinted(entry: tuple[int, bytes]) -> None:
        nonlocal settled
        size, content = entry
        key = b"%d " % size + content
        if examined[entry]:  # known by now: its findings are there
            settled += 1
        elif not copies.must_wait(size, key, entry):
            copies.begin(size, key)
            at_work.append((entry, key))

    waiting = list(contents)
    while waiting or at_work:
        if waiting and (not at_work or rng.random() < 0.6):
            entry = waiting.pop()
            size = entry[0]
            if copies.may_be_copy(size) or any(known[0] == size for known in examined):
                fingerprinted(entry)
            else:
                copies.begin(size, None)
                at_work.append((entry, None))
            continue
        entry, key = at_work.pop(rng.randrange(len(at_work)))
        examined[entry] += 1
        settled += 1
        for freed in copies.end(entry[0], key):
            fingerprinted(freed)
    assert settled == len(contents)
    assert copies.waiting == 0
    assert set(examined) == set(contents)
    assert set(examined.values()) == {1}
