from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.catalogue.names import (
    from_text,
    path_from_text,
    path_to_text,
    shown,
    spelt,
    to_text,
    unspelt,
)

# What a folder can hold on Linux: any bytes but "/" and NUL.
_names = st.binary(min_size=1, max_size=40).map(
    lambda raw: os.fsdecode(raw.replace(b"/", b"-").replace(b"\0", b"-"))
)


@given(_names)
def test_any_name_is_stored_as_text_and_comes_back(name: str) -> None:
    stored = to_text(name)
    stored.encode("utf-8")  # any database takes it
    assert from_text(stored) == name


@given(st.lists(_names, max_size=5).map(tuple))
def test_any_path_is_stored_as_text_and_comes_back(parts: tuple[str, ...]) -> None:
    stored = path_to_text(parts)
    stored.encode("utf-8")
    assert path_from_text(stored) == parts


@given(_names, _names)
def test_two_names_are_never_stored_as_one(one: str, other: str) -> None:
    assert (to_text(one) == to_text(other)) == (one == other)


# Of what a spelling is made of, so that runs of it come often.
_tricky = st.lists(
    st.sampled_from(
        [b"\\", b"x", b"e9", b"ff", b"80", b"7f", b"\xe9", b"\xff", "é".encode(), b"a"]
    ),
    min_size=1,
    max_size=12,
).map(lambda parts: os.fsdecode(b"".join(parts)))


@given(_names | _tricky)
def test_any_name_is_spelt_as_text_and_comes_back(name: str) -> None:
    spelling = spelt(name)
    spelling.encode("utf-8")
    assert unspelt(spelling) == name


@given(_tricky, _tricky)
def test_two_names_are_never_spelt_alike(one: str, other: str) -> None:
    assert (spelt(one) == spelt(other)) == (one == other)


@given(st.lists(_names | _tricky, min_size=1, max_size=5).map(tuple))
def test_a_stored_path_is_shown_as_it_is_spelt(parts: tuple[str, ...]) -> None:
    assert unspelt(shown(path_to_text(parts))) == "/".join(parts)


@pytest.mark.parametrize(
    ("stored", "spelling"),
    [
        ("a/b.txt", "a/b.txt"),
        ("Größe/é.txt", "Größe/é.txt"),
        (r"C:\users\x", r"C:\users\x"),
        (r"/caf\xe9.txt", r"caf\xe9.txt"),  # a stray byte: as every catalogue stores it
        (r"caf\xe9.txt", r"caf\\xe9.txt"),  # a backslash, an x, an e and a 9
        (r"/a\\b\xe9", r"a\b\xe9"),
        (r"a//\xff/b\xff", r"a/\xff/b\\xff"),
        (r"not hexadecimal\xgg", r"not hexadecimal\xgg"),
    ],
)
def test_a_backslash_is_doubled_only_where_it_must_be(stored: str, spelling: str) -> None:
    assert shown(stored) == spelling
