from datetime import UTC, datetime

import pytest

from detectors.written_dates import canonical


@pytest.mark.parametrize(
    "text",
    [
        "03/04/1950",
        "3.4.1950",
        "3-4-1950",
        "03 04 1950",
        "03/04/50",
        "1950-04-03",
        "1950-04-03 00:00:00",
        "1950-04-03T00:00:00",
        "03041950",
        "3 April 1950",
        "3rd of April 1950",
        "3rd April, 1950",
        "03-Apr-50",
        "3 Ebrill 1950",
        "April 3, 1950",
    ],
)
def test_written_forms_have_one_canonical_value(text: str) -> None:
    assert canonical(text) == "1950-04-03"


@pytest.mark.parametrize("text", ["31/02/1980", "1/13/1980", "3 April 1850", "1/1/2200", "12", ""])
def test_what_is_no_birth_date_is_refused(text: str) -> None:
    assert canonical(text) is None


def test_a_year_of_two_digits_is_never_in_the_future() -> None:
    today = datetime.now(UTC).date()
    next_year = (today.year + 1) % 100
    assert canonical(f"01/01/{next_year:02}") == f"{today.year + 1 - 100}-01-01"
    assert canonical(f"01/01/{today.year % 100:02}") == f"{today.year}-01-01"
