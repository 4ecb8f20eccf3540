from __future__ import annotations

import os

from hypothesis import given
from hypothesis import strategies as st

from scanner.catalogue.names import from_text, path_from_text, path_to_text, to_text

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
