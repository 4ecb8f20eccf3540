from __future__ import annotations

import pytest

from scanner.extractors.tables.figures import names_a_column


@pytest.mark.parametrize(
    "cell",
    [
        "1st",
        "2nd preference",
        "2025",
        "2024/25",
        "16+",
        "5-11 years",
        "P45 received",
        "KS2 level",
        "4 wkly amt",
        "12 month total",
        "2YO eligible",
    ],
)
def test_a_heading_with_figures_names_a_column(cell: str) -> None:
    assert names_a_column(cell)


@pytest.mark.parametrize("cell", ["24/03/1980", "0113 496 0123", "9990000018", "LS1 4AB", "12.50"])
def test_a_value_names_no_column(cell: str) -> None:
    assert not names_a_column(cell)
