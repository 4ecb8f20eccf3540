import logging
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.base import Scan
from detectors.engine import Engine
from detectors.engine.database import Database, HyperscanDatabase, Pattern, ReDatabase
from detectors.engine.plan import planned
from detectors.registry import detectors

PLAN = planned(detectors())
BY_RE = ReDatabase(PLAN.patterns)

LETTER = """Dear Mrs Adeyemi, your NHS number is 999 000 0018, NI no AB 12 34 56 C, DOB 03/04/1950.
Tel (01632) 960 123 or +44 (0)7700 900123, jane.smith@example.com, Leeds LS1 4AB, sw1a1aa.
Card 4111 1111 1111 1111, order no 9990000018; {"firstName": "Zoë", "lastName": "O'Brien"}
Yours sincerely

David Powell\r\nName:\r\nJane Smith\tnhs_number\t9990000018
"""
PIECES = [
    *LETTER.split(" "), " ", "\n", "0", "07", "0 ", "07 ", "AB", "12", " 34", "@a", ".", "-", "é",
    "999", "0000", "Mr ", "name: ", "LS1", " 4AB", "Regards,\n\n", "order ", "nhs", "_", "\x00",
]  # fmt: skip


def spans(database: Database, data: bytes) -> list[tuple[int, int, int]]:
    hits = database.scan(data)
    columns = (hits.patterns.tolist(), hits.starts.tolist(), hits.ends.tolist())
    return list(zip(*columns, strict=True))


def test_both_engines_give_equal_spans_on_text_of_all_kinds(engine: Engine) -> None:
    rng = Random(8)
    text = LETTER + "".join(rng.choice(PIECES) for _ in range(60_000))
    data = text.encode()
    found = spans(engine.database, data)
    assert len({pattern for pattern, _, _ in found}) > 30
    assert found == spans(BY_RE, data)


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_both_engines_give_equal_spans(engine: Engine, pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    assert spans(engine.database, data) == spans(BY_RE, data)


@given(st.binary(max_size=300))
def test_both_engines_give_equal_spans_on_any_bytes(engine: Engine, data: bytes) -> None:
    assert spans(engine.database, data) == spans(BY_RE, data)


def test_of_overlapping_matches_the_first_and_longest_is_kept() -> None:
    patterns = [Pattern("a{2,3}"), Pattern("A", Scan.CASE)]
    apart = HyperscanDatabase(patterns, slow=[1])
    for database in (HyperscanDatabase(patterns), apart, ReDatabase(patterns)):
        assert spans(database, b"aaaaaA") == [(0, 0, 3), (0, 3, 6), (1, 5, 6)]


def test_compiling_which_takes_minutes_is_logged_and_loading_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with caplog.at_level(logging.INFO, "detectors"):
        for _ in range(2):
            HyperscanDatabase([Pattern("[0-9]{4}")])
    assert [each.getMessage() for each in caplog.records] == [
        "Patterns are being compiled, once for this version and these settings",
        "Patterns were compiled",
    ]
