from __future__ import annotations

import re

import pytest

from scanner.extractors.tables.stacked import in_one_row, stacked

IS_LABEL = re.compile(r"\b(?:name|dob|no|code|tel|town|birth|sort|account)\b", re.IGNORECASE).search


@pytest.mark.parametrize(
    ("upper", "lower", "names"),
    [
        ("|Post|Date", "Name|Code|of birth", ["Name", "Post Code", "Date of birth"]),
        ("Name|Post|", "|code|Town", None),  # neither row is the sparse one
        ("Name|Date of|Town", "|birth|", ["Name", "Date of birth", "Town"]),
        ("Bank||Client", "Sort|Account|Name", ["Bank Sort", "Account", "Client Name"]),
        ("|||Tel", "Name|DOB|Town|2", ["Name", "DOB", "Town", "Tel 2"]),
    ],
)
def test_two_rows_when_one_is_sparse_then_head_the_columns_together(
    upper: str, lower: str, names: list[str] | None
) -> None:
    found = stacked(upper.split("|"), lower.split("|"), IS_LABEL)
    assert (in_one_row(found) if found else None) == names


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Name||Town", "Ann|Lee|Leeds"),
        ("Name|DOB|Town", "|none|"),
        ("Name|Tel|Town", "|0113 496 0123|"),
        ("Staff in post||", "Name|DOB|Town"),  # a title
        ("Name:||Town:", "Name|DOB|Town"),
        ("||Seen by ann@example.org", "Name|DOB|Town"),
        ("||", "||"),
    ],
)
def test_two_rows_when_one_may_be_a_person_or_a_title_then_are_no_heading(
    upper: str, lower: str
) -> None:
    assert stacked(upper.split("|"), lower.split("|"), IS_LABEL) is None
