from __future__ import annotations

import csv
import io
import random

import pytest

from scanner.extractors.tables.records import rows_of


def as_csv_reader_sees(text: str, delimiter: str) -> str:
    rows = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter)
    return "\n".join(
        "\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) for row in rows
    )


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_rows_when_random_then_they_equal_the_standard_librarys(delimiter: str) -> None:
    rng = random.Random(3)
    pieces = ["a", "é", " ", "\n", delimiter, '"', '""', "\t", "\r", "x y"]
    for _ in range(300):
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        for _ in range(rng.randrange(1, 6)):
            writer.writerow(
                ["".join(rng.choices(pieces[:8], k=rng.randrange(4))) for _ in range(3)]
            )
        text = out.getvalue()
        rows = rows_of(text, delimiter, 1_000)
        assert rows.unfinished == ""
        assert rows.text == as_csv_reader_sees(text, delimiter)
        assert rows.text.count("\n") + 1 == rows.count


def test_rows_when_the_last_record_is_open_then_it_is_handed_back() -> None:
    rows = rows_of('1,"a\nb"\n2,"open\nmore\n', ",", 1_000)
    assert (rows.text, rows.count, rows.unfinished) == ("1\ta b", 1, '2,"open\nmore\n')


def test_rows_when_a_cell_is_too_long_then_it_is_handed_back_with_all_after_it() -> None:
    rest = '2,"' + "x" * 500 + '"\n3,c\n'
    rows = rows_of('1,"a"\n' + rest, ",", 100)
    assert (rows.text, rows.count, rows.unfinished) == ("1\ta", 1, rest)


def test_rows_when_there_is_no_text_then_there_are_none() -> None:
    assert rows_of("", ",", 100).count == 0
