from __future__ import annotations

import errno
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Limits,
    Locator,
    Passage,
    Places,
    Source,
    TablePassage,
    column_name,
    foreign_parser,
)

_texts = st.text("ab\n\t", min_size=1, max_size=60)
_asked = st.lists(st.integers(0, 59), min_size=1, max_size=20)


@given(_texts, _asked, st.integers(0, 30))
def test_lines_are_told_in_whatever_order_they_are_asked(
    text: str, asked: list[int], second: int
) -> None:
    start = min(second, len(text) - 1)
    marks = ((0, (("part", 1), ("line", 1))), (start, (("part", 2), ("line", 5))))
    places = Places(Passage(text, marks if start else marks[:1]))
    for offset in (min(each, len(text) - 1) for each in asked):
        part, first, begins = (2, 5, start) if start and offset >= start else (1, 1, 0)
        line = first + text[begins:offset].count("\n")
        assert places.at(offset) == (("part", part), ("line", line))
        assert json.loads(places.json_at(offset)) == [["part", part], ["line", line]]


@given(_texts, _asked)
def test_cells_are_told_in_whatever_order_they_are_asked(text: str, asked: list[int]) -> None:
    places = Places(TablePassage(text, table=1, first_row=2, locator=(("sheet", 1),)))
    for offset in (min(each, len(text) - 1) for each in asked):
        rows = text[:offset].split("\n")
        cell = f"{column_name(rows[-1].count(chr(9)))}{len(rows) + 1}"
        assert places.at(offset) == (("sheet", 1), ("cell", cell))
        assert json.loads(places.json_at(offset)) == [["sheet", 1], ["cell", cell]]


@pytest.mark.parametrize("locator", [(), (("page", 3),), (("part", 1), ("header", "From"))])
def test_a_place_without_lines_is_the_mark(locator: Locator) -> None:
    places = Places(Passage("one\ntwo", ((0, locator),)))
    assert places.at(5) == locator
    assert json.loads(places.json_at(5)) == [list(step) for step in locator]


def test_a_place_with_nothing_around_is_a_line_or_cell_alone() -> None:
    assert Places(Passage("one\ntwo", ((0, (("line", 1),)),))).json_at(5) == '[["line", 2]]'
    assert Places(TablePassage("a\tb", table=1, first_row=1)).json_at(2) == '[["cell", "B1"]]'


def test_a_budget_ends_at_each_limit_with_its_cause() -> None:
    budget = Budget(Limits(emitted_chars=10, unpacked_bytes=10))
    budget.emit(10)
    with pytest.raises(ExtractionError) as emitted:
        budget.emit(1)
    with pytest.raises(ExtractionError) as unpacked:
        budget.unpack(11)
    budget = Budget()
    budget.deadline = 0.0
    with pytest.raises(ExtractionError) as late:
        budget.check_time()
    causes = [each.value.cause for each in (emitted, unpacked, late)]
    assert causes == [Cause.LIMIT, Cause.LIMIT, Cause.TIMED_OUT]


@pytest.mark.parametrize(
    ("raised", "cause"),
    [
        (ValueError("999 000 0018"), Cause.CORRUPT),
        (RecursionError(), Cause.CORRUPT),
        (MemoryError(), Cause.MEMORY),
        (OSError(errno.EIO, "lost"), Cause.UNREACHABLE),
        (OSError(errno.EINVAL, "no seek"), Cause.CORRUPT),
        (ExtractionError(Cause.ENCRYPTED), Cause.ENCRYPTED),
    ],
)
def test_what_a_parser_raises_becomes_a_cause(raised: Exception, cause: Cause) -> None:
    with pytest.raises(ExtractionError) as caught, foreign_parser():
        raise raised
    assert caught.value.cause is cause
    assert "999" not in str(caught.value)


def test_a_panic_of_a_library_in_rust_is_held_and_a_stop_is_not() -> None:
    class Panic(BaseException):
        pass

    with pytest.raises(ExtractionError), foreign_parser():
        raise Panic
    with pytest.raises(KeyboardInterrupt), foreign_parser():
        raise KeyboardInterrupt


def test_a_source_is_read_by_its_descriptor_and_given_back(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "letter.txt")
    with open(path, "wb") as file:
        file.write(b"Dear Sir")
    descriptor = os.open(path, os.O_RDONLY)
    source = Source.of_descriptor(descriptor)
    assert (source.size_bytes, source.head(4), source.stream().read()) == (8, b"Dear", b"Dear Sir")
    assert source.path is not None
    with open(source.path, "rb") as again:
        assert again.read() == b"Dear Sir"
    source.close()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)
