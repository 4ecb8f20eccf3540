from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detectors.engine.cells import cells_of, joined_cells, texts_of
from detectors.engine.columns import MOST_COLUMNS, Heading
from detectors.engine.shadow import shadow
from detectors.registry import detectors

GIVEN, LAST, SILENT = Heading.GIVEN_PART, Heading.LAST_PART, Heading.SILENT

_ROWS = st.lists(
    st.lists(st.text(st.sampled_from("ab ô1"), max_size=6), min_size=1, max_size=5),
    min_size=1,
    max_size=8,
)


def _letters(text: str) -> str | None:
    """Return what holds no digit, in small letters: what is tested is what is put together."""
    return text.strip().lower() if text.strip() and not any(map(str.isdigit, text)) else None


JOINING = replace(next(one for one in detectors() if one.entity == "PERSON"), check=_letters)


@given(_ROWS)
def test_cells_are_those_between_tabs_and_newlines_without_spaces_around(
    rows: list[list[str]],
) -> None:
    whole = shadow("\n".join("\t".join(row) for row in rows))
    cells = cells_of(whole)
    everything = np.arange(len(cells.starts))
    assert texts_of(whole, cells, everything) == [cell.strip(" ") for row in rows for cell in row]
    assert cells.columns.tolist() == [number for row in rows for number in range(len(row))]


@given(_ROWS)
def test_every_byte_of_a_cell_is_of_that_cell(rows: list[list[str]]) -> None:
    cells = cells_of(shadow("\n".join("\t".join(row) for row in rows)))
    for number, (start, end) in enumerate(zip(cells.starts, cells.ends, strict=True)):
        assert (cells.of(np.arange(start, end)) == number).all()


def test_what_lies_far_to_the_right_shares_the_last_column() -> None:
    cells = cells_of(shadow("\t".join("x" for _ in range(MOST_COLUMNS + 5))))
    assert cells.columns.max() == MOST_COLUMNS - 1
    assert (cells.columns == MOST_COLUMNS - 1).sum() == 6


def _joined(said: Sequence[Heading], *rows: str) -> list[tuple[str, str]]:
    """Return the text of each span with its value."""
    whole = shadow("\n".join(rows))
    array = np.array(said, dtype=np.int8)
    return [
        (whole.data[start:end].decode(), value)
        for starts, ends, values in joined_cells(array, JOINING, cells_of(whole), whole)
        for start, end, value in zip(starts.tolist(), ends.tolist(), values, strict=True)
    ]


def test_neighbouring_parts_make_one_span_over_both() -> None:
    assert _joined((GIVEN, LAST), "Ann\tInvented", "Siân\tMade-Up") == [
        ("Ann\tInvented", "ann invented"),
        ("Siân\tMade-Up", "siân made-up"),
    ]
    assert _joined((LAST, GIVEN), "Invented\tAnn") == [("Invented\tAnn", "ann invented")]


def test_parts_with_a_column_between_them_make_the_last_parts_span() -> None:
    assert _joined((GIVEN, SILENT, LAST), "Ann\t7\tInvented") == [("Invented", "ann invented")]


def test_a_part_without_the_other_stands_alone() -> None:
    assert _joined((GIVEN, LAST), "\tInvented") == [("Invented", "invented")]
    assert _joined((GIVEN,), "Ann", "7", "Bo") == [("Ann", "ann"), ("Bo", "bo")]
    assert _joined((LAST,), "Invented", "7") == [("Invented", "invented")]


def test_a_short_row_does_not_take_the_part_of_another() -> None:
    assert _joined((LAST, SILENT, GIVEN), "Invented\t1\tAnn", "Madeup", "Other\t2\tBo") == [
        ("Invented", "ann invented"),
        ("Madeup", "madeup"),
        ("Other", "bo other"),
    ]


def test_two_pairs_of_columns_are_joined_each_with_its_nearest() -> None:
    assert _joined((GIVEN, LAST, GIVEN, LAST), "Ann\tInvented\tBo\tMadeup") == [
        ("Ann\tInvented", "ann invented"),
        ("Bo\tMadeup", "bo madeup"),
    ]


def test_no_parts_join_nothing() -> None:
    assert _joined((SILENT, SILENT), "Ann\tInvented") == []
