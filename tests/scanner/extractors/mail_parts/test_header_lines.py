from __future__ import annotations

import pytest

from scanner.extractors.mail_parts.header_lines import decoded_words, header_passages


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("=?iso-8859-1?q?Zo=EB?= Example", "Zoë Example"),
        ("=?utf-8?b?Wm/Dqw==?= <z@example.org>", "Zoë <z@example.org>"),
        ("=?no-such?q?Zo?=", "Zo"),
        ("=?utf-8?b?not base64", "=?utf-8?b?not base64"),
        ("plain", "plain"),
        (b"Zo\xeb Example".decode("ascii", "surrogateescape"), "Zoë Example"),
        (b"Zo\xc3\xab Example".decode("ascii", "surrogateescape"), "Zoë Example"),
    ],
)
def test_words_when_encoded_in_any_way_then_they_are_read(raw: str, expected: str) -> None:
    assert decoded_words(raw) == expected


def test_headers_when_folded_then_each_is_one_line() -> None:
    (passage,) = header_passages([("To", "a@example.org,\r\n b@example.org")], 1_000)
    assert passage.text == "To: a@example.org, b@example.org"


def test_headers_when_beyond_the_limit_then_they_come_out_as_they_stand() -> None:
    word = "=?utf-8?q?Zo?="
    (passage,) = header_passages([("Subject", word), ("To", word)], len(word))
    assert passage.text == f"Subject: Zo\nTo: {word}"
