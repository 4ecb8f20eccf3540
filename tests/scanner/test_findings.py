from __future__ import annotations

import hashlib
import hmac
import json
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.engine import Found
from detectors.registry import detectors
from scanner import findings
from scanner.extractors.base import Kind, Passage, TablePassage
from scanner.findings import SHOWN, Counted, EntityResult, Findings
from scanner.keys import TokenKey

_KEY = TokenKey(bytes(range(32)))
_DETECTORS = {each.entity: each for each in detectors()}


def _found(values: list[str], entity: str = "UK_NHS", confidence: float = 0.9) -> Found:
    starts = np.arange(len(values), dtype=np.int64)
    said = [0] * len(values)
    return Found(entity, starts, starts + 1, values, said, ((confidence, "label before it"),))


def _passage(member: str | None = None, kind: Kind = Kind.BODY) -> Passage:
    return Passage("a\nb\nc\n" * 100, ((0, (("line", 1),)),), kind, member)


def _token(entity: str, value: str) -> bytes:
    return hmac.new(_KEY.secret, f"{entity}:{value}".encode(), hashlib.sha256).digest()[:16]


def _counts(result: EntityResult) -> dict[tuple[str, bytes], int]:
    return {
        (member.member, member.tokens[at * 16 : (at + 1) * 16]): member.counts[at]
        for member in result.members
        for at in range(len(member.counts))
    }


_values = st.lists(st.integers(9990000000, 9990000030).map(str), min_size=1, max_size=40)


@given(st.lists(st.tuples(st.sampled_from([None, "a.txt", "b.txt"]), _values), min_size=1))
def test_every_occurrence_is_counted_under_its_member_and_token(
    passages: list[tuple[str | None, list[str]]],
) -> None:
    gathered = Findings(_KEY, _DETECTORS)
    expected: Counter[tuple[str, bytes]] = Counter()
    for member, values in passages:
        gathered.add(_passage(member), [_found(values)])
        expected.update((member or "", _token("UK_NHS", value)) for value in values)
    (result,) = gathered.results()
    assert _counts(result) == expected
    assert result.occurrences == expected.total()
    assert result.distinct == len({token for _, token in expected})
    assert result.counted is Counted.EXACT


def test_concealed_is_counted_and_the_surest_confidence_kept() -> None:
    gathered = Findings(_KEY, _DETECTORS)
    gathered.add(_passage(), [_found(["9990000018"], confidence=0.6)])
    gathered.add(_passage(kind=Kind.HIDDEN), [_found(["9990000018", "9990000026"])])
    (result,) = gathered.results()
    (member,) = result.members
    assert (result.occurrences, result.concealed, result.confidence) == (3, 2, 0.9)
    assert list(member.counts) == [2, 1]
    assert list(member.concealed) == [1, 1]
    assert list(member.confidences) == [90, 90]


def test_the_first_values_are_shown_masked_with_their_place() -> None:
    values = [f"9990{number:06}" for number in range(SHOWN + 20)]
    gathered = Findings(_KEY, _DETECTORS)
    gathered.add(_passage(), [_found([*values, *values])])
    (result,) = gathered.results()
    (member,) = result.members
    assert sorted(member.shown) == list(range(SHOWN))
    assert member.shown[2][0] == "********02"
    assert json.loads(member.shown[2][1]) == [["line", 2]]
    assert member.shown[2][2] == "label before it"


def test_a_table_tells_the_cell() -> None:
    table = TablePassage("x\ty\nz\tw\n", table=1, first_row=2)
    found = _found(["9990000018"])
    found.starts[0] = 6
    gathered = Findings(_KEY, _DETECTORS)
    gathered.add(table, [found])
    ((shown,),) = ([*member.shown.values()] for member in next(gathered.results()).members)
    assert json.loads(shown[1]) == [["cell", "B3"]]


@pytest.mark.parametrize("members", [1, 3])
def test_above_the_limit_a_sketch_says_that_it_is_one(
    monkeypatch: pytest.MonkeyPatch, members: int
) -> None:
    monkeypatch.setattr(findings, "KEPT_VALUES", 2_000)
    gathered = Findings(_KEY, _DETECTORS)
    for first in range(0, 20_000, 500):
        values = [str(value) for value in range(first, first + 500)]
        member = f"{first % members}.txt"
        gathered.add(_passage(member), [_found([*values, *values])])
    (result,) = gathered.results()
    assert result.counted is Counted.SKETCH
    assert result.occurrences == 40_000
    assert abs(result.distinct - 20_000) < 2_000  # 1/sqrt(2,000) is 2.2 %
    kept = _counts(result)
    assert len(kept) <= 2_500
    assert set(kept.values()) == {2}  # what is kept was counted from its first occurrence


def test_all_entities_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "KEPT_IN_ALL", 1_000)
    gathered = Findings(_KEY, _DETECTORS)
    gathered.add(_passage(), [_found([str(value) for value in range(900)])])
    gathered.add(_passage(), [_found([str(value) for value in range(300)], "UK_NINO")])
    nhs, nino = gathered.results()
    assert (nhs.counted, nino.counted) == (Counted.SKETCH, Counted.EXACT)
    assert sum(len(_counts(each)) for each in (nhs, nino)) <= 1_000


def test_no_value_is_told_by_what_leaves_the_worker() -> None:
    gathered = Findings(_KEY, _DETECTORS)
    gathered.add(_passage("9990000018.txt"), [_found(["9990000018"])])
    assert "9990000018" not in repr([*gathered.results()])


def test_an_organisations_number_is_never_counted() -> None:
    gathered = Findings(_KEY, _DETECTORS)
    gathered.add(_passage(), [_found(["999999973"], "UK_VAT")])
    assert [*gathered.results()] == []
    gathered.add(_passage(), [_found(["9990000018"]), _found(["999999973"], "UK_VAT")])
    assert [result.entity for result in gathered.results()] == ["UK_NHS"]
