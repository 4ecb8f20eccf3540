from datetime import UTC, datetime

import pytest

from detectors.birth_spans import after_its_name, after_number, before_field_4a, long_ago, of_whom
from detectors.engine import Engine
from tests.detectors.finding import values

LAST_YEAR = datetime.now(UTC).year - 1


def _read(text: str, span: tuple[int, int] | None) -> str | None:
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize("between", ["\n", ": ", "....... ", " \t"])
def test_a_date_follows_whose_birth_it_is(between: str) -> None:
    text = f"Date of birth of the witness{between}3 March 1980"
    assert _read(text, of_whom(text.encode(), 0, 18)) == "3 March 1980"


def test_a_date_follows_a_name_and_a_comma() -> None:
    text = "woman's name Ines Quill, 3/3/1980, safe"
    assert _read(text, after_its_name(text.encode(), 0, 14)) == "3/3/1980"
    assert after_its_name(b"woman's name Ines. Due, 3/3/1980", 0, 14) is None


@pytest.mark.parametrize(("year", "wanted"), [("1980", "3 May 1980"), (str(LAST_YEAR), None)])
def test_a_date_between_name_and_telephone_was_long_ago(year: str, wanted: str | None) -> None:
    text = f"Ines Quill, 3 May {year}, 01632 960123"
    assert _read(text, long_ago(text.encode(), 20, 25)) == wanted


def test_who_has_a_number_is_old_enough_for_it() -> None:
    text = f"AB123456C, 03/03/{LAST_YEAR}"
    assert after_number(text.encode(), 0, 12) is None


def test_the_third_field_of_a_licence_comes_before_its_dates() -> None:
    text = "\n2. INES\n3. 03.03.1980 LEEDS\n4a. 19/11/2025"
    assert _read(text, before_field_4a(text.encode(), 0, 13)) == "03.03.1980"
    assert before_field_4a(text.encode()[:24], 0, 13) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Jordan Pilkington (24.11.1983), wanted for recall", ["1983-11-24"]),
        ("Cherry Dacosta (05-Apr-1967) was in", ["1967-04-05"]),
        ("Marie Santos, 27/8/1995, NHS 999 000 0018: weekly", ["1995-08-27"]),
        ("Chair: Jane Smith (12/03/2019)", []),  # when she signed
        ("Full Council (24.11.1983)", []),
        ("Mill Lane, 27/8/1995, was closed", []),
    ],
)
def test_a_date_after_a_name_is_one_of_birth_where_nobody_signed_so_long_ago(
    engine: Engine, text: str, found: list[str]
) -> None:
    assert values(engine, text, "DATE_OF_BIRTH") == found
