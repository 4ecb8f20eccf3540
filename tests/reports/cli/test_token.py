from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path

import pytest

from tests.reports.cli.calling import KEY, says, stocktake
from tests.reports.tiny_share import nino


def _hmac(entity: str, canonical: str) -> str:
    """Return the token by the words of design.md 5; the catalogue keeps its first 16 bytes."""
    message = f"{entity}:{canonical}".encode()
    return hmac.new(bytes.fromhex(KEY), message, hashlib.sha256).hexdigest()[:32]


def test_token_prints_one_token_a_line_however_values_are_written() -> None:
    lines = b"UK_NINO\tJG 10 30 59 A\r\nUK_NINO\tjg103059\n\nEMAIL_ADDRESS\tJo@Example.ORG\n"
    done = stocktake("token", "-", typed=lines)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        _hmac("UK_NINO", "JG103059"),
        _hmac("UK_NINO", "JG103059"),
        _hmac("EMAIL_ADDRESS", "jo@example.org"),
    ]


def test_token_is_the_one_in_the_exports(scanned_share: Path) -> None:
    token = stocktake("token", "-", typed=f"UK_NINO\t{nino(4)}".encode()).stdout.strip()
    exported = stocktake("export", "occurrences", "--database", scanned_share).stdout
    rows = [row for row in map(json.loads, exported.splitlines()) if row["token"] == token]
    assert [(row["path"], row["entity"]) for row in rows] == [("beside.txt", "UK_NINO")]


@pytest.mark.parametrize(
    "wrong",
    [b"JG 10 30 59 A", b"UK_NINO JG103059", b"UK_SHOE\t9", b"\tx", b"UK_NINO\tJG1", b"\xff"],
)
def test_token_of_a_wrong_line_prints_nothing_and_names_the_line(wrong: bytes) -> None:
    done = stocktake("token", "-", typed=b"UK_NINO\tJG103059\n" + wrong + b"\n")
    says(done, 2, "Line 2", "correct it")
    assert done.stdout == ""
    assert "JG" not in done.stderr


def test_token_of_a_value_on_the_command_line_warns() -> None:
    done = stocktake("token", "UK_NINO\tJG103059")
    assert (done.returncode, done.stdout.strip()) == (0, _hmac("UK_NINO", "JG103059"))
    assert "standard input" in done.stderr
    assert "JG" not in done.stderr


def test_token_with_an_empty_key_says_what_a_key_is() -> None:
    says(stocktake("token", "-", STOCKTAKE_TOKEN_KEY=""), 2, "STOCKTAKE_TOKEN_KEY", "64")
