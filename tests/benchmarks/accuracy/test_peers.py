import sys
from pathlib import Path

import pytest

from benchmarks.accuracy.corpus import Row
from benchmarks.accuracy.peers import Peer, ask, canonical, outcome

TRUTHS: list[Row] = [
    {"path": "a", "entity": "UK_NINO", "canonical": "QQ123456", "required": True},
    {"path": "a", "entity": "UK_NINO", "canonical": "QQ123457", "required": True},
    {"path": "a", "entity": "EMAIL_ADDRESS", "canonical": "info@example.org", "required": False},
]


@pytest.mark.parametrize(
    ("entity", "text", "expected"),
    [
        ("PHONE_NUMBER", "(0113) 496 0123", "+441134960123"),
        ("PHONE_NUMBER", "0044 7700 900123", "+447700900123"),
        ("EMAIL_ADDRESS", "mailto:Jo@Example.org", "jo@example.org"),
        ("UK_POSTCODE", "ls6  3ab", "LS63AB"),
        ("UK_NINO", "QQ-12-34-56-C", "QQ123456"),
    ],
)
def test_what_a_tool_found_becomes_the_canonical_value(
    entity: str, text: str, expected: str
) -> None:
    assert canonical(entity, text) == expected


def test_outcome_counts_distinct_values_and_leaves_out_what_is_not_required() -> None:
    found = [
        ("a", "UK_NINO", "QQ123456"), ("a", "UK_NINO", "QQ123456"), ("a", "UK_NINO", "QQ999999"),
        ("a", "EMAIL_ADDRESS", "info@example.org"),
    ]  # fmt: skip
    result = outcome("tool", found, TRUTHS, ["UK_NINO", "EMAIL_ADDRESS"])
    assert (result.precision["UK_NINO"].hits, result.precision["UK_NINO"].trials) == (1, 2)
    assert (result.recall["UK_NINO"].hits, result.recall["UK_NINO"].trials) == (1, 2)
    assert result.precision["EMAIL_ADDRESS"].trials == 0


def test_a_tool_that_cannot_be_installed_says_so_in_one_line(tmp_path: Path) -> None:
    missing = str(tmp_path / "no-such-python")
    peer = Peer("tool", "as it is", ("tool",), "presidio", frozenset({"UK_NINO"}))
    assert ask(peer, {"a": "text"}, tmp_path, missing) == "not installed: FileNotFoundError"
    assert not (tmp_path / "presidio" / "installed").exists()
    assert sys.executable != missing
